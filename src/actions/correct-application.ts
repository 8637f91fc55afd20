import { identitiesIn, indexIdentities } from '../application/identities.ts'
import { next } from '../application/lifecycle.ts'
import { appendHistory, lockOwnApplication, updateApplication } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { Conflict, Invalid, type Problem } from '../errors.ts'
import { findOpenCorrection, resolveCorrection } from '../review/store.ts'
import { bangkokDay } from '../service/dates.ts'
import type { Definition } from '../service/definition.ts'
import { checkForm, formPages, normalise } from '../service/form.ts'
import { askMandate } from './ask-mandate.ts'
import { definitionOf } from './definition-of.ts'
import { holdTimes } from './hold-times.ts'
import { openFields } from './open-draft.ts'
import { resumeReview } from './resume-review.ts'
import { settleDifference } from './settle-difference.ts'
import { shownInLists } from './submit-application.ts'

/**
 * The applicant hands the named items back, or an officer in their place (`actor`); the clock goes on, or, where that
 * made a fee paid at filing higher, once the difference is paid. Pressed twice: the same. Throws Invalid, NotFound.
 */
export async function correctApplication(
  ctx: Context,
  owner: { applicationId: string; applicantId: string },
  actor = 'applicant',
): Promise<{ reference: string }> {
  const now = ctx.clock.now()
  const reference = await ctx.db.transaction(async (tx) => {
    const application = await lockOwnApplication(tx, owner)
    const correction = await findOpenCorrection(tx, application.id)
    if (!correction && isCorrected(application)) return application.reference ?? ''
    next(application.status, 'correct')
    if (!correction) throw new Conflict('nothing_to_correct')
    const definition = await definitionOf(ctx, tx, application)
    const open = openFields(definition, correction.items)
    const problems = problemsLeft(definition, application, { open, now })
    if (problems.length > 0) throw new Invalid('invalid', problems)
    const answers = normalise(formPages(definition), application.answers)
    await holdTimes(tx, definition, application, answers)
    await updateApplication(tx, application.id, {
      answers,
      updatedAt: now,
      ...shownInLists(definition, answers),
    })
    await indexIdentities(tx, [
      { applicationId: application.id, identities: identitiesIn(definition, answers) },
    ])
    await askMandate(ctx, tx, { application, definition, answers })
    await resolveCorrection(tx, correction.id, now)
    await appendHistory(tx, application.id, {
      at: now,
      actor,
      event: 'corrected',
      data: { items: correction.items.map((item) => item.field) },
    })
    await goOn(ctx, tx, { ...application, answers }, definition)
    return application.reference ?? ''
  })
  ctx.wakeRelay()
  return { reference }
}

/** Handed back before: the review goes on, or waits for what has to be paid first. */
const isCorrected = ({ status, pausedOn }: Application): boolean =>
  status === 'in_review' || (status === 'awaiting_fee' && pausedOn !== null)

async function goOn(
  ctx: Context,
  tx: Transaction,
  application: Application,
  definition: Definition,
): Promise<void> {
  const now = ctx.clock.now()
  const { unpaid } = await settleDifference(ctx, tx, application, definition)
  if (unpaid)
    await updateApplication(tx, application.id, {
      status: next(application.status, 'correct_unpaid'),
      updatedAt: now,
    })
  else
    await resumeReview(ctx, tx, { application, definition }, { transition: 'correct', on: bangkokDay(now) })
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
