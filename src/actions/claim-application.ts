import { next } from '../application/lifecycle.ts'
import { appendHistory, lockApplication, updateApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { lockForReview } from './review-case.ts'

/** Takes the case for the current step. Claiming one's own again changes nothing. Throws Forbidden, Conflict, NotFound. */
export async function claimApplication(
  ctx: Context,
  officer: ActingOfficer,
  applicationId: string,
): Promise<void> {
  const now = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    const held = await lockApplication(tx, applicationId)
    if (held.status === 'in_review' && held.officerId === officer.id) return
    const { application } = await lockForReview(ctx, tx, officer, { applicationId, action: 'claim' })
    await updateApplication(tx, application.id, {
      status: next(application.status, 'claim'),
      officerId: officer.id,
      updatedAt: now,
    })
    await appendHistory(tx, application.id, {
      at: now,
      actor: `officer:${officer.id}`,
      event: 'claimed',
      data: { step: application.step },
    })
  })
}
