import { and, asc, between, eq, gte, isNull, lt, ne } from 'drizzle-orm'
import type { Db, Transaction } from '../db/client.ts'
import { isUuid } from '../db/uuid.ts'
import {
  type Invoice,
  invoice,
  type Notice,
  notice,
  type Payment,
  payment,
  type Receipt,
  type Refund,
  receipt,
  refund,
} from './table.ts'

export async function insertInvoice(tx: Transaction, row: typeof invoice.$inferInsert): Promise<void> {
  await tx.insert(invoice).values(row)
}

export async function findInvoice(db: Db, id: string): Promise<Invoice | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await db.select().from(invoice).where(eq(invoice.id, id))
  return row
}

/** The newest invoice of a case that was not cancelled. */
export async function findInvoiceOf(db: Db, applicationId: string): Promise<Invoice | undefined> {
  return (await listInvoicesOf(db, applicationId)).at(-1)
}

/** The invoices of a case that were not cancelled, oldest first: what was demanded later is a difference. */
export async function listInvoicesOf(db: Db, applicationId: string): Promise<Invoice[]> {
  return db
    .select()
    .from(invoice)
    .where(and(eq(invoice.applicationId, applicationId), ne(invoice.status, 'cancelled')))
    .orderBy(asc(invoice.issuedAt), asc(invoice.ref1))
}

export async function lockInvoiceByReference(tx: Transaction, ref1: string): Promise<Invoice | undefined> {
  const [row] = await tx.select().from(invoice).where(eq(invoice.ref1, ref1)).for('update')
  return row
}

export async function findInvoiceByReference(db: Db, ref1: string): Promise<Invoice | undefined> {
  const [row] = await db.select().from(invoice).where(eq(invoice.ref1, ref1))
  return row
}

export async function setInvoiceStatus(
  tx: Transaction,
  id: string,
  status: Invoice['status'],
): Promise<void> {
  await tx.update(invoice).set({ status }).where(eq(invoice.id, id))
}

/** Open invoices issued since then. */
export async function listOpenInvoices(db: Db, since: Date): Promise<Invoice[]> {
  return db
    .select()
    .from(invoice)
    .where(and(eq(invoice.status, 'open'), gte(invoice.issuedAt, since)))
}

/** Open invoices whose last day lies before this one. */
export async function listOverdueInvoices(db: Db, today: string): Promise<Invoice[]> {
  return db
    .select()
    .from(invoice)
    .where(and(eq(invoice.status, 'open'), lt(invoice.payBy, today)))
    .orderBy(asc(invoice.payBy))
}

/** Open invoices to be paid between these days, both included. */
export async function listInvoicesDue(db: Db, from: string, until: string): Promise<Invoice[]> {
  return db
    .select()
    .from(invoice)
    .where(and(eq(invoice.status, 'open'), between(invoice.payBy, from, until)))
}

/** Stores a bank's message once; undefined when it was there already. */
export async function insertNotice(
  tx: Transaction,
  row: typeof notice.$inferInsert,
): Promise<Notice | undefined> {
  const [stored] = await tx.insert(notice).values(row).onConflictDoNothing().returning()
  return stored
}

export async function findNotice(db: Db, id: string): Promise<Notice | undefined> {
  const [row] = await db.select().from(notice).where(eq(notice.id, id))
  return row
}

export async function lockNotice(tx: Transaction, id: string): Promise<Notice | undefined> {
  const [row] = await tx.select().from(notice).where(eq(notice.id, id)).for('update')
  return row
}

export async function settleNotice(
  tx: Transaction,
  id: string,
  result: Pick<Notice, 'status' | 'heldBecause'>,
): Promise<void> {
  await tx.update(notice).set(result).where(eq(notice.id, id))
}

export async function insertPayment(tx: Transaction, row: typeof payment.$inferInsert): Promise<Payment> {
  const [stored] = await tx.insert(payment).values(row).returning()
  if (!stored) throw new Error('a payment was not stored')
  return stored
}

export async function insertReceipt(tx: Transaction, row: typeof receipt.$inferInsert): Promise<void> {
  await tx.insert(receipt).values(row)
}

export type Settlement = { payment: Payment; receipt: Receipt; notice: Notice }

/** How an invoice was paid; undefined while it is not. */
export async function findSettlement(db: Db, invoiceId: string): Promise<Settlement | undefined> {
  const [row] = await db
    .select({ payment, receipt, notice })
    .from(payment)
    .innerJoin(receipt, eq(receipt.paymentId, payment.id))
    .innerJoin(notice, eq(notice.id, payment.noticeId))
    .where(eq(payment.invoiceId, invoiceId))
  return row
}

/** How the invoices of a case were paid, oldest first; those not paid are left out. */
export async function listSettlements(db: Db, applicationId: string): Promise<Settlement[]> {
  const settlements: Settlement[] = []
  for (const { id } of await listInvoicesOf(db, applicationId)) {
    const settlement = await findSettlement(db, id)
    if (settlement) settlements.push(settlement)
  }
  return settlements
}

export async function insertRefund(tx: Transaction, row: typeof refund.$inferInsert): Promise<void> {
  await tx.insert(refund).values(row)
}

export async function listRefunds(db: Db, applicationId: string): Promise<Refund[]> {
  return db
    .select()
    .from(refund)
    .where(eq(refund.applicationId, applicationId))
    .orderBy(asc(refund.recordedAt))
}

/** Every refund of the case that is still open was paid back. */
export async function markPaidBack(
  tx: Transaction,
  applicationId: string,
  paid: Required<Pick<Refund, 'paidBackOn' | 'paidBackReference' | 'paidBackBy'>>,
): Promise<void> {
  const open = and(eq(refund.applicationId, applicationId), isNull(refund.paidBackOn))
  await tx.update(refund).set(paid).where(open)
}

/** What a case has paid, without what is to be given back. */
export async function paidSatang(db: Db, applicationId: string): Promise<number> {
  const paid = await listSettlements(db, applicationId)
  const refunds = await listRefunds(db, applicationId)
  return sum(paid.map(({ payment }) => payment.satang)) - sum(refunds.map(({ satang }) => satang))
}

const sum = (amounts: number[]): number => amounts.reduce((total, satang) => total + satang, 0)
