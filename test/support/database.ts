import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { inject } from 'vitest'
import { type Connection, fromPGlite, openDatabase } from '../../src/db/client.ts'
import { newKeyLine, parseKeyring } from '../../src/db/keyring.ts'
import { useKeyring } from '../../src/db/sealed.ts'

const kept = globalThis as { testDatabase?: Promise<Connection>; testKeys?: string }

/** Every test seals under the keys of its worker; those of a file that changed them are set anew. */
function useTestKeys(): void {
  kept.testKeys ??= newKeyLine('test')
  useKeyring(parseKeyring(kept.testKeys))
}

/** The worker's migrated database, emptied. Shared by the files of a worker: call it in `beforeEach`. */
export async function openTestDatabase(): Promise<Connection> {
  useTestKeys()
  kept.testDatabase ??= openOwnDatabase()
  const connection = await kept.testDatabase
  await empty(connection)
  return connection
}

/** A migrated database of one's own, for crash, queue and migration tests. The caller closes it. */
export async function openOwnDatabase(): Promise<Connection & { url?: string }> {
  useTestKeys()
  const source = inject('database')
  if (source.kind === 'embedded')
    return fromPGlite(await PGlite.create({ loadDataDir: new Blob([readFileSync(source.snapshot)]) }))
  const url = await cloneTemplate(source)
  return { ...(await openDatabase({ DATABASE_URL: url, DATA_DIR: '' })), url }
}

async function cloneTemplate(source: { url: string; template: string }): Promise<string> {
  const name = `anuyat_test_${randomUUID().replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: source.url })
  await admin.connect()
  await admin.query(`create database ${name} template ${source.template}`)
  await admin.end()
  const url = new URL(source.url)
  url.pathname = `/${name}`
  return url.href
}

async function empty({ pool }: Connection): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    "select quote_ident(tablename) as name from pg_tables where schemaname = 'public'",
  )
  await pool.query(`truncate ${rows.map((row) => row.name).join(', ')} cascade`)
}
