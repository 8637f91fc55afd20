/** One log entry in three short texts: a badge, what it was about, and where it went. */
import type { LogEntry } from '../../api.ts'
import { type FlexNode, nodeOf, nodesOf, textOf } from '../flex/node.ts'

type Summary = { badge: string; heading: string; detail?: string }

const CALLS: readonly (readonly [path: RegExp, badge: string])[] = [
  [/message\/reply/, 'reply'],
  [/message\/push/, 'push'],
  [/message\/multicast/, 'multicast'],
  [/message\/broadcast/, 'broadcast'],
  [/richmenu/, 'menu'],
  [/loading/, 'loading'],
  [/markAsRead/, 'read'],
  [/profile/, 'profile'],
  [/token/, 'token'],
]

export function summarise(entry: LogEntry): Summary {
  if (entry.kind === 'webhook') return { badge: 'webhook', heading: entry.title, detail: saidIn(entry.body) }
  if (entry.kind !== 'api') return { badge: entry.kind, heading: entry.title }
  const badge = CALLS.find(([path]) => path.test(entry.title))?.[1] ?? 'api'
  const messages = nodesOf(nodeOf(entry.body)?.messages)
  const heading = messages.length > 0 ? messages.map(describe).join(' + ') : operationOf(entry.title)
  return { badge, heading, detail: entry.title }
}

/** `POST /v2/bot/chat/loading/start` → `chat/loading/start`; ids give way to dots. */
function operationOf(title: string): string {
  return title.replace(/^\w+ (\/v2\/bot)?\//, '').replace(/\b(U|richmenu-)[0-9a-f]{32}/g, '…')
}

/** `flex + quickReply(3)` */
function describe(message: FlexNode): string {
  const replies = nodesOf(nodeOf(message.quickReply)?.items).length
  return `${textOf(message.type) ?? '?'}${replies > 0 ? ` + quickReply(${replies})` : ''}`
}

/** What the person said or tapped, out of a webhook's first event. */
function saidIn(body: unknown): string | undefined {
  const webhook = nodeOf(body) ?? {}
  const event = nodesOf(webhook.events)[0] ?? webhook
  const said = textOf(nodeOf(event.message)?.text) ?? textOf(nodeOf(event.postback)?.data)
  return said === undefined ? undefined : `"${said}"`
}

/** What went over the line: the request, and the answer where there was one. */
export function exchangeOf({ body, answer }: LogEntry): unknown {
  return answer === undefined ? body : { request: body, answer }
}
