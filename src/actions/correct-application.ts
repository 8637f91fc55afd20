import { next } from '../application/lifecycle.ts'
import { appendHistory, lockOwnApplication, updateApplication } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import { Conflict, Invalid, type Problem } from '../errors.ts'
import { findOpenCorrection, resolveCorrection } from '../review/store.ts'
import { resumedDueDay } from '../service/clock.ts'
import { bangkokDay } from '../service/dates.ts'
import type { Definition } from '../service/definition.ts'
import { checkForm, formPages, normalise } from '../service/form.ts'
import { definitionOf } from './definition-of.ts'
import { holdTimes } from './hold-times.ts'
import { openFields } from './open-draft.ts'
import { shownInLists } from './submit-application.ts'
import { tellOfficers } from './tell-officer.ts'

/**
 * The applicant hands the named items back, or an officer in their place (`actor`); the clock goes on. Pressed twice:
 * the same. Throws Invalid, NotFound.
 */
export async function correctApplication(
  ctx: Context,
  owner: { applicationId: string; applicantId: string },
  actor = 'applicant',
): Promise<{ reference: string }> {
  const now = ctx.clock.now()
  const reference = await ctx.db.transaction(async (tx) => {
    const application = await lockOwnApplication(tx, owner)
    if (application.status === 'in_review') return application.reference ?? ''
    const status = next(application.status, 'correct')
    const correction = await findOpenCorrection(tx, application.id)
    if (!correction) throw new Conflict('nothing_to_correct')
    const definition = await definitionOf(ctx, tx, application)
    const open = openFields(definition, correction.items)
    const problems = problemsLeft(definition, application, { open, now })
    if (problems.length > 0) throw new Invalid('invalid', problems)
    const answers = normalise(formPages(definition), application.answers)
    await holdTimes(tx, definition, application, answers)
    await updateApplication(tx, application.id, {
      status,
      answers,
      updatedAt: now,
      ...clockGoesOn(definition, application, now),
      ...shownInLists(definition, answers),
    })
    await resolveCorrection(tx, correction.id, now)
    await appendHistory(tx, application.id, {
      at: now,
      actor,
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

/** What may not be changed now was right on the day it was handed in, though a date in it may have passed since. */
function problemsLeft(
  { form }: Definition,
  { answers, enteredAt }: Application,
  { open, now }: { open: Map<string, unknown>; now: Date },
): Problem[] {
  const isOpen = ({ path }: { path: string }) => open.has(path.split('.')[0] ?? '')
  const today = checkForm(form, answers, bangkokDay(now)).filter(isOpen)
  const then = checkForm(form, answers, bangkokDay(enteredAt ?? now)).filter((each) => !isOpen(each))
  return [...today, ...then].map(({ path, ...problem }) => ({ field: path, ...problem }))
}

function clockGoesOn({ clock, agency }: Definition, { dueOn, pausedOn }: Application, now: Date) {
  if (!dueOn || !pausedOn) return { pausedOn: null }
  const pause = { from: pausedOn, until: bangkokDay(now) }
  return { pausedOn: null, dueOn: resumedDueDay(dueOn, pause, clock, agency) }
}
