import { appendHistory, listHistory, lockApplication, updateApplication } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/client.ts'
import { Conflict, Invalid } from '../errors.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { addJob } from '../outbox/store.ts'
import { bangkokDay } from '../service/dates.ts'
import { extensionOf, lockForReview } from './review-case.ts'

/** `version` is the one the officer saw. `reason`: why the time is not enough; the applicant reads it. */
type Asked = { applicationId: string; version: number; reason: string }

/**
 * Prolongs the time for the decision, as often as the service allows and only before it has run out; the applicant is
 * told why, and until when, at once (PHA s.56). Pressed twice it is one extension.
 * Throws Invalid (`reason`), Forbidden, Conflict (`changed_meanwhile`, `status_does_not_allow`), NotFound.
 */
export async function extendClock(ctx: Context, officer: ActingOfficer, asked: Asked): Promise<void> {
  const now = ctx.clock.now()
  const reason = asked.reason.trim().slice(0, 500)
  await ctx.db.transaction(async (tx) => {
    const held = await lockApplication(tx, asked.applicationId)
    if (await isRepeated(tx, officer, held, asked.version)) return
    const { application, definition } = await lockForReview(ctx, tx, officer, { ...asked, action: 'extend' })
    if (reason === '') throw new Invalid('invalid', [{ field: 'reason', code: 'reason_needed' }])
    const extension = await extensionOf(tx, { application, definition, today: bangkokDay(now) })
    if (!extension) throw new Conflict('status_does_not_allow')
    const { number, dueOn } = extension
    await updateApplication(tx, application.id, { dueOn, updatedAt: now })
    await appendHistory(tx, application.id, {
      at: now,
      actor: `officer:${officer.id}`,
      event: 'extended',
      data: { number, reason, dueOn, before: application.dueOn },
    })
    await addJob(tx, {
      name: 'send-message',
      payload: { applicationId: application.id, message: 'extension' },
      runAt: now,
      key: `extension:${application.id}:${number}`,
    })
  })
  ctx.wakeRelay()
}

async function isRepeated(
  db: Db,
  officer: ActingOfficer,
  held: Application,
  version: number,
): Promise<boolean> {
  const last = (await listHistory(db, held.id)).at(-1)
  return held.version === version + 1 && last?.event === 'extended' && last.actor === `officer:${officer.id}`
}
