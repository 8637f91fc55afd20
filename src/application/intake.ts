/** Applications that officers keyed in, and news that has to be told by telephone. */
import { and, asc, count, desc, eq, isNull, ne } from 'drizzle-orm'
import type { Db, Transaction } from '../db/client.ts'
import { isUuid } from '../db/uuid.ts'
import { type Application, application, type Call, call, type Intake, intake } from './table.ts'

export async function insertIntake(tx: Transaction, row: typeof intake.$inferInsert): Promise<void> {
  await tx.insert(intake).values(row).onConflictDoNothing()
}

export async function findIntake(db: Db, applicationId: string): Promise<Intake | undefined> {
  if (!isUuid(applicationId)) return undefined
  const [row] = await db.select().from(intake).where(eq(intake.applicationId, applicationId))
  return row
}

/** What this officer keyed in, newest first; what was given up is left out. */
export async function listIntakes(
  db: Db,
  officerId: string,
  limit: number,
): Promise<{ intake: Intake; application: Application }[]> {
  return db
    .select({ intake, application })
    .from(intake)
    .innerJoin(application, eq(application.id, intake.applicationId))
    .where(and(eq(intake.officerId, officerId), ne(application.status, 'withdrawn')))
    .orderBy(desc(intake.createdAt))
    .limit(limit)
}

/** The same job writes one call. */
export async function insertCall(db: Db, row: typeof call.$inferInsert): Promise<void> {
  await db.insert(call).values(row).onConflictDoNothing()
}

export async function listOpenCalls(db: Db): Promise<{ call: Call; application: Application }[]> {
  return db
    .select({ call, application })
    .from(call)
    .innerJoin(application, eq(application.id, call.applicationId))
    .where(isNull(call.toldAt))
    .orderBy(asc(call.createdAt))
}

export async function countOpenCalls(db: Db): Promise<number> {
  const [row] = await db.select({ open: count() }).from(call).where(isNull(call.toldAt))
  return row?.open ?? 0
}

/** Undefined where nobody has to be called any more. */
export async function markTold(
  tx: Transaction,
  id: string,
  told: { toldAt: Date; officerId: string },
): Promise<Call | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await tx
    .update(call)
    .set(told)
    .where(and(eq(call.id, id), isNull(call.toldAt)))
    .returning()
  return row
}
