import { and, arrayContains, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Db, Transaction } from '../db/client.ts'
import { isUuid } from '../db/uuid.ts'
import type { Role } from '../service/definition.ts'
import { type Correction, correction, type Decision, decision, type Officer, officer } from './table.ts'

export async function findOfficerByLineUser(db: Db, lineUserId: string): Promise<Officer | undefined> {
  const [row] = await db
    .select()
    .from(officer)
    .where(and(eq(officer.lineUserId, lineUserId), eq(officer.active, true)))
  return row
}

export async function findOfficer(db: Db, id: string): Promise<Officer | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await db.select().from(officer).where(eq(officer.id, id))
  return row
}

/** Active officers of a role who can be reached in LINE. */
export async function listOfficersOfRole(db: Db, role: Role): Promise<Officer[]> {
  return db
    .select()
    .from(officer)
    .where(and(eq(officer.active, true), isNotNull(officer.lineUserId), arrayContains(officer.roles, [role])))
}

export async function listOfficers(db: Db): Promise<Officer[]> {
  return db.select().from(officer).orderBy(asc(officer.name))
}

export async function insertOfficer(db: Db, row: typeof officer.$inferInsert): Promise<void> {
  await db.insert(officer).values(row).onConflictDoNothing()
}

/** Uses up an invitation: true when it was still open. */
export async function bindOfficer(
  tx: Transaction,
  invitationHash: string,
  lineUserId: string,
): Promise<boolean> {
  const rows = await tx
    .update(officer)
    .set({ lineUserId, invitationHash: null })
    .where(eq(officer.invitationHash, invitationHash))
    .returning({ id: officer.id })
  return rows.length === 1
}

export async function insertCorrection(tx: Transaction, row: typeof correction.$inferInsert): Promise<void> {
  await tx.insert(correction).values(row)
}

export async function findOpenCorrection(db: Db, applicationId: string): Promise<Correction | undefined> {
  const [row] = await db
    .select()
    .from(correction)
    .where(and(eq(correction.applicationId, applicationId), isNull(correction.resolvedAt)))
  return row
}

export async function listCorrections(db: Db, applicationId: string): Promise<Correction[]> {
  return db
    .select()
    .from(correction)
    .where(eq(correction.applicationId, applicationId))
    .orderBy(desc(correction.returnedAt))
}

export async function resolveCorrection(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.update(correction).set({ resolvedAt: at }).where(eq(correction.id, id))
}

export async function insertDecision(tx: Transaction, row: typeof decision.$inferInsert): Promise<void> {
  await tx.insert(decision).values(row)
}

export async function listDecisions(db: Db, applicationId: string): Promise<Decision[]> {
  return db
    .select()
    .from(decision)
    .where(eq(decision.applicationId, applicationId))
    .orderBy(asc(decision.step))
}
