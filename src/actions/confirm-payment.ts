import { next } from '../application/lifecycle.ts'
import { formatNumber, seriesYear } from '../application/numbers.ts'
import { appendHistory, lockApplication, takeNumber, updateApplication } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { addJob } from '../outbox/store.ts'
import { judgePayment } from '../payment/match.ts'
import {
  findInvoiceByReference,
  findNotice,
  insertPayment,
  insertReceipt,
  lockInvoiceByReference,
  lockNotice,
  setInvoiceStatus,
  settleNotice,
} from '../payment/store.ts'
import type { Invoice, Notice, Payment } from '../payment/table.ts'
import { deemedReceived, dueDay, thaiFiscalYear } from '../service/clock.ts'
import { bangkokDay } from '../service/dates.ts'
import type { Definition } from '../service/definition.ts'
import { definitionOf } from './definition-of.ts'
import { acknowledge } from './issue-acknowledgement.ts'
import { resumeReview } from './resume-review.ts'
import { tellFirstStep } from './tell-officer.ts'

/** How long an inquiry may lag behind a notice before the notice is put aside as unconfirmed. */
const CONFIRM_WITHIN_MS = 15 * 60_000

/**
 * Job: asks the bank whether the notice is true, then matches it. Exact: paid, receipt number, licence jobs (or the
 * review begins, where it was due at filing), all in one transaction. Anything else is kept for finance with its
 * reason. Throws when the bank cannot be asked (tried again).
 */
export async function confirmPayment(ctx: Context, payload: Record<string, string>): Promise<void> {
  const notice = await findNotice(ctx.db, payload.noticeId ?? '')
  if (notice?.status !== 'received') return
  if (await isConfirmedByBank(ctx, notice)) return settle(ctx, notice.id)
  const waited = ctx.clock.now().getTime() - notice.receivedAt.getTime()
  if (waited < CONFIRM_WITHIN_MS) throw new Error('the bank does not know this payment yet')
  await ctx.db.transaction((tx) =>
    settleNotice(tx, notice.id, { status: 'held', heldBecause: 'not_confirmed' }),
  )
}

async function isConfirmedByBank(ctx: Context, notice: Notice): Promise<boolean> {
  const found = await ctx.bank.inquire(notice.ref1, notice.ref2, bangkokDay(notice.paidAt))
  return found.some(
    (each) =>
      each.transactionId === notice.transactionId &&
      each.satang === notice.satang &&
      each.ref2 === notice.ref2,
  )
}

async function settle(ctx: Context, noticeId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const notice = await lockNoticeWithCase(tx, noticeId)
    if (notice?.status !== 'received') return
    const invoice = await lockInvoiceByReference(tx, notice.ref1)
    const judgement = judgePayment(notice, invoice)
    if (judgement.pays && invoice) return recordPayment(ctx, tx, notice, invoice)
    const because = judgement.pays ? 'unknown_reference' : judgement.because
    await settleNotice(tx, notice.id, { status: 'held', heldBecause: because })
    if (invoice)
      await appendHistory(tx, invoice.applicationId, {
        at: ctx.clock.now(),
        actor: 'bank',
        event: 'payment_held',
        data: { because, satang: notice.satang },
      })
  })
  ctx.wakeRelay()
}

/** Locks the case before the notice: the order every action keeps, so that two of them never wait for each other. */
async function lockNoticeWithCase(tx: Transaction, noticeId: string): Promise<Notice | undefined> {
  const unlocked = await findNotice(tx, noticeId)
  const invoice = unlocked && (await findInvoiceByReference(tx, unlocked.ref1))
  if (invoice) await lockApplication(tx, invoice.applicationId)
  return lockNotice(tx, noticeId)
}

async function recordPayment(ctx: Context, tx: Transaction, notice: Notice, invoice: Invoice): Promise<void> {
  const now = ctx.clock.now()
  const application = await lockApplication(tx, invoice.applicationId)
  const definition = await definitionOf(ctx, tx, application)
  const payment = await insertPayment(tx, {
    invoiceId: invoice.id,
    noticeId: notice.id,
    satang: notice.satang,
    paidAt: notice.paidAt,
  })
  await settleNotice(tx, notice.id, { status: 'matched', heldBecause: null })
  await setInvoiceStatus(tx, invoice.id, 'paid')
  const number = await giveReceipt(tx, definition, payment, now)
  await appendHistory(tx, application.id, {
    at: now,
    actor: 'bank',
    event: 'paid',
    data: { satang: notice.satang, receipt: number },
  })
  await addJob(tx, {
    name: 'issue-receipt',
    payload: { applicationId: application.id, invoiceId: invoice.id },
    runAt: now,
    key: `issue-receipt:${invoice.id}`,
  })
  await goOn(ctx, tx, { application, definition }, notice.paidAt)
}

type Paid = { application: Application; definition: Definition }

/** What waited for the money: the licence, the review, or the rest of a review that a correction interrupted. */
async function goOn(
  ctx: Context,
  tx: Transaction,
  { application, definition }: Paid,
  paidAt: Date,
): Promise<void> {
  const now = ctx.clock.now()
  const { id, status, pausedOn } = application
  if (status === 'awaiting_fee' && pausedOn)
    return resumeReview(
      ctx,
      tx,
      { application, definition },
      { transition: 'pay_difference', on: bangkokDay(paidAt) },
    )
  if (status === 'awaiting_fee') {
    const dueOn = dueAfterPaying(definition, application, paidAt)
    await updateApplication(tx, id, { status: next(status, 'pay_at_filing'), updatedAt: now, dueOn })
    await acknowledge(ctx, tx, id)
    return tellFirstStep(ctx, tx, id, definition)
  }
  await updateApplication(tx, id, { status: next(status, 'pay'), updatedAt: now })
  await addJob(tx, {
    name: 'issue-licence',
    payload: { applicationId: id },
    runAt: now,
    key: `issue-licence:${id}`,
  })
}

/** The next receipt of its series, numbered with the payment so that none is missing. */
async function giveReceipt(
  tx: Transaction,
  { numbers }: Definition,
  payment: Payment,
  issuedAt: Date,
): Promise<string> {
  const day = bangkokDay(issuedAt)
  const year = seriesYear(numbers.receipt, day)
  const series = `receipt:${year}`
  const running = await takeNumber(tx, series)
  const number = formatNumber(numbers.receipt, running, year)
  const { book } = numbers.receipt
  const fiscalYear = thaiFiscalYear(day)
  await insertReceipt(tx, { paymentId: payment.id, series, fiscalYear, running, number, book, issuedAt })
  return number
}

/** A fee due at filing makes the application complete: the days count from then, as from any receipt (EPA s.10). */
function dueAfterPaying({ clock, agency }: Definition, { receivedAt }: Application, paidAt: Date): string {
  const completeAt = deemedReceived(paidAt, agency)
  return dueDay(receivedAt && receivedAt > completeAt ? receivedAt : completeAt, clock, agency)
}
