/** Chats given to the officers, and what is said in them. */
import { and, asc, count, eq, gt, inArray, isNotNull, isNull, lt, ne } from 'drizzle-orm'
import type { Db, Transaction } from '../db/client.ts'
import { isUuid } from '../db/uuid.ts'
import { NotFound } from '../errors.ts'
import { type ChatWord, chatWord, type HandOver, handOver } from './table.ts'

/** Undefined when this event has asked already, or the person's chat is handed over as it is. */
export async function insertHandOver(
  tx: Transaction,
  row: typeof handOver.$inferInsert,
): Promise<HandOver | undefined> {
  const [inserted] = await tx.insert(handOver).values(row).onConflictDoNothing().returning()
  return inserted
}

export async function findHandOver(db: Db, id: string): Promise<HandOver | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await db.select().from(handOver).where(eq(handOver.id, id))
  return row
}

/** Throws NotFound. */
export async function lockHandOver(tx: Transaction, id: string): Promise<HandOver> {
  const [row] = isUuid(id) ? await tx.select().from(handOver).where(eq(handOver.id, id)).for('update') : []
  if (!row) throw new NotFound('chat')
  return row
}

const isOpen = isNull(handOver.endedAt)

export async function findOpenHandOver(db: Db, applicantId: string): Promise<HandOver | undefined> {
  const [row] = await db
    .select()
    .from(handOver)
    .where(and(eq(handOver.applicantId, applicantId), isOpen))
  return row
}

/** The longest waiting first. */
export async function listOpenHandOvers(db: Db): Promise<HandOver[]> {
  return db.select().from(handOver).where(isOpen).orderBy(asc(handOver.askedAt))
}

/** How many wait for an officer; `before`: only those who asked earlier. */
export async function countWaitingHandOvers(db: Db, before?: Date): Promise<number> {
  const earlier = before && lt(handOver.askedAt, before)
  const [row] = await db
    .select({ waiting: count() })
    .from(handOver)
    .where(and(isOpen, isNull(handOver.officerId), earlier))
  return row?.waiting ?? 0
}

export async function updateHandOver(db: Db, id: string, changes: Partial<HandOver>): Promise<void> {
  await db.update(handOver).set(changes).where(eq(handOver.id, id))
}

/** Says one thing; false when it was said already. The id is the event's or the form's, so that a repeat is no second one. */
export async function insertWord(tx: Transaction, row: typeof chatWord.$inferInsert): Promise<boolean> {
  const inserted = await tx.insert(chatWord).values(row).onConflictDoNothing().returning({ id: chatWord.id })
  return inserted.length === 1
}

export async function findWord(db: Db, id: string): Promise<ChatWord | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await db.select().from(chatWord).where(eq(chatWord.id, id))
  return row
}

export async function listWords(db: Db, handOverId: string): Promise<ChatWord[]> {
  return db.select().from(chatWord).where(eq(chatWord.handOverId, handOverId)).orderBy(asc(chatWord.seq))
}

export async function markWordSent(db: Db, id: string, sentAt: Date): Promise<void> {
  await db.update(chatWord).set({ sentAt }).where(eq(chatWord.id, id))
}

/** Whether something said to the citizen before this is still on its way. */
export async function hasEarlierUnsent(db: Db, word: ChatWord, since: Date): Promise<boolean> {
  const [row] = await db
    .select({ waiting: count() })
    .from(chatWord)
    .where(
      and(
        eq(chatWord.handOverId, word.handOverId),
        inArray(chatWord.kind, ['text', 'taken', 'given_back', 'silence']),
        ne(chatWord.from, 'applicant'),
        isNull(chatWord.sentAt),
        lt(chatWord.seq, word.seq),
        gt(chatWord.at, since),
      ),
    )
  return (row?.waiting ?? 0) > 0
}

/** Erases what was said in chats that ended before this. */
export async function eraseChatWords(db: Db, before: Date): Promise<number> {
  const ended = db.select({ id: handOver.id }).from(handOver).where(lt(handOver.endedAt, before))
  const gone = await db
    .update(chatWord)
    .set({ text: null })
    .where(and(inArray(chatWord.handOverId, ended), isNotNull(chatWord.text)))
    .returning({ id: chatWord.id })
  return gone.length
}

/** A message taken back: its words are erased. */
export async function eraseUnsentWord(db: Db, messageId: string): Promise<void> {
  await db.update(chatWord).set({ text: null }).where(eq(chatWord.messageId, messageId))
}

/** Every chat of this person with the officers, the oldest first. */
export async function listHandOversOf(db: Db, applicantId: string): Promise<HandOver[]> {
  return db
    .select()
    .from(handOver)
    .where(eq(handOver.applicantId, applicantId))
    .orderBy(asc(handOver.askedAt))
}
