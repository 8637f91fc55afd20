import { asc, eq } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { type Consent, consent } from './table.ts'

/** Everything this person was shown and chose, in the order it happened. */
export async function listConsents(db: Db, applicantId: string): Promise<Consent[]> {
  return db.select().from(consent).where(eq(consent.applicantId, applicantId)).orderBy(asc(consent.seq))
}

/** Adds a choice; what was chosen before stays on record. */
export async function insertChoice(
  db: Db,
  row: typeof consent.$inferInsert & { event: 'given' | 'withdrawn' },
): Promise<void> {
  await db.insert(consent).values(row)
}
