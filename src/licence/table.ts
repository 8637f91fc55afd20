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
  },
  (t) => [uniqueIndex('licence_number_in_force').on(t.number).where(sql`status in ('valid', 'suspended')`)],
)
export type Licence = typeof licence.$inferSelect

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
    issuedAt: timestamp('issued_at', { withTimezone: true }).notNull(),
  },
  (t) => [unique('issued_document_once').on(t.applicationId, t.kind)],
)
export type IssuedDocument = typeof issuedDocument.$inferSelect
