import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { sealedJson, sealedText } from '../db/sealed.ts'
import type { Definition } from '../service/definition.ts'
import type { Answers } from '../service/form.ts'
import { STATUSES } from './lifecycle.ts'

/** Every definition an application was begun under, by the hash of its content: a case keeps its own rules. */
export const definition = pgTable('definition', {
  hash: text().primaryKey(),
  serviceId: text('service_id').notNull(),
  version: integer().notNull(),
  body: jsonb().$type<Definition>().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
})

/** The case, from draft to end. */
export const application = pgTable(
  'application',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicantId: uuid('applicant_id').notNull(),
    serviceId: text('service_id').notNull(),
    definitionHash: text('definition_hash')
      .notNull()
      .references(() => definition.hash),
    status: text({ enum: STATUSES }).notNull().default('draft'),
    /** Raised by every change; a request that saw an older one is refused. */
    version: integer().notNull().default(1),
    language: text({ enum: ['th', 'en'] })
      .notNull()
      .default('th'),
    /** The licence it is about, where it asks for something else than a new one. */
    licenceId: uuid('licence_id'),
    answers: sealedJson<Answers>('application.answers')
      .notNull()
      .default({})
      .$defaultFn(() => ({})),
    /** Days on which it holds times (ISO), where the service has a calendar; null where an earlier version filed it. */
    bookedDays: date('booked_days').array(),
    /** Shown in lists and on documents; computed from the answers at submission. */
    holder: text().notNull().default(''),
    summary: text().notNull().default(''),
    place: text().notNull().default(''),
    reference: text().unique(),
    declarationHash: text('declaration_hash'),
    /** When it entered the system, and when the law deems it received (EPA s.10). */
    enteredAt: timestamp('entered_at', { withTimezone: true }),
    receivedAt: timestamp('received_at', { withTimezone: true }),
    dueOn: date('due_on'),
    /** Set while the applicant corrects: the clock stands still. */
    pausedOn: date('paused_on'),
    step: integer().notNull().default(0),
    officerId: uuid('officer_id'),
    /** A draft's: the earlier case whose answers were taken over, until they are cleared or handed in. */
    prefilledFrom: uuid('prefilled_from'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
    /** Since when only its number, days and outcome are left. */
    disposedAt: timestamp('disposed_at', { withTimezone: true }),
  },
  (t) => [
    uniqueIndex('application_one_draft').on(t.applicantId, t.serviceId).where(sql`status = 'draft'`),
    index('application_applicant').on(t.applicantId),
    index('application_worklist').on(t.status, t.dueOn),
    check(
      'application_received',
      sql`status = 'draft' or status = 'withdrawn' or (reference is not null and entered_at is not null and received_at is not null)`,
    ),
  ],
)
export type Application = typeof application.$inferSelect

export const IDENTITY_KINDS = ['thai_id', 'juristic_id', 'passport'] as const

/**
 * By which a filed case is found again from a person's number, which itself is sealed: a keyed hash of it, worthless
 * without the key. Goes with its case.
 */
export const identityIndex = pgTable(
  'identity_index',
  {
    applicationId: uuid('application_id')
      .notNull()
      .references(() => application.id, { onDelete: 'cascade' }),
    fieldId: text('field_id').notNull(),
    kind: text({ enum: IDENTITY_KINDS }).notNull(),
    blindIndex: text('blind_index').notNull(),
    keyId: text('key_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.applicationId, t.fieldId, t.kind, t.blindIndex] }),
    index('identity_index_number').on(t.blindIndex),
  ],
)

/** An uploaded file. A replaced or removed one stays, out of use, as evidence. */
export const attachment = pgTable(
  'attachment',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => application.id),
    fieldId: text('field_id').notNull(),
    name: sealedText('attachment.name').notNull(),
    type: text().notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    storageKey: text('storage_key').notNull(),
    removed: boolean().notNull().default(false),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (t) => [index('attachment_application').on(t.applicationId)],
)
export type Attachment = typeof attachment.$inferSelect

export const CHANNELS = ['counter', 'phone'] as const
export type Channel = (typeof CHANNELS)[number]

/** How an application came that an officer keyed in; one without this row was filled in by the applicant. */
export const intake = pgTable(
  'intake',
  {
    applicationId: uuid('application_id')
      .primaryKey()
      .references(() => application.id),
    channel: text({ enum: CHANNELS }).notNull(),
    /** Who keyed it in; does not decide on it. */
    officerId: uuid('officer_id').notNull(),
    /** The day on which the paper or the call came: the clock counts from it. */
    receivedOn: date('received_on').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    index('intake_officer').on(t.officerId),
    check('intake_channel', sql`channel in ('counter','phone')`),
  ],
)
export type Intake = typeof intake.$inferSelect

/** News that can reach the applicant by telephone only. `id` is that of the job which would have sent it. */
export const call = pgTable(
  'call',
  {
    id: uuid().primaryKey(),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => application.id),
    message: sealedText('call.message').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    toldAt: timestamp('told_at', { withTimezone: true }),
    officerId: uuid('officer_id'),
  },
  (t) => [index('call_open').on(t.createdAt).where(sql`told_at is null`)],
)
export type Call = typeof call.$inferSelect

/** What happened to a case, in order; each row's digest covers the one before it. */
export const history = pgTable(
  'history',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => application.id),
    seq: integer().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    actor: text().notNull(),
    event: text().notNull(),
    data: sealedJson<Record<string, unknown>>('history.data').notNull(),
    /** What the digest covers in the place of `data`; without its salt it says nothing of them. Null: an older entry. */
    dataHash: text('data_hash'),
    salt: text(),
    /** Since when `data` is empty. */
    erasedAt: timestamp('erased_at', { withTimezone: true }),
    digest: text().notNull(),
  },
  (t) => [unique('history_order').on(t.applicationId, t.seq)],
)
export type HistoryRow = typeof history.$inferSelect

/** Gap-free running numbers; the row is locked by the transaction that takes one. */
export const counter = pgTable('counter', { series: text().primaryKey(), value: integer().notNull() })
