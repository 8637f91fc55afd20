import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from '../config.ts'
import type { Messenger } from '../context.ts'
import type { Logger } from '../logger.ts'
import { MessageNotSent } from '../messages/failure.ts'

type Settings = Pick<Config, 'LINE_DATA_API_BASE_URL' | 'LINE_CHANNEL_ACCESS_TOKEN'>

/** How often, and how long apart, LINE is asked whether it has finished preparing. Their sum fits a chat's lease. */
const TRIES = 4
const PAUSE_MS = 1_000

/**
 * What people sent, from LINE's data origin. NOTE by plain `fetch`: the SDK's stream loses a connection that breaks in
 * the middle as an unhandled rejection, and gives an empty one while LINE is still preparing (bot-sdk 11.2).
 */
export function createContentReader(settings: Settings, log: Logger): Messenger['content'] {
  const ask = async (operation: string, path: string) => {
    const headers = { authorization: `Bearer ${settings.LINE_CHANNEL_ACCESS_TOKEN}` }
    const url = new URL(path, settings.LINE_DATA_API_BASE_URL)
    const response = await reached(fetch(url, { headers }))
    const requestId = response.headers.get('x-line-request-id') ?? ''
    log.info({ event: 'line.call', operation, status: response.status, requestId })
    return response
  }
  return async (messageId, maxBytes) => {
    const path = `/v2/bot/message/${encodeURIComponent(messageId)}/content`
    for (let tries = 0; tries < TRIES; tries++) {
      const response = await ask('content', path)
      if (response.status !== 202) return readContent(response, maxBytes)
      await response.body?.cancel()
      const prepared = await preparation(await ask('transcoding', `${path}/transcoding`))
      if (prepared === 'failed') return 'gone'
      if (prepared !== 'succeeded') await sleep(PAUSE_MS)
    }
    return 'preparing'
  }
}

async function readContent(response: Response, maxBytes: number): ReturnType<Messenger['content']> {
  const { status, body, headers } = response
  if (status === 404 || status === 410) return 'gone'
  if (status === 401 || status === 403) throw new MessageNotSent('unauthorised', `content ${status}`)
  if (status === 429) throw new MessageNotSent('rate_limit', 'content 429')
  if (status !== 200 || !body) throw new MessageNotSent('unavailable', `content ${status}`)
  if (Number(headers.get('content-length')) > maxBytes) {
    await body.cancel()
    return 'too_large'
  }
  return reached(upTo(maxBytes, body))
}

/** Stops where it grows too large: what a length header says is a promise only. */
async function upTo(maxBytes: number, body: ReadableStream<Uint8Array>): Promise<Buffer | 'too_large'> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body) {
    size += part.length
    if (size > maxBytes) return 'too_large'
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** A broken line may be tried again. */
async function reached<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (cause) {
    throw new MessageNotSent('unavailable', 'content: no answer', { cause })
  }
}

async function preparation(response: Response): Promise<string> {
  const answer: unknown = response.ok ? await response.json() : {}
  return typeof answer === 'object' && answer !== null && 'status' in answer ? String(answer.status) : ''
}
