/**
 * `node test/bench/keys.ts [applications] [files]`: a change of keys on PostgreSQL under readers and writers. The
 * rotation is the command itself, in its own process. Prints how fast it goes, what a reader and a writer notice of
 * it, and whether anything was lost: no error, no lost change, nothing left under the old key, everything readable
 * with the new key alone.
 */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { asc, gt } from 'drizzle-orm'
import { countKeys } from '../../src/actions/rotate-keys.ts'
import {
  findApplicationsByIdentity,
  identitiesIn,
  indexIdentities,
} from '../../src/application/identities.ts'
import {
  findApplication,
  keepDefinition,
  lockApplication,
  updateApplication,
} from '../../src/application/store.ts'
import { application } from '../../src/application/table.ts'
import { openDatabase } from '../../src/db/client.ts'
import { newKeyLine, parseKeyring } from '../../src/db/keyring.ts'
import { migrateDatabase } from '../../src/db/migrate.ts'
import { useKeyring } from '../../src/db/sealed.ts'
import { localFiles } from '../../src/files/local.ts'
import { countFileKeys } from '../../src/files/reseal.ts'
import { sealedFiles } from '../../src/files/sealed.ts'
import { loadService } from '../../src/service/load.ts'
import { startServers } from '../support/servers.ts'
import { percentile } from './load.ts'

const [CASES = 100_000, FILES = 4000] = process.argv.slice(2).map(Number)
// Beside the same load without a rotation: what else runs on the machine is in both.
const LIMITS = { perSecond: 500, p99: { ms: 50, timesBefore: 3 } }
const READERS = 4
const WRITERS = 2
const QUIET_SECONDS = 5
const BATCH = 1000

const oldLine = newKeyLine('2025a')
const newLine = newKeyLine('2026a')
const OLD = parseKeyring(oldLine)
const BOTH = parseKeyring(`${newLine}\n${oldLine}`)
const NEW = parseKeyring(newLine)

const servers = await startServers()
const dir = mkdtempSync(join(tmpdir(), 'anuyat-keys-'))
const connection = await openDatabase({ DATABASE_URL: servers.databaseUrl, DATA_DIR: dir })
const { db } = connection
await migrateDatabase(connection)
const store = localFiles(join(dir, 'files'))
const files = sealedFiles(store, () => BOTH)
console.log(`${CASES} applications and ${FILES} files, ${cpus().length} × ${cpus()[0]?.model}`)

useKeyring(OLD)
const ids = await insertCases()
await putFiles()
await connection.pool.query('vacuum analyze')

useKeyring(BOTH)
const expected = new Map<string, number>()
const errors: string[] = []
const before = await load(() => sleep(QUIET_SECONDS * 1000))
let seconds = 0
const during = await load(async () => {
  seconds = await rotate()
})
const faults = await verify()

const rate = (CASES + FILES) / seconds
print('', 'measured', 'limit')
print('rotation', `${seconds.toFixed(1)} s`)
print('applications and files a second', rate.toFixed(0), `>= ${LIMITS.perSecond}`)
print('reader before, p50 / p99', both(before.reads), `${before.reads.length} reads`)
print(
  'reader during, p50 / p99',
  both(during.reads),
  `p99 <= ${most(before.reads)} ms, ${during.reads.length} reads`,
)
print('writer before, p50 / p99', both(before.writes), `${before.writes.length} writes`)
print(
  'writer during, p50 / p99',
  both(during.writes),
  `p99 <= ${most(before.writes)} ms, ${during.writes.length} writes`,
)
print('errors of readers and writers', String(errors.length), '0')
for (const [what, n] of faults) print(what, String(n), '0')
for (const error of errors.slice(0, 5)) console.log(error)

await connection.close()
servers.stop()
rmSync(dir, { recursive: true, force: true })
const tooSlow =
  rate < LIMITS.perSecond ||
  percentile(during.reads, 0.99) > most(before.reads) ||
  percentile(during.writes, 0.99) > most(before.writes)
