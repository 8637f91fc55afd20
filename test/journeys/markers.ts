/** Values by which a person would be known, and where they are found again. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { type Connection, openDatabase } from '../../src/db/client.ts'

/** What must be found nowhere, by a word that can be printed instead. */
export type Markers = Map<string, string>

/** The words of those markers that stand in the text as they are, escaped for JSON or an address, or in base64. */
export function foundIn(text: string, markers: Markers): string[] {
  return [...markers].flatMap(([word, value]) =>
    writings(value).some((each) => text.includes(each)) ? [word] : [],
  )
}

function writings(value: string): string[] {
  const escaped = JSON.stringify(value).slice(1, -1)
  const ascii = escaped.replace(
    /[\u0080-\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return [
    value,
    escaped,
    ascii,
    encodeURIComponent(value),
    Buffer.from(value).toString('base64').replace(/=+$/, ''),
  ]
}

/** Every column of every table, ours and the queue's, in which a marker stands in clear: `table.column: word`. */
export async function columnsWith(env: NodeJS.ProcessEnv, markers: Markers): Promise<string[]> {
  const { DATABASE_URL, DATA_DIR = '' } = env
  const { pool, close } = (await openDatabase({ DATABASE_URL, DATA_DIR })) as Connection
  const found: string[] = []
  const { rows } = await pool.query<{ schema: string; name: string; column: string }>(
    `select c.table_schema as schema, c.table_name as name, c.column_name as column from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')`,
  )
  for (const { schema, name, column } of rows) {
    const values = await pool.query<{ text: string }>(
      `select distinct "${column}"::text as text from "${schema}"."${name}" where "${column}" is not null`,
    )
    const table = schema === 'public' ? name : `${schema}.${name}`
    const all = values.rows.map(({ text }) => text).join('\n')
    found.push(...foundIn(all, markers).map((word) => `${table}.${column}: ${word}`))
  }
  await close()
  if (rows.length < 100) throw new Error('the catalogue was not read')
  return found
}

/** Every file of the product, but not those in which the embedded database keeps what was just asked of it. */
export function filesWith(dir: string, markers: Markers): string[] {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter(
    (file) => !/^db(\/|$)/.test(file) && statSync(join(dir, file)).isFile(),
  )
  return files.flatMap((file) => {
    const bytes = readFileSync(join(dir, file)).toString('utf8')
    return [...foundIn(bytes, markers), ...foundIn(file, markers)].map((word) => `${file}: ${word}`)
  })
}

/** Every key and value of the queue's Redis, where there is one. */
export async function redisWith(env: NodeJS.ProcessEnv, markers: Markers): Promise<string[]> {
  if (!env.REDIS_URL) return []
  const redis = new Redis(env.REDIS_URL)
  const found: string[] = []
  for (const key of await redis.keys('*')) {
    const dump = (await redis.dumpBuffer(key))?.toString('utf8') ?? ''
    found.push(...foundIn(key + dump, markers).map((word) => `${key}: ${word}`))
  }
  redis.disconnect()
  return found
}
