import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Redis } from 'ioredis'
import pg from 'pg'
import { buildSimulatorPage } from '../../src/simulator/build.ts'
import { type Simulator, startSimulator } from '../../src/simulator/start.ts'
import { freePort } from '../support/servers.ts'

const ROOT = join(import.meta.dirname, '../..')

export type Stage = {
  simulator: Simulator
  baseUrl: string
  /** What the product keeps: files, and the embedded database where it uses that one. */
  env: NodeJS.ProcessEnv
  /** One-time links of the two officers, from `officer:invite`. */
  invitations: { wanna: string; kukiat: string }
  start(): Promise<void>
  /** kill -9 of every process of the product. */
  kill(): Promise<void>
  /** SIGTERM, and with which code each process ended. */
  stop(): Promise<(number | null)[]>
  close(): Promise<void>
}

export type StageOptions = {
  /** Other values of the product's environment. */
  env?: Record<string, string>
  /** When the story begins. */
  now?: Date
  /** Is given what the product's processes print, instead of the terminal. */
  said?: (printed: string) => void
}

/**
 * The product as it is shipped, in processes of its own: one on embedded parts, or, where DATABASE_URL and REDIS_URL
 * are given, a web and a worker process on a fresh database. LINE, the bank and the mail server are the simulator's.
 */
export async function openStage({ env: changes, now, said }: StageOptions = {}): Promise<Stage> {
  const port = await freePort()
  const baseUrl = `http://127.0.0.1:${port}`
  await buildSimulatorPage()
  const simulator = await startSimulator({ botBaseUrl: baseUrl, now })
  const dataDir = mkdtempSync(join(tmpdir(), 'anuyat-journey-'))
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...simulator.env,
    BASE_URL: baseUrl,
    PORT: String(port),
    DATA_DIR: dataDir,
    SERVICE_DIR: 'services/drinking-water',
    LOG_LEVEL: 'error',
    // What every start compiles is the same.
    NODE_COMPILE_CACHE: join(tmpdir(), 'anuyat-compiled'),
    ...changes,
    ...(await ownServers()),
  }
  await command(env, ['migrate'])
  await command(env, ['rich-menu:publish'])
  const invitations = {
    wanna: await invite(env, 'นางสาววรรณา แก้วใส', 'เจ้าพนักงานสาธารณสุขชำนาญงาน', 'reviewer'),
    kukiat: await invite(env, 'นายกู้เกียรติ ฟ้ารุ่งเรืองกิจ', 'นายกเทศมนตรีเมืองริมน้ำ', 'approver'),
  }
  let running: ChildProcess[] = []
  const start = async () => {
    const roles = env.DATABASE_URL ? ['web', 'worker'] : ['all']
    running = await Promise.all(
      roles.map(async (role) =>
        startProduct(
          { ...env, ROLE: role, PORT: role === 'worker' ? String(await freePort()) : env.PORT },
          said,
        ),
      ),
    )
  }
  const end = async (signal: NodeJS.Signals) => {
    const ended = running.map((child) => exitOf(child))
    for (const child of running) child.kill(signal)
    running = []
    return Promise.all(ended)
  }
  return {
    simulator,
    baseUrl,
    env,
    invitations,
    start,
    kill: async () => {
      await end('SIGKILL')
    },
    stop: () => end('SIGTERM'),
    close: async () => {
      await end('SIGTERM')
      await simulator.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

const exitOf = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise<number | null>((resolve) => child.once('exit', resolve))

/** A database and a Redis number of its own on the given servers; nothing where there are none. */
async function ownServers(): Promise<Record<string, string>> {
  const { DATABASE_URL, REDIS_URL } = process.env
  if (!DATABASE_URL || !REDIS_URL) return {}
  const name = `anuyat_journey_${randomUUID().replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: DATABASE_URL })
  await admin.connect()
  await admin.query(
    `create database ${name} template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`,
  )
  await admin.end()
  const database = new URL(DATABASE_URL)
  database.pathname = `/${name}`
  const redis = new URL('/5', REDIS_URL)
  const client = new Redis(redis.href)
  await client.flushdb()
  client.disconnect()
  return { DATABASE_URL: database.href, REDIS_URL: redis.href }
}

/** A command of the product, run to its end; what it printed. */
async function command(env: NodeJS.ProcessEnv, args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['src/cli.ts', ...args], { cwd: ROOT, env })
  return stdout
}

async function invite(
  env: NodeJS.ProcessEnv,
  name: string,
  position: string,
  roles: string,
): Promise<string> {
  const said = await command(env, [
    'officer:invite',
    '--name',
    name,
    '--position',
    position,
    '--roles',
    roles,
  ])
  return /https?:\/\/\S+/.exec(said)?.[0] ?? ''
}

async function startProduct(env: NodeJS.ProcessEnv, said: StageOptions['said']): Promise<ChildProcess> {
  const print = said ? 'pipe' : 'inherit'
  const child = spawn(process.execPath, ['src/main.ts'], { cwd: ROOT, env, stdio: ['ignore', print, print] })
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', said ?? (() => {}))
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the product ended with ${child.exitCode}`)
    const ready = await fetch(`http://127.0.0.1:${env.PORT}/readyz`).then(
      (response) => response.ok,
      () => false,
    )
    if (ready) return child
    await sleep(50)
  }
  throw new Error('the product was not ready within a minute')
}
