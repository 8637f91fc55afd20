import type { AddressInfo } from 'node:net'
import { createApp } from './app.ts'
import { compose } from './compose.ts'
import type { Config } from './config.ts'
import type { Context } from './context.ts'
import { forgetLeases } from './conversation/waiting.ts'
import type { Connection } from './db/client.ts'
import { checkDataKeys } from './db/data-keys.ts'
import { migrateDatabase, missingMigrations } from './db/migrate.ts'
import { currentKeyring } from './db/sealed.ts'
import { createLogger } from './logger.ts'
import { openQueues } from './worker/queues.ts'
import { startRelay } from './worker/relay.ts'
import { startWorker } from './worker/worker.ts'

export type Running = { url: string; ctx: Context; stop(): Promise<void> }

/** A relay that has not run for this long is not ready. */
const RELAY_LATE_MS = 15_000

/**
 * Config → context → web and/or worker. The embedded database is migrated here; a server's must have been migrated by
 * the command, and a start against an older one is refused. `stop` goes the other way round: no new requests, those in
 * flight answered, active jobs finished, the rest handed back.
 */
export async function start(config: Config): Promise<Running> {
  const log = createLogger(config.LOG_LEVEL)
  const { ctx, connection, close } = await compose(config, log)
  await ensureMigrated(config, connection)
  await checkDataKeys(connection.db, currentKeyring(), new Date())
  const queues = openQueues(config, connection)
  // A process that only answers requests leaves the ledger to the workers, who look at it by themselves.
  const relay = config.ROLE === 'web' ? undefined : startRelay(ctx, queues)
  if (relay) ctx.wakeRelay = relay.wake
  const stopSchedule = relay && startWorker(ctx, queues)
  const app = await createApp(ctx, {
    database: () => connection.pool.query('select 1'),
    queue: () => queues.ping(),
    relay: async () => {
      if (!relay) return
      const last = relay.lastRun()
      if (!last || Date.now() - last.getTime() > RELAY_LATE_MS)
        throw new Error('the relay has not run lately')
    },
  })
  await app.listen({ host: config.HOST, port: config.PORT })
  const { port } = app.server.address() as AddressInfo
  log.info({
    event: 'started',
    role: config.ROLE,
    port,
    database: config.DATABASE_URL ? 'server' : 'embedded',
    queue: config.REDIS_URL ? 'redis' : 'database',
  })
  warn(config, ctx.signer.identity.test, log)
  const stop = async () => {
    stopSchedule?.()
    await app.close()
    await relay?.stop()
    await queues.close()
    await close()
    log.info({ event: 'stopped' })
  }
  return { url: `http://${config.HOST}:${port}`, ctx, stop }
}

async function ensureMigrated(config: Config, connection: Connection): Promise<void> {
  if (!config.DATABASE_URL) {
    await migrateDatabase(connection)
    return forgetLeases(connection.db) // one process: whoever held one is gone
  }
  const missing = await missingMigrations(connection)
  if (missing > 0) throw new Error(`The database lacks ${missing} migration(s): run "npm run migrate" first`)
}

function warn(config: Config, testSigner: boolean, log: ReturnType<typeof createLogger>): void {
  if (!config.DATABASE_URL)
    log.warn({
      event: 'trial.database',
      note: 'embedded database: safe against a crash of the process, not against power loss; use PostgreSQL for real cases',
    })
  if (testSigner)
    log.warn({ event: 'trial.signature', note: 'documents are signed with a test certificate and say so' })
}
