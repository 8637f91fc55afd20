import { loadConfig } from '../config.ts'
import { openDatabase } from '../db/client.ts'
import { migrateDatabase } from '../db/migrate.ts'

/** Applies what the database lacks. Needs the configuration only for DATABASE_URL and DATA_DIR, yet checks it all. */
export async function migrate(): Promise<void> {
  const connection = await openDatabase(loadConfig())
  await migrateDatabase(connection)
  await connection.close()
  process.stdout.write('The database is up to date.\n')
}
