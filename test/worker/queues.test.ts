import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { createLogger } from '../../src/logger.ts'
import { addJob, finishJob } from '../../src/outbox/store.ts'
import { job } from '../../src/outbox/table.ts'
import { openQueues, type Queues } from '../../src/worker/queues.ts'
import { relayOnce, startRelay } from '../../src/worker/relay.ts'
import { openOwnDatabase } from '../support/database.ts'

/** The real queue: BullMQ in this database, or on Redis where REDIS_URL is given. */
const connection = await openOwnDatabase()
const { db } = connection
const ctx = { db, clock: systemClock, log: createLogger('silent') }
const config = {
  DATABASE_URL: connection.url,
  REDIS_URL: process.env.REDIS_URL && `${process.env.REDIS_URL}/7`,
}
let queues: Queues
let ran: string[]

beforeEach(async () => {
  await db.delete(job)
  ran = []
  queues = openQueues(config, connection)
})
afterEach(() => queues.close())
afterAll(() => connection.close())

/** Consumes as the worker does: the effect, then `done` in the ledger. */
const consume = () =>
  queues.consume(async (id) => {
    const [row] = await db.select().from(job).where(eq(job.id, id))
    if (row?.state === 'done') return
    ran.push(id)
    await finishJob(db, id, new Date())
  })

const due = (count: number) =>
  Promise.all(
    Array.from({ length: count }, () => addJob(db, { name: 'tidy-up', payload: {}, runAt: new Date() })),
  )
const until = async (condition: () => boolean | Promise<boolean>) => {
  for (let tries = 0; tries < 200 && !(await condition()); tries++)
    await new Promise((resolve) => setTimeout(resolve, 50))
}
const states = async () => (await db.select().from(job)).map((row) => row.state)

test('jobs written in the ledger are run once each, woken by the relay', async () => {
  const relay = startRelay(ctx, queues)
  consume()
  await due(20)
  relay.wake()
  await until(() => ran.length >= 20)
  await relay.stop()
  expect(new Set(ran).size).toBe(20)
  expect(ran).toHaveLength(20)
  expect(new Set(await states())).toEqual(new Set(['done']))
})

test('a job handed out twice is run once', async () => {
  await due(5)
  await relayOnce(ctx, queues)
  await db.update(job).set({ state: 'pending', lease: null })
  await relayOnce(ctx, queues)
  consume()
  await until(() => ran.length >= 5)
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(ran).toHaveLength(5)
})

test('two relays at once do not hand out the same job', async () => {
  await due(40)
  const carried = await Promise.all([relayOnce(ctx, queues), relayOnce(ctx, queues)])
  expect(carried[0] + carried[1]).toBe(40)
})

test('a job whose time has not come stays', async () => {
  await addJob(db, { name: 'tidy-up', payload: {}, runAt: new Date(Date.now() + 3600_000) })
  expect(await relayOnce(ctx, queues)).toBe(0)
})

test('the same key is written once', async () => {
  for (let times = 0; times < 3; times++)
    await addJob(db, { name: 'tidy-up', payload: {}, runAt: new Date(), key: 'tidy-up:today' })
  expect(await states()).toEqual(['pending'])
})
