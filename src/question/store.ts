import { and, asc, count, desc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import type { Db, Transaction } from '../db/client.ts'
import { isUuid } from '../db/uuid.ts'
import { NotFound } from '../errors.ts'
import { type Question, question, type Unanswered, unanswered } from './table.ts'

/** Remembers the last text that found no answer; the one before is forgotten. */
export async function keepUnanswered(db: Db, row: typeof unanswered.$inferInsert): Promise<void> {
  const { text, at, messageId } = row
  await db
    .insert(unanswered)
    .values(row)
    .onConflictDoUpdate({ target: unanswered.applicantId, set: { text, at, messageId } })
}

export async function findUnanswered(db: Db, applicantId: string): Promise<Unanswered | undefined> {
  const [row] = await db.select().from(unanswered).where(eq(unanswered.applicantId, applicantId))
  return row
}

export async function forgetUnanswered(db: Db, applicantId: string): Promise<void> {
  await db.delete(unanswered).where(eq(unanswered.applicantId, applicantId))
}

/** Undefined when this event has asked already. */
export async function insertQuestion(
  tx: Transaction,
  row: typeof question.$inferInsert,
): Promise<Question | undefined> {
  const [inserted] = await tx
    .insert(question)
    .values(row)
    .onConflictDoNothing({ target: question.lineEventId })
    .returning()
  return inserted
}

export async function findQuestion(db: Db, id: string): Promise<Question | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await db.select().from(question).where(eq(question.id, id))
  return row
}

/** Throws NotFound. */
export async function lockQuestion(tx: Transaction, id: string): Promise<Question> {
  const [row] = isUuid(id) ? await tx.select().from(question).where(eq(question.id, id)).for('update') : []
  if (!row) throw new NotFound('question')
  return row
}

export async function updateQuestion(db: Db, id: string, changes: Partial<Question>): Promise<void> {
  await db.update(question).set(changes).where(eq(question.id, id))
}

// A question whose words were erased can no longer be answered.
const isWaiting = and(isNull(question.answeredAt), isNotNull(question.text))

/** Of one person, those that wait for an answer, the newest first. */
export async function waitingQuestionsOf(db: Db, applicantId: string): Promise<Question[]> {
  return db
    .select()
    .from(question)
    .where(and(eq(question.applicantId, applicantId), isWaiting))
    .orderBy(desc(question.askedAt))
}

/** The oldest first. */
export async function listWaitingQuestions(db: Db, limit: number): Promise<Question[]> {
  return db.select().from(question).where(isWaiting).orderBy(asc(question.askedAt)).limit(limit)
}

/** The newest answer first. */
export async function listAnsweredQuestions(db: Db, limit: number): Promise<Question[]> {
  return db
    .select()
    .from(question)
    .where(isNotNull(question.answeredAt))
    .orderBy(desc(question.answeredAt))
    .limit(limit)
}

export async function countWaitingQuestions(db: Db): Promise<number> {
  const [row] = await db.select({ waiting: count() }).from(question).where(isWaiting)
  return row?.waiting ?? 0
}

/** Erases the words of questions answered, or asked in vain, before this; how many. */
export async function eraseQuestionWords(db: Db, before: Date): Promise<number> {
  const lastTouched = sql`coalesce(${question.answeredAt}, ${question.askedAt})`
  const gone = await db
    .update(question)
    .set({ text: null, answer: null })
    .where(and(isNotNull(question.text), sql`${lastTouched} < ${before}`))
    .returning({ id: question.id })
  return gone.length
}

export async function eraseUnanswered(db: Db, before: Date): Promise<number> {
  const gone = await db.delete(unanswered).where(lt(unanswered.at, before)).returning({ at: unanswered.at })
  return gone.length
}

export async function listUnsentAnswersOf(db: Db, applicantId: string): Promise<Question[]> {
  return db
    .select()
    .from(question)
    .where(and(eq(question.applicantId, applicantId), isNotNull(question.answer), isNull(question.sentAt)))
}

/** A message taken back: its words are erased wherever they wait. What was answered stays until its time is over. */
export async function eraseUnsentQuestion(db: Db, messageId: string): Promise<void> {
  await db.delete(unanswered).where(eq(unanswered.messageId, messageId))
  await db
    .update(question)
    .set({ text: null })
    .where(and(eq(question.messageId, messageId), isNull(question.answeredAt)))
}

/** Everything this person asked the officers, the oldest first. */
export async function listQuestionsOf(db: Db, applicantId: string): Promise<Question[]> {
  return db
    .select()
    .from(question)
    .where(eq(question.applicantId, applicantId))
    .orderBy(asc(question.askedAt))
}
