import { next } from '../application/lifecycle.ts'
import { formatNumber } from '../application/numbers.ts'
import { appendHistory, lockApplication, takeNumber, updateApplication } from '../application/store.ts'
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
import type { Invoice, Notice } from '../payment/table.ts'
import { thaiFiscalYear } from '../service/clock.ts'
import { bangkokDay } from '../service/dates.ts'
import { definitionOf } from './definition-of.ts'

/** How long an inquiry may lag behind a notice before the notice is put aside as unconfirmed. */
const CONFIRM_WITHIN_MS = 15 * 60_000

/**
 * Job: asks the bank whether the notice is true, then matches it. Exact: paid, receipt number, licence jobs, all in
 * one transaction. Anything else is kept for finance with its reason. Throws when the bank cannot be asked (tried again).
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
  const fiscalYear = thaiFiscalYear(bangkokDay(now))
  const running = await takeNumber(tx, `receipt:${fiscalYear}`)
  const { book } = definition.numbers.receipt
  const number = formatNumber(definition.numbers.receipt, running, fiscalYear)
  await insertReceipt(tx, { paymentId: payment.id, fiscalYear, running, number, book, issuedAt: now })
  await updateApplication(tx, application.id, { status: next(application.status, 'pay'), updatedAt: now })
  await appendHistory(tx, application.id, {
    at: now,
    actor: 'bank',
    event: 'paid',
    data: { satang: notice.satang, receipt: number },
  })
  for (const name of ['issue-receipt', 'issue-licence'] as const) {
    await addJob(tx, {
      name,
      payload: { applicationId: application.id },
      runAt: now,
      key: `${name}:${application.id}`,
    })
  }
}
