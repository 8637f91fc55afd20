/**
 * Durable webhook ingest on PostgreSQL beside LINE's express example (which stores nothing) and bare Fastify, in one
 * run on this machine: requests a second, latency, CPU a request; latency at 1,000 events a second; and, after a
 * kill -9 under load, whether an event that was answered 200 is missing.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { openDatabase } from '../../src/db/client.ts'
import { migrateDatabase } from '../../src/db/migrate.ts'
import { startSimulator } from '../../src/simulator/start.ts'
import { freePort, installPackages, startServers } from '../support/servers.ts'
import { percentile, sendAll, sendAtRate, signedWebhooks } from './load.ts'
import { cpuMicroseconds, type Server, startServer, stopServer } from './servers.ts'
import { wrk } from './wrk.ts'

const SECONDS = 6
const CONNECTIONS = [64, 128]
const ROUNDS = 3
const HERE = import.meta.dirname
const SECRET = 'simulator-channel-secret'

installPackages([existsSync('/usr/bin/wrk') ? '' : 'wrk'])
const servers = await startServers()
const simulator = await startSimulator({ botBaseUrl: 'http://127.0.0.1:9' })
await migrate()

const product = await startServer(
  'anuyat (stored)',
  join(HERE, '../../src/main.ts'),
  await productEnvironment(),
)
const peers = [
  product,
  await startServer('LINE express example', join(HERE, 'peers/express-example.ts'), {
    PORT: String(await freePort()),
    CHANNEL_SECRET: SECRET,
  }),
  await startServer('bare fastify', join(HERE, 'peers/bare-fastify.ts'), { PORT: String(await freePort()) }),
]

for (const server of peers) await sendAll(server.url, signedWebhooks(20_000, SECRET), 64)
await likeADayOld()

print('server', 'req/s', 'p50 ms', 'p99 ms', 'CPU µs/req (p99 of the middle second)')
for (const server of [product, ...peers.slice(-1)]) await measureSteady(server)
for (const connections of CONNECTIONS) {
  const rates = new Map(peers.map((server): [Server, number[]] => [server, []]))
  for (let round = 1; round <= ROUNDS; round++)
    for (const [server, measured] of rates) measured.push(await measure(server, connections))
  for (const [server, measured] of rates)
    print(`middle of ${ROUNDS}: ${server.name}, ${connections} at once`, grouped(percentile(measured, 0.5)))
}

const { acknowledged, missing } = await killUnderLoad(product)
print('kill -9 under load', `${acknowledged} answered 200`, `${missing} missing`, '', '')

for (const server of peers.slice(1)) await stopServer(server)
await simulator.close()
servers.stop()
process.exit(missing === 0 ? 0 : 1)

/** The middle of the seconds' own p99 stands beside that of the whole, because the machine itself may pause. */
async function measureSteady(server: Server): Promise<void> {
  const { latencies, failed } = await sendAtRate(server.url, signedWebhooks(20_000, SECRET), 1000)
  const seconds = Array.from({ length: 20 }, (_, second) =>
    percentile(latencies.slice(second * 1000, second * 1000 + 1000), 0.99),
  )
  const [p50 = '', p99 = ''] = [0.5, 0.99].map((share) => percentile(latencies, share).toFixed(1))
  const middle = percentile(seconds, 0.5).toFixed(1)
  print(`${server.name}, 1,000 a second for 20 s`, `${failed} failed`, p50, p99, `(${middle})`)
}

/** Prints the round and gives its requests a second. */
async function measure(server: Server, connections: number): Promise<number> {
  const webhooks = signedWebhooks(SECONDS * 50_000, SECRET)
  const before = cpuMicroseconds(server.process.pid ?? 0)
  const { answered, failed, seconds, p50, p99 } = await wrk(server.url, webhooks, {
    seconds: SECONDS,
    connections,
  })
  const cpu = (cpuMicroseconds(server.process.pid ?? 0) - before) / answered
  print(
    `${server.name}, ${connections} at once`,
    grouped(answered / seconds),
    p50.toFixed(1),
    p99.toFixed(1),
    cpu.toFixed(0),
  )
  if (failed > 0) throw new Error(`${server.name}: ${failed} requests failed`)
  return answered / seconds
}

function grouped(rate: number): string {
  return Math.round(rate).toLocaleString('en-US')
}

function print(...columns: string[]): void {
  console.log(
    columns.map((column, index) => (index === 0 ? column.padEnd(48) : column.padStart(12))).join(''),
  )
}

async function killUnderLoad(server: Server): Promise<{ acknowledged: number; missing: number }> {
  const sending = sendAll(server.url, signedWebhooks(30_000, SECRET), 64)
  await sleep(700)
  await stopServer(server, 'SIGKILL')
  const { acknowledged } = await sending
  const client = new pg.Client({ connectionString: servers.databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ n: number }>(
    'select count(*)::int as n from line_event where event_id = any($1)',
    [acknowledged],
  )
  await client.end()
  return { acknowledged: acknowledged.length, missing: acknowledged.length - (rows[0]?.n ?? 0) }
}

/**
 * A new PostgreSQL makes and zeroes every WAL file it comes to; one that has run for a day takes used ones again, and
 * that is what is to be measured.
 */
async function likeADayOld(): Promise<void> {
  const client = new pg.Client({ connectionString: servers.databaseUrl })
  await client.connect()
  await client.query("alter system set min_wal_size = '1GB'")
  await client.query('select pg_reload_conf()')
  for (let file = 0; file < 50; file++)
    await client.query("select pg_logical_emit_message(false, 'bench', ''), pg_switch_wal()")
  await client.query('checkpoint')
  await client.end()
  execFileSync('sync')
}

async function migrate(): Promise<void> {
  const connection = await openDatabase({ DATABASE_URL: servers.databaseUrl, DATA_DIR: '' })
  await migrateDatabase(connection)
  await connection.close()
}

/** The web half alone: what is measured is ingest, as an agency with a worker of its own runs it. */
async function productEnvironment(): Promise<Record<string, string>> {
  const port = String(await freePort())
  return {
    ...simulator.env,
    BASE_URL: `http://127.0.0.1:${port}`,
    PORT: port,
    ROLE: 'web',
    LOG_LEVEL: 'warn',
    SERVICE_DIR: 'services/drinking-water',
    DATA_DIR: mkdtempSync(join(tmpdir(), 'anuyat-bench-')),
    DATABASE_URL: servers.databaseUrl,
    REDIS_URL: servers.redisUrl,
  }
}
