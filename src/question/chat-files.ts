/** Photos and files sent in chats that are with the officers. */
import { and, eq, inArray, lt, ne } from 'drizzle-orm'
import type { Db, Transaction } from '../db/client.ts'
import { isUuid } from '../db/uuid.ts'
import { type ChatFile, chatFile, chatWord, handOver } from './table.ts'

/** Where its bytes lie. Named by the word: fetched again after a crash, it is the same file. */
export const chatFileKey = (wordId: string): string => `chats/${wordId}`

export async function insertChatFile(tx: Transaction, row: typeof chatFile.$inferInsert): Promise<void> {
  await tx.insert(chatFile).values(row).onConflictDoNothing()
}

export async function findChatFile(db: Db, wordId: string): Promise<ChatFile | undefined> {
  if (!isUuid(wordId)) return undefined
  const [row] = await db.select().from(chatFile).where(eq(chatFile.wordId, wordId))
  return row
}

/** The files of one chat, by the word they came with. */
export async function chatFilesOf(db: Db, handOverId: string): Promise<Map<string, ChatFile>> {
  const rows = await db
    .select({ file: chatFile })
    .from(chatFile)
    .innerJoin(chatWord, eq(chatWord.id, chatFile.wordId))
    .where(eq(chatWord.handOverId, handOverId))
  return new Map(rows.map(({ file }) => [file.wordId, file]))
}

/** Ends the fetching; false when it has ended meanwhile: fetched by another, or erased. */
export async function settleChatFile(
  db: Db,
  wordId: string,
  settled: Pick<ChatFile, 'state'> & Partial<ChatFile>,
): Promise<boolean> {
  const rows = await db
    .update(chatFile)
    .set(settled)
    .where(and(eq(chatFile.wordId, wordId), eq(chatFile.state, 'fetching')))
    .returning({ wordId: chatFile.wordId })
  return rows.length === 1
}

/** Nobody is given them any more, and their names are gone. Gives the words whose bytes are to be erased. */
export async function forgetChatFiles(
  tx: Transaction,
  which: { endedBefore: Date } | { messageId: string },
): Promise<string[]> {
  const rows = await tx
    .update(chatFile)
    .set({ state: 'erased', name: null })
    .where(and(ne(chatFile.state, 'erased'), 'messageId' in which ? sentAs(which.messageId) : old(tx, which)))
    .returning({ wordId: chatFile.wordId })
  return rows.map(({ wordId }) => wordId)
}

const sentAs = (messageId: string) => eq(chatFile.messageId, messageId)

function old(tx: Transaction, { endedBefore }: { endedBefore: Date }) {
  const words = tx
    .select({ id: chatWord.id })
    .from(chatWord)
    .innerJoin(handOver, eq(handOver.id, chatWord.handOverId))
    .where(lt(handOver.endedAt, endedBefore))
  return inArray(chatFile.wordId, words)
}
