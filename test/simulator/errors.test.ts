import { randomUUID } from 'node:crypto'
import { HTTPFetchError } from '@line/bot-sdk'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { KAMON, openStage, type Stage } from './bot.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage({ friends: ['kamon'] })
})
afterAll(() => stage.close())
beforeEach(() => stage.simulator.reset())

const PUSH = 'POST /v2/bot/message/push'
const hello = { type: 'text' as const, text: 'สวัสดี' }
const push = (key: string = randomUUID()) => stage.client.pushMessage({ to: KAMON, messages: [hello] }, key)
const statusOf = (call: Promise<unknown>) =>
  call.then(
    () => 200,
    (error: unknown) => (error instanceof HTTPFetchError ? error.status : 'no answer'),
  )

function post(path: string, body: string, headers: Record<string, string> = {}) {
  return fetch(stage.simulator.origins.api + path, {
    method: 'POST',
    headers: {
      authorization: 'Bearer simulator-channel-token',
      'content-type': 'application/json',
      ...headers,
    },
    body,
  })
}

test.each([
  ['a wrong token', '/v2/bot/message/push', '{}', { authorization: 'Bearer wrong' }, 401],
  ['no JSON', '/v2/bot/message/push', '{', {}, 400],
  ['another content type', '/v2/bot/message/push', 'a=b', { 'content-type': 'text/plain' }, 415],
  ['an unknown path', '/v2/bot/message/shout', '{}', {}, 404],
  ['over 2 MB', '/v2/bot/message/push', `"${'x'.repeat(2_200_000)}"`, {}, 413],
  ['a bad retry key', '/v2/bot/message/push', '{}', { 'x-line-retry-key': 'again' }, 400],
])('refused in LINE’s form and logged: %s', async (_name, path, body, headers, status) => {
  const response = await post(path, body, headers)
  expect(response.status).toBe(status)
  expect(await response.json()).toEqual(expect.objectContaining({ message: expect.any(String) }))
  expect(response.headers.get('x-line-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  expect(await stage.simulator.findings()).toHaveLength(1)
})

test('a bad body is refused with what is wrong where', async () => {
  const response = await post(
    '/v2/bot/message/push',
    JSON.stringify({ to: KAMON, messages: [{ type: 'text', text: '' }] }),
  )
  expect(await response.json()).toEqual({
    message: 'The request body has 1 error(s)',
    details: [{ message: 'Length must be between 1 and 5000', property: 'messages[0].text' }],
  })
})

test('a profile is known of friends, and of nobody who blocked the account', async () => {
  expect(await stage.client.getProfile(KAMON)).toMatchObject({ displayName: 'กมล ศรีทอง', language: 'th' })
  await stage.simulator.block('kamon')
  expect(await statusOf(stage.client.getProfile(KAMON))).toBe(404)
  expect(await statusOf(stage.client.getProfile('nobody'))).toBe(400)
})

test('the loading animation is answered 202, shown until the next message, and takes steps of five', async () => {
  const { client, simulator } = stage
  const { httpResponse } = await client.showLoadingAnimationWithHttpInfo({
    chatId: KAMON,
    loadingSeconds: 20,
  })
  expect(httpResponse.status).toBe(202)
  expect((await simulator.state()).loading).toHaveProperty('kamon')
  await push()
  expect((await simulator.state()).loading).toEqual({})
  expect(await statusOf(client.showLoadingAnimation({ chatId: KAMON, loadingSeconds: 7 }))).toBe(400)
})

test('the account can be asked about itself', async () => {
  expect(await stage.client.getBotInfo()).toMatchObject({ chatMode: 'bot', markAsReadMode: 'auto' })
  expect(await stage.client.getMessageQuota()).toEqual({ type: 'limited', value: 5000 })
  expect((await stage.client.getWebhookEndpoint()).endpoint).toMatch(/\/webhook\/line$/)
  const insecure = stage.client.setWebhookEndpoint({ endpoint: 'http://example.com/' })
  expect(await statusOf(insecure)).toBe(400)
  expect(await stage.simulator.findings()).toHaveLength(1)
})

test.each([
  ['error-500', 500],
  ['rate-limit', 429],
  ['unauthorized', 401],
  ['drop', 'no answer'],
] as const)(
  'the fault %s takes the place of the effect, at the call it is ordered for',
  async (fault, status) => {
    await stage.simulator.fault(PUSH, fault, 2)
    expect(await statusOf(push())).toBe(200)
    expect(await statusOf(push())).toBe(status)
    expect(await statusOf(push())).toBe(200)
    expect((await stage.simulator.state()).chats.kamon).toHaveLength(2)
  },
)

test.each(['accept-then-drop', 'accept-then-500'] as const)(
  'with %s the message is there, and the retry with the same key says so',
  async (fault) => {
    const key = randomUUID()
    await stage.simulator.fault(PUSH, fault)
    expect(await statusOf(push(key))).not.toBe(200)
    expect(await statusOf(push(key))).toBe(409)
    expect((await stage.simulator.state()).chats.kamon).toHaveLength(1)
  },
)
