import { createHash } from 'node:crypto'
import type { Answer, Exchange, Routes } from '../exchange.ts'
import { messageId, opaqueToken } from '../ids.ts'
import { addToChat, findByLineUserId, findPerson, isReachable, type Person, type World } from '../world.ts'
import { usedThisMonth } from './account.ts'
import { refuse } from './refuse.ts'

/** Sending messages: the reply that costs nothing and can be given once, and the push that is counted. */
export const sendRoutes: Routes = {
  'POST /v2/bot/message/reply': reply,
  'POST /v2/bot/message/push': push,
  'POST /v2/bot/message/validate/reply': () => ({ status: 200, body: {} }),
  'POST /v2/bot/message/validate/push': () => ({ status: 200, body: {} }),
}

/** The only operations that take `X-Line-Retry-Key`; with any other it is an error. */
export const RETRYABLE = ['POST /v2/bot/message/push']

type Message = { type: string; [key: string]: unknown }

const REPLY_WITHIN_DELIVERY_MS = 60 * 1000
const REPLY_WITHIN_EVENT_MS = 20 * 60 * 1000
const RETRY_KEY_MS = 24 * 3600 * 1000
const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i

function reply(exchange: Exchange): Answer {
  const { world } = exchange
  const { replyToken, messages } = exchange.body as { replyToken: string; messages: Message[] }
  const token = world.line.replyTokens.get(replyToken)
  exchange.personaId = token?.personaId
  const fault = token ? tokenFault(world, token) : 'was never given'
  if (!token || fault) {
    exchange.findings.push(`the reply token ${fault}`)
    return refuse(400, 'Invalid reply token')
  }
  token.used = true
  return { status: 200, body: deliver(world, findPerson(world, token.personaId), messages) }
}

function tokenFault(world: World, token: { used: boolean; deliveredAt: Date; eventAt: Date }) {
  const since = (at: Date) => world.clock.now().getTime() - at.getTime()
  if (token.used) return 'has been used'
  if (since(token.deliveredAt) > REPLY_WITHIN_DELIVERY_MS) return 'is older than a minute'
  if (since(token.eventAt) > REPLY_WITHIN_EVENT_MS) return 'belongs to an event of over 20 minutes ago'
  return undefined
}

function push(exchange: Exchange): Answer {
  const { world } = exchange
  const retryKey = exchange.headers['x-line-retry-key']
  const before = retryKey === undefined ? undefined : acceptedBefore(exchange, retryKey)
  if (before) return before
  if (retryKey === undefined) exchange.findings.push('a push without X-Line-Retry-Key can never be repeated')
  const { to, messages } = exchange.body as { to: string; messages: Message[] }
  const person = findByLineUserId(world, to)
  exchange.personaId = person?.id
  if (!person) return refuse(400, 'Failed to send messages')
  if (usedThisMonth(world) >= world.line.quota.limit) refuse(429, 'You have reached your monthly limit.')
  if (isReachable(world, person)) world.line.quota.used += 1
  const body = deliver(world, person, messages)
  if (retryKey !== undefined) remember(exchange, retryKey, body)
  return { status: 200, body }
}

/** The answer to a retry key that was taken within the last 24 hours: the work is done, and LINE says so with 409. */
function acceptedBefore(exchange: Exchange, retryKey: string): Answer | undefined {
  const { world, findings } = exchange
  if (!UUID.test(retryKey)) refuse(400, 'The retry key is invalid: it must be a UUID')
  const accepted = world.line.retryKeys.get(retryKey)
  if (!accepted || world.clock.now().getTime() - accepted.at.getTime() > RETRY_KEY_MS) return undefined
  if (accepted.body !== digest(exchange.bytes)) findings.push('the same retry key came with another body')
  return {
    status: 409,
    headers: { 'x-line-accepted-request-id': accepted.requestId },
    body: { message: 'The retry key is already accepted', ...(accepted.answer as object) },
  }
}

function remember({ world, bytes, requestId }: Exchange, retryKey: string, answer: unknown): void {
  world.line.retryKeys.set(retryKey, { body: digest(bytes), at: world.clock.now(), requestId, answer })
}

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** Puts the messages into the chat. To somebody out of reach LINE answers just the same, and nothing is shown. */
function deliver(world: World, person: Person | undefined, messages: Message[]) {
  const sent = messages.map((message) => {
    const id = messageId()
    if (person && isReachable(world, person)) addToChat(world, person.id, 'bot', message, id)
    return { id, quoteToken: opaqueToken() }
  })
  return { sentMessages: sent }
}
