/** Second factors and the wish to have one taken away, as they are stored. */
import { and, asc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import type { Db, Transaction } from '../db/client.ts'
import { isUuid } from '../db/uuid.ts'
import { type FactorReset, factorReset, type SecondFactor, secondFactor } from './table.ts'

/** Those that have been used at least once. */
export async function listFactors(db: Db, officerId: string): Promise<SecondFactor[]> {
  return db
    .select()
    .from(secondFactor)
    .where(and(eq(secondFactor.officerId, officerId), isNotNull(secondFactor.confirmedAt)))
    .orderBy(asc(secondFactor.createdAt))
}

export async function hasFactor(db: Db, officerId: string): Promise<boolean> {
  return (await listFactors(db, officerId)).length > 0
}

export async function insertFactor(
  db: Db,
  row: typeof secondFactor.$inferInsert,
): Promise<SecondFactor | undefined> {
  const [inserted] = await db.insert(secondFactor).values(row).onConflictDoNothing().returning()
  return inserted
}

/** The secret that waits for its first code; one at a time. */
export async function findPendingTotp(db: Db, officerId: string): Promise<SecondFactor | undefined> {
  const [row] = await db
    .select()
    .from(secondFactor)
    .where(
      and(
        eq(secondFactor.officerId, officerId),
        eq(secondFactor.kind, 'totp'),
        isNull(secondFactor.confirmedAt),
      ),
    )
  return row
}

export async function updateFactor(db: Db, id: string, changes: Partial<SecondFactor>): Promise<void> {
  await db.update(secondFactor).set(changes).where(eq(secondFactor.id, id))
}

/** Uses up a TOTP step: false when it, or a later one, has been used. */
export async function useStep(db: Db, id: string, step: number, at: Date): Promise<boolean> {
  const rows = await db
    .update(secondFactor)
    .set({
      lastStep: step,
      usedAt: at,
      confirmedAt: sql`coalesce(${secondFactor.confirmedAt}, ${at.toISOString()})`,
    })
    .where(and(eq(secondFactor.id, id), lt(secondFactor.lastStep, step)))
    .returning({ id: secondFactor.id })
  return rows.length === 1
}

export async function deleteFactor(db: Db, officerId: string, id: string): Promise<void> {
  if (!isUuid(id)) return
  await db.delete(secondFactor).where(and(eq(secondFactor.id, id), eq(secondFactor.officerId, officerId)))
}

export async function deleteFactors(db: Db, officerId: string): Promise<void> {
  await db.delete(secondFactor).where(eq(secondFactor.officerId, officerId))
}

export async function insertReset(db: Db, row: typeof factorReset.$inferInsert): Promise<void> {
  await db.insert(factorReset).values(row)
}

/** Those still to be confirmed. */
export async function listOpenResets(db: Db): Promise<FactorReset[]> {
  return db
    .select()
    .from(factorReset)
    .where(isNull(factorReset.decidedAt))
    .orderBy(asc(factorReset.requestedAt))
}

export async function lockReset(tx: Transaction, id: string): Promise<FactorReset | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await tx.select().from(factorReset).where(eq(factorReset.id, id)).for('update')
  return row
}

export async function updateReset(db: Db, id: string, changes: Partial<FactorReset>): Promise<void> {
  await db.update(factorReset).set(changes).where(eq(factorReset.id, id))
}
