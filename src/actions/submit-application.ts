import { createHash } from 'node:crypto'
import { next } from '../application/lifecycle.ts'
import { calendarYear, formatNumber } from '../application/numbers.ts'
import { appendHistory, lockOwnApplication, takeNumber, updateApplication } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import { Invalid, type Problem } from '../errors.ts'
import { addJob } from '../outbox/store.ts'
import { deemedReceived, dueDay } from '../service/clock.ts'
import { bangkokDay } from '../service/dates.ts'
import type { Definition } from '../service/definition.ts'
import { namedValue } from '../service/display.ts'
import { type Answers, checkFields, formPages, normalise, visiblePages } from '../service/form.ts'
import { definitionOf } from './definition-of.ts'
import { tellOfficers } from './tell-officer.ts'

type Submission = { applicationId: string; applicantId: string; declared: boolean }
export type Submitted = { applicationId: string; reference: string }

/**
 * Hands the draft in: checks every answer, takes the reference number, stores both times of receipt and the due day.
 * Pressed twice it gives the same answer. Throws Invalid (problems by field path; `declaration` when not declared).
 */
export async function submitApplication(ctx: Context, submission: Submission): Promise<Submitted> {
  const now = ctx.clock.now()
  const reference = await ctx.db.transaction(async (tx) => {
    const draft = await lockOwnApplication(tx, submission)
    if (draft.reference) return draft.reference
    const status = next(draft.status, 'submit')
    const definition = await definitionOf(ctx, tx, draft)
    const answers = acceptedAnswers(definition, draft, submission.declared, bangkokDay(now))
    const year = calendarYear(bangkokDay(now))
    const running = await takeNumber(tx, `reference:${definition.id}:${year}`)
    const number = formatNumber(definition.numbers.reference, running, year)
    await updateApplication(tx, draft.id, {
      status,
      answers,
      reference: number,
      updatedAt: now,
      ...receipt(definition, now),
      ...shownInLists(definition, answers),
    })
    await appendHistory(tx, draft.id, {
      at: now,
      actor: 'applicant',
      event: 'submitted',
      data: { reference: number },
    })
    await addJob(tx, {
      name: 'send-message',
      payload: { applicationId: draft.id, message: 'acknowledgement' },
      runAt: now,
      key: `acknowledgement:${draft.id}`,
    })
    await tellOfficers(ctx, tx, {
      applicationId: draft.id,
      role: definition.review.steps[0]?.role,
      reason: 'submitted',
    })
    return number
  })
  ctx.wakeRelay()
  return { applicationId: submission.applicationId, reference }
}

/** The answers in their normal form, or Invalid with everything that is wrong. */
function acceptedAnswers(
  definition: Definition,
  draft: Application,
  declared: boolean,
  today: string,
): Answers {
  const pages = formPages(definition)
  const fields = visiblePages(pages, draft.answers).flatMap((page) => page.fields)
  const problems: Problem[] = checkFields(fields, draft.answers, today).map(({ path, ...problem }) => ({
    field: path,
    ...problem,
  }))
  if (!declared) problems.push({ field: 'declaration', code: 'declaration_needed' })
  if (problems.length > 0) throw new Invalid('invalid', problems)
  return normalise(pages, draft.answers)
}

/** Both times of receipt (EPA s.10) and the last day for the decision. */
function receipt(definition: Definition, enteredAt: Date) {
  const receivedAt = deemedReceived(enteredAt, definition.agency)
  const declarationHash = createHash('sha256').update(definition.form.declaration.th).digest('hex')
  return {
    enteredAt,
    receivedAt,
    dueOn: dueDay(receivedAt, definition.clock, definition.agency),
    declarationHash,
  }
}

/** What lists and documents show of the answers. */
export function shownInLists(definition: Definition, answers: Answers) {
  const { holder, summary, place } = definition.roles
  return {
    holder: namedValue(definition, answers, holder),
    summary: namedValue(definition, answers, summary),
    place: namedValue(definition, answers, place),
  }
}
