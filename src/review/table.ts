import { sql } from 'drizzle-orm'
import {
  boolean,
  date,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { ROLES } from '../service/definition.ts'
import type { InspectedPoint } from './inspection.ts'

/** Who reviews. Bound to a LINE user by a one-time invitation. */
export const officer = pgTable('officer', {
  id: uuid().primaryKey().defaultRandom(),
  name: text().notNull(),
  position: text().notNull(),
  roles: text({ enum: ROLES }).array().notNull(),
  lineUserId: text('line_user_id').unique(),
  invitationHash: text('invitation_hash').unique(),
  active: boolean().notNull().default(true),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
})
export type Officer = typeof officer.$inferSelect

export type CorrectionItem = { field: string; reason: string }

/** The one consolidated list of defects (LFA s.8): told once, all of them; both sides confirm it. */
export const correction = pgTable(
  'correction',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicationId: uuid('application_id').notNull(),
    officerId: uuid('officer_id')
      .notNull()
      .references(() => officer.id),
    items: jsonb().$type<CorrectionItem[]>().notNull(),
    returnedAt: timestamp('returned_at', { withTimezone: true }).notNull(),
    dueOn: date('due_on').notNull(),
    resolvedAt: timestamp('resolved_at', { withTimezone: true }),
  },
  (t) => [uniqueIndex('correction_one_open').on(t.applicationId).where(sql`resolved_at is null`)],
)
export type Correction = typeof correction.$inferSelect

/** What an officer found at one step of the review: an opinion, or the order that ends it. */
export const decision = pgTable(
  'decision',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicationId: uuid('application_id').notNull(),
    step: integer().notNull(),
    officerId: uuid('officer_id')
      .notNull()
      .references(() => officer.id),
    /** `object`: an opinion that it should not be granted. */
    outcome: text({ enum: ['endorse', 'object', 'approve', 'refuse'] }).notNull(),
    checklist: jsonb().$type<string[]>().notNull(),
    inspection: jsonb().$type<InspectedPoint[]>().notNull().default([]),
    conditions: jsonb().$type<string[]>().notNull(),
    reason: text().notNull().default(''),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [unique('decision_once_a_step').on(t.applicationId, t.step)],
)
export type Decision = typeof decision.$inferSelect
