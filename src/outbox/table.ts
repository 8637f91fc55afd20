import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/**
 * The job ledger. A row is written in the transaction of the change that causes it and stays until it is done;
 * only its id travels through the queue. `uniqueKey` makes a second request for the same job harmless.
 */
export const job = pgTable(
  'outbox_job',
  {
    id: uuid().primaryKey().defaultRandom(),
    queue: text({ enum: ['chat', 'work'] }).notNull(),
    name: text().notNull(),
    payload: jsonb().$type<Record<string, string>>().notNull(),
    uniqueKey: text('unique_key').unique(),
    runAt: timestamp('run_at', { withTimezone: true }).notNull(),
    state: text({ enum: ['pending', 'dispatched', 'done', 'dead', 'cancelled'] })
      .notNull()
      .default('pending'),
    lease: timestamp({ withTimezone: true }),
    attempts: integer().notNull().default(0),
    error: text(),
    doneAt: timestamp('done_at', { withTimezone: true }),
  },
  (t) => [
    index('job_pending').on(t.runAt).where(sql`state = 'pending'`),
    index('job_dispatched').on(t.lease).where(sql`state = 'dispatched'`),
    check('job_state', sql`state in ('pending','dispatched','done','dead','cancelled')`),
  ],
)
export type Job = typeof job.$inferSelect
