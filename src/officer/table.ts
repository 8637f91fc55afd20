import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { sealedText } from '../db/sealed.ts'
import { DELEGATION_KINDS } from './officer.ts'
import { OFFICER_ROLES } from './roles.ts'

const at = (name: string) => timestamp(name, { withTimezone: true })

/** Who works here. Bound to a LINE user by a one-time invitation. */
export const officer = pgTable('officer', {
  id: uuid().primaryKey().defaultRandom(),
  name: text().notNull(),
  position: text().notNull(),
  roles: text({ enum: OFFICER_ROLES }).array().notNull(),
  lineUserId: text('line_user_id').unique(),
  invitationHash: text('invitation_hash').unique(),
  /** Null: an invitation from before they ran out. */
  invitedUntil: at('invited_until'),
  active: boolean().notNull().default(true),
  /** Wrong codes in a row, and until when none is taken. */
  wrongCodes: integer('wrong_codes').notNull().default(0),
  lockedUntil: at('locked_until'),
  createdAt: at('created_at').notNull(),
})
export type Officer = typeof officer.$inferSelect

/** What an officer proves their presence with, besides LINE. Unconfirmed until it has been used once. */
export const secondFactor = pgTable(
  'second_factor',
  {
    id: uuid().primaryKey().defaultRandom(),
    officerId: uuid('officer_id')
      .notNull()
      .references(() => officer.id),
    kind: text({ enum: ['passkey', 'totp'] }).notNull(),
    label: text().notNull().default(''),
    /** TOTP: the shared secret in base32. */
    secret: sealedText('second_factor.secret'),
    /** TOTP: the last 30-second step that was used; it and those before it are not taken again. */
    lastStep: integer('last_step').notNull().default(0),
    credentialId: text('credential_id').unique(),
    publicKey: text('public_key'),
    counter: bigint({ mode: 'number' }).notNull().default(0),
    transports: jsonb().$type<string[]>().notNull().default([]),
    createdAt: at('created_at').notNull(),
    confirmedAt: at('confirmed_at'),
    usedAt: at('used_at'),
  },
  (t) => [index('second_factor_officer').on(t.officerId)],
)
export type SecondFactor = typeof secondFactor.$inferSelect

/** A wish to take an officer's lost factor away: carried out when a second person confirms it. */
export const factorReset = pgTable('factor_reset', {
  id: uuid().primaryKey().defaultRandom(),
  officerId: uuid('officer_id')
    .notNull()
    .references(() => officer.id),
  requestedBy: uuid('requested_by').notNull(),
  requestedAt: at('requested_at').notNull(),
  decidedBy: uuid('decided_by'),
  decidedAt: at('decided_at'),
  outcome: text({ enum: ['confirmed', 'withdrawn'] }),
})
export type FactorReset = typeof factorReset.$inferSelect

/** One officer in the place of another, for one role, by an order. Both days belong to it. */
export const delegation = pgTable(
  'delegation',
  {
    id: uuid().primaryKey().defaultRandom(),
    fromId: uuid('from_id')
      .notNull()
      .references(() => officer.id),
    toId: uuid('to_id')
      .notNull()
      .references(() => officer.id),
    role: text({ enum: OFFICER_ROLES }).notNull(),
    kind: text({ enum: DELEGATION_KINDS }).notNull(),
    orderNumber: text('order_number').notNull(),
    orderedOn: date('ordered_on').notNull(),
    firstDay: date('first_day').notNull(),
    lastDay: date('last_day').notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: at('created_at').notNull(),
    endedAt: at('ended_at'),
  },
  (t) => [index('delegation_to').on(t.toId)],
)
export type Delegation = typeof delegation.$inferSelect

/** What was done to an officer's account, by whom; null: on the command line. */
export const officerHistory = pgTable(
  'officer_history',
  {
    id: uuid().primaryKey().defaultRandom(),
    officerId: uuid('officer_id')
      .notNull()
      .references(() => officer.id),
    byId: uuid('by_id'),
    event: text().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    at: at('at').notNull(),
  },
  (t) => [index('officer_history_officer').on(t.officerId, t.at)],
)
export type OfficerHistory = typeof officerHistory.$inferSelect
