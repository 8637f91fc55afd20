import { createSecretKey } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../src/db/client.ts'
import { isSigned } from '../../src/line/webhook.ts'
import { queueEvents } from '../../src/messages/ingest.ts'
import { lineEvent } from '../../src/messages/table.ts'
import { job } from '../../src/outbox/table.ts'
import { openOwnDatabase, openTestDatabase } from '../support/database.ts'
import { OLD_SECRET, sign, startWebhook, textEvent, webhookBody } from './support.ts'

let db: Database
let server: Awaited<ReturnType<typeof startWebhook>>
beforeEach(async () => {
  db = (await openTestDatabase()).db
  await server?.app.close()
  server = await startWebhook(db)
})
afterAll(() => server.app.close())

const events = () => db.select().from(lineEvent)
/** The jobs in the ledger once the relay has looked for new events. */
const jobsIn = async (database: typeof db) => {
  while ((await queueEvents(database, 200)) > 0);
  return database.select().from(job)
}
const jobs = () => jobsIn(db)

describe('the signature', () => {
  test("LINE's published example verifies", () => {
    const body = Buffer.from('{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}')
    const key = createSecretKey(Buffer.from('8c570fa6dd201bb328f1c1eac23a96d8'))
    expect(isSigned(body, 'GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=', [key])).toBe(true)
    expect(isSigned(Buffer.from(`${body} `), 'GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=', [key])).toBe(
      false,
    )
  })

  test.each([
    ['a wrong one', sign('something else')],
    ['one of another channel', sign(webhookBody(textEvent()), 'another-secret')],
    ['an empty one', ''],
    ['garbage', 'ไม่ใช่ลายเซ็น'],
  ])('%s is refused and nothing is stored', async (_, signature) => {
    const answer = await server.post(webhookBody(textEvent()), encodeURIComponent(signature))
    expect(answer.statusCode).toBe(401)
    expect(await events()).toEqual([])
    expect(await jobs()).toEqual([])
  })

  test('a missing one is refused', async () => {
    const answer = await server.app.inject({ method: 'POST', url: '/webhook/line', payload: webhookBody() })
    expect(answer.statusCode).toBe(401)
  })

  test('the secret before the present one still counts while it is being changed', async () => {
    const body = webhookBody(textEvent())
    expect((await server.post(body, sign(body, OLD_SECRET))).statusCode).toBe(200)
    expect(await events()).toHaveLength(1)
  })

  test('it covers the bytes, whatever the content type says', async () => {
    const payload = webhookBody(textEvent())
    const headers = { 'content-type': 'text/plain', 'x-line-signature': sign(payload) }
    const answer = await server.app.inject({ method: 'POST', url: '/webhook/line', payload, headers })
    expect(answer.statusCode).toBe(200)
    expect(await events()).toHaveLength(1)
  })
})

describe('what is stored', () => {
  test('an event and its job, and the relay is woken', async () => {
    const event = textEvent()
    expect((await server.post(webhookBody(event))).statusCode).toBe(200)
    const [stored] = await events()
    expect(stored).toMatchObject({
      eventId: event.webhookEventId,
      lineUserId: 'U0000000000000000000000000000000a',
      occurredAt: new Date(Number(event.timestamp)),
      receivedAt: new Date('2026-11-23T03:00:00Z'),
      body: event,
      handledAt: null,
    })
    expect(await jobs()).toMatchObject([
      {
        queue: 'chat',
        name: 'handle-line-event',
        payload: { lineEventId: stored?.id },
        uniqueKey: `line-event:${stored?.id}`,
        state: 'pending',
      },
    ])
    expect(server.woken.times).toBe(1)
  })

  test('the same event twice, redelivered and within one request, is one event and one job', async () => {
    const event = textEvent()
    await server.post(webhookBody(event, event))
    await server.post(webhookBody({ ...event, deliveryContext: { isRedelivery: true } }))
    expect(await events()).toHaveLength(1)
    expect(await jobs()).toHaveLength(1)
  })

  test("events of several people in one request, some known already, are each one's own", async () => {
    const known = textEvent()
    await server.post(webhookBody(known))
    const others = ['b', 'c'].map((letter) =>
      textEvent({ source: { type: 'user', userId: `U0000000000000000000000000000000${letter}` } }),
    )
    await server.post(webhookBody(known, ...others))
    expect((await events()).map((row) => row.lineUserId?.at(-1)).sort()).toEqual(['a', 'b', 'c'])
    expect(await jobs()).toHaveLength(3)
  })

  test('unknown event types and fields are kept as they came', async () => {
    const event = textEvent({ type: 'hologram', brightness: { lumen: 7 }, message: undefined })
    expect((await server.post(webhookBody(event))).statusCode).toBe(200)
    expect((await events())[0]?.body).toMatchObject({ type: 'hologram', brightness: { lumen: 7 } })
  })

  test('an event without a person, an id or a time is kept once', async () => {
    const event = { type: 'accountLink', link: { result: 'failed' } }
    expect((await server.post(webhookBody(event))).statusCode).toBe(200)
    expect((await server.post(webhookBody(event))).statusCode).toBe(200)
    expect(await events()).toMatchObject([{ lineUserId: null, body: event }])
  })

  test("LINE's test call with no events is answered", async () => {
    expect((await server.post(webhookBody())).statusCode).toBe(200)
    expect(server.woken.times).toBe(0)
  })

  test.each(['not json', '[]', '"text"', ''])('signed but no JSON object is refused: %j', async (body) => {
    expect((await server.post(body)).statusCode).toBe(400)
    expect(await events()).toEqual([])
  })

  test('an object without a list of events changes nothing', async () => {
    expect((await server.post('{"events":{"type":"message"}}')).statusCode).toBe(200)
    expect(await events()).toEqual([])
  })
})

describe('under load', () => {
  test('three hundred requests at once are all stored', async () => {
    const answers = await Promise.all(
      Array.from({ length: 300 }, () => server.post(webhookBody(textEvent()))),
    )
    expect(answers.every((answer) => answer.statusCode === 200)).toBe(true)
    expect(await events()).toHaveLength(300)
    expect(await jobs()).toHaveLength(300)
  })

  test('a row the database cannot hold does not cost the others of its batch theirs', async () => {
    const own = await openOwnDatabase()
    const { app, post } = await startWebhook(own.db)
    const poisoned = textEvent({ message: { type: 'text', id: '1', text: 'ก\u0000ข\ud800' } })
    const bodies = [webhookBody(textEvent()), webhookBody(poisoned), webhookBody(textEvent())]
    const answers = await Promise.all(bodies.map((body) => post(body)))
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 200])
    const messages = (await own.db.select().from(lineEvent)).map((row) => row.body?.message)
    expect(messages).toContainEqual({ type: 'text', id: '1', text: 'ก\ufffdข\ufffd' })
    expect(await jobsIn(own.db)).toHaveLength(3)
    await app.close()
    await own.close()
  })

  test('without a database LINE is told to come again', async () => {
    const down = { execute: () => Promise.reject(new Error('the database is down')) } as unknown as Database
    const server = await startWebhook(down)
    expect((await server.post(webhookBody(textEvent()))).statusCode).toBe(503)
    expect(server.woken.times).toBe(0)
    await server.app.close()
  })
})
