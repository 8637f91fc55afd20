import { randomUUID } from 'node:crypto'
import { HTTPFetchError } from '@line/bot-sdk'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { KAMON, openStage, type Stage } from './bot.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())
beforeEach(async () => {
  await stage.simulator.reset()
  await stage.simulator.follow('kamon')
})

const hello = { type: 'text' as const, text: 'สวัสดีครับ' }
const shown = async () =>
  ((await stage.simulator.state()).chats.kamon ?? []).map((entry) => `${entry.from}: ${entry.message.text}`)

/** The error that the SDK throws, with its body read. */
async function refusal(call: Promise<unknown>) {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof HTTPFetchError)) throw new Error(`Not refused: ${error}`)
  return { status: error.status, headers: error.headers, ...JSON.parse(error.body) }
}

describe('a reply', () => {
  test('appears in the chat, and its token serves once', async () => {
    await stage.simulator.text('kamon', 'ค่าธรรมเนียมเท่าไหร่')
    const replyToken = stage.lastToken()
    const { sentMessages } = await stage.client.replyMessage({ replyToken, messages: [hello] })
    expect(sentMessages[0]?.id).toMatch(/^\d{18}$/)
    expect(await shown()).toEqual(['user: ค่าธรรมเนียมเท่าไหร่', 'bot: สวัสดีครับ'])
    expect(await refusal(stage.client.replyMessage({ replyToken, messages: [hello] }))).toMatchObject({
      status: 400,
      message: 'Invalid reply token',
    })
  })

  test('comes too late a minute after the webhook', async () => {
    await stage.simulator.text('kamon', 'สวัสดี')
    await stage.simulator.advance(61)
    const call = stage.client.replyMessage({ replyToken: stage.lastToken(), messages: [hello] })
    expect(await refusal(call)).toMatchObject({ status: 400, message: 'Invalid reply token' })
  })

  test('must not carry a retry key', async () => {
    await stage.simulator.text('kamon', 'สวัสดี')
    const response = await fetch(`${stage.simulator.origins.api}/v2/bot/message/reply`, {
      method: 'POST',
      headers: {
        authorization: 'Bearer simulator-channel-token',
        'content-type': 'application/json',
        'x-line-retry-key': randomUUID(),
      },
      body: JSON.stringify({ replyToken: stage.lastToken(), messages: [hello] }),
    })
    expect(response.status).toBe(400)
    expect(response.headers.get('x-line-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('a push', () => {
  test('with the same retry key is delivered once and answered 409 with what was sent', async () => {
    const key = randomUUID()
    const push = () => stage.client.pushMessageWithHttpInfo({ to: KAMON, messages: [hello] }, key)
    const { httpResponse, body } = await push()
    const again = await refusal(push())
    expect(again).toMatchObject({ status: 409, sentMessages: body.sentMessages })
    expect(again.headers.get('x-line-accepted-request-id')).toBe(
      httpResponse.headers.get('x-line-request-id'),
    )
    expect(await shown()).toEqual(['bot: สวัสดีครับ'])
    expect(await stage.client.getMessageQuotaConsumption()).toEqual({ totalUsage: 1 })
  })

  test('with a used key and another body is a finding', async () => {
    const key = randomUUID()
    await stage.client.pushMessage({ to: KAMON, messages: [hello] }, key)
    await refusal(stage.client.pushMessage({ to: KAMON, messages: [{ type: 'text', text: 'อื่น' }] }, key))
    const [finding] = await stage.simulator.findings()
    expect(finding?.findings).toContain('the same retry key came with another body')
  })

  test('with the same key is sent again after 24 hours', async () => {
    const key = randomUUID()
    await stage.client.pushMessage({ to: KAMON, messages: [hello] }, key)
    await stage.simulator.advance(24 * 3600 + 1)
    await stage.client.pushMessage({ to: KAMON, messages: [hello] }, key)
    expect(await shown()).toHaveLength(2)
  })

  test('to somebody who blocked the account is answered 200, not shown and not counted', async () => {
    await stage.simulator.block('kamon')
    await stage.client.pushMessage({ to: KAMON, messages: [hello] }, randomUUID())
    expect(await shown()).toEqual([])
    expect(await stage.client.getMessageQuotaConsumption()).toEqual({ totalUsage: 0 })
  })

  test('to an unknown id fails', async () => {
    const call = stage.client.pushMessage({ to: `U${'9'.repeat(32)}`, messages: [hello] }, randomUUID())
    expect(await refusal(call)).toMatchObject({ status: 400, message: 'Failed to send messages' })
  })
})
