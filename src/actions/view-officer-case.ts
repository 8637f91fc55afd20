import type { Status } from '../application/lifecycle.ts'
import { findApplication, listHistory } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import { NotFound } from '../errors.ts'
import { actingLine } from '../officer/delegation.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { mayPayBack } from '../officer/roles.ts'
import { listOfficers } from '../officer/store.ts'
import type { JobName } from '../outbox/jobs.ts'
import { listDeadJobs } from '../outbox/store.ts'
import type { InspectedPoint, InspectionResult } from '../review/inspection.ts'
import { allowedActions, type ReviewAction, type Unmet, unmetOf } from '../review/permission.ts'
import { listCorrections, listDecisions } from '../review/store.ts'
import type { CorrectionItem, Decision } from '../review/table.ts'
import type { Extension } from '../service/clock.ts'
import { bangkokDay, longDate } from '../service/dates.ts'
import type { Definition, ReviewStep, Text } from '../service/definition.ts'
import { type FeeLine, feeLines } from '../service/fee.ts'
import type { Answers } from '../service/form.ts'
import { type AboutLicence, aboutLicence } from './about-licence.ts'
import { type CaseMandate, caseMandate } from './case-mandate.ts'
import { definitionOf } from './definition-of.ts'
import { filedOn } from './filed-on.ts'
import { type HeldTime, heldByOthers } from './hold-times.ts'
import { logAccess } from './log-access.ts'
import { extensionOf, reviewState } from './review-case.ts'
import { type CaseView, moneyAndLicence } from './view-case.ts'
import { askedIdentity, type CaseIdentity } from './view-proof.ts'
import { daysLeft } from './view-worklist.ts'

/** What an officer may do with the case now; the server checks it again. */
export type OfficerAction = ReviewAction | 'retry_licence'
export type OfficerCase = Pick<CaseView, 'invoice' | 'receipt' | 'refund' | 'licence' | 'documents'> & {
  id: string
  version: number
  status: Status
  reference: string
  definition: Definition
  answers: Answers
  holder: string
  summary: string
  place: string
  enteredAt: Date
  receivedAt: Date
  dueOn: string
  daysLeft?: number
  pausedOn?: string
  step: number
  officer?: { id: string; name: string }
  actions: OfficerAction[]
  /** How the time for the decision may still be prolonged. */
  extension?: Extension
  fee: FeeLine[]
  /** Where it is about a licence that was issued before. */
  about?: AboutLicence
  corrections: {
    items: CorrectionItem[]
    returnedAt: Date
    dueOn: string
    resolvedAt?: Date
    officer: string
  }[]
  decisions: {
    stepTitle: Text
    outcome: Decision['outcome']
    officer: string
    at: Date
    conditions: string[]
    reason: string
    /** In the words of the step, with the officer's note. */
    inspection: { text: Text; result: InspectionResult; note: string }[]
  }[]
  /** What others hold on the days asked for, where places are booked. */
  heldTimes: HeldTime[]
  /** What keeps this officer from approving a case that is theirs to decide. */
  unmet: Unmet[]
  /** Filed for another. */
  mandate?: CaseMandate
  history: { at: Date; actor: string; event: string; data: Record<string, unknown> }[]
  /** How the proof of who the applicant is stands, where the service asks for one. */
  identity?: CaseIdentity
  /** Whether this officer may say that what is to be refunded was paid back. */
  paysBack: boolean
  /** Jobs of this case that gave up, in words an officer understands. */
  failures: { what: 'licence' | 'receipt' | 'message' | 'mail'; reason: string; at: Date }[]
}

