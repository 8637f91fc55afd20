import { and, asc, count, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { Db, Transaction } from '../db/client.ts'
import { isUuid } from '../db/uuid.ts'
import { NotFound } from '../errors.ts'
import {
  type AccessRow,
  accessLog,
  type DataExport,
  type DataRequest,
  type DataRequestEvent,
  dataExport,
  dataRequest,
  dataRequestEvent,
} from './table.ts'

export async function insertRequest(
  tx: Transaction,
  row: typeof dataRequest.$inferInsert,
): Promise<DataRequest | undefined> {
  const [inserted] = await tx.insert(dataRequest).values(row).onConflictDoNothing().returning()
  return inserted
}

export async function findRequest(db: Db, id: string): Promise<DataRequest | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await db.select().from(dataRequest).where(eq(dataRequest.id, id))
  return row
}

/** Locked until the transaction ends. Throws NotFound. */
export async function lockRequest(tx: Transaction, id: string): Promise<DataRequest> {
  const [row] = isUuid(id)
    ? await tx.select().from(dataRequest).where(eq(dataRequest.id, id)).for('update')
    : []
  if (!row) throw new NotFound('request')
  return row
}

export async function updateRequest(
  tx: Transaction,
  id: string,
  changes: Partial<DataRequest>,
): Promise<void> {
  await tx
    .update(dataRequest)
    .set({ ...changes, version: sql`${dataRequest.version} + 1` })
    .where(eq(dataRequest.id, id))
}

/** The newest first. */
export async function listRequestsOf(db: Db, applicantId: string): Promise<DataRequest[]> {
  return db
    .select()
    .from(dataRequest)
    .where(eq(dataRequest.applicantId, applicantId))
    .orderBy(desc(dataRequest.askedAt))
}

/** Open ones by their last day; closed ones the newest first. */
export async function listRequests(db: Db, open: boolean): Promise<DataRequest[]> {
  return open
    ? db.select().from(dataRequest).where(isNull(dataRequest.closedAt)).orderBy(asc(dataRequest.dueOn))
    : db
        .select()
        .from(dataRequest)
        .where(sql`${dataRequest.closedAt} is not null`)
        .orderBy(desc(dataRequest.closedAt))
        .limit(200)
}

export async function countRequests(db: Db, status: DataRequest['status']): Promise<number> {
  const [row] = await db.select({ count: count() }).from(dataRequest).where(eq(dataRequest.status, status))
  return row?.count ?? 0
}

export async function addRequestEvent(
  tx: Transaction,
  row: typeof dataRequestEvent.$inferInsert,
): Promise<void> {
  await tx.insert(dataRequestEvent).values(row)
}

export async function listRequestEvents(db: Db, requestId: string): Promise<DataRequestEvent[]> {
  return db
    .select()
    .from(dataRequestEvent)
    .where(eq(dataRequestEvent.requestId, requestId))
    .orderBy(asc(dataRequestEvent.seq))
}

export async function insertExport(tx: Transaction, row: typeof dataExport.$inferInsert): Promise<void> {
  await tx.insert(dataExport).values(row)
}

export async function findExport(db: Db, id: string): Promise<DataExport | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await db.select().from(dataExport).where(eq(dataExport.id, id))
  return row
}

/** The newest first. */
export async function listExportsOf(db: Db, applicantId: string): Promise<DataExport[]> {
  return db
    .select()
    .from(dataExport)
    .where(eq(dataExport.applicantId, applicantId))
    .orderBy(desc(dataExport.askedAt))
}

export async function updateExport(db: Db, id: string, changes: Partial<DataExport>): Promise<void> {
  await db.update(dataExport).set(changes).where(eq(dataExport.id, id))
}

/** One look; the same within ten minutes is written once. */
export async function insertAccess(db: Db, rows: (typeof accessLog.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await db.insert(accessLog).values(rows).onConflictDoNothing({ target: accessLog.key })
}

/** The newest first. */
export async function listAccess(
  db: Db,
  by: { applicantId?: string; applicationIds?: string[] },
  limit: number,
): Promise<AccessRow[]> {
  return db
    .select()
    .from(accessLog)
    .where(
      and(
        by.applicantId ? eq(accessLog.applicantId, by.applicantId) : undefined,
        by.applicationIds ? inArray(accessLog.applicationId, by.applicationIds) : undefined,
      ),
    )
    .orderBy(desc(accessLog.at))
    .limit(limit)
}

/** When the time to keep them is over; how many. */
export async function forgetAccess(db: Db, before: Date): Promise<number> {
  const gone = await db.delete(accessLog).where(lt(accessLog.at, before)).returning({ id: accessLog.id })
  return gone.length
}
