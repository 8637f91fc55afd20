import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import pg from 'pg'

export type Servers = { databaseUrl: string; redisUrl: string; stop(): void }

/**
 * A throw-away PostgreSQL and Redis on free ports of this machine, configured as production asks (fsync on,
 * append-only, noeviction). Installs Debian's packages when the programs are absent; fails loudly when it cannot.
 */
export async function startServers(): Promise<Servers> {
  installPackages([
    postgresBin() ? '' : 'postgresql',
    existsSync('/usr/bin/redis-server') ? '' : 'redis-server',
  ])
  const dir = mkdtempSync(join(tmpdir(), 'anuyat-servers-'))
  chmodSync(dir, 0o777)
  const database = await startPostgres(dir)
  const redis = await startRedis(dir)
  const stop = () => {
    database.stop()
    redis.process.kill('SIGKILL')
    setTimeout(() => rmSync(dir, { recursive: true, force: true }), 1500)
  }
  return { databaseUrl: database.url, redisUrl: redis.url, stop }
}

/** Debian's packages of these names; an empty name is one that is there already. */
export function installPackages(names: string[]): void {
  const missing = names.filter(Boolean)
  if (missing.length === 0) return
  if (process.getuid?.() !== 0) throw new Error(`install ${missing.join(' and ')} first (or run as root)`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
    stdio: 'inherit',
    env,
  })
}

function postgresBin(): string | undefined {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : []
  return versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')))
}

/** PostgreSQL will not run as root: then it runs as the user its package made. */
function asPostgresUser(command: string, args: string[]): [string, string[]] {
  return process.getuid?.() === 0 ? ['runuser', ['-u', 'postgres', '--', command, ...args]] : [command, args]
}

async function startPostgres(dir: string): Promise<{ stop(): void; url: string }> {
  const bin = postgresBin()
  if (!bin) throw new Error('PostgreSQL was not installed')
  const data = join(dir, 'pg')
  const port = await freePort()
  execFileSync(
    ...asPostgresUser(join(bin, 'initdb'), [
      '-D',
      data,
      '-U',
      'anuyat',
      '--auth=trust',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
    ]),
    { stdio: 'ignore' },
  )
  const settings = [
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `unix_socket_directories=${dir}`,
    '-c',
    'max_connections=200',
  ]
  const child = spawn(
    ...asPostgresUser(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...settings]),
    { stdio: 'ignore' },
  )
  const url = `postgres://anuyat@127.0.0.1:${port}/postgres`
  await until('PostgreSQL', async () => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.end()
  })
  // runuser does not pass signals on: PostgreSQL is told by its own tool.
  const stop = () => {
    execFileSync(...asPostgresUser(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop']), {
      stdio: 'ignore',
    })
    child.unref()
  }
  return { stop, url }
}

async function startRedis(dir: string): Promise<{ process: ChildProcess; url: string }> {
  const port = await freePort()
  const settings = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    dir,
    '--appendonly',
    'yes',
    '--maxmemory-policy',
    'noeviction',
    '--save',
    '',
  ]
  const child = spawn('redis-server', settings, { stdio: 'ignore' })
  const url = `redis://127.0.0.1:${port}`
  await until('Redis', async () => {
    const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null })
    client.on('error', () => {})
    await client.connect()
    client.disconnect()
  })
  return { process: child, url }
}

async function until(name: string, check: () => Promise<void>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const ready = await check().then(
      () => true,
      () => false,
    )
    if (ready) return
    await sleep(100)
  }
  throw new Error(`${name} did not start within 10 s`)
}

export async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
