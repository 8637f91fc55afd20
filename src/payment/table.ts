import { sql } from 'drizzle-orm'
import {
  check,
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
import type { FeeLine } from '../service/fee.ts'

/** The demand: amount, references, deadline and the QR's text. */
export const invoice = pgTable(
  'invoice',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicationId: uuid('application_id').notNull(),
    ref1: text().notNull().unique(),
    ref2: text().notNull(),
    satang: integer().notNull(),
    lines: jsonb().$type<FeeLine[]>().notNull(),
    qr: text().notNull(),
    payBy: date('pay_by').notNull(),
    status: text({ enum: ['open', 'paid', 'cancelled'] })
      .notNull()
      .default('open'),
    issuedAt: timestamp('issued_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    uniqueIndex('invoice_one_open').on(t.applicationId).where(sql`status = 'open'`),
    index('invoice_open').on(t.issuedAt).where(sql`status = 'open'`),
    check('invoice_amount', sql`satang > 0`),
  ],
)
export type Invoice = typeof invoice.$inferSelect

/**
 * What was paid and is not due any more. Recorded when it turns out; paying it back is an officer's act outside (the
 * agency's own rules on refunds).
 */
export const refund = pgTable(
  'refund',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicationId: uuid('application_id').notNull(),
    satang: integer().notNull(),
    because: text({ enum: ['correction'] }).notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
    /** The day it was paid back, by which transfer or voucher, and the officer who says so. */
    paidBackOn: date('paid_back_on'),
    paidBackReference: text('paid_back_reference'),
    paidBackBy: uuid('paid_back_by'),
  },
  (t) => [index('refund_application').on(t.applicationId), check('refund_amount', sql`satang > 0`)],
)
export type Refund = typeof refund.$inferSelect

/** A bank's message that money came, stored once. It counts only after an inquiry at the bank confirmed it. */
export const notice = pgTable(
  'notice',
  {
    id: uuid().primaryKey().defaultRandom(),
    bank: text().notNull(),
    transactionId: text('transaction_id').notNull(),
    ref1: text().notNull(),
    ref2: text().notNull(),
    satang: integer().notNull(),
    paidAt: timestamp('paid_at', { withTimezone: true }).notNull(),
    receivedAt: timestamp('received_at', { withTimezone: true }).notNull(),
    /** held: kept for finance, with its reason. */
    status: text({ enum: ['received', 'matched', 'held'] })
      .notNull()
      .default('received'),
    heldBecause: text('held_because', {
      enum: ['unknown_reference', 'wrong_amount', 'already_paid', 'not_open', 'not_confirmed'],
    }),
  },
  (t) => [unique('notice_once').on(t.bank, t.transactionId), index('notice_ref').on(t.ref1)],
)
export type Notice = typeof notice.$inferSelect

/** Money matched to an invoice. */
export const payment = pgTable('payment', {
  id: uuid().primaryKey().defaultRandom(),
  invoiceId: uuid('invoice_id')
    .notNull()
    .unique()
    .references(() => invoice.id),
  noticeId: uuid('notice_id')
    .notNull()
    .unique()
    .references(() => notice.id),
  satang: integer().notNull(),
  paidAt: timestamp('paid_at', { withTimezone: true }).notNull(),
})
export type Payment = typeof payment.$inferSelect

/** Proof of a payment, numbered without gaps in each series: one a year, fiscal unless the service says otherwise. */
export const receipt = pgTable(
  'receipt',
  {
    id: uuid().primaryKey().defaultRandom(),
    paymentId: uuid('payment_id')
      .notNull()
      .unique()
      .references(() => payment.id),
    series: text().notNull(),
    fiscalYear: integer('fiscal_year').notNull(),
    running: integer().notNull(),
    number: text().notNull(),
    book: text().notNull(),
    issuedAt: timestamp('issued_at', { withTimezone: true }).notNull(),
  },
  (t) => [unique('receipt_running').on(t.series, t.running)],
)
export type Receipt = typeof receipt.$inferSelect
