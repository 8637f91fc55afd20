import { appendHistory } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { addJob } from '../outbox/store.ts'
import { balance } from '../payment/balance.ts'
import { insertRefund, paidSatang } from '../payment/store.ts'
import type { Definition } from '../service/definition.ts'
import { feeLines } from '../service/fee.ts'
import { filedOn } from './filed-on.ts'
import { raiseInvoice } from './raise-invoice.ts'

/**
 * Where the fee is due at filing and the answers changed it since: demands the rest, or records what is to be refunded
 * and tells the applicant. Inside the transaction that changes the answers; says whether something has to be paid
 * before the review goes on.
 */
export async function settleDifference(
  ctx: Context,
  tx: Transaction,
  application: Application,
  definition: Definition,
): Promise<{ unpaid: boolean }> {
  if (definition.fees.due !== 'at_filing') return { unpaid: false }
  const fee = feeLines(definition.fees, application.answers, filedOn(ctx, application))
  const { demand, refundSatang } = balance(fee, await paidSatang(tx, application.id))
  if (demand.length > 0) await raiseInvoice(ctx, tx, application, definition, demand)
  if (refundSatang > 0) await recordRefund(ctx, tx, application, refundSatang)
  return { unpaid: demand.length > 0 }
}

async function recordRefund(
  ctx: Context,
  tx: Transaction,
  { id }: Application,
  satang: number,
): Promise<void> {
  const now = ctx.clock.now()
  await insertRefund(tx, { applicationId: id, satang, because: 'correction', recordedAt: now })
  await appendHistory(tx, id, { at: now, actor: 'system', event: 'refund_due', data: { satang } })
  await addJob(tx, {
    name: 'send-message',
    payload: { applicationId: id, message: 'refund' },
    runAt: now,
    key: `refund:${id}:${now.getTime()}`,
  })
}
