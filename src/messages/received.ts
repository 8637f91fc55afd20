/** Photos and files sent in chats, between their arrival and their sender's word on what they are. */
import { and, asc, eq, inArray, lt } from 'drizzle-orm'
import type { Db, Transaction } from '../db/client.ts'
import { isUuid } from '../db/uuid.ts'
import { NotFound } from '../errors.ts'
import { type ReceivedFile, receivedFile } from './table.ts'

/** The same message is kept once. */
export async function insertReceived(db: Db, row: typeof receivedFile.$inferInsert): Promise<void> {
  await db.insert(receivedFile).values(row).onConflictDoNothing()
}

export async function findReceivedByMessage(db: Db, messageId: string): Promise<ReceivedFile | undefined> {
  const [row] = await db.select().from(receivedFile).where(eq(receivedFile.messageId, messageId))
  return row
}

/** Those their sender has not yet said anything about, in the order in which they were sent. */
export async function listWaitingFiles(db: Db, lineUserId: string): Promise<ReceivedFile[]> {
  return db
    .select()
    .from(receivedFile)
    .where(and(eq(receivedFile.lineUserId, lineUserId), eq(receivedFile.state, 'waiting')))
    .orderBy(asc(receivedFile.sentAt), asc(receivedFile.messageId))
}

/** A file of this sender, locked until the transaction ends. Throws NotFound, also for somebody else's. */
export async function lockReceived(
  tx: Transaction,
  { id, lineUserId }: Pick<ReceivedFile, 'id' | 'lineUserId'>,
): Promise<ReceivedFile> {
  const [row] = isUuid(id)
    ? await tx.select().from(receivedFile).where(eq(receivedFile.id, id)).for('update')
    : []
  if (row?.lineUserId !== lineUserId) throw new NotFound('file')
  return row
}

export async function setReceivedState(
  tx: Transaction,
  id: string,
  state: ReceivedFile['state'],
): Promise<void> {
  await tx.update(receivedFile).set({ state }).where(eq(receivedFile.id, id))
}

/** Nobody claimed them in time: from now on nobody can. Gives the keys of all that are to be erased. */
export async function expireReceived(db: Db, before: Date): Promise<string[]> {
  const old = lt(receivedFile.receivedAt, before)
  await db
    .update(receivedFile)
    .set({ state: 'discarded' })
    .where(and(old, eq(receivedFile.state, 'waiting')))
  const rows = await db
    .select({ key: receivedFile.storageKey })
    .from(receivedFile)
    .where(and(old, eq(receivedFile.state, 'discarded')))
  return rows.map(({ key }) => key)
}

/** Forgets those that were settled before `before`, once their bytes are gone. */
export async function forgetReceived(db: Db, before: Date): Promise<void> {
  await db
    .delete(receivedFile)
    .where(and(lt(receivedFile.receivedAt, before), inArray(receivedFile.state, ['attached', 'discarded'])))
}
