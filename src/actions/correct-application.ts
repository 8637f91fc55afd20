import { next } from '../application/lifecycle.ts'
import { appendHistory, lockOwnApplication, updateApplication } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import { Conflict, Invalid } from '../errors.ts'
import { findOpenCorrection, resolveCorrection } from '../review/store.ts'
import { extendedDueDay } from '../service/clock.ts'
import { bangkokDay } from '../service/dates.ts'
import { checkFields, formPages, normalise, visiblePages } from '../service/form.ts'
import { definitionOf } from './definition-of.ts'
import { shownInLists } from './submit-application.ts'
import { tellOfficers } from './tell-officer.ts'

/** The applicant hands the named items back; the clock goes on. Pressed twice: the same. Throws Invalid, NotFound. */
export async function correctApplication(
  ctx: Context,
  owner: { applicationId: string; applicantId: string },
): Promise<{ reference: string }> {
  const now = ctx.clock.now()
  const reference = await ctx.db.transaction(async (tx) => {
    const application = await lockOwnApplication(tx, owner)
    if (application.status === 'in_review') return application.reference ?? ''
    const status = next(application.status, 'correct')
    const correction = await findOpenCorrection(tx, application.id)
    if (!correction) throw new Conflict('nothing_to_correct')
    const definition = await definitionOf(ctx, tx, application)
    const pages = formPages(definition)
    const fields = visiblePages(pages, application.answers).flatMap((page) => page.fields)
    const problems = checkFields(fields, application.answers, bangkokDay(now))
    if (problems.length > 0)
      throw new Invalid(
        'invalid',
        problems.map(({ path, ...problem }) => ({ field: path, ...problem })),
      )
    const answers = normalise(pages, application.answers)
    await updateApplication(tx, application.id, {
      status,
      answers,
      updatedAt: now,
      ...clockGoesOn(application, now),
      ...shownInLists(definition, answers),
    })
    await resolveCorrection(tx, correction.id, now)
    await appendHistory(tx, application.id, {
      at: now,
      actor: 'applicant',
      event: 'corrected',
      data: { items: correction.items.map((item) => item.field) },
    })
    await tellOfficers(ctx, tx, {
      applicationId: application.id,
      officerId: application.officerId,
      reason: 'corrected',
    })
    return application.reference ?? ''
  })
  ctx.wakeRelay()
  return { reference }
}

function clockGoesOn({ dueOn, pausedOn }: Application, now: Date) {
  return dueOn && pausedOn
    ? { pausedOn: null, dueOn: extendedDueDay(dueOn, pausedOn, bangkokDay(now)) }
    : { pausedOn: null }
}
