import { createHash, createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { createIngest, type IncomingEvent } from '../messages/ingest.ts'

/**
 * LINE's webhook. The signature is checked over the very bytes that arrived, the events are committed, and only then
 * LINE is told 200; nothing else happens in the request, because LINE waits two seconds. What is not understood
 * (new event types, new fields) is kept all the same and left alone by the conversation.
 */
type Webhook = { ctx: Pick<Context, 'config' | 'db' | 'clock' | 'log' | 'wakeRelay'> }

const BODY_LIMIT = 2 * 1024 * 1024

/** Mount with `app.register(lineWebhook, { ctx })`: the parser of raw bytes stays within. */
export async function lineWebhook(app: FastifyInstance, { ctx }: Webhook): Promise<void> {
  const keys = [ctx.config.LINE_CHANNEL_SECRET, ctx.config.LINE_CHANNEL_SECRET_PREVIOUS].flatMap(signingKey)
  const ingest = createIngest(ctx.db, { slots: ctx.config.DATABASE_URL ? 2 : 1 })

  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

  const options = { bodyLimit: BODY_LIMIT, config: { access: 'public' } } as const
  app.post('/webhook/line', options, async (request, reply) => {
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    if (!isSigned(bytes, request.headers['x-line-signature'], keys)) return reply.code(401).send({})
    const body = parseJson(bytes)
    if (!isObject(body)) return reply.code(400).send({})
    const events = incomingEvents(body, ctx.clock.now())
    if (events.length === 0) return reply.send({})
    try {
      await ingest(events)
    } catch (error) {
      ctx.log.error({ event: 'webhook.not_stored', events: events.length, err: error })
      return reply.code(503).send({})
    }
    ctx.wakeRelay()
    return reply.send({})
  })
}

// NOTE one KeyObject, made once: createHmac with a string or Buffer key takes four times as long on Node 24.
function signingKey(secret: string | undefined): KeyObject[] {
  return secret ? [createSecretKey(Buffer.from(secret))] : []
}

/** True when one of the keys signed these bytes: the current secret, or the one before it while it is being changed. */
export function isSigned(
  bytes: Buffer,
  signature: string | string[] | undefined,
  keys: KeyObject[],
): boolean {
  if (typeof signature !== 'string') return false
  const given = Buffer.from(signature, 'base64')
  return keys.some((key) => {
    const expected = createHmac('sha256', key).update(bytes).digest()
    return given.length === expected.length && timingSafeEqual(given, expected)
  })
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

function incomingEvents(body: Record<string, unknown>, receivedAt: Date): IncomingEvent[] {
  const events = Array.isArray(body.events) ? body.events.filter(isObject) : []
  return events.map((event) => ({
    eventId: shortText(event.webhookEventId) ?? fingerprint(event),
    lineUserId: isObject(event.source) ? shortText(event.source.userId) : undefined,
    occurredAt: instant(event.timestamp) ?? receivedAt,
    receivedAt,
    body: event,
  }))
}

/** An id as LINE writes them; anything else is no id. */
const shortText = (value: unknown) =>
  typeof value === 'string' && /^[\x21-\x7e]{1,64}$/.test(value) ? value : undefined

function instant(value: unknown): Date | undefined {
  const isPossible = typeof value === 'number' && value > 0 && value < 4e12
  return isPossible ? new Date(value) : undefined
}

/** An event without an id is known again by its content. */
const fingerprint = (event: object) =>
  `sha256:${createHash('sha256').update(JSON.stringify(event)).digest('hex')}`.slice(0, 64)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
