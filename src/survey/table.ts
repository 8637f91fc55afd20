import { sql } from 'drizzle-orm'
import { check, integer, pgTable, timestamp, uuid } from 'drizzle-orm/pg-core'

/** One satisfaction score an application; the last tap counts. */
export const surveyAnswer = pgTable(
  'survey_answer',
  {
    applicationId: uuid('application_id').primaryKey(),
    score: integer().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  () => [check('survey_score', sql`score between 1 and 5`)],
)
export type SurveyAnswer = typeof surveyAnswer.$inferSelect
