import { and, eq } from 'drizzle-orm'
import type { Db, Transaction } from '../db/client.ts'
import { NotFound } from '../errors.ts'
import { type Applicant, applicant, consent } from './table.ts'

export async function findApplicantByLineUser(db: Db, lineUserId: string): Promise<Applicant | undefined> {
  const [row] = await db.select().from(applicant).where(eq(applicant.lineUserId, lineUserId))
  return row
}

export async function findApplicant(db: Db, id: string): Promise<Applicant | undefined> {
  const [row] = await db.select().from(applicant).where(eq(applicant.id, id))
  return row
}

/** Locked until the transaction ends. Throws NotFound. */
export async function lockApplicant(tx: Transaction, id: string): Promise<Applicant> {
  const [row] = await tx.select().from(applicant).where(eq(applicant.id, id)).for('update')
  if (!row) throw new NotFound('applicant')
  return row
}

export async function insertApplicant(db: Db, row: typeof applicant.$inferInsert): Promise<void> {
  await db.insert(applicant).values(row).onConflictDoNothing({ target: applicant.lineUserId })
}

export async function updateApplicant(
  db: Db,
  id: string,
  changes: Partial<Pick<Applicant, 'following' | 'language' | 'displayName'>>,
): Promise<void> {
  await db.update(applicant).set(changes).where(eq(applicant.id, id))
}

/** Which notice was shown; the same one is recorded once. */
export async function recordConsent(db: Db, row: typeof consent.$inferInsert): Promise<void> {
  await db.insert(consent).values(row).onConflictDoNothing()
}

export async function hasConsent(
  db: Db,
  { applicantId, purpose, version }: Pick<typeof consent.$inferSelect, 'applicantId' | 'purpose' | 'version'>,
): Promise<boolean> {
  const rows = await db
    .select({ id: consent.id })
    .from(consent)
    .where(
      and(eq(consent.applicantId, applicantId), eq(consent.purpose, purpose), eq(consent.version, version)),
    )
  return rows.length > 0
}
