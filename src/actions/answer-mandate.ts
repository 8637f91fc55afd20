import { appendHistory, findApplication, lockApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/client.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '../errors.ts'
import { type ConfirmRefusal, confirmRefusal, wantedMandate } from '../mandate/mandate.ts'
import {
  findMandate,
  findMandateByCode,
  findMandateOf,
  lockMandate,
  updateMandate,
} from '../mandate/store.ts'
import type { Mandate } from '../mandate/table.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { hasRole, PROOF_ROLES } from '../officer/roles.ts'
import { rungOf } from '../proof/ladder.ts'
import { listStandingProofs } from '../proof/store.ts'
import type { Text } from '../service/definition.ts'
import { transactionType } from '../service/transaction.ts'
import { definitionOf } from './definition-of.ts'
import { hashToken } from './open-session.ts'
import { tellPrincipal, tellRepresentative } from './tell-mandate.ts'

/** The principal's way in: their own mandate by id, or the one-time link. */
export type By = { applicantId: string } & ({ mandateId: string } | { code: string })
export type MandateView = {
  id: string
  status: Mandate['status']
  kind: Mandate['kind']
  principal: string
  representative: string
  isRepresentativeProven: boolean
  service: Text
  place: string
  reference: string
  filedAt?: Date
  /** What stands between this person and an answer. */
  refusal?: ConfirmRefusal
}

async function openMandate(db: Db, by: By): Promise<{ found: Mandate; byLink: boolean }> {
  const byLink = 'code' in by
  const found = byLink ? await findMandateByCode(db, hashToken(by.code)) : await findMandate(db, by.mandateId)
  const isTheirs = found && (byLink || found.principalApplicantId === by.applicantId)
  if (!isTheirs) throw new NotFound('mandate')
  return { found, byLink }
}

/** Who acts for whom, for which case. Throws NotFound for anybody else's. */
export async function viewMandate(ctx: Context, by: By): Promise<MandateView> {
  const { found, byLink } = await openMandate(ctx.db, by)
  const application = await findApplication(ctx.db, found.applicationId)
  if (!application) throw new NotFound('mandate')
  const definition = await definitionOf(ctx, ctx.db, application)
  const wanted = wantedMandate({ definition, answers: application.answers })
  const proofs = await listStandingProofs(ctx.db, application.applicantId, ctx.clock.now())
  const named = proofs.find(({ subject }) => subject.name)?.subject.name
  const refusal = await refusalOf(ctx, ctx.db, { found, byLink, applicantId: by.applicantId })
  return {
    id: found.id,
    status: found.status,
    kind: found.kind,
    principal: found.principal.name,
    representative: named ? `${named.title}${named.first} ${named.last}` : (wanted?.representative ?? ''),
    isRepresentativeProven: named !== undefined,
    service: definition.title,
    place: application.place,
    reference: application.reference ?? '',
    filedAt: application.enteredAt ?? undefined,
    refusal: refusal.why === 'number_needed' ? undefined : refusal.why,
  }
}

type Asking = { found: Mandate; byLink: boolean; applicantId: string; typed?: string }

async function refusalOf(ctx: Context, db: Db, { found, byLink, applicantId, typed }: Asking) {
  const application = await findApplication(db, found.applicationId)
  if (!application) throw new NotFound('mandate')
  const now = ctx.clock.now()
  const definition = await definitionOf(ctx, db, application)
  const { minimum } = rungOf(definition, transactionType(application.answers))
  const standing = await listStandingProofs(db, applicantId, now)
  const proofs = standing.map(({ level, subject }) => ({ level, idNumber: subject.idNumber }))
  const isRepresentative = application.applicantId === applicantId
  const why = confirmRefusal(found, { isRepresentative, byLink, typed, proofs, minimum, now })
  const best = standing.filter(({ subject }) => subject.idNumber).toSorted((a, b) => b.level - a.level)[0]
  return { why, best, application, definition }
}

/** Whether the number has to be typed: nobody has proven anything, and the service does not ask for it. */
export async function asksNumber(ctx: Context, by: By): Promise<boolean> {
  const { found, byLink } = await openMandate(ctx.db, by)
  return (
    (await refusalOf(ctx, ctx.db, { found, byLink, applicantId: by.applicantId })).why === 'number_needed'
  )
}

/**
 * The principal agrees or does not. The link is used up. Repeating it changes nothing. Throws NotFound, Conflict or
 * Forbidden by the refusal, Invalid `number` for a number that is not the one named (counted).
 */
export async function answerMandate(
  ctx: Context,
  by: By & { agrees: boolean; typed?: string },
): Promise<Mandate['status']> {
  const outcome = await ctx.db.transaction(async (tx) => {
    const opened = await openMandate(tx, by)
    await lockApplication(tx, opened.found.applicationId)
    const found = await lockMandate(tx, { id: opened.found.id })
    const { why, best, definition } = await refusalOf(ctx, tx, { ...by, found, byLink: opened.byLink })
    if (why === 'number_wrong') {
      await updateMandate(tx, found.id, { tries: found.tries + 1 })
      return { why }
    }
    if (why) return { why }
    const now = ctx.clock.now()
    const status = by.agrees ? ('confirmed' as const) : ('declined' as const)
    const name = best?.subject.name
    await updateMandate(tx, found.id, {
      status,
      decidedAt: now,
      principalApplicantId: by.applicantId,
      proofId: best?.id ?? null,
      confirmedBy: name ? `${name.title}${name.first} ${name.last}` : null,
      codeUntil: now,
    })
    await appendHistory(tx, found.applicationId, {
      at: now,
      actor: 'principal',
      event: `mandate_${status}`,
      data: { mandateId: found.id, proven: best !== undefined },
    })
    const news = { mandateId: found.id, news: status }
    await tellRepresentative(ctx, tx, news)
    if (status === 'declined')
      await tellRepresentative(ctx, tx, { ...news, role: definition.review.steps[0]?.role })
    return { status }
  })
  ctx.wakeRelay()
  if (outcome.status) return outcome.status
  return refuse(outcome.why)
}

function refuse(why: ConfirmRefusal | undefined): never {
  if (why === 'number_wrong' || why === 'number_needed')
    throw new Invalid('invalid', [{ field: 'number', code: why }])
  if (why === 'status_does_not_allow' || why === 'link_over') throw new Conflict(why)
  throw new Forbidden(why ?? 'not_allowed')
}

type OfficerAnswer = { applicationId: string; reason: string }

async function lockForOfficer(
  ctx: Context,
  officer: ActingOfficer,
  applicationId: string,
  change: (found: Mandate, now: Date) => { changes: Partial<Mandate>; event: string } | undefined,
): Promise<void> {
  if (!hasRole(officer, PROOF_ROLES)) throw new Forbidden('not_allowed')
  const now = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    const application = await lockApplication(tx, applicationId)
    const own = await findMandateFor(tx, application.id)
    const found = await lockMandate(tx, { id: own.id })
    const decided = change(found, now)
    if (!decided) return
    await updateMandate(tx, found.id, decided.changes)
    const data = { mandateId: found.id }
    await appendHistory(tx, application.id, {
      at: now,
      actor: `officer:${officer.id}`,
      event: decided.event,
      data,
    })
    if (decided.changes.status) await tellPrincipal(ctx, tx, { mandateId: found.id, news: 'on_paper' })
  })
  ctx.wakeRelay()
}

