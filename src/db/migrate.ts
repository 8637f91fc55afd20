import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runMigrations } from 'bullmq'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import type { Connection } from './client.ts'

const FOLDER = join(import.meta.dirname, '../../migrations')
/** Any number, the same in every instance: whoever starts first migrates, the others wait (drizzle itself does not). */
const LOCK = 712_569_001

/** Brings the schema up to date, the queue's own tables too. Safe to run from several instances at once. */
export async function migrateDatabase({ pool }: Pick<Connection, 'pool'>): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await migrate(drizzle(client), { migrationsFolder: FOLDER })
    await runMigrations(client)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK])
    client.release()
  }
}

/** How many migrations of this version the database lacks; a start with any is refused. */
export async function missingMigrations({ pool }: Pick<Connection, 'pool'>): Promise<number> {
  const journal = JSON.parse(readFileSync(join(FOLDER, 'meta/_journal.json'), 'utf8')) as {
    entries: unknown[]
  }
  const { rows } = await pool.query<{ there: string | null }>(
    "select to_regclass('drizzle.__drizzle_migrations')::text as there",
  )
  if (!rows[0]?.there) return journal.entries.length
  const applied = await pool.query<{ n: number }>(
    'select count(*)::int as n from drizzle.__drizzle_migrations',
  )
  return journal.entries.length - (applied.rows[0]?.n ?? 0)
}
