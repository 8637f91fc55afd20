import { sql } from 'drizzle-orm'
import {
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Text } from '../service/definition.ts'

export const LICENCE_STATUSES = [
  'reserved',
  'valid',
  'suspended',
  'revoked',
  'replaced',
  'cancelled',
] as const

/** The register: what was granted, under a number that only one in force has, and what the public may see of it. */
export const licence = pgTable(
  'licence',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicationId: uuid('application_id').notNull().unique(),
    number: text().notNull(),
    book: text().notNull(),
    /** 12 characters, unguessable: in the QR, on the document, at the verification page. */
    code: text().notNull().unique(),
    holder: text().notNull(),
    published: jsonb().$type<{ label: Text; value: string }[]>().notNull(),
    issuedOn: date('issued_on').notNull(),
    expiresOn: date('expires_on').notNull(),
    status: text({ enum: LICENCE_STATUSES }).notNull().default('reserved'),
    /** The licence this one was issued for anew: renewed, amended, transferred, or its document replaced. */
    follows: uuid(),
    registeredAt: timestamp('registered_at', { withTimezone: true }),
    /** Who has it in their wallet, where that is not the applicant of its case: somebody it was transferred to. */
    holderApplicantId: uuid('holder_applicant_id'),
  },
  (t) => [
    uniqueIndex('licence_number_in_force').on(t.number).where(sql`status in ('valid', 'suspended')`),
    index('licence_holder').on(t.holderApplicantId),
  ],
)
export type Licence = typeof licence.$inferSelect

/** The account that holds it: whoever took it over, else the applicant of the case it was issued in. */
export const holderOf = (
  { holderApplicantId }: Pick<Licence, 'holderApplicantId'>,
  { applicantId }: { applicantId: string },
): string => holderApplicantId ?? applicantId

/** A link by which the new holder of a transferred licence takes it over. Its code is kept only as a hash. */
export const licenceOffer = pgTable(
  'licence_offer',
  {
    codeHash: text('code_hash').primaryKey(),
    licenceId: uuid('licence_id').notNull(),
    validUntil: timestamp('valid_until', { withTimezone: true }).notNull(),
    /** Numbers typed wrongly at it. */
    tries: integer().notNull().default(0),
    takenAt: timestamp('taken_at', { withTimezone: true }),
  },
  (t) => [index('licence_offer_licence').on(t.licenceId)],
)
export type LicenceOffer = typeof licenceOffer.$inferSelect

/** A signed PDF that was issued: the bytes are in the file store, the hash proves them. */
export const issuedDocument = pgTable(
  'issued_document',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicationId: uuid('application_id').notNull(),
    kind: text({ enum: ['licence', 'receipt', 'acknowledgement'] }).notNull(),
    title: text().notNull(),
    code: text().notNull().unique(),
    sha256: text().notNull(),
    size: integer().notNull(),
    storageKey: text('storage_key').notNull(),
    /** The invoice a receipt is for: a case that had to pay a difference has two. */
    forInvoice: text('for_invoice').notNull().default(''),
    issuedAt: timestamp('issued_at', { withTimezone: true }).notNull(),
    /** Since when the file is gone; that it was issued can still be verified. */
    erasedAt: timestamp('erased_at', { withTimezone: true }),
  },
  (t) => [unique('issued_document_once').on(t.applicationId, t.kind, t.forInvoice)],
)
export type IssuedDocument = typeof issuedDocument.$inferSelect