async function findMandateFor(db: Db, applicationId: string): Promise<Mandate> {
  const found = await findMandateOf(db, applicationId)
  if (!found) throw new NotFound('mandate')
  return found
}

/** The principal has not answered: an officer decides on the paper, with the reason. Throws Invalid, Conflict. */
export async function acceptMandateOnPaper(
  ctx: Context,
  officer: ActingOfficer,
  { applicationId, reason }: OfficerAnswer,
): Promise<void> {
  if (!reason.trim()) throw new Invalid('invalid', [{ field: 'reason', code: 'reason_needed' }])
  await lockForOfficer(ctx, officer, applicationId, (found, now) => {
    if (found.status === 'on_paper') return undefined
    // What the principal declined no paper makes good.
    if (found.status !== 'asked') throw new Conflict('mandate_answered')
    const changes = {
      status: 'on_paper',
      officerId: officer.id,
      decidedAt: now,
      reason: reason.trim(),
    } as const
    return { changes: { ...changes, codeUntil: now }, event: 'mandate_on_paper' }
  })
}

/** An officer looked the company's register up by hand, and found who may act for it. Throws Invalid, Conflict. */
export async function recordAuthority(
  ctx: Context,
  officer: ActingOfficer,
  { applicationId, reason }: OfficerAnswer,
): Promise<void> {
  const note = reason.trim()
  if (!note) throw new Invalid('invalid', [{ field: 'reason', code: 'reason_needed' }])
  await lockForOfficer(ctx, officer, applicationId, (found, now) => {
    if (found.kind !== 'company') throw new Conflict('no_company')
    return {
      changes: { authorityBy: officer.id, authorityAt: now, authorityNote: note },
      event: 'mandate_authority_checked',
    }
  })
}
