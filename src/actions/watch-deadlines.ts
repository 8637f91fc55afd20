import { appendHistory, listHistory, listOverdue, lockApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import { addJob } from '../outbox/store.ts'
import { listInvoicesDue } from '../payment/store.ts'
import { delayNoticeDue } from '../service/clock.ts'
import { addDays, bangkokDay } from '../service/dates.ts'
import { definitionOf } from './definition-of.ts'
import { watchCorrections } from './give-back-application.ts'
import { lapseUnpaid } from './lapse-application.ts'
import { tellOfficers } from './tell-officer.ts'

/**
 * Job, every morning: tells of decisions that are late, reminds who has not paid or corrected, lets lapse what was not
 * paid and gives back what was not corrected in time. It looks at the cases as they are, so a day on which it did not
 * run, or ran twice, changes nothing.
 */
export async function watchDeadlines(ctx: Context): Promise<void> {
  const today = bangkokDay(ctx.clock.now())
  for (const { id } of await listOverdue(ctx.db, today)) await tellDelay(ctx, id, today)
  await remindOfPayment(ctx, today)
  await lapseUnpaid(ctx, today)
  await watchCorrections(ctx, today)
  ctx.wakeRelay()
}

/** The applicant, and whoever has the case or could take it, hear of it on the first day and every 7 (LFA s.10). */
async function tellDelay(ctx: Context, applicationId: string, today: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { status, dueOn, step, officerId, ...application } = await lockApplication(tx, applicationId)
    const open = status === 'submitted' || status === 'in_review'
    const number = open && dueOn ? delayNoticeDue(dueOn, today) : 0
    if (number === 0) return
    const key = `delay:${applicationId}:${dueOn}:${number}`
    const told = (await listHistory(tx, applicationId)).some(
      ({ event, data }) => event === 'delayed' && data.dueOn === dueOn && data.number === number,
    )
    if (told) return
    const now = ctx.clock.now()
    await appendHistory(tx, applicationId, {
      at: now,
      actor: 'system',
      event: 'delayed',
      data: { dueOn, number },
    })
    await addJob(tx, {
      name: 'send-message',
      payload: { applicationId, message: 'delay' },
      runAt: now,
      key,
    })
    const definition = await definitionOf(ctx, tx, application)
    const whom = officerId ? { officerId } : { role: definition.review.steps[step]?.role }
    await tellOfficers(ctx, tx, { applicationId, reason: 'late', key: `officer-${key}`, ...whom })
  })
}

/** So many days before the last one the invoice is sent once more, unless it has only just been sent. */
const REMIND_DAYS = 3

async function remindOfPayment(ctx: Context, today: string): Promise<void> {
  const due = await listInvoicesDue(ctx.db, today, addDays(today, REMIND_DAYS))
  for (const { applicationId, ref1, issuedAt } of due) {
    if (bangkokDay(issuedAt) > addDays(today, -REMIND_DAYS)) continue
    await addJob(ctx.db, {
      name: 'send-message',
      payload: { applicationId, message: 'invoice' },
      runAt: ctx.clock.now(),
      key: `invoice-reminder:${ref1}`,
    })
  }
}
