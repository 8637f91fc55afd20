import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { sealedJson, sealedText } from '../db/sealed.ts'
import { CONSENT_CHANNELS, CONSENT_EVENTS } from '../service/definition/privacy.ts'
import { type FoundIdentity, type Moved, RELINK_STATUSES, type RelinkProposal } from './relink.ts'

/**
 * A LINE user who has met the bot, or somebody without LINE for whom an officer keyed in an application. A LINE user
 * id says who writes, not who the person is.
 */
export const applicant = pgTable('applicant', {
  id: uuid().primaryKey().defaultRandom(),
  lineUserId: text('line_user_id').unique(),
  displayName: sealedText('applicant.display_name')
    .notNull()
    .default('')
    .$defaultFn(() => ''),
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
    id: uuid().notNull().defaultRandom().unique(),
    lineUserId: text('line_user_id').notNull(),
    /** Browser and system in words, such as “Chrome · Windows”. */
    device: text().notNull().default(''),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    lastSeenAt: timestamp('last_seen_at', { withTimezone: true }),
    /** When an officer last proved a second factor in it. */
    factorAt: timestamp('factor_at', { withTimezone: true }),
    /** A passkey's challenge, for a few minutes and one answer. */
    challenge: text(),
    challengeUntil: timestamp('challenge_until', { withTimezone: true }),
    endedAt: timestamp('ended_at', { withTimezone: true }),
  },
  (t) => [index('session_expiry').on(t.expiresAt), index('session_line_user').on(t.lineUserId)],
)
export type Session = typeof session.$inferSelect

/** An ID token of LINE that was used, and in which browser: another browser is not let in by it. */
export const idTokenUse = pgTable('id_token_use', {
  tokenKey: text('token_key').primaryKey(),
  browserHash: text('browser_hash').notNull(),
  sessionId: uuid('session_id'),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
})

/**
 * What the person was told and chose, as it happened: a notice was shown, a consent given, or withdrawn. Rows are only
 * ever added; the last one of a purpose counts.
 */
export const consent = pgTable(
  'consent',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Order of what happened: two may share an instant. */
    seq: integer().notNull().generatedAlwaysAsIdentity(),
    applicantId: uuid('applicant_id')
      .notNull()
      .references(() => applicant.id),
    purpose: text().notNull(),
    version: text().notNull(),
    textHash: text('text_hash').notNull(),
    event: text({ enum: CONSENT_EVENTS }).notNull().default('shown'),
    channel: text({ enum: CONSENT_CHANNELS }).notNull().default('web'),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    uniqueIndex('consent_notice').on(t.applicantId, t.purpose, t.version).where(sql`event = 'shown'`),
    index('consent_applicant').on(t.applicantId, t.seq),
    check('consent_event', sql`event in ('shown','given','withdrawn')`),
    check('consent_channel', sql`channel in ('web','chat','counter')`),
  ],
)
export type Consent = typeof consent.$inferSelect

/**
 * A person's wish to go on with another LINE account. `from` is who they were so far, `to` the account they write
 * with now; both LINE ids are kept, because from the move on the old one is refused.
 */
export const relink = pgTable(
  'relink',
  {
    id: uuid().primaryKey().defaultRandom(),
    fromId: uuid('from_id').notNull(),
    toId: uuid('to_id').notNull(),
    oldLineUserId: text('old_line_user_id').notNull(),
    newLineUserId: text('new_line_user_id').notNull(),
    status: text({ enum: RELINK_STATUSES }).notNull(),
    /** The new account's proof, or what a digital ID said that could not be kept as one. */
    proofId: uuid('proof_id'),
    found: sealedJson<FoundIdentity>('relink.found'),
    /** How surely the new account is proven, and how surely it had to be. */
    level: integer().notNull(),
    needed: integer().notNull(),
    /** What happened to the old account, in the person's words. */
    story: sealedText('relink.story'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    askedAt: timestamp('asked_at', { withTimezone: true }),
    proposal: sealedJson<RelinkProposal>('relink.proposal'),
    decidedBy: uuid('decided_by'),
    decidedAt: timestamp('decided_at', { withTimezone: true }),
    reason: sealedText('relink.reason'),
    doneAt: timestamp('done_at', { withTimezone: true }),
    objectUntil: timestamp('object_until', { withTimezone: true }),
    objectedAt: timestamp('objected_at', { withTimezone: true }),
    moved: jsonb().$type<Moved>(),
  },
  (t) => [
    uniqueIndex('relink_one_of').on(t.fromId).where(sql`status in ('asked', 'proposed', 'objected')`),
    uniqueIndex('relink_one_by').on(t.toId).where(sql`status in ('offered', 'asked', 'proposed')`),
    index('relink_old').on(t.oldLineUserId),
    index('relink_new').on(t.newLineUserId),
    check('relink_two_accounts', sql`old_line_user_id <> new_line_user_id`),
    check('relink_done', sql`status <> 'done' or (done_at is not null and decided_by is not null)`),
  ],
)
export type Relink = typeof relink.$inferSelect
