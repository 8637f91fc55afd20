import { messagingApi } from '@line/bot-sdk'
import fastify from 'fastify'
import type { SimulatorOptions } from '../../src/simulator/settings.ts'
import { type Simulator, startSimulator } from '../../src/simulator/start.ts'

/** A bot that remembers what reaches it and answers as told, and the simulator around it. */
export type Heard = { headers: Record<string, unknown>; bytes: Buffer; body: { events: HeardEvent[] } }
export type HeardEvent = {
  type: string
  replyToken: string
  webhookEventId: string
  deliveryContext: { isRedelivery: boolean }
  source: { userId: string }
  message: { id: string; type: string; text: string }
  postback: { data: string; params?: Record<string, string> }
}
export type Stage = {
  simulator: Simulator
  client: messagingApi.MessagingApiClient
  blobs: messagingApi.MessagingApiBlobClient
  webhooks: Heard[]
  notices: Record<string, unknown>[]
  /** What the bot answers to webhooks. */
  answers: { status: number; notice: unknown }
  lastToken(): string
  lastEvent(): HeardEvent
  close(): Promise<void>
}

export const KAMON = 'U0000000000000000000000000000000a'

export async function openStage(options: Partial<SimulatorOptions> = {}): Promise<Stage> {
  const webhooks: Heard[] = []
  const notices: Record<string, unknown>[] = []
  const answers: Stage['answers'] = { status: 200, notice: { resCode: '00', resDesc: 'success' } }
  const bot = fastify({ forceCloseConnections: true })
  bot.removeAllContentTypeParsers()
  bot.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  bot.post('/webhook/line', (request, reply) => {
    const bytes = request.body as Buffer
    webhooks.push({ headers: request.headers, bytes, body: JSON.parse(String(bytes)) })
    reply.code(answers.status).send({})
  })
  bot.post('/bank/scb/notice', (request) => {
    notices.push(JSON.parse(String(request.body)))
    return answers.notice
  })
  const botBaseUrl = await bot.listen({ host: '127.0.0.1', port: 0 })
  const simulator = await startSimulator({
    botBaseUrl,
    redeliveryPausesMs: [50, 50],
    noticePauseMs: 50,
    ...options,
  })
  const channelAccessToken = simulator.env.LINE_CHANNEL_ACCESS_TOKEN ?? ''
  const lastEvent = () => {
    const event = webhooks.at(-1)?.body.events.at(-1)
    if (!event) throw new Error('The bot has heard nothing yet')
    return event
  }
  return {
    simulator,
    client: new messagingApi.MessagingApiClient({ channelAccessToken, baseURL: simulator.origins.api }),
    blobs: new messagingApi.MessagingApiBlobClient({ channelAccessToken, baseURL: simulator.origins.data }),
    webhooks,
    notices,
    answers,
    lastEvent,
    lastToken: () => lastEvent().replyToken,
    async close() {
      await simulator.close()
      await bot.close()
    },
  }
}
