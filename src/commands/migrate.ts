import { loadDatabaseConfig } from '../config.ts'
import { openDatabase } from '../db/client.ts'
import { migrateDatabase } from '../db/migrate.ts'

/** Applies what the database lacks. */
export async function migrate(): Promise<void> {
  const connection = await openDatabase(loadDatabaseConfig())
  await migrateDatabase(connection)
  await connection.close()
  process.stdout.write('The database is up to date.\n')
}
