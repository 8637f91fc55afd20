import { isAllowed, next } from '../application/lifecycle.ts'
import { appendHistory, lockApplication, updateApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import { addJob } from '../outbox/store.ts'
import { findInvoice, listOverdueInvoices, setInvoiceStatus } from '../payment/store.ts'
import type { Invoice } from '../payment/table.ts'
import { receiveNotice } from './receive-notice.ts'

/**
 * What was not paid by its last day lapses: the right is deemed waived (in the ordinances, 15 days or working days).
 * The bank is asked first, because a notice may have been lost; money that still comes afterwards is held for finance.
 */
export async function lapseUnpaid(ctx: Context, today: string): Promise<void> {
  for (const invoice of await listOverdueInvoices(ctx.db, today))
    if (!(await wasPaid(ctx, invoice, today))) await lapseApplication(ctx, invoice.id)
}

/** Paid on the last day or today, as the bank knows it; what it knows is then taken in like any notice. */
async function wasPaid(
  ctx: Context,
  { ref1, ref2, satang, payBy }: Invoice,
  today: string,
): Promise<boolean> {
  const found = [
    ...(await ctx.bank.inquire(ref1, ref2, payBy)),
    ...(await ctx.bank.inquire(ref1, ref2, today)),
  ]
  for (const transaction of found) await receiveNotice(ctx, transaction)
  return found.some((each) => each.satang === satang && each.ref2 === ref2)
}

/** Ends a case whose invoice was not paid. Nothing happens where it was, or the case has moved on. */
async function lapseApplication(ctx: Context, invoiceId: string): Promise<void> {
  const now = ctx.clock.now()
  const unlocked = await findInvoice(ctx.db, invoiceId)
  if (!unlocked) return
  await ctx.db.transaction(async (tx) => {
    const application = await lockApplication(tx, unlocked.applicationId)
    const invoice = await findInvoice(tx, invoiceId)
    if (invoice?.status !== 'open' || !isAllowed(application.status, 'lapse')) return
    await setInvoiceStatus(tx, invoice.id, 'cancelled')
    await updateApplication(tx, application.id, {
      status: next(application.status, 'lapse'),
      pausedOn: null,
      updatedAt: now,
    })
    await appendHistory(tx, application.id, {
      at: now,
      actor: 'system',
      event: 'lapsed',
      data: {
        ref1: invoice.ref1,
        payBy: invoice.payBy,
        atFiling: application.status === 'awaiting_fee',
        afterCorrection: application.pausedOn !== null,
      },
    })
    await addJob(tx, {
      name: 'send-message',
      payload: { applicationId: application.id, message: 'lapse' },
      runAt: now,
      key: `lapse:${invoice.ref1}`,
    })
  })
}
