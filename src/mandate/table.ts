import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { sealedJson, sealedText } from '../db/sealed.ts'
import { MANDATE_KINDS, MANDATE_STATUSES, type Principal } from './mandate.ts'

/** For whom a case is filed by somebody else, and whether that one agrees. */
export const mandate = pgTable(
  'mandate',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicationId: uuid('application_id').notNull().unique(),
    kind: text({ enum: MANDATE_KINDS }).notNull(),
    principal: sealedJson<Principal>('mandate.principal').notNull(),
    /** The account of the principal, found by a proof of the number or bound by confirming. */
    principalApplicantId: uuid('principal_applicant_id'),
    status: text({ enum: MANDATE_STATUSES }).notNull(),
    /** The link handed over works once; only its hash is kept. */
    codeHash: text('code_hash').unique(),
    codeUntil: timestamp('code_until', { withTimezone: true }),
    /** Numbers typed wrongly at that link. */
    tries: integer().notNull().default(0),
    askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
    decidedAt: timestamp('decided_at', { withTimezone: true }),
    /** Who decided on the paper; the principal themself where none. */
    officerId: uuid('officer_id'),
    /** How a principal was proven who confirmed; none where the number was typed at the link. */
    proofId: uuid('proof_id'),
    /** Who confirmed for a company, as proven. */
    confirmedBy: sealedText('mandate.confirmed_by'),
    reason: sealedText('mandate.reason'),
    /** A company's register was looked at by hand: who, when, what was found. */
    authorityBy: uuid('authority_by'),
    authorityAt: timestamp('authority_at', { withTimezone: true }),
    authorityNote: sealedText('mandate.authority_note'),
  },
  (t) => [
    index('mandate_principal').on(t.principalApplicantId),
    check('mandate_decided', sql`status = 'asked' or decided_at is not null`),
    check('mandate_paper', sql`status <> 'on_paper' or officer_id is not null`),
  ],
)
export type Mandate = typeof mandate.$inferSelect
