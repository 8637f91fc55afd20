import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { sealedText } from '../db/sealed.ts'
import { DISPOSABLE } from '../service/definition.ts'
import { DISPOSED, HOLD_REASONS } from './disposal.ts'
import { ACCESS_REASONS, ACCESS_WHATS, REQUEST_KINDS, REQUEST_STATUSES } from './rules.ts'

const at = (name: string) => timestamp(name, { withTimezone: true })

/** What somebody asked about their own data, with the clock that runs for the answer. */
export const dataRequest = pgTable(
  'data_request',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicantId: uuid('applicant_id').notNull(),
    kind: text({ enum: REQUEST_KINDS }).notNull(),
    status: text({ enum: REQUEST_STATUSES }).notNull().default('received'),
    words: sealedText('data_request.words').notNull(),
    /** Raised by every change; a request that saw an older one is refused. */
    version: integer().notNull().default(1),
    /** When it was sent, and when the law deems it received. */
    askedAt: at('asked_at').notNull(),
    receivedAt: at('received_at').notNull(),
    dueOn: date('due_on').notNull(),
    officerId: uuid('officer_id'),
    answer: sealedText('data_request.answer'),
    /** Of a refusal: the section on which it rests. */
    law: text(),
    closedAt: at('closed_at'),
  },
  (t) => [
    index('data_request_applicant').on(t.applicantId),
    index('data_request_open').on(t.dueOn).where(sql`closed_at is null`),
    check('data_request_closed', sql`(status in ('done','refused')) = (closed_at is not null)`),
    check('data_request_refused', sql`status <> 'refused' or (law is not null and answer is not null)`),
  ],
)
export type DataRequest = typeof dataRequest.$inferSelect

/** What happened to a request; rows are only ever added. */
export const dataRequestEvent = pgTable(
  'data_request_event',
  {
    id: uuid().primaryKey().defaultRandom(),
    seq: integer().notNull().generatedAlwaysAsIdentity(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => dataRequest.id, { onDelete: 'cascade' }),
    at: at('at').notNull(),
    /** `applicant`, `system` or `officer:<id>`. */
    actor: text().notNull(),
    event: text({ enum: ['received', 'taken', 'done', 'refused', 'erased'] }).notNull(),
  },
  (t) => [index('data_request_event_of').on(t.requestId, t.seq)],
)
export type DataRequestEvent = typeof dataRequestEvent.$inferSelect

/** A copy of somebody's data: made by a job, fetched by that person alone, gone after a day. */
export const dataExport = pgTable(
  'data_export',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicantId: uuid('applicant_id').notNull(),
    requestId: uuid('request_id').notNull(),
    askedAt: at('asked_at').notNull(),
    readyAt: at('ready_at'),
    endsAt: at('ends_at'),
    erasedAt: at('erased_at'),
  },
  (t) => [index('data_export_applicant').on(t.applicantId)],
)
export type DataExport = typeof dataExport.$inferSelect

/**
 * Which officer read what of whom, in which office and why. Rows are only ever added, by the database's own rule; they
 * go when the time to keep them is over.
 */
export const accessLog = pgTable(
  'access_log',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Officer, person, thing, reason and ten minutes: one row for all of it. */
    key: text().notNull().unique(),
    at: at('at').notNull(),
    officerId: uuid('officer_id').notNull(),
    position: text().notNull(),
    role: text().notNull(),
    /** Where the office was held in another's place: by which order. */
    acting: text(),
    applicantId: uuid('applicant_id').notNull(),
    applicationId: uuid('application_id'),
    what: text({ enum: ACCESS_WHATS }).notNull(),
    reason: text({ enum: ACCESS_REASONS }).notNull(),
    words: sealedText('access_log.words'),
  },
  (t) => [
    index('access_log_applicant').on(t.applicantId, t.at),
    index('access_log_officer').on(t.officerId, t.at),
    index('access_log_at').on(t.at),
  ],
)
export type AccessRow = typeof accessLog.$inferSelect

/** An officer's word that this may be disposed of. `rule`: by which period; another one needs another word. */
export const disposalApproval = pgTable(
  'disposal_approval',
  {
    kind: text({ enum: DISPOSABLE }).notNull(),
    /** Of the case, the document or the proof. */
    subjectId: uuid('subject_id').notNull(),
    rule: text().notNull(),
    officerId: uuid('officer_id').notNull(),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.subjectId, t.rule] })],
)
export type DisposalApproval = typeof disposalApproval.$inferSelect

/** A case that is kept though its time is over, such as for an appeal: until this day, or until it is let go. */
export const disposalHold = pgTable('disposal_hold', {
  applicationId: uuid('application_id').primaryKey(),
  because: text({ enum: HOLD_REASONS }).notNull(),
  until: date(),
  officerId: uuid('officer_id').notNull(),
  at: at('at').notNull(),
})
export type DisposalHold = typeof disposalHold.$inferSelect

/**
 * What went, when, by which rule and whose word. Holds nothing of anybody; rows are only ever added, by the database's
 * own rule.
 */
export const disposal = pgTable(
  'disposal',
  {
    id: uuid().primaryKey().defaultRandom(),
    seq: integer().notNull().generatedAlwaysAsIdentity(),
    /** What can go only once, goes into the record only once. */
    key: text().unique(),
    kind: text({ enum: DISPOSED }).notNull(),
    /** The number of the case, or the verification code of the document; empty where things are only counted. */
    reference: text().notNull().default(''),
    count: integer().notNull(),
    rule: text().notNull(),
    law: text().notNull(),
    approvedBy: uuid('approved_by'),
    approvedAt: at('approved_at'),
    /** A keyed digest of what was erased: proves a copy that turns up, and tells nothing else. */
    digest: text(),
    at: at('at').notNull(),
  },
  (t) => [index('disposal_at').on(t.at), check('disposal_count', sql`count > 0`)],
)
export type Disposal = typeof disposal.$inferSelect
