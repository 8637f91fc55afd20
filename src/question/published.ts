/** Questions that officers have made public: they answer the next citizen, and stand in the guide. */
import { desc, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import type { FrequentQuestion } from '../service/definition.ts'
import { type PublishedQuestion, publishedQuestion } from './table.ts'

/** Published again after a change or a withdrawal, it is the same one. */
export async function publish(db: Db, row: typeof publishedQuestion.$inferInsert): Promise<void> {
  const { question, wordings, answer, publishedBy, changedAt } = row
  const set = { question, wordings, answer, publishedBy, changedAt, withdrawnAt: null }
  await db
    .insert(publishedQuestion)
    .values(row)
    .onConflictDoUpdate({ target: publishedQuestion.questionId, set })
}

export async function withdraw(db: Db, questionId: string, at: Date): Promise<void> {
  await db
    .update(publishedQuestion)
    .set({ withdrawnAt: at, changedAt: at })
    .where(eq(publishedQuestion.questionId, questionId))
}

/** Public or withdrawn: what was once written is offered again. */
export async function findPublished(db: Db, questionId: string): Promise<PublishedQuestion | undefined> {
  const [row] = await db.select().from(publishedQuestion).where(eq(publishedQuestion.questionId, questionId))
  return row
}

/** The newest first. */
export async function listPublished(db: Db): Promise<PublishedQuestion[]> {
  return db
    .select()
    .from(publishedQuestion)
    .where(isNull(publishedQuestion.withdrawnAt))
    .orderBy(desc(publishedQuestion.changedAt))
}

type Kept = { stamp: string; questions: FrequentQuestion[] }
const kept = new WeakMap<object, Kept>()

/**
 * What is public now, in the form of the guide's own questions. The same list, identically, until something changes:
 * what is built from it may be kept with it. `db` is the pool, never a transaction.
 */
export async function publishedQuestions(db: Db): Promise<FrequentQuestion[]> {
  const stamp = await digest(db)
  const known = kept.get(db)
  if (known?.stamp === stamp) return known.questions
  const questions = (await listPublished(db)).map(asFrequent)
  kept.set(db, { stamp, questions })
  return questions
}

/** A digest of all that is public: cheaper than an index built anew, and right even between two ticks of a clock. */
async function digest(db: Db): Promise<string> {
  const [row] = await db
    .select({
      stamp: sql<string | null>`md5(string_agg(concat(id, question, wordings, answer), '' order by id))`,
    })
    .from(publishedQuestion)
    .where(isNull(publishedQuestion.withdrawnAt))
  return row?.stamp ?? ''
}

const asFrequent = ({ id, question, wordings, answer }: PublishedQuestion): FrequentQuestion => ({
  // As an id of a service file is written: a letter first, no dashes.
  id: `p${id.replaceAll('-', '')}`,
  question,
  wordings,
  answer,
})
