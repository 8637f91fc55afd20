import { afterAll, expect, test } from 'vitest'
import { migrateDatabase, missingMigrations } from '../../src/db/migrate.ts'
import { openOwnDatabase } from '../support/database.ts'

const connection = await openOwnDatabase()
afterAll(() => connection.close())

test('a migrated database lacks nothing, and migrating again changes nothing', async () => {
  await migrateDatabase(connection)
  expect(await missingMigrations(connection)).toBe(0)
})
