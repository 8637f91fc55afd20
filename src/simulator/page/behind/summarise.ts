/** One log entry in three short texts: a badge, what it was about, and where it went. */
import type { LogEntry } from '../../api.ts'
import { type FlexNode, nodeOf, nodesOf, textOf } from '../flex/node.ts'

export type Summary = { badge: string; heading: string; detail?: string }

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
  const messages = nodesOf(nodeOf(nodeOf(entry.body)?.request)?.messages)
  if (messages.length === 0) return { badge, heading: shortPath(entry.title) }
  return { badge, heading: messages.map(describe).join(' + '), detail: entry.title }
}

function shortPath(title: string): string {
  return title.replace(/\/[Ur][0-9a-f]{32}|\/richmenu-[0-9a-f]{32}/g, '/…')
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
