import { createHmac } from 'node:crypto'
import Fastify from 'fastify'
import type { Config } from '../../src/config.ts'
import type { Database } from '../../src/db/client.ts'
import { lineWebhook } from '../../src/line/webhook.ts'
import { createLogger } from '../../src/logger.ts'

export const SECRET = 'a-channel-secret'
export const OLD_SECRET = 'the-secret-before'
export const silent = createLogger('silent')

export const sign = (body: string | Buffer, secret = SECRET) =>
  createHmac('sha256', secret).update(body).digest('base64')

type Settings = Pick<Config, 'LINE_CHANNEL_SECRET' | 'LINE_CHANNEL_SECRET_PREVIOUS'>

/** The webhook alone on a server, with the database given; `wakes` counts how often the relay was woken. */
export async function startWebhook(db: Database, settings: Partial<Settings> = {}) {
  const app = Fastify()
  const woken = { times: 0 }
  const config = {
    LINE_CHANNEL_SECRET: SECRET,
    LINE_CHANNEL_SECRET_PREVIOUS: OLD_SECRET,
    ...settings,
  } as Config
  const wakeRelay = () => {
    woken.times += 1
  }
  const clock = { now: () => new Date('2026-11-23T03:00:00Z') }
  await app.register(lineWebhook, { ctx: { config, db, clock, log: silent, wakeRelay } })
  const post = (body: string | Buffer, signature: string | undefined = sign(body)) =>
    app.inject({
      method: 'POST',
      url: '/webhook/line',
      payload: body,
      headers: { 'content-type': 'application/json; charset=utf-8', 'x-line-signature': signature },
    })
  return { app, post, woken }
}

let serial = 0
/** A text event as LINE sends it. */
export function textEvent(over: Record<string, unknown> = {}): Record<string, unknown> {
  serial += 1
  return {
    type: 'message',
    mode: 'active',
    timestamp: 1_795_400_000_000 + serial,
    webhookEventId: `01JD${String(serial).padStart(22, '0')}`,
    deliveryContext: { isRedelivery: false },
    source: { type: 'user', userId: 'U0000000000000000000000000000000a' },
    replyToken: `token-${serial}`,
    message: { type: 'text', id: String(serial), text: 'ค่าธรรมเนียมเท่าไหร่' },
    ...over,
  }
}

export const webhookBody = (...events: unknown[]) =>
  JSON.stringify({ destination: 'U8e742f61d673b39c7fff3cecb7536ef0', events })