if (tooSlow || errors.length > 0 || faults.some(([, n]) => n > 0)) process.exitCode = 1

/** About 1.5 KB each, every one of another person. */
function answersOf(at: number) {
  const address = { houseNo: `${at}/4`, moo: '3', soi: 'สุขใจ', road: 'ริมน้ำ', subdistrict: 'ในเมือง' }
  const place = { ...address, district: 'เมืองตัวอย่าง', province: 'ตัวอย่าง', postcode: '67000' }
  return {
    applicant_type: 'person',
    first_name: `กมล ${at}`,
    last_name: 'ศรีทอง',
    national_id: String(1_000_000_000_000 + at),
    phone: `08${String(at).padStart(8, '0')}`,
    email: `person${at}@example.com`,
    home_address: place,
    shop_address: place,
    machines: Array.from({ length: 3 }, (_, row) => ({ serial: `RN-${at}-${row}`, spot: 'หน้าร้านริมถนน' })),
  }
}

async function insertCases(): Promise<string[]> {
  const { definition, hash } = loadService('services/drinking-water')
  const now = new Date()
  await keepDefinition(db, hash, definition, now)
  const times = { createdAt: now, updatedAt: now, enteredAt: now, receivedAt: now }
  const made: string[] = []
  for (let from = 0; from < CASES; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, CASES - from) }, (_, at) => ({
      ...times,
      id: randomUUID(),
      applicantId: randomUUID(),
      serviceId: definition.id,
      definitionHash: hash,
      status: 'submitted' as const,
      reference: `R-${from + at}`,
      answers: answersOf(from + at),
    }))
    await db.transaction(async (tx) => {
      await tx.insert(application).values(rows)
      await indexIdentities(
        tx,
        rows.map(({ id, answers }) => ({ applicationId: id, identities: identitiesIn(definition, answers) })),
      )
    })
    made.push(...rows.map(({ id }) => id))
  }
  return made
}

async function putFiles(): Promise<void> {
  const photo = Buffer.alloc(60_000, 'ภาพถ่าย')
  const under = sealedFiles(store, () => OLD)
  const lane = async (first: number) => {
    for (let at = first; at < FILES; at += 8) await under.put(`uploads/${at}`, photo)
  }
  await Promise.all(Array.from({ length: 8 }, (_, first) => lane(first)))
}

type Load = { reads: number[]; writes: number[] }

/** Readers and writers, as many as run at once in a busy office, for as long as the work takes. */
async function load(work: () => Promise<unknown>): Promise<Load> {
  const measured: Load = { reads: [], writes: [] }
  const state = { running: true }
  const lane = async (times: number[], request: () => Promise<void>) => {
    while (state.running) {
      const started = performance.now()
      await request().catch((error: unknown) => errors.push(String(error)))
      times.push(performance.now() - started)
      await sleep(5)
    }
  }
  const lanes = [
    ...Array.from({ length: READERS }, () => lane(measured.reads, readOne)),
    ...Array.from({ length: WRITERS }, (_, writer) => lane(measured.writes, () => writeOne(writer))),
  ]
  await work()
  state.running = false
  await Promise.all(lanes)
  return measured
}

function any(list: string[]): string {
  return list[Math.floor(Math.random() * list.length)] ?? ''
}

async function readOne(): Promise<void> {
  const found = await findApplication(db, any(ids))
  if (!String(found?.answers.first_name).startsWith('กมล')) throw new Error('a case was read wrongly')
  const number = String(found?.answers.national_id)
  if ((await findApplicationsByIdentity(db, 'thai_id', number)).length !== 1)
    throw new Error('a case was not found by its number')
  if (FILES > 0) await files.get(`uploads/${Math.floor(Math.random() * FILES)}`)
}

