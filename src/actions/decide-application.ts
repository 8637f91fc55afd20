import { next, type Transition } from '../application/lifecycle.ts'
import { appendHistory, lockApplication, updateApplication } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { Invalid, type Problem } from '../errors.ts'
import { actingLine } from '../officer/delegation.ts'
import { type ActingOfficer, actingFor } from '../officer/officer.ts'
import { addJob } from '../outbox/store.ts'
import { balance } from '../payment/balance.ts'
import { paidSatang } from '../payment/store.ts'
import { type InspectedPoint, inspectionProblems, keptPoints } from '../review/inspection.ts'
import { insertDecision, listDecisions } from '../review/store.ts'
import { longDate } from '../service/dates.ts'
import type { Definition } from '../service/definition.ts'
import { feeLines } from '../service/fee.ts'
import { filedOn } from './filed-on.ts'
import { raiseInvoice } from './raise-invoice.ts'
import { lockForReview } from './review-case.ts'
import { tellOfficers } from './tell-officer.ts'

/** `version` is the one the officer saw. `checklist`: ids ticked. `reason` is required to refuse, or to advise it. */
type DecisionInput = {
  applicationId: string
  version: number
  outcome: 'endorse' | 'object' | 'approve' | 'refuse'
  checklist: string[]
  inspection?: InspectedPoint[]
  conditions: string[]
  reason: string
}

/**
 * The officer's finding at the current step. The last step's `approve` raises the invoice (or starts issuing where no
 * fee is due, or it was paid at filing). Four eyes: who endorsed may not approve. Repeating the same decision changes nothing.
 * Throws Invalid (`checklist`, `point.<id>`, `reason`), Forbidden, Conflict (`changed_meanwhile`), NotFound.
 */
export async function decideApplication(
  ctx: Context,
  officer: ActingOfficer,
  input: DecisionInput,
): Promise<void> {
  const now = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    if (await isRepeated(tx, officer, input)) return
    const { application, definition } = await lockForReview(ctx, tx, officer, {
      ...input,
      action: input.outcome,
    })
    refuseIncomplete(definition, application.step, input)
    const { outcome, checklist, reason } = input
    const conditions = input.conditions.map((each) => each.trim()).filter(Boolean)
    await insertDecision(tx, {
      applicationId: application.id,
      step: application.step,
      officerId: officer.id,
      outcome,
      checklist,
      inspection: keptPoints(definition.review.steps[application.step], input.inspection ?? []),
      conditions,
      reason: reason.trim(),
      acting: actingFor(officer, definition.review.steps[application.step]?.role),
      at: now,
    })
    await FOLLOW_UP[outcome](ctx, tx, application, definition, officer)
  })
  ctx.wakeRelay()
}

/** The same officer already decided exactly this: a second press. */
async function isRepeated(tx: Transaction, officer: ActingOfficer, input: DecisionInput): Promise<boolean> {
  const held = await lockApplication(tx, input.applicationId)
  const decisions = await listDecisions(tx, held.id)
  return (
    held.version === input.version + 1 &&
    decisions.some((each) => each.officerId === officer.id && each.outcome === input.outcome)
  )
}

/** These say why. */
const AGAINST: DecisionInput['outcome'][] = ['object', 'refuse']

function refuseIncomplete(definition: Definition, step: number, input: DecisionInput): void {
  const problems: Problem[] = []
  const current = definition.review.steps[step]
  const required = current?.checklist ?? []
  if (input.outcome === 'endorse' && !required.every((item) => input.checklist.includes(item.id)))
    problems.push({ field: 'checklist', code: 'checklist_incomplete' })
  if (input.outcome !== 'refuse') problems.push(...inspectionProblems(current, input.inspection ?? []))
  if (AGAINST.includes(input.outcome) && input.reason.trim() === '')
    problems.push({ field: 'reason', code: 'reason_needed' })
  if (problems.length > 0) throw new Invalid('invalid', problems)
}

type FollowUp = (
  ctx: Context,
  tx: Transaction,
  application: Application,
  definition: Definition,
  officer: ActingOfficer,
) => Promise<void>

/** An opinion, either way, goes to the next step. */
function passOn(event: string): FollowUp {
  return async (ctx, tx, application, definition, officer) => {
    const step = application.step + 1
    await move(ctx, tx, application, officer, 'endorse', event, { step, officerId: null })
    await tellOfficers(ctx, tx, {
      applicationId: application.id,
      role: definition.review.steps[step]?.role,
      reason: event,
    })
  }
}

const FOLLOW_UP: Record<DecisionInput['outcome'], FollowUp> = {
  endorse: passOn('endorsed'),
  object: passOn('objected'),
  async approve(ctx, tx, application, definition, officer) {
    const lines = feeLines(definition.fees, application.answers, filedOn(ctx, application))
    const { demand } = balance(lines, await paidSatang(tx, application.id))
    const settled = demand.length === 0
    await move(ctx, tx, application, officer, settled ? 'approve_settled' : 'approve', 'approved')
    if (settled)
      await addJob(tx, {
        name: 'issue-licence',
        payload: { applicationId: application.id },
        runAt: ctx.clock.now(),
        key: `issue-licence:${application.id}`,
      })
    else await raiseInvoice(ctx, tx, application, definition, demand)
  },
  async refuse(ctx, tx, application, _definition, officer) {
    await move(ctx, tx, application, officer, 'refuse', 'refused')
    await addJob(tx, {
      name: 'send-message',
      payload: { applicationId: application.id, message: 'refusal' },
      runAt: ctx.clock.now(),
      key: `refusal:${application.id}`,
    })
  },
}

async function move(
  ctx: Context,
  tx: Transaction,
  application: Application,
  officer: ActingOfficer,
  transition: Transition,
  event: string,
  changes: Partial<Application> = {},
): Promise<void> {
  const now = ctx.clock.now()
  const found = (await listDecisions(tx, application.id)).find(({ step }) => step === application.step)
  const acting = found?.acting && actingLine(found.acting, longDate)
  await updateApplication(tx, application.id, {
    status: next(application.status, transition),
    updatedAt: now,
    ...changes,
  })
  await appendHistory(tx, application.id, {
    at: now,
    actor: `officer:${officer.id}`,
    event,
    data: { step: application.step, ...(acting && { acting }) },
  })
}
