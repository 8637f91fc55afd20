/** Whoever reads these commands at night copies them: they must run. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openTestContext } from '../support/context.ts'

const ROOT = join(import.meta.dirname, '../..')
const text = readFileSync(join(ROOT, 'docs/running.md'), 'utf8')

const statements = [...text.matchAll(/```sql\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
  block
    .split(';')
    .map((each) => each.trim().replaceAll("'…'", `'${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}'`))
    .filter((each) => each !== ''),
)

test('every statement of SQL runs on the database as it is', async () => {
  const { db } = await openTestContext()
  expect(statements.length).toBeGreaterThan(5)
  for (const each of statements) await expect(db.execute(sql.raw(each)), each).resolves.toBeDefined()
})

test('every command of the product that is named is there', () => {
  const named = [...text.matchAll(/src\/cli\.ts ([a-z:]+)/g)].map(([, name = '']) => name)
  const known = readFileSync(join(ROOT, 'src/cli.ts'), 'utf8')
  expect(named.filter((name) => !known.includes(`${name}'`) && !known.includes(`  ${name}:`))).toEqual([])
})
