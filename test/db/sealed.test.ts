import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { getTableColumns, getTableName, is, sql } from 'drizzle-orm'
import { PgCustomColumn, PgTable } from 'drizzle-orm/pg-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { SEALED_TABLES } from '../../src/actions/rotate-keys.ts'
import { checkDataKeys, forgetDataKeys } from '../../src/db/data-keys.ts'
import { openText, sealText } from '../../src/db/envelope.ts'
import { sealedTablesIn } from '../../src/db/reseal.ts'
import { useKeyring } from '../../src/db/sealed.ts'
import { unanswered } from '../../src/question/table.ts'
import { impostor, keyring } from '../keys/build.ts'
import { openTestContext, type TestContext } from '../support/context.ts'
import { openTestDatabase } from '../support/database.ts'
import { buildAnswers, getCase, submitted } from '../support/people.ts'

const KAMON = '6d1f7f9e-3f0a-4f0e-9c83-5a2f3f1f0a01'

const modules = await Promise.all(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /^[a-z]+\/table\.ts$/.test(file))
    .map(async (file): Promise<object> => await import(join('../../src', file))),
)
const columns = modules
  .flatMap((each) => Object.values(each))
  .filter((each) => is(each, PgTable))
  .flatMap((table) =>
    Object.values(getTableColumns(table))
      .filter((column) => is(column, PgCustomColumn))
      .map((column) => [`${getTableName(table)}.${column.name}`, column] as const),
  )

describe('a sealed column', () => {
  test.each(columns)('%s is bound to its own place', (place, column) => {
    useKeyring(keyring('a'))
    const value = column.getSQLType() === 'jsonb' ? { name: 'กมล' } : 'กมล'
    const stored = String(column.mapToDriverValue(value)).replace(/^"|"$/g, '')
    expect(openText(stored, place, keyring('a'))).toContain('กมล')
    expect(column.mapFromDriverValue(stored)).toEqual(value)
  })

  test('is known to the rotation, whichever noun has it', () => {
    const byName = (tables: typeof SEALED_TABLES) =>
      tables.map(({ name, columns }) => `${name} ${columns.map((column) => column.name)}`).sort()
    expect(byName(SEALED_TABLES)).toEqual(byName(sealedTablesIn(modules)))
  })
})

describe('in the database', () => {
  let ctx: TestContext
  beforeEach(async () => {
    ctx = await openTestContext()
  })

  test('nobody finds a number, telephone, mail address, birthday or file name of an applicant', async () => {
    const owner = await submitted(ctx)
    const { rows } = await ctx.db.execute<{ name: string }>(
      sql`select tablename as name from pg_tables where schemaname = 'public'`,
    )
    const dumps = await Promise.all(
      rows.map(async ({ name }) => {
        const dump = await ctx.db.execute<{ text: string }>(
          sql`select coalesce(json_agg(t)::text, '') as text from ${sql.identifier(name)} t`,
        )
        return dump.rows[0]?.text ?? ''
      }),
    )
    const dump = dumps.join('\n')
    const secrets = [
      '1101700207366',
      '1-1017-00207-36-6',
      '0812345678',
      'kamon@example.com',
      '1987-01-15',
      'id_card.png',
    ]
    expect(secrets.filter((secret) => dump.includes(secret))).toEqual([])
    expect((await getCase(ctx, owner)).answers).toMatchObject({ national_id: '1101700207366' })
  })

  test('answers that an earlier version stored in clear are read, and sealed by the next write', async () => {
    const owner = await submitted(ctx)
    const clear = JSON.stringify(buildAnswers())
    await ctx.db.execute(
      sql`update application set answers = ${clear}::jsonb where id = ${owner.applicationId}`,
    )
    expect((await getCase(ctx, owner)).answers).toEqual(buildAnswers())
  })

  test('what was changed there does not open, and the error tells nothing of it', async () => {
    await ctx.db.insert(unanswered).values({ applicantId: KAMON, text: 'ความลับ', at: ctx.clock.now() })
    const { rows } = await ctx.db.execute<{ text: string }>(sql`select text from unanswered`)
    const stored = rows[0]?.text ?? ''
    const middle = Math.floor(stored.length / 2) + 5
    const other = stored[middle] === 'A' ? 'B' : 'A'
    const changed = stored.slice(0, middle) + other + stored.slice(middle + 1)
    for (const broken of [changed, stored.slice(0, -4), 'sealed:v1:', 'sealed:v1:test:AAAA']) {
      await ctx.db.execute(sql`update unanswered set text = ${broken}`)
      const error: unknown = await ctx.db
        .select()
        .from(unanswered)
        .catch((reason) => reason)
      expect(String(error)).toMatch(/unanswered\.text: what is stored/)
      expect(String(error)).not.toContain('ความลับ')
    }
  })
})

describe('an envelope', () => {
  const keys = keyring('a', 'b')

  test('is different each time and opens under any key of the keyring', () => {
    const [one, two] = [sealText('กมล', 'x.y', keys), sealText('กมล', 'x.y', keys)]
    expect(one).not.toBe(two)
    expect(one).toMatch(/^sealed:v1:a:[\w-]+$/)
    expect(openText(one, 'x.y', keyring('b', 'a'))).toBe('กมล')
  })

  test.each([
    ['of another column', 'x.z', keys, 'x.z: what is stored was changed, or was sealed for another place'],
    ['under a key that is not there', 'x.y', keyring('b'), 'x.y: key "a" is not in the keyring'],
    ['under another key of the same name', 'x.y', impostor('a'), 'x.y: what is stored was changed'],
  ])('%s does not open', (_, place, under, message) => {
    expect(() => openText(sealText('กมล', 'x.y', keys), place, under)).toThrow(message)
  })
})

describe('a start', () => {
  const NOW = new Date('2026-11-23T10:42:00+07:00')

  test('is refused without a key that was used here, and with other bytes under its name', async () => {
    const { db } = await openTestDatabase()
    await checkDataKeys(db, keyring('a'), NOW)
    await checkDataKeys(db, keyring('b', 'a'), NOW)
    await expect(checkDataKeys(db, keyring('b'), NOW)).rejects.toThrow('key "a" is missing')
    await expect(checkDataKeys(db, impostor('a'), NOW)).rejects.toThrow(
      'key "a" is not the one that was used here; key "b" is missing',
    )
    await forgetDataKeys(db, ['a'])
    await checkDataKeys(db, keyring('b'), NOW)
  })
})
