import type { BankTransaction, Context } from '../context.ts'
import { addJob } from '../outbox/store.ts'
import { insertNotice } from '../payment/store.ts'

/** Keeps a bank's message, once, and lets a job confirm it. A repeat changes nothing. */
export async function receiveNotice(ctx: Context, transaction: BankTransaction): Promise<void> {
  const receivedAt = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    const notice = await insertNotice(tx, { ...transaction, receivedAt })
    if (!notice) return
    await addJob(tx, {
      name: 'confirm-payment',
      payload: { noticeId: notice.id },
      runAt: receivedAt,
      key: `confirm-payment:${notice.id}`,
    })
  })
  ctx.wakeRelay()
}
