import { isDeepStrictEqual } from 'node:util'
import {
  findApplication,
  findLastSubmitted,
  lockOwnApplication,
  updateApplication,
} from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { bangkokDay } from '../service/dates.ts'
import { type Answers, isEmpty } from '../service/form.ts'
import { reusableAnswers } from '../service/reuse.ts'
import { definitionOf } from './definition-of.ts'

/** What a new draft begins with: the answers of the person's last submitted application that still fit. */
export async function prefill(
  ctx: Context,
  tx: Transaction,
  applicantId: string,
): Promise<Pick<Application, 'answers' | 'prefilledFrom'>> {
  const last = await findLastSubmitted(tx, applicantId)
  const answers = last ? await answersFrom(ctx, tx, last) : {}
  const isAny = Object.values(answers).some((answer) => !isEmpty(answer))
  return { answers, prefilledFrom: last && isAny ? last.id : null }
}

async function answersFrom(ctx: Context, tx: Transaction, last: Application): Promise<Answers> {
  const definition = await definitionOf(ctx, tx, last)
  const today = bangkokDay(ctx.clock.now())
  return reusableAnswers({ definition, answers: last.answers }, ctx.service.definition, today)
}

/** The reference of the case a draft was filled in from, until that is cleared. Throws NotFound for a stranger's. */
export async function prefilledFrom(
  ctx: Context,
  owner: { applicationId: string; applicantId: string },
): Promise<string | undefined> {
  const draft = await findApplication(ctx.db, owner.applicationId)
  if (draft?.applicantId !== owner.applicantId || !draft.prefilledFrom) return undefined
  return (await findApplication(ctx.db, draft.prefilledFrom))?.reference ?? undefined
}

/** Takes out again what was filled in, except what the applicant has changed since. Repeating it changes nothing. */
export async function clearPrefill(
  ctx: Context,
  owner: { applicationId: string; applicantId: string },
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const draft = await lockOwnApplication(tx, owner)
    const last = draft.prefilledFrom && (await findApplication(tx, draft.prefilledFrom))
    if (!last || draft.status !== 'draft') return
    const taken = await answersFrom(ctx, tx, last)
    const kept = Object.entries(draft.answers).filter(([id, answer]) => !isDeepStrictEqual(answer, taken[id]))
    await updateApplication(tx, draft.id, {
      answers: Object.fromEntries(kept),
      prefilledFrom: null,
      updatedAt: ctx.clock.now(),
    })
  })
}
