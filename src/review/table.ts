import { sql } from 'drizzle-orm'
import {
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
import { sealedJson, sealedText } from '../db/sealed.ts'
import type { InspectedPoint } from './inspection.ts'

export type CorrectionItem = { field: string; reason: string }

/** The one consolidated list of defects (LFA s.8): told once, all of them; both sides confirm it. */
export const correction = pgTable(
  'correction',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicationId: uuid('application_id').notNull(),
    officerId: uuid('officer_id').notNull(),
    items: sealedJson<CorrectionItem[]>('correction.items').notNull(),
    returnedAt: timestamp('returned_at', { withTimezone: true }).notNull(),
    dueOn: date('due_on').notNull(),
    resolvedAt: timestamp('resolved_at', { withTimezone: true }),
  },
  (t) => [uniqueIndex('correction_one_open').on(t.applicationId).where(sql`resolved_at is null`)],
)
export type Correction = typeof correction.$inferSelect

/** Kept as it was on that day: the post, the kind of order, its number and its day (ISO). */
export type DecisionActing = {
  officerId: string
  name: string
  position: string
  kind: 'delegated' | 'substitute'
  order: string
  orderedOn: string
}

/** What an officer found at one step of the review: an opinion, or the order that ends it. */
export const decision = pgTable(
  'decision',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicationId: uuid('application_id').notNull(),
    step: integer().notNull(),
    officerId: uuid('officer_id').notNull(),
    /** `object`: an opinion that it should not be granted. */
    outcome: text({ enum: ['endorse', 'object', 'approve', 'refuse'] }).notNull(),
    checklist: jsonb().$type<string[]>().notNull(),
    inspection: sealedJson<InspectedPoint[]>('decision.inspection')
      .notNull()
      .default([])
      .$defaultFn(() => []),
    conditions: sealedJson<string[]>('decision.conditions').notNull(),
    reason: sealedText('decision.reason')
      .notNull()
      .default('')
      .$defaultFn(() => ''),
    /** In whose place it was made, by which order; null where the role was the officer's own. */
    acting: jsonb().$type<DecisionActing>(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [unique('decision_once_a_step').on(t.applicationId, t.step)],
)
export type Decision = typeof decision.$inferSelect
