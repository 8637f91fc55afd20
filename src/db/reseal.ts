/**
 * What is stored under an earlier key, or in clear, is sealed anew in place. Safe beside a running service and beside
 * a second rotation: rows are locked a small batch at a time, rows that others hold are passed over and come up in the
 * next pass, and what a row lacks of a pass that was broken off is seen on the row itself.
 */
import { getTableColumns, getTableName, is, type SQL, sql } from 'drizzle-orm'
import { getTableConfig, PgCustomColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Database, Transaction } from './client.ts'
import { envelopePrefix, isEnvelope, openText, sealText } from './envelope.ts'
import type { Keyring } from './keyring.ts'

type SealedColumn = { name: string; fullName: string; isJson: boolean }
export type SealedTable = { name: string; key: { name: string; type: string }; columns: SealedColumn[] }

/** The tables with sealed columns among what `table.ts` files export. */
export function sealedTablesIn(modules: object[]): SealedTable[] {
  const tables = modules.flatMap((each) => Object.values(each)).filter((each) => is(each, PgTable))
  return tables.map(sealedTable).filter(({ columns }) => columns.length > 0)
}

function sealedTable(table: PgTable): SealedTable {
  const name = getTableName(table)
  const columns = Object.values(getTableColumns(table)).filter((column) => is(column, PgCustomColumn))
  const key = getTableConfig(table).columns.find((column) => column.primary)
  if (columns.length > 0 && !key) throw new Error(`${name} has sealed columns and no key of one column`)
  return {
    name,
    key: { name: key?.name ?? '', type: key?.getSQLType() ?? '' },
    columns: columns.map((column) => ({
      name: column.name,
      fullName: `${name}.${column.name}`,
      isJson: column.getSQLType() === 'jsonb',
    })),
  }
}

export type Batch = {
  /** Where the next batch goes on; undefined after the last. */
  after?: string
  resealed: number
  /** Ids of rows that no key of the keyring opens; they stay as they are. */
  unreadable: string[]
}

/** Seals the next rows, by their key, that are not yet wholly under the current key. */
export async function resealBatch(
  db: Database,
  table: SealedTable,
  keyring: Keyring,
  { after, limit }: { after?: string; limit: number },
): Promise<Batch> {
  return db.transaction(async (tx) => {
    const rows = await lockRows(tx, table, keyring, { after, limit })
    const unreadable: string[] = []
    const sealed = rows.flatMap((row) => {
      try {
        return [
          { id: row.id, values: table.columns.map((column, at) => sealAnew(row[`c${at}`], column, keyring)) },
        ]
      } catch {
        unreadable.push(row.id)
        return []
      }
    })
    if (sealed.length > 0) await writeRows(tx, table, sealed)
    return { after: rows.length === limit ? rows.at(-1)?.id : undefined, resealed: sealed.length, unreadable }
  })
}

type Row = { id: string; [column: `c${number}`]: string | null }

async function lockRows(
  tx: Transaction,
  table: SealedTable,
  keyring: Keyring,
  { after, limit }: { after?: string; limit: number },
): Promise<Row[]> {
  // Named by its table: a bare name in `order by` would mean the text, which no index sorts.
  const key = sql`${sql.identifier(table.name)}.${sql.identifier(table.key.name)}`
  const columns = table.columns.map((column, at) => sql`${asText(column)} as ${sql.identifier(`c${at}`)}`)
  const stale = sql.join(
    table.columns.map((column) => isStale(column, keyring)),
    sql` or `,
  )
  const beyond = after === undefined ? sql`true` : sql`${key} > ${after}::${sql.raw(table.key.type)}`
  const { rows } = await tx.execute<Row>(sql`
    select ${key}::text as id, ${sql.join(columns, sql`, `)} from ${sql.identifier(table.name)}
    where ${beyond} and (${stale}) order by ${key} limit ${limit} for no key update skip locked`)
  return rows
}

/** Undefined: nothing stored, or under the current key already. */
function sealAnew(
  stored: string | null | undefined,
  { fullName }: SealedColumn,
  keyring: Keyring,
): string | null {
  if (stored === null || stored === undefined || stored.startsWith(envelopePrefix(keyring.current)))
    return null
  return sealText(isEnvelope(stored) ? openText(stored, fullName, keyring) : stored, fullName, keyring)
}

async function writeRows(
  tx: Transaction,
  { name, key, columns }: SealedTable,
  rows: { id: string; values: (string | null)[] }[],
): Promise<void> {
  const as = (at: number) => sql.identifier(`c${at}`)
  const set = columns.map((column, at) => {
    const value = column.isJson ? sql`to_jsonb(v.${as(at)})` : sql`v.${as(at)}`
    const own = sql.identifier(column.name)
    return sql`${own} = case when v.${as(at)} is null then t.${own} else ${value} end`
  })
  const lists = columns.map(
    (_, at) => sql`${sql.param(rows.map(({ values }) => values[at] ?? null))}::text[]`,
  )
  const ids = sql`${sql.param(rows.map(({ id }) => id))}::${sql.raw(key.type)}[]`
  const names = sql.join(
    columns.map((_, at) => as(at)),
    sql`, `,
  )
  await tx.execute(sql`
    update ${sql.identifier(name)} as t set ${sql.join(set, sql`, `)}
    from unnest(${sql.join([ids, ...lists], sql`, `)}) as v(id, ${names})
    where t.${sql.identifier(key.name)} = v.id`)
}

/** How many values are stored under which key; `clear` for those of an earlier version. */
export async function countByKey(db: Database, { name, columns }: SealedTable): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const column of columns) {
    const keyId = sql`case when starts_with(${asText(column)}, 'sealed:v1:') then split_part(${asText(column)}, ':', 3) else 'clear' end`
    const { rows } = await db.execute<{ key: string; n: number }>(sql`
      select ${keyId} as key, count(*)::int as n from ${sql.identifier(name)}
      where ${sql.identifier(column.name)} is not null group by 1`)
    for (const { key, n } of rows) counts.set(key, (counts.get(key) ?? 0) + n)
  }
  return counts
}

// The text of an envelope, or of the JSON that an earlier version stored.
function asText({ name, isJson }: SealedColumn): SQL {
  return isJson ? sql`(${sql.identifier(name)} #>> '{}')` : sql`${sql.identifier(name)}`
}

function isStale(column: SealedColumn, keyring: Keyring): SQL {
  return sql`not starts_with(${asText(column)}, ${envelopePrefix(keyring.current)})`
}
