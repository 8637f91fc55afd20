import { eq, lt } from 'drizzle-orm'
import type { Db, Transaction } from '../db/client.ts'
import { chat, lineEvent, receivedFile } from './table.ts'

/** Events that were dealt with so long ago that LINE does not deliver them again; how many. */
export async function forgetHandled(db: Db, before: Date): Promise<number> {
  const gone = await db
    .delete(lineEvent)
    .where(lt(lineEvent.handledAt, before))
    .returning({ id: lineEvent.id })
  return gone.length
}

/** Everything of one LINE user's chat. Gives the keys of files whose bytes are still to be erased. */
export async function forgetChatOf(tx: Transaction, lineUserId: string): Promise<string[]> {
  await tx.delete(chat).where(eq(chat.lineUserId, lineUserId))
  await tx.delete(lineEvent).where(eq(lineEvent.lineUserId, lineUserId))
  const files = await tx.delete(receivedFile).where(eq(receivedFile.lineUserId, lineUserId)).returning()
  return files.filter(({ state }) => state !== 'attached').map(({ storageKey }) => storageKey)
}
