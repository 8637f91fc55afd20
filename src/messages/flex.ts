/**
 * Flex messages are JSON files an agency can edit and paste into LINE's Flex Message Simulator: what `contents` holds
 * is LINE's own form. We add four things only:
 *   {"th": "…", "en": "…"}                        a text in both languages
 *   {name} within any string                      a value of the message's data; {assets} is the address of /assets,
 *                                                 {licence} what the service calls its document
 *   {"$each": "items", "do": …}                   in a list: once for every item ({item} or {item.field}); "most" of
 *                                                 them, then "rest" with {rest}, the number left out
 *   {"$when": "name", "is": "…", "do": …, "else": …}   only when the value is there (or equal to `is`)
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { joined } from '../service/compounds.ts'
import type { Language, Text } from '../service/definition.ts'
import { putLicenceName } from '../service/licence-name.ts'
import { EXAMPLES } from './examples.ts'
import { clipGraphemes, clipUnits, LIMITS, messageFaults } from './limits.ts'
import type { FlexNode, MessageData, MessageName, OutgoingMessage, QuickReply } from './message.ts'

const Template = z.strictObject({
  altText: z.unknown(),
  contents: z.looseObject({ type: z.enum(['bubble', 'carousel']) }),
  quickReply: z.strictObject({ items: z.array(z.unknown()) }).optional(),
  /** For a message whose very purpose is one long text. */
  longest: z.number().int().max(1000).optional(),
})
type Template = z.infer<typeof Template>

/**
 * The Flex templates as read from disk, by name, where their pictures are, what the document is called, and words of
 * the service that are not to be broken over two lines.
 */
export type FlexTemplates = {
  assetsUrl: string
  licence: Text
  names: string[]
  byName: ReadonlyMap<string, Template>
}

type Source = { dirs: string[]; assetsUrl: string; licence?: Text; names?: string[] }

/** What a service calls its document that does not say. */
const LICENCE: Text = { th: 'ใบอนุญาต', en: 'Licence' }

/** Longest value shown, in graphemes: more would crowd the bubble and in the end break LINE's limit of 30 KB. */
const LONGEST = { alone: 500, inList: 200 }

/**
 * Reads each folder over the one before it: flex-templates/, then the service folder's own. Every template is tried
 * with example data in both languages; throws an Error naming the file and its fault.
 */
export function loadFlexTemplates(from: Source): FlexTemplates {
  const files = new Map<string, string>()
  for (const dir of from.dirs.filter((each) => existsSync(each)))
    for (const file of readdirSync(dir).filter((each) => each.endsWith('.json')))
      files.set(basename(file, '.json'), join(dir, file))
  const byName = new Map([...files].map(([name, file]) => [name, readTemplate(file)]))
  const templates = {
    assetsUrl: from.assetsUrl,
    licence: from.licence ?? LICENCE,
    names: from.names ?? [],
    byName,
  }
  for (const name of Object.keys(EXAMPLES) as MessageName[]) tryTemplate(templates, name, files.get(name))
  return templates
}

/** One message in the reader's language. Throws an Error for a placeholder without a value. */
export function renderMessage<N extends MessageName>(
  templates: FlexTemplates,
  name: N,
  data: MessageData[N],
  language: Language,
): OutgoingMessage {
  const template = templates.byName.get(name)
  if (!template) throw new Error(`there is no Flex template "${name}"`)
  const given: MessageData[MessageName] = data
  const scope: Scope = {
    values: { ...given, assets: templates.assetsUrl },
    licence: templates.licence,
    names: templates.names,
    language,
    longest: template.longest ?? LONGEST.alone,
  }
  return {
    type: 'flex',
    altText: clipUnits(String(fill(template.altText, scope)).replace(/\s+/g, ' '), LIMITS.altText),
    contents: fill(template.contents, scope) as FlexNode,
    ...(template.quickReply && { quickReply: fill(template.quickReply, scope) as QuickReply }),
  }
}

function readTemplate(file: string): Template {
  try {
    return Template.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new Error(`${file} is not a Flex template: ${(cause as Error).message}`, { cause })
  }
}

