import { createHash, timingSafeEqual } from 'node:crypto'
import type { Exchange, Routes } from '../exchange.ts'
import { BOT } from '../settings.ts'
import { testWebhook } from '../webhooks.ts'
import { changed, findByLineUserId, type World } from '../world.ts'
import { refuse, refuseBody } from './refuse.ts'

/** What a bot may ask about itself and its friends. */
export const accountRoutes: Routes = {
  'GET /v2/bot/info': ({ world }) => ({
    status: 200,
    body: { ...BOT, displayName: world.settings.botName, chatMode: 'bot', markAsReadMode: 'auto' },
  }),
  'GET /v2/bot/profile/:userId': profile,
  'POST /v2/bot/chat/loading/start': startLoading,
  'GET /v2/bot/message/quota': ({ world }) => ({
    status: 200,
    body: { type: 'limited', value: world.line.quota.limit },
  }),
  'GET /v2/bot/message/quota/consumption': ({ world }) => ({
    status: 200,
    body: { totalUsage: usedThisMonth(world) },
  }),
  'GET /v2/bot/channel/webhook/endpoint': ({ world }) => ({
    status: 200,
    body: { endpoint: world.line.webhookEndpoint, active: true },
  }),
  'PUT /v2/bot/channel/webhook/endpoint': setWebhookEndpoint,
  'POST /v2/bot/channel/webhook/test': async ({ world, body }) => ({
    status: 200,
    body: await testWebhook(world, (body as { endpoint?: string } | undefined)?.endpoint),
  }),
}

/** LINE counts by calendar month; whether of Bangkok is not documented, and assumed here. */
export function usedThisMonth(world: World): number {
  const month = world.clock.now().toLocaleDateString('en-CA', { timeZone: 'Asia/Bangkok' }).slice(0, 7)
  const { quota } = world.line
  if (quota.month !== month) Object.assign(quota, { month, used: 0 })
  return quota.used
}

const USER_ID = /^U[0-9a-f]{32}$/

function profile(exchange: Exchange) {
  const { userId = '' } = exchange.params
  if (!USER_ID.test(userId)) refuse(400, "The value for the 'userId' parameter is invalid")
  const person = findByLineUserId(exchange.world, userId)
  if (!person || person.blocked || !(person.following || person.wroteAt)) return refuse(404, 'Not found')
  exchange.personaId = person.id
  return { status: 200, body: { userId, displayName: person.displayName, language: 'th' } }
}

function startLoading(exchange: Exchange) {
  const { world } = exchange
  const { chatId, loadingSeconds = 20 } = exchange.body as { chatId: string; loadingSeconds?: number }
  if (!USER_ID.test(chatId)) refuse(400, 'The property, chatId, in the request body is invalid')
  if (loadingSeconds < 5 || loadingSeconds > 60)
    refuseBody([{ message: 'Must be between 5 and 60', property: 'loadingSeconds' }])
  if (loadingSeconds % 5 !== 0)
    refuseBody([{ message: 'must be a multiple of five', property: 'loadingSeconds' }])
  const person = findByLineUserId(world, chatId)
  if (person) {
    exchange.personaId = person.id
    world.loading.set(person.id, new Date(world.clock.now().getTime() + loadingSeconds * 1000))
    changed(world)
  }
  return { status: 202, body: {} }
}

function setWebhookEndpoint({ world, body }: Exchange) {
  const { endpoint } = body as { endpoint: string }
  const url = URL.parse(endpoint)
  const isOurBot = url?.origin === new URL(world.settings.botBaseUrl).origin
  if (!url || (url.protocol !== 'https:' && !isOurBot)) refuse(400, 'Invalid webhook endpoint URL')
  world.line.webhookEndpoint = endpoint
  return { status: 200, body: {} }
}

/** The channel's own access token, which every call of the Messaging API carries. */
export function requireChannelToken({ world, headers }: Exchange): void {
  const given = headers.authorization ?? ''
  if (isSame(given, `Bearer ${world.settings.channelToken}`)) return
  refuse(
    401,
    'Authentication failed due to the following reason: invalid token. Confirm that the access token in the authorization header is valid.',
  )
}

function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
