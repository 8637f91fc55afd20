import { isAllowed, next } from '../application/lifecycle.ts'
import { appendHistory, lockApplication, updateApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import { addJob } from '../outbox/store.ts'
import { findOpenCorrection, listCorrectionsDue, resolveCorrection } from '../review/store.ts'
import type { Correction } from '../review/table.ts'
import { addDays } from '../service/dates.ts'

/** So many days before the last one the list is sent once more, unless it has only just been sent. */
const REMIND_DAYS = 3
const LONG_AGO = '2000-01-01'

/** Who has not handed the named items back is reminded while there is time; afterwards the application is given back. */
export async function watchCorrections(ctx: Context, today: string): Promise<void> {
  for (const { applicationId, id, returnedAt } of await listCorrectionsDue(
    ctx.db,
    today,
    addDays(today, REMIND_DAYS),
  ))
    if (returnedAt.getTime() < ctx.clock.now().getTime() - REMIND_DAYS * 86_400_000)
      await addJob(ctx.db, {
        name: 'send-message',
        payload: { applicationId, message: 'correction' },
        runAt: ctx.clock.now(),
        key: `correction-reminder:${id}`,
      })
  for (const correction of await listCorrectionsDue(ctx.db, LONG_AGO, addDays(today, -1)))
    await giveBack(ctx, correction)
}

/**
 * Ends a case that was not corrected by its day: the application is given back with the reasons, and with the right to
 * appeal or to file again (Licensing Facilitation Act B.E. 2558 s.9). Nothing happens where it was corrected meanwhile.
 */
async function giveBack(ctx: Context, { applicationId, id }: Correction): Promise<void> {
  const now = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    const application = await lockApplication(tx, applicationId)
    const correction = await findOpenCorrection(tx, applicationId)
    if (correction?.id !== id || !isAllowed(application.status, 'give_back')) return
    await resolveCorrection(tx, id, now)
    await updateApplication(tx, applicationId, {
      status: next(application.status, 'give_back'),
      pausedOn: null,
      updatedAt: now,
    })
    await appendHistory(tx, applicationId, {
      at: now,
      actor: 'system',
      event: 'given_back',
      data: { dueOn: correction.dueOn, items: correction.items },
    })
    await addJob(tx, {
      name: 'send-message',
      payload: { applicationId, message: 'givenBack' },
      runAt: now,
      key: `given-back:${id}`,
    })
  })
}
