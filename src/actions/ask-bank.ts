import type { Context } from '../context.ts'
import { listOpenInvoices } from '../payment/store.ts'
import { addDays, bangkokDay, fromBangkok } from '../service/dates.ts'
import { receiveNotice } from './receive-notice.ts'

/** Job: asks about the open invoices of the last weeks, today and yesterday, in case a notice was lost. */
export async function askBank(ctx: Context): Promise<void> {
  const today = bangkokDay(ctx.clock.now())
  const since = fromBangkok(addDays(today, -60), '00:00')
  for (const invoice of await listOpenInvoices(ctx.db, since)) {
    for (const day of [today, addDays(today, -1)]) {
      const found = await ctx.bank.inquire(invoice.ref1, invoice.ref2, day)
      for (const transaction of found) await receiveNotice(ctx, transaction)
    }
  }
}
