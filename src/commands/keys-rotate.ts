import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { countKeys, rotateKeys } from '../actions/rotate-keys.ts'
import { type Config, loadConfig } from '../config.ts'
import { openDatabase } from '../db/client.ts'
import { checkDataKeys, forgetDataKeys } from '../db/data-keys.ts'
import type { Keyring } from '../db/keyring.ts'
import { useKeyring } from '../db/sealed.ts'
import { localFiles } from '../files/local.ts'
import { countFileKeys, resealFiles } from '../files/reseal.ts'
import { keySource } from '../keys/source.ts'

/** Rows that others hold are passed over; they are free again within moments. */
const MOST_PASSES = 20
const PAUSE_MS = 1000

/** Seals everything under the current key, beside the running service, and says which keys are needed no more. */
export async function keysRotate(): Promise<void> {
  const config = loadConfig()
  const keyring = await keySource(config).load()
  useKeyring(keyring)
  const connection = await openDatabase(config)
  try {
    await checkDataKeys(connection.db, keyring, new Date())
    const unreadable = await rotateUntilDone(config, connection.db, keyring)
    const counts = await countAll(config, connection.db)
    await forgetDataKeys(connection.db, unusedKeys(keyring, counts))
    say(report(keyring, counts, unreadable))
  } finally {
    await connection.close()
  }
}

type Db = Parameters<typeof countKeys>[0]

const filesOf = ({ DATA_DIR }: Config) => localFiles(join(DATA_DIR, 'files'))

async function rotateUntilDone(config: Config, db: Db, keyring: Keyring): Promise<string[]> {
  const tell = ({ what, done }: { what: string; done: number }) => {
    if (done % 1000 < 100) say(`${what}: ${done}`)
  }
  for (let pass = 1; ; pass++) {
    const started = performance.now()
    const rows = await rotateKeys({ db, keyring, tell })
    const files = await resealFiles(filesOf(config), { keyring, tell })
    const unreadable = [...rows.unreadable, ...files.unreadable]
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    say(
      `pass ${pass}: ${rows.resealed} rows, ${rows.indexed} indexes, ${files.resealed} files sealed anew in ${seconds} s`,
    )
    const left = leftOver(keyring, await countAll(config, db))
    if (left <= unreadable.length || pass === MOST_PASSES) return unreadable
    await sleep(PAUSE_MS)
  }
}

async function countAll(config: Config, db: Db): Promise<Map<string, number>> {
  const counts = await countKeys(db)
  for (const [key, n] of await countFileKeys(filesOf(config))) counts.set(key, (counts.get(key) ?? 0) + n)
  return counts
}

const leftOver = ({ current }: Keyring, counts: Map<string, number>): number =>
  [...counts].reduce((sum, [key, n]) => sum + (key === current ? 0 : n), 0)

const unusedKeys = ({ current, keys }: Keyring, counts: Map<string, number>): string[] =>
  [...keys.keys()].filter((id) => id !== current && !counts.has(id))

function report(keyring: Keyring, counts: Map<string, number>, unreadable: string[]): string {
  const used = [...counts].map(([key, n]) => `  ${key}: ${n}${key === keyring.current ? ' (current)' : ''}`)
  const unused = unusedKeys(keyring, counts)
  const lines = ['Stored under each key:', ...used]
  if (unreadable.length > 0)
    lines.push(
      `No key opens these ${unreadable.length}; they were left as they are:`,
      ...unreadable.slice(0, 50),
    )
  if (leftOver(keyring, counts) > unreadable.length)
    lines.push('Some rows were held by others all the time: run it again.')
  lines.push(
    unused.length > 0
      ? `No longer used here: ${unused.join(', ')}. Keep them as long as you keep a backup that was made before today.`
      : 'No other key of the keyring is unused.',
  )
  return lines.join('\n')
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)
