import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { lockDirectory } from './directory-lock.ts'

/** Drizzle on a `pg` pool, whichever database is behind it. */
export type Database = NodePgDatabase
/** An open transaction; every store function takes either. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]
export type Db = Database | Transaction

export type Connection = {
  db: Database
  pool: pg.Pool
  /** Set when the database is the embedded one: one session, one process. */
  embedded?: PGlite
  close(): Promise<void>
}

/** Both the product's tables and BullMQ's, so that one pool serves both. */
const SEARCH_PATH = 'public,bullmq'

/**
 * PostgreSQL when `DATABASE_URL` is given, else the embedded database under `DATA_DIR`, through the same driver.
 * NOTE the embedded one has a single session: a query outside an open transaction waits for that transaction, so
 * inside `db.transaction(tx => …)` only `tx` may be used.
 */
export async function openDatabase(config: { DATABASE_URL?: string; DATA_DIR: string }): Promise<Connection> {
  return config.DATABASE_URL ? openPostgres(config.DATABASE_URL) : openEmbedded(join(config.DATA_DIR, 'db'))
}

function openPostgres(url: string): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    max: 12,
    keepAlive: true,
    options: `-c search_path=${SEARCH_PATH}`,
  })
  pool.setMaxListeners(0)
  pool.on('error', () => {}) // an idle client lost its server: the next query reconnects or reports it
  return { db: drizzle(pool), pool, close: () => pool.end() }
}

async function openEmbedded(dir: string): Promise<Connection> {
  mkdirSync(dir, { recursive: true })
  const unlock = lockDirectory(dir)
  const lite = await PGlite.create(dir)
  const connection = await fromPGlite(lite)
  const close = async () => {
    await connection.close()
    unlock()
  }
  return { ...connection, close }
}

/** A connection over a PGlite that exists already (tests load theirs from a snapshot). */
export async function fromPGlite(lite: PGlite): Promise<Connection> {
  const pool = new pg.Pool(poolConfig(lite))
  pool.setMaxListeners(0)
  keepClientOnError(pool)
  await pool.query(`set search_path = ${SEARCH_PATH}`)
  const close = async () => {
    await pool.end()
    await lite.close()
  }
  return { db: drizzle(pool), pool, embedded: lite, close }
}

/** pg-pool ends the client of a failed query; there is only one here, and a failed query does not harm it. */
function keepClientOnError(pool: pg.Pool): void {
  const query = async (text: string, values?: unknown[]) => {
    const client = await pool.connect()
    try {
      return await client.query(text, values)
    } finally {
      client.release()
    }
  }
  pool.query = query as typeof pool.query
}

/** NOTE the adapter takes pg's type parsers for a list of type ids and throws: they are kept from it (pglite 0.5.16). */
function poolConfig(lite: PGlite): pg.PoolConfig {
  const config = createPgConfig(lite)
  const parse = config.connection.parse.bind(config.connection)
  config.connection.parse = (query: { types?: unknown }) => parse({ ...query, types: undefined })
  return config as unknown as pg.PoolConfig
}
