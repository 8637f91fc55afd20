import { boolean, index, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'

/**
 * A LINE user who has met the bot, or somebody without LINE for whom an officer keyed in an application. A LINE user
 * id says who writes, not who the person is.
 */
export const applicant = pgTable('applicant', {
  id: uuid().primaryKey().defaultRandom(),
  lineUserId: text('line_user_id').unique(),
  displayName: text('display_name').notNull().default(''),
  language: text({ enum: ['th', 'en'] })
    .notNull()
    .default('th'),
  following: boolean().notNull().default(true),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
})
export type Applicant = typeof applicant.$inferSelect

/** A signed-in browser, applicant or officer. The cookie's token is stored only as its hash. */
export const session = pgTable(
  'session',
  {
    tokenHash: text('token_hash').primaryKey(),
    lineUserId: text('line_user_id').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  },
  (t) => [index('session_expiry').on(t.expiresAt)],
)

/** Which privacy notice the person was shown, by version and hash of the words. */
export const consent = pgTable(
  'consent',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicantId: uuid('applicant_id')
      .notNull()
      .references(() => applicant.id),
    purpose: text().notNull(),
    version: text().notNull(),
    textHash: text('text_hash').notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [unique('consent_once').on(t.applicantId, t.purpose, t.version)],
)