/** Each writer has cases of its own, so that it knows what must be there. */
async function writeOne(writer: number): Promise<void> {
  const at = Math.floor((Math.random() * CASES) / WRITERS) * WRITERS + writer
  const id = ids[at] ?? any(ids)
  const count = (expected.get(id) ?? 0) + 1
  await db.transaction(async (tx) => {
    const { answers } = await lockApplication(tx, id)
    await updateApplication(tx, id, { answers: { ...answers, changes: String(count) } })
  })
  expected.set(id, count)
}

/** The seconds it spent on its passes: without the start of the process and the counting at the end. */
function rotate(): Promise<number> {
  const keyFile = join(dir, 'data-keys')
  writeFileSync(keyFile, `${newLine}\n${oldLine}\n`, { mode: 0o600 })
  const env = {
    ...process.env,
    DATABASE_URL: servers.databaseUrl,
    DATA_DIR: dir,
    DATA_KEYS_FILE: keyFile,
    BASE_URL: 'https://anuyat.example.go.th',
    SERVICE_DIR: 'services/drinking-water',
    LINE_CHANNEL_SECRET: 'a-channel-secret',
    LINE_CHANNEL_ACCESS_TOKEN: 'a-channel-token',
    LINE_LOGIN_CHANNEL_ID: '1234567890',
    LIFF_ID: '1234567890-AbCdEfGh',
    BILLER_ID: '099400016550100',
    BANK_API_BASE_URL: 'https://api.partners.scb.co.th',
    BANK_API_KEY: 'a-bank-key',
    BANK_API_SECRET: 'a-bank-secret',
  }
  const cli = join(import.meta.dirname, '../../src/cli.ts')
  const child = spawn(process.execPath, [cli, 'keys:rotate'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (part) => {
    said += part
  })
  return new Promise((resolve, reject) =>
    child.on('exit', (code) => {
      console.log(said.slice(said.indexOf('pass 1')))
      const passes = [...said.matchAll(/anew in ([\d.]+) s/g)].map(([, each]) => Number(each))
      if (code === 0) resolve(passes.reduce((sum, each) => sum + each, 0))
      else reject(new Error(`keys:rotate ended with ${code}`))
    }),
  )
}

async function verify(): Promise<[string, number][]> {
  const counts = await countKeys(db)
  const fileCounts = await countFileKeys(store)
  const left = (each: Map<string, number>) =>
    [...each].reduce((sum, [key, n]) => sum + (key === NEW.current ? 0 : n), 0)
  useKeyring(NEW)
  const { unread, lost } = await readEverything()
  const under = sealedFiles(store, () => NEW)
  let unreadFiles = 0
  for await (const key of store.list()) await under.get(key).catch(() => unreadFiles++)
  return [
    ['rows and indexes left under the old key', left(counts)],
    ['files left under the old key', left(fileCounts)],
    ['applications unreadable with the new key alone', unread],
    ['files unreadable with the new key alone', unreadFiles],
    ['changes lost', lost],
  ]
}

async function readEverything(): Promise<{ unread: number; lost: number }> {
  let read = 0
  let lost = 0
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await db
      .select({ id: application.id, answers: application.answers })
      .from(application)
      .where(gt(application.id, after))
      .orderBy(asc(application.id))
      .limit(BATCH)
    if (rows.length === 0) return { unread: CASES - read, lost }
    for (const { id, answers } of rows) {
      if (String(answers.first_name).startsWith('กมล')) read += 1
      const wanted = expected.get(id)
      if (wanted !== undefined && answers.changes !== String(wanted)) lost += 1
    }
    after = rows.at(-1)?.id ?? ''
  }
}

function most(before: number[]): number {
  const { ms, timesBefore } = LIMITS.p99
  return Math.max(ms, Math.round(percentile(before, 0.99) * timesBefore))
}

function both(times: number[]): string {
  return `${percentile(times, 0.5).toFixed(1)} / ${percentile(times, 0.99).toFixed(1)} ms`
}

function print(...cells: string[]): void {
  console.log(cells.map((cell, at) => cell.padEnd(at === 0 ? 48 : 22)).join(''))
}
