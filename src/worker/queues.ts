import { EventEmitter } from 'node:events'
import { createPostgresBackend, Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import pg from 'pg'
import type { Config } from '../config.ts'
import type { Connection } from '../db/client.ts'

export const QUEUE_NAMES = ['chat', 'work'] as const
type QueueName = (typeof QUEUE_NAMES)[number]
const CONCURRENCY: Record<QueueName, number> = { chat: 8, work: 3 }

type Handle = (jobId: string) => Promise<void>
export type Queues = {
  add(queue: QueueName, jobs: { id: string; name: string }[]): Promise<void>
  /** Starts consuming; only ids travel through the queue. */
  consume(handle: Handle): void
  ping(): Promise<void>
  /** Lets active jobs finish, hands the rest back. */
  close(): Promise<void>
}

/**
 * BullMQ, on Redis when `REDIS_URL` is set, else on its PostgreSQL backend in the product's own database. Losing all
 * of it loses nothing: the job ledger hands everything out again. Retries are the ledger's, so BullMQ keeps no failures.
 */
export function openQueues(
  config: Pick<Config, 'REDIS_URL' | 'DATABASE_URL'>,
  connection: Connection,
): Queues {
  const driver = config.REDIS_URL ? redisDriver(config.REDIS_URL) : databaseDriver(config, connection)
  const queues = new Map(QUEUE_NAMES.map((name) => [name, driver.queue(name)]))
  const workers: JobWorker[] = []
  return {
    async add(name, jobs) {
      const opts = { removeOnComplete: true, removeOnFail: true }
      await queues
        .get(name)
        ?.addBulk(jobs.map((job) => ({ name: job.name, data: {}, opts: { ...opts, jobId: job.id } })))
    },
    consume(handle) {
      for (const name of QUEUE_NAMES) workers.push(driver.worker(name, handle))
    },
    async ping() {
      await queues.get('work')?.getJobCounts('waiting')
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.close()))
      await Promise.all([...queues.values()].map((queue) => queue.close()))
      await driver.close()
    },
  }
}

/** What is used of BullMQ's classes, whatever backs them. */
type NewJob = {
  name: string
  data: object
  opts: { jobId: string; removeOnComplete: boolean; removeOnFail: boolean }
}
type JobQueue = {
  addBulk(jobs: NewJob[]): Promise<unknown>
  getJobCounts(type: 'waiting'): Promise<unknown>
  close(): Promise<void>
}
type JobWorker = { close(): Promise<void> }
type Driver = {
  queue(name: QueueName): JobQueue
  worker(name: QueueName, handle: Handle): JobWorker
  close(): Promise<void>
}

/** A crashed worker's job is taken over after `lockDuration`; however often that happens, the ledger decides when to stop. */
const workerOptions = (name: QueueName) => ({
  concurrency: CONCURRENCY[name],
  lockDuration: 15_000,
  stalledInterval: 5_000,
  maxStalledCount: 1000,
  drainDelay: 5,
})

const processor = (handle: Handle) => async (job: { id?: string }) => {
  if (job.id) await handle(job.id)
}

function redisDriver(url: string): Driver {
  // The relay must fail fast and try again; a worker must wait for Redis to come back.
  const producer = new Redis(url, { maxRetriesPerRequest: 1, enableOfflineQueue: true, commandTimeout: 3000 })
  const consumer = new Redis(url, { maxRetriesPerRequest: null })
  for (const client of [producer, consumer]) client.on('error', () => {})
  return {
    queue: (name) => quiet(new Queue(name, { connection: producer })),
    worker: (name, handle) =>
      quiet(new Worker(name, processor(handle), { connection: consumer, ...workerOptions(name) })),
    async close() {
      producer.disconnect()
      consumer.disconnect()
    },
  }
}

function databaseDriver(config: Pick<Config, 'DATABASE_URL'>, connection: Connection): Driver {
  const own = config.DATABASE_URL ? queuePool(config.DATABASE_URL) : undefined
  const pool = own ?? embeddedPool(connection)
  return {
    queue: (name) => quiet(new Queue(name, { connection: pool }, createPostgresBackend)),
    worker: (name, handle) =>
      quiet(
        new Worker(
          name,
          processor(handle),
          { connection: pool, ...workerOptions(name) },
          createPostgresBackend,
        ),
      ),
    async close() {
      await own?.end()
    },
  }
}

/** An outage is seen by the relay and by /readyz; BullMQ reconnects by itself. */
function quiet<T extends { on(event: 'error', listener: (error: Error) => void): unknown }>(emitter: T): T {
  emitter.on('error', () => {})
  return emitter
}

/** Workers hold a listening session each, so the queue has a pool of its own beside the product's. */
function queuePool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 16,
    keepAlive: true,
    options: '-c search_path=bullmq,public',
  })
  pool.setMaxListeners(0)
  pool.on('error', () => {})
  return pool
}

/** The embedded database has one session: BullMQ's clients share the pool, and notifications are passed on to each. */
function embeddedPool({ embedded, pool }: Connection): pg.Pool {
  const notifications = new EventEmitter().setMaxListeners(0)
  embedded?.onNotification((channel, payload) => notifications.emit('notification', { channel, payload }))
  const query = (text: string, values?: unknown[]) => pool.query(text, values)
  const connect = async () => {
    const client = new EventEmitter().setMaxListeners(0)
    const forward = (message: unknown) => client.emit('notification', message)
    notifications.on('notification', forward)
    return Object.assign(client, { query, release: () => notifications.off('notification', forward) })
  }
  const shim = {
    options: { keepAlive: true },
    query,
    connect,
    end: async () => {},
    on: () => shim,
    removeAllListeners: () => shim,
  }
  return shim as unknown as pg.Pool
}
