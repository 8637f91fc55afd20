import { next } from '../application/lifecycle.ts'
import { appendHistory, lockOwnApplication, updateApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import { findInvoiceOf, setInvoiceStatus } from '../payment/store.ts'

/** The applicant gives the case up (a draft is discarded). Throws NotFound, Conflict once it is paid or ended. */
export async function withdrawApplication(
  ctx: Context,
  owner: { applicationId: string; applicantId: string },
): Promise<void> {
  const now = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    const application = await lockOwnApplication(tx, owner)
    if (application.status === 'withdrawn') return
    const status = next(application.status, 'withdraw')
    await updateApplication(tx, application.id, { status, pausedOn: null, updatedAt: now })
    const invoice = await findInvoiceOf(tx, application.id)
    if (invoice?.status === 'open') await setInvoiceStatus(tx, invoice.id, 'cancelled')
    await appendHistory(tx, application.id, { at: now, actor: 'applicant', event: 'withdrawn' })
  })
}
