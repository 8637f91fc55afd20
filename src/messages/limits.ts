/**
 * What LINE accepts, checked before anything is sent, so that a message which is too long fails in a test and not in
 * front of a citizen. LINE counts most texts in UTF-16 units, but labels and the texts of actions in grapheme
 * clusters: "ติดต่อเจ้าหน้าที่" is 17 units and 11 graphemes (Messaging API, "Character counting in a text").
 */
import type { FlexNode, OutgoingMessage, QuickReply } from './message.ts'

export const LIMITS = {
  messages: 5,
  text: 5000,
  altText: 1500,
  bubbleBytes: 30 * 1024,
  carouselBytes: 50 * 1024,
  bubbles: 12,
  quickReplies: 13,
  flexLabel: 40,
  quickReplyLabel: 20,
  postbackData: 300,
  actionText: 300,
  uri: 1000,
  imageUrl: 2000,
} as const

const segmenter = new Intl.Segmenter('th', { granularity: 'grapheme' })

/** Letters as a reader sees them. */
export function graphemes(text: string): number {
  let count = 0
  for (const _ of segmenter.segment(text)) count++
  return count
}

/** The text, or its beginning and "…", in at most `max` graphemes; never cuts between a letter and its marks. */
export function clipGraphemes(text: string, max: number): string {
  if (text.length <= max) return text
  const letters = [...segmenter.segment(text)]
  return letters.length <= max ? text : `${text.slice(0, letters[max - 1]?.index).trimEnd()}…`
}

/** The same where LINE counts UTF-16 units; still cut between graphemes. */
export function clipUnits(text: string, max: number): string {
  if (text.length <= max) return text
  let end = 0
  for (const { index, segment } of segmenter.segment(text)) {
    if (index + segment.length > max - 1) break
    end = index + segment.length
  }
  return `${text.slice(0, end).trimEnd()}…`
}

/** Everything LINE would refuse in these messages of one call, as "where: why"; empty when all is well. */
export function messageFaults(messages: OutgoingMessage[]): string[] {
  const count = messages.length
  const faults = count < 1 || count > LIMITS.messages ? [`messages: ${count}, allowed are 1–5`] : []
  return [...faults, ...messages.flatMap((message, index) => oneMessage(message, `messages[${index}]`))]
}

function oneMessage(message: OutgoingMessage, path: string): string[] {
  const body =
    message.type === 'text'
      ? between(`${path}.text`, message.text.length, LIMITS.text)
      : [
          ...between(`${path}.altText`, message.altText.length, LIMITS.altText),
          ...container(message.contents, path),
          ...walk(message.contents, `${path}.contents`),
        ]
  return [...body, ...quickReply(message.quickReply, `${path}.quickReply`)]
}

function container(contents: FlexNode, path: string): string[] {
  const carousel = contents.type === 'carousel'
  const bubbles = carousel && Array.isArray(contents.contents) ? contents.contents : [contents]
  const sizes = new Set(bubbles.map((bubble) => bubble.size))
  return [
    ...bubbles.flatMap((bubble, index) =>
      between(`${path} bubble ${index}, bytes`, bytes(bubble), LIMITS.bubbleBytes),
    ),
    ...(carousel ? between(`${path} carousel, bytes`, bytes(contents), LIMITS.carouselBytes) : []),
    ...between(`${path} bubbles`, bubbles.length, LIMITS.bubbles),
    ...(sizes.size > 1 ? [`${path}: bubbles of a carousel have one size`] : []),
  ]
}

const bytes = (node: unknown) => Buffer.byteLength(JSON.stringify(node))

/** Each part of a Flex message and the parts within it. */
function walk(node: unknown, path: string): string[] {
  if (Array.isArray(node)) return node.flatMap((child, index) => walk(child, `${path}[${index}]`))
  if (!isNode(node)) return []
  const own = node.type === undefined ? [] : component(node, path)
  return [...own, ...Object.entries(node).flatMap(([key, child]) => walk(child, `${path}.${key}`))]
}

function component(node: FlexNode, path: string): string[] {
  const check = COMPONENT_CHECKS[String(node.type)]
  return check ? check(node, path) : []
}

const COMPONENT_CHECKS: Record<string, (node: FlexNode, path: string) => string[]> = {
  text: (node, path) => (node.contents ? [] : between(`${path}.text`, size(node.text), LIMITS.text)),
  image: (node, path) => address(node.url, `${path}.url`, LIMITS.imageUrl, IMAGE_SCHEMES),
  icon: (node, path) => address(node.url, `${path}.url`, LIMITS.imageUrl, IMAGE_SCHEMES),
  button: (node, path) => {
    const label = isNode(node.action) ? node.action.label : undefined
    return label === undefined ? [`${path}.action.label: a button needs one`] : []
  },
  uri: (node, path) => [
    ...flexLabel(node, path),
    ...address(node.uri, `${path}.uri`, LIMITS.uri, LINK_SCHEMES),
  ],
  postback: (node, path) => [...flexLabel(node, path), ...postback(node, path)],
  message: (node, path) => [...flexLabel(node, path), ...actionText(node.text, `${path}.text`)],
}

// LINE takes https alone for pictures; plain http stands only for a trial run on the same machine.
const IMAGE_SCHEMES = /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])/
const LINK_SCHEMES = /^(https?:\/\/|line:\/\/|tel:)/

function quickReply(reply: QuickReply | undefined, path: string): string[] {
  if (!reply) return []
  const items = reply.items.map((item) => item.action).filter(isNode)
  return [
    ...between(`${path}.items`, reply.items.length, LIMITS.quickReplies),
    ...items.flatMap((action, index) => quickAction(action, `${path}.items[${index}].action`)),
  ]
}

function quickAction(action: FlexNode, path: string): string[] {
  const label = between(`${path}.label`, graphemes(String(action.label ?? '')), LIMITS.quickReplyLabel)
  return [...label, ...component({ ...action, label: undefined }, path)]
}

function flexLabel(action: FlexNode, path: string): string[] {
  return action.label === undefined
    ? []
    : between(`${path}.label`, graphemes(String(action.label)), LIMITS.flexLabel)
}

function postback(action: FlexNode, path: string): string[] {
  const shown = action.displayText
  return [
    ...between(`${path}.data`, size(action.data), LIMITS.postbackData),
    ...(shown === undefined ? [] : actionText(shown, `${path}.displayText`)),
  ]
}

const actionText = (text: unknown, path: string) =>
  between(path, graphemes(String(text ?? '')), LIMITS.actionText)

function address(url: unknown, path: string, max: number, schemes: RegExp): string[] {
  const text = String(url ?? '')
  const faults = between(path, text.length, max)
  if (!schemes.test(text)) faults.push(`${path}: scheme is not allowed`)
  if (/[^\x21-\x7e]/.test(text)) faults.push(`${path}: must be percent-encoded`)
  return faults
}

const size = (text: unknown) => (typeof text === 'string' ? text.length : 0)

function between(path: string, count: number, max: number): string[] {
  return count >= 1 && count <= max ? [] : [`${path}: ${count}, allowed are 1–${max}`]
}

const isNode = (value: unknown): value is FlexNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
