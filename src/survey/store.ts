import { eq } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { type SurveyAnswer, surveyAnswer } from './table.ts'

/** The last tap counts. */
export async function keepSurveyAnswer(db: Db, row: typeof surveyAnswer.$inferInsert): Promise<void> {
  await db
    .insert(surveyAnswer)
    .values(row)
    .onConflictDoUpdate({ target: surveyAnswer.applicationId, set: { score: row.score, at: row.at } })
}

export async function findSurveyAnswer(db: Db, applicationId: string): Promise<SurveyAnswer | undefined> {
  const [row] = await db.select().from(surveyAnswer).where(eq(surveyAnswer.applicationId, applicationId))
  return row
}
