import { HTTPFetchError, messagingApi } from '@line/bot-sdk'
import type { Config } from '../config.ts'
import type { Messenger } from '../context.ts'
import type { Logger } from '../logger.ts'
import { type FailureReason, MessageNotSent } from '../messages/failure.ts'
import { messageFaults } from '../messages/limits.ts'
import type { OutgoingMessage } from '../messages/message.ts'
import { createContentReader } from './content.ts'
import { menuAlias } from './rich-menu.ts'
import { boundOutgoingCalls } from './timeouts.ts'

type Settings = Pick<Config, 'LINE_API_BASE_URL' | 'LINE_DATA_API_BASE_URL' | 'LINE_CHANNEL_ACCESS_TOKEN'>
/** What LINE said, as far as we go by it. The wording is LINE's and may change: the status comes first. */
type Answer = { status: number; message: string; requestId: string }

/** LINE's chat through the Messaging API. Throws MessageNotSent; logs each call by LINE's request id, never its content. */
export function createMessenger(settings: Settings, log: Logger): Messenger {
  boundOutgoingCalls()
  const client = new messagingApi.MessagingApiClient({
    channelAccessToken: settings.LINE_CHANNEL_ACCESS_TOKEN,
    baseURL: settings.LINE_API_BASE_URL,
  })

  return {
    async reply(token, messages) {
      check(messages)
      const request = { replyToken: token, messages: asLine(messages) }
      const refused = (answer: Answer) => answer.status === 400 && /reply token/i.test(answer.message)
      const sent = await call(log, 'reply', () => client.replyMessageWithHttpInfo(request), refused)
      return sent ? 'sent' : 'refused'
    },

    async push(lineUserId, messages, retryKey) {
      check(messages)
      const request = { to: lineUserId, messages: asLine(messages) }
      // 409: this retry key was accepted before, so the message is on its way already.
      const accepted = (answer: Answer) => answer.status === 409
      await call(log, 'push', () => client.pushMessageWithHttpInfo(request, retryKey), accepted)
    },

    async profile(lineUserId) {
      const untold = (answer: Answer) => [400, 403, 404].includes(answer.status)
      const found = await call(log, 'profile', () => client.getProfileWithHttpInfo(lineUserId), untold)
      return found && { displayName: found.body.displayName, language: found.body.language }
    },

    async showMenu(lineUserId, { tab, language }) {
      const unknown = (answer: Answer) => answer.status === 404
      const alias = menuAlias(tab, language)
      const found = await call(log, 'menu', () => client.getRichMenuAliasWithHttpInfo(alias), unknown)
      const id = found?.body.richMenuId
      if (id) await call(log, 'menu', () => client.linkRichMenuIdToUserWithHttpInfo(lineUserId, id), unknown)
    },

    content: createContentReader(settings, log),
  }
}

function check(messages: OutgoingMessage[]): void {
  const faults = messageFaults(messages)
  if (faults.length > 0) throw new MessageNotSent('rejected', faults.join('; '))
}

/** Our messages are written in LINE's own form and checked above; the SDK's types name every kind there is. */
const asLine = (messages: OutgoingMessage[]) => messages as messagingApi.Message[]

type Response<T> = { httpResponse: globalThis.Response; body: T }

/** One call: its response; undefined where LINE's refusal is an `expected` one; otherwise throws MessageNotSent. */
async function call<T>(
  log: Logger,
  operation: string,
  send: () => Promise<Response<T>>,
  expected: (answer: Answer) => boolean,
): Promise<Response<T> | undefined> {
  const startedAt = performance.now()
  const note = ({ status, requestId }: Pick<Answer, 'status' | 'requestId'>) =>
    log.info({
      event: 'line.call',
      operation,
      status,
      requestId,
      ms: Math.round(performance.now() - startedAt),
    })
  try {
    const response = await send()
    note({ status: response.httpResponse.status, requestId: requestIdOf(response.httpResponse.headers) })
    return response
  } catch (error) {
    const answer = answerOf(error)
    note(answer)
    if (expected(answer)) return undefined
    throw new MessageNotSent(reasonOf(answer), `${operation} ${answer.status} ${answer.requestId}`, {
      cause: error,
    })
  }
}

/** Status 0: no answer came at all. */
function answerOf(error: unknown): Answer {
  if (!(error instanceof HTTPFetchError)) return { status: 0, message: '', requestId: '' }
  return { status: error.status, message: messageOf(error.body), requestId: requestIdOf(error.headers) }
}

function messageOf(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body)
    return typeof parsed === 'object' && parsed !== null && 'message' in parsed ? String(parsed.message) : ''
  } catch {
    return ''
  }
}

const requestIdOf = (headers: Headers) => headers.get('x-line-request-id') ?? ''

const REASONS: Partial<Record<number, FailureReason>> = { 401: 'unauthorised', 403: 'unauthorised' }

function reasonOf({ status, message }: Answer): FailureReason {
  if (status === 429) return /monthly/i.test(message) ? 'monthly_limit' : 'rate_limit'
  if (status === 0 || status >= 500) return 'unavailable'
  return REASONS[status] ?? 'rejected'
}
