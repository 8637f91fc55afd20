import { join } from 'node:path'
import { createGenerator } from 'ts-json-schema-generator'

/**
 * Makes the JSON schemas by which the simulator judges requests, from the types of @line/bot-sdk, which LINE itself
 * generates from its OpenAPI description. They move with the version of the SDK; nothing of LINE's is copied by hand.
 *
 * The types say more than the generator reads: limits stand in their comments ("Maximum items: 5"), and a union of
 * tagged types must become a `oneOf` with a discriminator, or a Flex box with an unknown layout would pass as one of
 * its harmless relatives.
 */
type Schema = { [key: string]: unknown }

const SOURCES = {
  'line-schemas.json': 'messaging-api',
  'line-schemas-webhook.json': 'webhook',
}

/** The keywords that stand in comments, by the type of the property they belong to. */
const KEYWORDS: { [type: string]: [keyword: string, phrase: RegExp][] } = {
  array: [
    ['minItems', /Minimum items: (\d+)/],
    ['maxItems', /Maximum items: (\d+)/],
  ],
  string: [
    ['minLength', /Minimum length: (\d+)/],
    ['maxLength', /Maximum length: (\d+)/],
  ],
  number: [
    ['minimum', /Minimum: (\d+)/],
    ['maximum', /Maximum: (\d+)/],
  ],
}

/** LINE counts these in graphemes, a schema in code points: good Thai would be refused. limits.ts counts them. */
const COUNTED_IN_GRAPHEMES = ['chatBarText', 'name']

const TAGS = ['type', 'kind', 'mode']
const ROOT = join(import.meta.dirname, '../..')

/** The files as they should stand, by their path in the project. The command line compares or writes them. */
export function generateSchemas(): { file: string; content: string }[] {
  return Object.entries(SOURCES).map(([name, part]) => ({
    file: `src/simulator/${name}`,
    content: `${JSON.stringify(schemaOf(part))}\n`,
  }))
}

function schemaOf(part: string): Schema {
  const schema = createGenerator({
    path: join(ROOT, `node_modules/@line/bot-sdk/dist/${part}/model/models.d.ts`),
    tsconfig: join(ROOT, 'tsconfig.json'),
    type: '*',
    skipTypeCheck: true,
    additionalProperties: false,
    expose: 'all',
    topRef: true,
    fullDescription: true,
  }).createSchema('*')
  const definitions = schema.definitions as { [name: string]: Schema }
  readComments(definitions)
  for (const [name, definition] of Object.entries(definitions)) {
    definitions[name] = tagged(definition, definitions)
    if (name.startsWith('RichMenu')) withoutCodePointLimits(definition)
  }
  return { $schema: schema.$schema, definitions }
}

function readComments(node: unknown): void {
  if (!isSchema(node)) return
  const comment = `${node.description ?? ''}\n${node.fullDescription ?? ''}`
  for (const [keyword, phrase] of KEYWORDS[String(node.type)] ?? []) {
    const limit = comment.match(phrase)?.[1]
    if (limit !== undefined) node[keyword] = Number(limit)
  }
  const pattern = comment.match(/Pattern: \/(.*)\//) ?? comment.match(/Pattern: (\S+)/)
  if (node.type === 'string' && pattern) node.pattern = pattern[1]
  if (typeof node.description === 'string') delete node.description
  delete node.fullDescription
  Object.values(node).forEach(readComments)
}

/** A union whose members each carry their own constant tag. Other definitions are returned as they are. */
function tagged(definition: Schema, definitions: { [name: string]: Schema }): Schema {
  const members = definition.anyOf as { $ref?: string }[] | undefined
  if (!members?.every((member) => member.$ref)) return definition
  const types = members.map(
    ({ $ref }) => definitions[decodeURIComponent(String($ref).split('/').pop() ?? '')],
  )
  const tag = TAGS.find((name) => types.every((type) => tagOf(type, name) !== undefined))
  if (!tag) return definition
  return { type: 'object', required: [tag], discriminator: { propertyName: tag }, oneOf: members }
}

function tagOf(type: Schema | undefined, name: string): unknown {
  const properties = type?.properties as { [name: string]: { const?: unknown } } | undefined
  return properties?.[name]?.const
}

function withoutCodePointLimits(definition: Schema): void {
  const properties = (definition.properties ?? {}) as { [name: string]: Schema }
  for (const name of COUNTED_IN_GRAPHEMES) delete properties[name]?.maxLength
}

function isSchema(node: unknown): node is Schema {
  return typeof node === 'object' && node !== null
}