/** One case as an officer sees it; that it was read is written down. Throws NotFound; drafts are not theirs to see. */
export async function viewOfficerCase(
  ctx: Context,
  officer: ActingOfficer,
  applicationId: string,
): Promise<OfficerCase> {
  const application = await findApplication(ctx.db, applicationId)
  if (!application?.enteredAt || !application.receivedAt) throw new NotFound('application')
  const { applicantId } = application
  await logAccess(ctx, ctx.db, officer, { applicantId, applicationId, what: 'case' })
  const definition = await definitionOf(ctx, ctx.db, application)
  const officers = await listOfficers(ctx.db)
  const names = new Map(officers.map((each) => [each.id, each.name]))
  const failures = await failuresOf(ctx, application.id)
  const current = { application, definition, today: bangkokDay(ctx.clock.now()) }
  const state = await reviewState(ctx.db, current)
  const actions = allowedActions(state, officer)
  const { id, version, status, answers, holder, summary, place, step, enteredAt, receivedAt, officerId } =
    application
  return {
    id,
    version,
    status,
    answers,
    holder,
    summary,
    place,
    step,
    enteredAt,
    receivedAt,
    definition,
    reference: application.reference ?? '',
    dueOn: application.dueOn ?? '',
    pausedOn: application.pausedOn ?? undefined,
    daysLeft: daysLeft(ctx, application),
    officer: officerId ? { id: officerId, name: names.get(officerId) ?? '' } : undefined,
    actions: [...actions, ...(failures.length > 0 ? ['retry_licence' as const] : [])],
    extension: await extensionOf(ctx.db, current),
    about: await aboutLicence(ctx.db, definition, application),
    fee: feeLines(definition.fees, answers, filedOn(ctx, application)),
    ...(await reviewRecords(ctx, application, definition, names)),
    ...(await moneyAndLicence(ctx, application.id)),
    paysBack: mayPayBack(officer, officers),
    failures,
    identity: await askedIdentity(ctx, { application, definition }),
    mandate: await caseMandate(ctx.db, {
      application,
      definition,
      officer,
      nameOf: (id) => names.get(id) ?? '',
    }),
    unmet: actions.includes('refuse') ? unmetOf(state) : [],
    heldTimes: await heldByOthers(ctx.db, definition, application, answers),
  }
}

async function reviewRecords(
  ctx: Context,
  { id }: Application,
  definition: Definition,
  names: Map<string, string>,
): Promise<Pick<OfficerCase, 'corrections' | 'decisions' | 'history'>> {
  const nameOf = (officerId: string) => names.get(officerId) ?? ''
  const corrections = await listCorrections(ctx.db, id)
  const decisions = await listDecisions(ctx.db, id)
  const entries = await listHistory(ctx.db, id)
  return {
    corrections: corrections.map(({ items, returnedAt, dueOn, resolvedAt, officerId }) => ({
      items,
      returnedAt,
      dueOn,
      resolvedAt: resolvedAt ?? undefined,
      officer: nameOf(officerId),
    })),
    decisions: decisions.map(({ step, outcome, officerId, at, conditions, reason, inspection, acting }) => ({
      stepTitle: definition.review.steps[step]?.title ?? definition.short,
      outcome,
      officer: acting ? `${nameOf(officerId)} ${actingLine(acting, longDate)}` : nameOf(officerId),
      at,
      conditions,
      reason,
      inspection: inspectionWords(definition.review.steps[step], inspection),
    })),
    history: entries.map(({ at, actor, event, data }) => ({
      at,
      event,
      data,
      actor: actor.startsWith('officer:') ? actorWords(nameOf(actor.slice(8)), data) : actor,
    })),
  }
}

/** With the order by which they acted in another's place, where they did. */
function actorWords(name: string, data: Record<string, unknown>): string {
  return typeof data.acting === 'string' ? `${name} ${data.acting}` : name
}

function inspectionWords(
  step: ReviewStep | undefined,
  found: InspectedPoint[],
): OfficerCase['decisions'][number]['inspection'] {
  const words = new Map(step?.inspection?.points.map(({ id, text }) => [id, text]))
  return found.map(({ point, result, note }) => ({
    text: words.get(point) ?? { th: point, en: point },
    result,
    note,
  }))
}

const FAILURE_OF: Partial<Record<JobName, OfficerCase['failures'][number]['what']>> = {
  'issue-licence': 'licence',
  'issue-receipt': 'receipt',
  'send-message': 'message',
  'mail-documents': 'mail',
}

async function failuresOf(ctx: Context, applicationId: string): Promise<OfficerCase['failures']> {
  const dead = await listDeadJobs(ctx.db, applicationId)
  return dead.flatMap((job) => {
    const what = FAILURE_OF[job.name as JobName]
    return what ? [{ what, reason: job.error ?? '', at: job.runAt }] : []
  })
}
