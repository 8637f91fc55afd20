import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { fromPGlite, openDatabase } from '../../src/db/client.ts'
import { migrateDatabase } from '../../src/db/migrate.ts'

/** Migrates once: a snapshot of the embedded database, or a template database on the server of DATABASE_URL. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  return process.env.DATABASE_URL
    ? serverTemplate(project, process.env.DATABASE_URL)
    : embeddedSnapshot(project)
}

async function embeddedSnapshot(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), 'anuyat-test-'))
  const lite = await PGlite.create()
  const connection = await fromPGlite(lite)
  await migrateDatabase(connection)
  const snapshot = await lite.dumpDataDir('none')
  const file = join(dir, 'snapshot.tar')
  writeFileSync(file, Buffer.from(await snapshot.arrayBuffer()))
  await connection.close()
  project.provide('database', { kind: 'embedded', snapshot: file })
  return async () => rmSync(dir, { recursive: true, force: true })
}

async function serverTemplate(project: TestProject, url: string): Promise<() => Promise<void>> {
  const template = `anuyat_template_${process.pid}`
  const admin = new pg.Pool({ connectionString: url, max: 1 })
  await admin.query(`drop database if exists ${template}`)
  await admin.query(
    `create database ${template} template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`,
  )
  const templateUrl = new URL(url)
  templateUrl.pathname = `/${template}`
  const connection = await openDatabase({ DATABASE_URL: templateUrl.href, DATA_DIR: '' })
  await migrateDatabase(connection)
  await connection.close()
  project.provide('database', { kind: 'server', url, template })
  return async () => {
    await admin.query(`drop database if exists ${template} with (force)`)
    await admin.end()
  }
}

declare module 'vitest' {
  export interface ProvidedContext {
    database: { kind: 'embedded'; snapshot: string } | { kind: 'server'; url: string; template: string }
  }
}
