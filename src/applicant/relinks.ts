import { and, desc, eq, inArray, or } from 'drizzle-orm'
import type { Db, Transaction } from '../db/client.ts'
import { isUuid } from '../db/uuid.ts'
import { NotFound } from '../errors.ts'
import { RELINKS_OPEN, type Stopped, stopOf } from './relink.ts'
import { type Applicant, applicant, type Relink, relink } from './table.ts'

/** False when the old or the new account has an open one already. */
export async function insertRelink(
  tx: Transaction,
  row: typeof relink.$inferInsert,
): Promise<Relink | undefined> {
  const [inserted] = await tx.insert(relink).values(row).onConflictDoNothing().returning()
  return inserted
}

export async function updateRelink(tx: Transaction, id: string, changes: Partial<Relink>): Promise<void> {
  await tx.update(relink).set(changes).where(eq(relink.id, id))
}

/** Throws NotFound. */
export async function lockRelink(tx: Transaction, id: string): Promise<Relink> {
  const [row] = isUuid(id) ? await tx.select().from(relink).where(eq(relink.id, id)).for('update') : []
  if (!row) throw new NotFound('relink')
  return row
}

export async function findRelink(db: Db, id: string): Promise<Relink | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await db.select().from(relink).where(eq(relink.id, id))
  return row
}

/** What the person behind this account last asked for, or was offered. */
export async function findRelinkOf(db: Db, newLineUserId: string): Promise<Relink | undefined> {
  const [row] = await db
    .select()
    .from(relink)
    .where(eq(relink.newLineUserId, newLineUserId))
    .orderBy(desc(relink.createdAt))
    .limit(1)
  return row
}

export async function forgetOffer(tx: Transaction, toId: string): Promise<void> {
  await tx.delete(relink).where(and(eq(relink.toId, toId), eq(relink.status, 'offered')))
}

/** Those that wait for officers, or the last that do no more. */
export async function listRelinks(db: Db, open: boolean): Promise<Relink[]> {
  const statuses = open ? [...RELINKS_OPEN] : (['done', 'refused', 'withdrawn', 'restored'] as const)
  return db
    .select()
    .from(relink)
    .where(inArray(relink.status, [...statuses]))
    .orderBy(desc(relink.createdAt))
    .limit(100)
}

/** Whether anything may still come from this LINE account. */
export async function findStop(db: Db, lineUserId: string): Promise<Stopped | undefined> {
  const rows = await db
    .select()
    .from(relink)
    .where(
      and(
        or(eq(relink.oldLineUserId, lineUserId), eq(relink.newLineUserId, lineUserId)),
        inArray(relink.status, ['done', 'objected']),
      ),
    )
  return rows.length === 0 ? undefined : stopOf(rows, lineUserId)
}

/** Both, locked in the same order by everybody. */
export async function lockApplicants(tx: Transaction, ids: string[]): Promise<Applicant[]> {
  return tx.select().from(applicant).where(inArray(applicant.id, ids)).orderBy(applicant.id).for('update')
}

export async function setLineUser(
  tx: Transaction,
  id: string,
  changes: Partial<Pick<Applicant, 'lineUserId' | 'following' | 'language' | 'displayName'>>,
): Promise<void> {
  await tx.update(applicant).set(changes).where(eq(applicant.id, id))
}
