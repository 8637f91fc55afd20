import type { Db } from '../db/client.ts'
import { surveyAnswer } from './table.ts'

/** The last tap counts. */
export async function keepSurveyAnswer(db: Db, row: typeof surveyAnswer.$inferInsert): Promise<void> {
  await db
    .insert(surveyAnswer)
    .values(row)
    .onConflictDoUpdate({ target: surveyAnswer.applicationId, set: { score: row.score, at: row.at } })
}
