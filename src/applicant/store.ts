import { eq, lt } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { type Applicant, applicant, consent, session } from './table.ts'

export async function findApplicantByLineUser(db: Db, lineUserId: string): Promise<Applicant | undefined> {
  const [row] = await db.select().from(applicant).where(eq(applicant.lineUserId, lineUserId))
  return row
}

export async function findApplicant(db: Db, id: string): Promise<Applicant | undefined> {
  const [row] = await db.select().from(applicant).where(eq(applicant.id, id))
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

export async function insertSession(db: Db, row: typeof session.$inferInsert): Promise<void> {
  await db.insert(session).values(row)
}

export async function findSessionRow(
  db: Db,
  tokenHash: string,
): Promise<typeof session.$inferSelect | undefined> {
  const [row] = await db.select().from(session).where(eq(session.tokenHash, tokenHash))
  return row
}

export async function deleteSession(db: Db, tokenHash: string): Promise<void> {
  await db.delete(session).where(eq(session.tokenHash, tokenHash))
}

export async function forgetExpiredSessions(db: Db, now: Date): Promise<void> {
  await db.delete(session).where(lt(session.expiresAt, now))
}

/** Which notice was shown; the same one is recorded once. */
export async function recordConsent(db: Db, row: typeof consent.$inferInsert): Promise<void> {
  await db.insert(consent).values(row).onConflictDoNothing()
}
