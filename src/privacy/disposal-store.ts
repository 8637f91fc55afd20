import { desc, eq, inArray, sql } from 'drizzle-orm'
import type { Db, Transaction } from '../db/client.ts'
import {
  type Disposal,
  type DisposalApproval,
  type DisposalHold,
  disposal,
  disposalApproval,
  disposalHold,
} from './table.ts'

/** False when it stands in the record already. */
export async function recordDisposal(db: Db, row: typeof disposal.$inferInsert): Promise<boolean> {
  const rows = await db.insert(disposal).values(row).onConflictDoNothing({ target: disposal.key }).returning()
  return rows.length === 1
}

/** The newest first. */
export async function listDisposals(db: Db, limit: number): Promise<Disposal[]> {
  return db.select().from(disposal).orderBy(desc(disposal.seq)).limit(limit)
}

/** The same word twice is one. */
export async function insertApprovals(db: Db, rows: (typeof disposalApproval.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await db.insert(disposalApproval).values(rows).onConflictDoNothing()
}

export async function listApprovals(db: Db, subjectIds: string[]): Promise<DisposalApproval[]> {
  if (subjectIds.length === 0) return []
  return db.select().from(disposalApproval).where(inArray(disposalApproval.subjectId, subjectIds))
}

/** Of the case: whatever was approved before it was kept has to be approved anew. */
export async function dropApprovals(tx: Transaction, subjectIds: string[]): Promise<void> {
  if (subjectIds.length > 0)
    await tx.delete(disposalApproval).where(inArray(disposalApproval.subjectId, subjectIds))
}

export async function keepCase(tx: Transaction, row: typeof disposalHold.$inferInsert): Promise<void> {
  const { because, until, officerId, at } = row
  await tx
    .insert(disposalHold)
    .values(row)
    .onConflictDoUpdate({
      target: disposalHold.applicationId,
      set: { because, until: until ?? null, officerId, at },
    })
}

export async function letGo(db: Db, applicationId: string): Promise<void> {
  await db.delete(disposalHold).where(eq(disposalHold.applicationId, applicationId))
}

export async function listHolds(db: Db): Promise<DisposalHold[]> {
  return db.select().from(disposalHold).orderBy(sql`${disposalHold.at} desc`)
}
