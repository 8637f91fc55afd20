import { and, asc, between, desc, eq, isNull } from 'drizzle-orm'
import type { Db, Transaction } from '../db/client.ts'
import { type Correction, correction, type Decision, decision } from './table.ts'

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

/** Open corrections whose last day lies between these, both included. */
export async function listCorrectionsDue(db: Db, from: string, until: string): Promise<Correction[]> {
  return db
    .select()
    .from(correction)
    .where(and(isNull(correction.resolvedAt), between(correction.dueOn, from, until)))
    .orderBy(asc(correction.dueOn))
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
