/**
 * Durable webhook ingest on PostgreSQL beside LINE's express example (which stores nothing) and bare Fastify, in one
 * run on this machine: requests a second, latency, CPU a request; latency at 1,000 events a second; and, after a
 * kill -9 under load, whether an event that was answered 200 is missing.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { openDatabase } from '../../src/db/client.ts'
import { migrateDatabase } from '../../src/db/migrate.ts'
import { startSimulator } from '../../src/simulator/start.ts'
import { freePort, startServers } from '../support/servers.ts'
import { percentile, type Sent, sendAll, sendAtRate, signedWebhooks } from './load.ts'
import { cpuMicroseconds, type Server, startServer, stopServer } from './servers.ts'

const REQUESTS = 30_000
const CONCURRENCY = 64
const ROUNDS = 3
const HERE = import.meta.dirname
const SECRET = 'simulator-channel-secret'

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

print('server', 'req/s', 'p50 ms', 'p99 ms', 'CPU µs/req')
for (const server of peers) await sendAll(server.url, signedWebhooks(20_000, SECRET), CONCURRENCY)
for (let round = 1; round <= ROUNDS; round++)
  for (const server of peers) await measure(server, `${server.name} #${round}`)

await sleep(2000)
const steady = await sendAtRate(product.url, signedWebhooks(20_000, SECRET), 1000)
const [p50 = '', p99 = ''] = [0.5, 0.99].map((share) => percentile(steady.latencies, share).toFixed(1))
print('at 1,000 events/s, 20 s', '', p50, p99, `${steady.failed} failed`)

const { acknowledged, missing } = await killUnderLoad(product)
print('kill -9 under load', `${acknowledged} answered 200`, `${missing} missing`, '', '')

for (const server of peers.slice(1)) await stopServer(server)
await simulator.close()
servers.stop()
process.exit(missing === 0 ? 0 : 1)

async function measure(server: Server, name: string): Promise<void> {
  const webhooks = signedWebhooks(REQUESTS, SECRET)
  const before = cpuMicroseconds(server.process.pid ?? 0)
  const sent = await sendAll(server.url, webhooks, CONCURRENCY)
  const cpu = (cpuMicroseconds(server.process.pid ?? 0) - before) / REQUESTS
  print(
    name,
    rate(sent),
    percentile(sent.latencies, 0.5).toFixed(1),
    percentile(sent.latencies, 0.99).toFixed(1),
    cpu.toFixed(0),
  )
}

function rate(sent: Sent): string {
  return Math.round(sent.acknowledged.length / sent.seconds).toLocaleString('en-US')
}

function print(...columns: string[]): void {
  console.log(
    columns.map((column, index) => (index === 0 ? column.padEnd(28) : column.padStart(18))).join(''),
  )
}

async function killUnderLoad(server: Server): Promise<{ acknowledged: number; missing: number }> {
  const sending = sendAll(server.url, signedWebhooks(REQUESTS, SECRET), CONCURRENCY)
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