function tryTemplate(templates: FlexTemplates, name: MessageName, file: string | undefined): void {
  if (!file) throw new Error(`flex-templates/${name}.json is not there`)
  for (const language of ['th', 'en'] as const) {
    const faults = faultsOf(() => renderMessage(templates, name, EXAMPLES[name], language))
    if (faults.length > 0) throw new Error(`${file} (${language}):\n- ${faults.join('\n- ')}`)
  }
}

function faultsOf(render: () => OutgoingMessage): string[] {
  try {
    return messageFaults([render()])
  } catch (error) {
    return [(error as Error).message]
  }
}

type Values = Record<string, unknown>
type Scope = { values: Values; licence: Text; names: string[]; language: Language; longest: number }

/** A template node as LINE takes it; `key` is the property it stands under. Undefined: it is left out. */
function fill(node: unknown, scope: Scope, key = ''): unknown {
  if (typeof node === 'string') return fillText(node, scope, key)
  if (Array.isArray(node)) return node.flatMap((child) => fillElement(child, scope))
  if (!isObject(node)) return node
  if (isText(node)) return fillText(node[scope.language], scope, key)
  if ('$when' in node) return fill(choose(node, scope.values), scope, key)
  const filled = Object.entries(node).map(([name, child]) => [name, fill(child, scope, name)] as const)
  return Object.fromEntries(filled.filter(([, value]) => value !== undefined))
}

/** An element of a list: repeated, left out, or itself. */
function fillElement(element: unknown, scope: Scope): unknown[] {
  if (isObject(element) && '$each' in element) return repeat(element, scope)
  const filled = fill(element, scope)
  return filled === undefined ? [] : [filled].flat()
}

function repeat(node: Values, { values, ...scope }: Scope): unknown[] {
  const items = lookUp(String(node.$each), values)
  if (!Array.isArray(items)) throw new Error(`"${String(node.$each)}" is not a list`)
  const most = typeof node.most === 'number' ? node.most : items.length
  const longest = LONGEST.inList
  const within = (extra: Values) => ({ ...scope, values: { ...values, ...extra }, longest })
  const shown = items.slice(0, most).flatMap((item: unknown) => fillElement(node.do, within({ item })))
  const rest = String(items.length - most)
  return items.length > most && node.rest ? [...shown, ...fillElement(node.rest, within({ rest }))] : shown
}

function choose(node: Values, values: Values): unknown {
  const value = lookUp(String(node.$when), values)
  const isThere = value !== '' && !(Array.isArray(value) && value.length === 0)
  return (node.is === undefined ? isThere : value === node.is) ? node.do : node.else
}

/** Addresses and postback data are kept whole: a cut one would lead nowhere. */
const WHOLE = new Set(['uri', 'url', 'data'])
/** What runs over several lines: a phone would break it within a word or a date. */
const WRAPPED = new Set(['serviceTitle', 'item.label', 'summary', 'text', 'dueNote'])
/** LINE refuses these when they are empty, and a value may be. */
const NEVER_EMPTY = new Set(['text', 'label', 'displayText'])
const CLIPPED: Record<string, number> = { label: LIMITS.flexLabel, displayText: LIMITS.actionText }

function fillText(text: string, scope: Scope, key: string): string {
  const { values, licence, language, longest } = scope
  const filled = putLicenceName(text, licence, language).replace(/\{([\w.]+)\}/g, (_, path: string) => {
    const value = lookUp(path, values)
    if (typeof value !== 'string') throw new Error(`{${path}} is not a text`)
    if (WHOLE.has(key)) return value
    const shown = key === 'text' && WRAPPED.has(path) ? joined(value, scope.names) : value
    return clipGraphemes(shown, longest)
  })
  if (filled === '' && NEVER_EMPTY.has(key)) return '–'
  return CLIPPED[key] === undefined ? filled : clipGraphemes(filled, CLIPPED[key])
}

function lookUp(path: string, values: Values): unknown {
  const start: unknown = values
  const value = path.split('.').reduce((scope, key) => (isObject(scope) ? scope[key] : undefined), start)
  if (value === undefined) throw new Error(`{${path}} has no value`)
  return value
}

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (node: Values): node is Record<Language, string> =>
  Object.keys(node).length === 2 && typeof node.th === 'string' && typeof node.en === 'string'
