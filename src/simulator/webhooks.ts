import { createHmac } from 'node:crypto'
import { type FaultName, takeFault } from './faults.ts'
import { hex32, ulid } from './ids.ts'
import { schemaFindings } from './line/schemas.ts'
import { BOT } from './settings.ts'
import { changed, findPerson, later, type WebhookEvent, type World, writeLog } from './world.ts'

/**
 * LINE's sender of webhooks: signs the exact bytes, waits two seconds for a 2xx, and sends what was not answered again
 * some seconds later with the same event id and reply token.
 */
type Delivery = { event: WebhookEvent; personaId: string }
export type Signature = 'good' | 'bad' | 'missing'

const TIMEOUT_MS = 2000

/** An event of this person, delivered at once unless delivery is held. Resolves when the first try was answered. */
export async function emit(
  world: World,
  personaId: string,
  what: WebhookEvent,
  options: { replyable: boolean } = { replyable: true },
): Promise<void> {
  const delivery = { event: complete(world, personaId, what, options.replyable), personaId }
  if (world.line.held) {
    world.line.held.push(delivery)
    return
  }
  await deliver(world, [delivery])
}

/** Keeps events back, so that they can be sent together or the other way round. */
export function holdWebhooks(world: World): void {
  world.line.held ??= []
}

export async function releaseWebhooks(
  world: World,
  how: { together?: boolean; reversed?: boolean },
): Promise<void> {
  const held = world.line.held ?? []
  world.line.held = undefined
  const deliveries = how.reversed ? held.toReversed() : held
  if (how.together) await deliver(world, deliveries)
  else for (const delivery of deliveries) await deliver(world, [delivery])
}

/** Sends these events as they are, known to LINE or not, with any signature. Nothing is repeated. */
export async function sendRawWebhook(world: World, events: WebhookEvent[], signature: Signature) {
  return post(world, events, { title: 'raw webhook', signature })
}

/** What the console's Verify button does: a body without events. */
export async function testWebhook(world: World, endpoint = world.line.webhookEndpoint) {
  const status = await post(world, [], { title: 'test', signature: 'good', endpoint })
  const success = status >= 200 && status < 300
  const reason = success ? 'OK' : status === 0 ? 'COULD_NOT_CONNECT' : 'ERROR_STATUS_CODE'
  const timestamp = world.clock.now().toISOString()
  return { success, timestamp, statusCode: status, reason, detail: String(status) }
}

function complete(world: World, personaId: string, what: WebhookEvent, replyable: boolean): WebhookEvent {
  const at = world.clock.now()
  const event: WebhookEvent = {
    ...what,
    webhookEventId: ulid(at),
    deliveryContext: { isRedelivery: false },
    timestamp: at.getTime(),
    source: { type: 'user', userId: findPerson(world, personaId)?.lineUserId },
    mode: 'active',
  }
  if (!replyable) return event
  const replyToken = hex32()
  world.line.replyTokens.set(replyToken, { personaId, eventAt: at, deliveredAt: at, used: false })
  return { ...event, replyToken }
}

const SIGNATURES: { [fault in FaultName]?: Signature } = { 'bad-signature': 'bad', 'no-signature': 'missing' }

async function deliver(world: World, deliveries: Delivery[], attempt = 0): Promise<void> {
  const { story } = world
  const fault = takeFault(world, 'webhook')
  for (const { event } of deliveries) renewToken(world, event)
  const events = deliveries.map(({ event }) => ({
    ...event,
    deliveryContext: { isRedelivery: attempt > 0 },
  }))
  const call: Call = {
    title: deliveries.length === 1 && events[0] ? titleOf(events[0]) : `${deliveries.length} events`,
    personaId: deliveries.length === 1 ? deliveries[0]?.personaId : undefined,
    signature: (fault && SIGNATURES[fault]) ?? 'good',
  }
  const status = fault === 'lost' ? 0 : await post(world, events, call)
  if (fault === 'duplicate') await post(world, events, { ...call, title: `${call.title} (duplicate)` })
  const pause = world.settings.redeliveryPausesMs[attempt]
  if (!isSuccess(status) && pause !== undefined)
    later(world, { story, milliseconds: pause }, () => void deliver(world, deliveries, attempt + 1))
}

/** A redelivered event may be answered within a minute of its arrival, unless it was answered already. */
function renewToken(world: World, event: WebhookEvent): void {
  const token = world.line.replyTokens.get(String(event.replyToken))
  if (token) token.deliveredAt = world.clock.now()
}

type Call = { title: string; signature: Signature; personaId?: string; endpoint?: string }

/** Gives the bot's status, 0 when none came in time. */
async function post(world: World, events: WebhookEvent[], call: Call): Promise<number> {
  const body = { destination: BOT.userId, events }
  const entry = writeLog(world, {
    kind: 'webhook',
    title: call.title,
    personaId: call.personaId,
    status: 0,
    findings: call.title === 'raw webhook' ? [] : ownFaults(body),
    body,
  })
  const { status, finding } = await send(world, JSON.stringify(body), call)
  entry.status = status
  if (finding) entry.findings.push(finding)
  changed(world)
  return status
}

async function send(world: World, body: string, call: Call): Promise<{ status: number; finding?: string }> {
  const headers: Record<string, string> = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'LineBotWebhook/2.0',
  }
  if (call.signature !== 'missing') headers['x-line-signature'] = signatureOf(world, body, call.signature)
  try {
    const response = await fetch(call.endpoint ?? world.line.webhookEndpoint, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    await response.arrayBuffer()
    return isSuccess(response.status)
      ? { status: response.status }
      : { status: response.status, finding: 'error_status_code: the bot did not answer 2xx' }
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError'
    return {
      status: 0,
      finding: isLate ? 'request_timeout: no answer within 2 seconds' : 'could_not_connect',
    }
  }
}

export function sign(body: string, channelSecret: string): string {
  return createHmac('sha256', channelSecret).update(body, 'utf8').digest('base64')
}

function signatureOf(world: World, body: string, signature: Signature): string {
  return sign(body, signature === 'good' ? world.settings.channelSecret : 'another-secret')
}

/** What we send must itself be what LINE sends. */
function ownFaults(body: unknown): string[] {
  return schemaFindings('webhook', 'CallbackRequest', body).map(
    ({ property, message }) => `our own webhook: ${property} ${message}`,
  )
}

function titleOf(event: WebhookEvent): string {
  const message = event.message as { type?: string } | undefined
  return message?.type ? `${event.type} · ${message.type}` : event.type
}

const isSuccess = (status: number) => status >= 200 && status < 300
