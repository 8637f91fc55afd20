import { createHmac } from 'node:crypto'
import { validateSignature } from '@line/bot-sdk'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sign } from '../../src/simulator/webhooks.ts'
import { KAMON, openStage, type Stage } from './bot.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())
beforeEach(async () => {
  stage.answers.status = 200
  await stage.simulator.reset()
  stage.webhooks.length = 0
})

const heard = () => stage.webhooks.flatMap(({ body }) => body.events)
const isSigned = ({ bytes, headers }: Stage['webhooks'][number]) =>
  validateSignature(bytes, 'simulator-channel-secret', String(headers['x-line-signature'] ?? ''))

test('LINE’s published signature comes out', () => {
  const body = '{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}'
  expect(sign(body, '8c570fa6dd201bb328f1c1eac23a96d8')).toBe('GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=')
})

test('a text arrives signed over its exact bytes, as LINE sends it', async () => {
  await stage.simulator.text('kamon', 'ค่าธรรมเนียมเท่าไหร่')
  const [webhook] = stage.webhooks
  expect(webhook && isSigned(webhook)).toBe(true)
  expect(webhook?.headers).toMatchObject({
    'user-agent': 'LineBotWebhook/2.0',
    'content-type': 'application/json; charset=utf-8',
  })
  expect(stage.lastEvent()).toMatchObject({
    type: 'message',
    mode: 'active',
    source: { type: 'user', userId: KAMON },
    deliveryContext: { isRedelivery: false },
    message: { type: 'text', text: 'ค่าธรรมเนียมเท่าไหร่' },
    replyToken: expect.stringMatching(/^[0-9a-f]{32}$/),
    webhookEventId: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/),
  })
})

test('following, blocking, tapping and sending a file are told, and each webhook fits LINE’s schema', async () => {
  const { simulator } = stage
  await simulator.follow('kamon')
  await simulator.block('kamon')
  await simulator.follow('kamon')
  await simulator.action('kamon', { type: 'postback', data: 'topic=fee', displayText: 'ค่าธรรมเนียม' })
  await simulator.action('kamon', { type: 'message', label: 'สถานะ', text: 'สถานะ' })
  const picked = { type: 'datetimepicker', data: 'when', mode: 'date' }
  await simulator.action('kamon', picked, { date: '2026-11-21' })
  await simulator.image('kamon', Buffer.from('ภาพ'), 'image/png')
  await simulator.file('kamon', Buffer.from('เอกสาร'), 'แผนที่.pdf')
  expect(heard().map((event) => event.message?.type ?? event.type)).toEqual([
    'follow',
    'unfollow',
    'follow',
    'postback',
    'text',
    'postback',
    'image',
    'file',
  ])
  expect(heard()[2]).toMatchObject({ follow: { isUnblocked: true } })
  expect(heard()[1]).not.toHaveProperty('replyToken')
  expect(await simulator.findings()).toEqual([])
  const { chats } = await simulator.state()
  expect(chats.kamon?.[0]?.message).toEqual({ type: 'text', text: 'ค่าธรรมเนียม' })
})

test('what people send can be fetched from the data origin, and not from the API origin', async () => {
  await stage.simulator.image('kamon', Buffer.from('ภาพ'), 'image/png')
  const { id } = stage.lastEvent().message
  const { httpResponse, body } = await stage.blobs.getMessageContentWithHttpInfo(id)
  const chunks: Buffer[] = []
  for await (const chunk of body) chunks.push(chunk as Buffer)
  expect(String(Buffer.concat(chunks))).toBe('ภาพ')
  expect(httpResponse.headers.get('content-type')).toBe('image/png')
  const wrongHost = `${stage.simulator.origins.api}/v2/bot/message/${id}/content`
  const headers = { authorization: 'Bearer simulator-channel-token' }
  expect((await fetch(wrongHost, { headers })).status).toBe(404)
})

test('a uri action gives the address to open and tells the bot nothing', async () => {
  const after = await stage.simulator.action('kamon', { type: 'uri', uri: 'tel:021234567' })
  expect(after).toEqual({ open: 'tel:021234567' })
  expect(heard()).toEqual([])
})

test('an event that was not answered 2xx comes again, with the same id and a token that still serves', async () => {
  stage.answers.status = 500
  await stage.simulator.text('kamon', 'สวัสดี')
  stage.answers.status = 200
  await stage.simulator.waitFor(() => stage.webhooks.length === 2)
  const [first, second] = heard()
  expect(second).toEqual({ ...first, deliveryContext: { isRedelivery: true } })
  await stage.client.replyMessage({
    replyToken: second?.replyToken ?? '',
    messages: [{ type: 'text', text: 'ตอบ' }],
  })
  const [failed] = await stage.simulator.findings()
  expect(failed).toMatchObject({ kind: 'webhook', status: 500 })
})

test('held events go in one body, or the other way round', async () => {
  const { simulator } = stage
  await simulator.holdWebhooks()
  await simulator.text('kamon', 'หนึ่ง')
  await simulator.text('teeradet', 'สอง')
  expect(heard()).toEqual([])
  await simulator.releaseWebhooks({ together: true, reversed: true })
  expect(stage.webhooks).toHaveLength(1)
  expect(heard().map((event) => event.message.text)).toEqual(['สอง', 'หนึ่ง'])
})

test('faults on order: a wrong signature, none, and the same event twice', async () => {
  const { simulator } = stage
  for (const fault of ['bad-signature', 'no-signature', 'duplicate'] as const)
    await simulator.fault('webhook', fault)
  await simulator.fault('webhook', 'duplicate', 1)
  await simulator.text('kamon', 'หนึ่ง')
  await simulator.text('kamon', 'สอง')
  await simulator.text('kamon', 'สาม')
  expect(stage.webhooks.map(isSigned)).toEqual([false, false, true, true])
  const ids = heard().map((event) => event.webhookEventId)
  expect(ids[2]).toBe(ids[3])
})

test('any event can be sent, known to LINE or not', async () => {
  const status = await stage.simulator.rawWebhook([{ type: 'newEventType', mode: 'active', more: 1 }])
  expect(status).toBe(200)
  expect(await stage.simulator.rawWebhook([], 'missing')).toBe(200)
  expect(stage.webhooks.map(isSigned)).toEqual([true, false])
})

test('Verify sends an empty, signed body', async () => {
  const { success } = await stage.client.testWebhookEndpoint({})
  expect(success).toBe(true)
  expect(heard()).toEqual([])
  expect(stage.webhooks.every(isSigned)).toBe(true)
})

test('the signature is a plain HMAC-SHA256 of UTF-8', () => {
  const body = JSON.stringify({ text: 'ใบอนุญาต' })
  expect(sign(body, 'secret')).toBe(createHmac('sha256', 'secret').update(Buffer.from(body)).digest('base64'))
})
