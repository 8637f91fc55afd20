import { sql } from 'drizzle-orm'
import {
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
import { PROOF_METHODS, type Proven } from '../service/definition.ts'
import type { KeptLogin, LoginOutcome, ReturnedAnswer } from './thaid.ts'

export const PROOF_STATUSES = ['requested', 'accepted', 'refused', 'cancelled'] as const
export type ProofStatus = (typeof PROOF_STATUSES)[number]

/** Who a proof says the applicant is: only what the service asks for. */
export type ProofSubject = {
  idNumber?: string
  name?: { title: string; first: string; last: string }
  /** ISO day; absent where only the year is known. */
  birthDate?: string
  /** As the source worded it, and what it sent: the shape of ThaID's address is not published. */
  address?: { text: string; raw: unknown }
}

/** That a person is who the application says, by which method, how surely, and until when. */
export const proof = pgTable(
  'proof',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicantId: uuid('applicant_id').notNull(),
    applicationId: uuid('application_id'),
    method: text({ enum: PROOF_METHODS }).notNull(),
    level: integer().notNull(),
    status: text({ enum: PROOF_STATUSES }).notNull(),
    subject: sealedJson<ProofSubject>('proof.subject').notNull(),
    /** What an auditor would ask for: how it was done, by whom, where the record of it is. */
    evidence: sealedJson<Record<string, unknown>>('proof.evidence').notNull(),
    /** The ID number as a keyed digest: tells whether two proofs are of one person, and nothing else. */
    identityIndex: text('identity_index'),
    officerId: uuid('officer_id'),
    requestedAt: timestamp('requested_at', { withTimezone: true }).notNull(),
    decidedAt: timestamp('decided_at', { withTimezone: true }),
    validUntil: timestamp('valid_until', { withTimezone: true }),
    reason: sealedText('proof.reason')
      .notNull()
      .default('')
      .$defaultFn(() => ''),
  },
  (t) => [
    index('proof_applicant').on(t.applicantId),
    index('proof_application').on(t.applicationId),
    index('proof_identity').on(t.identityIndex),
    uniqueIndex('proof_one_waiting').on(t.applicationId).where(sql`status = 'requested'`),
    check('proof_level', sql`level between 0 and 3`),
    check('proof_decided', sql`status = 'requested' or decided_at is not null`),
  ],
)
export type Proof = typeof proof.$inferSelect

/** A photo that was sent as evidence; its bytes lie in the file store. Once erased, the row says that there was one. */
export const proofPicture = pgTable(
  'proof_picture',
  {
    id: uuid().primaryKey().defaultRandom(),
    proofId: uuid('proof_id')
      .notNull()
      .references(() => proof.id, { onDelete: 'cascade' }),
    kind: text({ enum: ['card', 'selfie'] }).notNull(),
    type: text().notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    storageKey: text('storage_key').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    erasedAt: timestamp('erased_at', { withTimezone: true }),
  },
  (t) => [uniqueIndex('proof_picture_kind').on(t.proofId, t.kind)],
)
export type ProofPicture = typeof proofPicture.$inferSelect

export const APPOINTMENT_STATUSES = ['booked', 'held', 'missed', 'cancelled'] as const

/** The time at which an officer and an applicant see each other. `seat`: which of the calls held at once. */
export const appointment = pgTable(
  'appointment',
  {
    id: uuid().primaryKey().defaultRandom(),
    proofId: uuid('proof_id')
      .notNull()
      .references(() => proof.id, { onDelete: 'cascade' }),
    applicantId: uuid('applicant_id').notNull(),
    applicationId: uuid('application_id').notNull(),
    startsAt: timestamp('starts_at', { withTimezone: true }).notNull(),
    minutes: integer().notNull(),
    seat: integer().notNull(),
    status: text({ enum: APPOINTMENT_STATUSES }).notNull(),
    /** Where they meet: the service's own room, or what an officer gave. */
    link: sealedText('appointment.link'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    endedAt: timestamp('ended_at', { withTimezone: true }),
  },
  (t) => [
    uniqueIndex('appointment_one_a_seat').on(t.startsAt, t.seat).where(sql`status <> 'cancelled'`),
    uniqueIndex('appointment_one_booked').on(t.proofId).where(sql`status = 'booked'`),
    index('appointment_starts').on(t.startsAt),
  ],
)
export type Appointment = typeof appointment.$inferSelect

/** One way to ThaID and back. Used once; its secrets are erased when they have served. */
export const thaidLogin = pgTable(
  'thaid_login',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** The state is in the address of ThaID's page: only its hash is kept. */
    stateHash: text('state_hash').notNull().unique(),
    applicantId: uuid('applicant_id').notNull(),
    applicationId: uuid('application_id'),
    asked: jsonb().$type<Proven[]>().notNull(),
    /** Nonce and code verifier, until they are used. */
    kept: sealedJson<KeptLogin>('thaid_login.kept'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    /** When a browser came back from ThaID, with what, and the hash of the ticket that this browser was given. */
    returnedAt: timestamp('returned_at', { withTimezone: true }),
    returned: sealedJson<ReturnedAnswer>('thaid_login.returned'),
    ticketHash: text('ticket_hash'),
    /** When the answer was taken to be exchanged: never twice. */
    takenAt: timestamp('taken_at', { withTimezone: true }),
    outcome: text().$type<LoginOutcome>(),
    /** What was asked for and ThaID did not give. */
    missing: jsonb().$type<Proven[]>().notNull().default([]),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
    proofId: uuid('proof_id'),
  },
  (t) => [index('thaid_login_created').on(t.createdAt)],
)
export type ThaidLogin = typeof thaidLogin.$inferSelect
