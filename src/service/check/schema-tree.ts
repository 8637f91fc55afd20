/** Reads the JSON Schema of the service file: which keys may stand at a place, and what they are for. Pure. */
import type { Text } from '../definition.ts'
import type { Path } from './finding.ts'

export type JsonSchema = {
  $ref?: string
  $defs?: Record<string, JsonSchema>
  description?: string
  const?: unknown
  properties?: Record<string, JsonSchema>
  additionalProperties?: JsonSchema | boolean
  items?: JsonSchema
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
}

/** Every key that may stand in the group at this path. */
export function allowedKeys(root: JsonSchema, data: unknown, path: Path): string[] {
  const node = schemaAt(root, data, path)
  return Object.keys(node?.properties ?? {})
}

/** What the schema says of the key at this path, in both languages. */
export function describedBy(root: JsonSchema, data: unknown, path: Path): Text | undefined {
  const parent = schemaAt(root, data, path.slice(0, -1))
  const [th, en] = parent?.properties?.[String(path.at(-1))]?.description?.split(' — ') ?? []
  return th && en ? { th, en } : undefined
}

function schemaAt(root: JsonSchema, data: unknown, path: Path): JsonSchema | undefined {
  let node: JsonSchema | undefined = narrowed(root, root, data)
  let value = data
  for (const step of path) {
    value = isGroup(value) ? value[String(step)] : undefined
    const child = childOf(node, step)
    node = child && narrowed(root, child, value)
  }
  return node
}

function childOf(node: JsonSchema | undefined, step: string | number): JsonSchema | undefined {
  if (typeof step === 'number') return node?.items
  const { properties = {}, additionalProperties } = node ?? {}
  return properties[step] ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined)
}

/** Of several forms, the one whose fixed words and keys fit the data best. */
function narrowed(root: JsonSchema, node: JsonSchema, value: unknown): JsonSchema {
  const own = node.$ref ? (root.$defs?.[node.$ref.replace('#/$defs/', '')] ?? node) : node
  const forms = own.oneOf ?? own.anyOf
  if (!forms) return own
  const fitting = forms.map((form) => narrowed(root, form, value))
  const best = fitting.reduce((a, b) => (likeness(b, value) > likeness(a, value) ? b : a))
  return { description: own.description, ...best }
}

const FIXED_WORD = 100

function likeness({ properties = {} }: JsonSchema, value: unknown): number {
  if (!isGroup(value)) return 0
  return Object.entries(properties).reduce((sum, [key, { const: fixed }]) => {
    if (!(key in value)) return sum
    return sum + (fixed === undefined ? 1 : fixed === value[key] ? FIXED_WORD : -FIXED_WORD)
  }, 0)
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
