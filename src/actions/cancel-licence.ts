import { isAllowed, next } from '../application/lifecycle.ts'
import { appendHistory, lockApplication, updateApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import { endLicence } from '../licence/store.ts'
import { addJob } from '../outbox/store.ts'

/** Ends the licence its holder gave up, with the case that asked for it; there is no document to issue. */
export async function cancelLicence(ctx: Context, applicationId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const now = ctx.clock.now()
    const held = await lockApplication(tx, applicationId)
    if (!isAllowed(held.status, 'issue') || !held.licenceId) return
    await endLicence(tx, held.licenceId, 'cancelled')
    await updateApplication(tx, held.id, { status: next(held.status, 'issue'), updatedAt: now })
    await appendHistory(tx, held.id, { at: now, actor: 'system', event: 'cancelled', data: {} })
    await addJob(tx, {
      name: 'send-message',
      payload: { applicationId: held.id, message: 'cancelled' },
      runAt: now,
      key: `cancelled:${held.id}`,
    })
  })
  ctx.wakeRelay()
}
