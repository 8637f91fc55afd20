import { createHash } from 'node:crypto'
import { appendHistory, lockApplication } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { Conflict, Forbidden, Invalid, NotFound, type Problem } from '../errors.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { hasRole, PROOF_ROLES } from '../officer/roles.ts'
import { checkPoints, showsCard } from '../proof/checklist.ts'
import { offerOf, validUntil } from '../proof/ladder.ts'
import {
  findAppointment,
  findProof,
  identityIndexOf,
  listAppointmentsOf,
  lockProof,
  updateAppointment,
  updateProof,
} from '../proof/store.ts'
import type { Proof, ProofSubject } from '../proof/table.ts'
import { subjectOf } from '../proof/verified.ts'
import type { Definition } from '../service/definition.ts'
import { transactionType } from '../service/transaction.ts'
import { fillVerified } from './case-proof.ts'
import { definitionOf } from './definition-of.ts'
import { tellApplicant } from './tell-proof.ts'

/** What the central registration office was asked about the card, by hand (Electronic Government Procedure Act s.9). */
export const REGISTRY = ['matched', 'not_asked'] as const
export type Registry = (typeof REGISTRY)[number]

/** `seen`: the digest of what the form said when the officer looked. `call`: when and which number was called. */
export type Acceptance = {
  applicationId: string
  proofId: string
  seen: string
  checks: string[]
  registry?: Registry
  call?: { at: string; number: string }
  note: string
}

/**
 * An officer found that the applicant is who the form says. Repeating it changes nothing. Throws Forbidden, NotFound,
 * Invalid (`checks`, `registry`, `call`), Conflict `changed_meanwhile` when the form says something else by now or the
 * proof waits no more.
 */
export async function acceptProof(ctx: Context, officer: ActingOfficer, input: Acceptance): Promise<void> {
  const now = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    const { proof, application, definition } = await lockWaiting(ctx, tx, officer, input)
    if (proof.status === 'accepted' && proof.officerId === officer.id) return
    if (proof.status !== 'requested') throw new Conflict('changed_meanwhile')
    const subject = subjectOf({ definition, answers: application.answers })
    if (digestOf(subject) !== input.seen) throw new Conflict('changed_meanwhile')
    refuseIncomplete(definition, proof, input)
    const offer = offerOf(definition, proof.method, transactionType(application.answers))
    const { checks, registry, call, note } = input
    await updateProof(tx, proof.id, {
      status: 'accepted',
      officerId: officer.id,
      decidedAt: now,
      validUntil: validUntil(offer ?? { validDays: 365 }, now),
      subject,
      identityIndex: subject.idNumber ? identityIndexOf(subject.idNumber) : null,
      evidence: { ...proof.evidence, checks, registry, call, note: note.trim() },
    })
    await endAppointment(tx, proof, 'held', now)
    await record(ctx, tx, { proof, officer, event: 'proof_accepted' })
    await fillVerified(ctx, tx, application)
    await tellApplicant(tx, { proofId: proof.id, news: 'accepted', runAt: now })
  })
  ctx.wakeRelay()
}

type Refusal = { applicationId: string; proofId: string; reason: string }

/** It does not show who the applicant is, and why: they may try again. Repeating it changes nothing. */
export async function refuseProof(ctx: Context, officer: ActingOfficer, input: Refusal): Promise<void> {
  const reason = input.reason.trim()
  if (!reason) throw new Invalid('invalid', [{ field: 'reason', code: 'reason_needed' }])
  const now = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    const { proof } = await lockWaiting(ctx, tx, officer, input)
    if (proof.status === 'refused' && proof.officerId === officer.id) return
    if (proof.status !== 'requested') throw new Conflict('changed_meanwhile')
    await updateProof(tx, proof.id, { status: 'refused', officerId: officer.id, decidedAt: now, reason })
    await endAppointment(tx, proof, 'held', now)
    await record(ctx, tx, { proof, officer, event: 'proof_refused' })
    await tellApplicant(tx, { proofId: proof.id, news: 'refused', runAt: now })
  })
  ctx.wakeRelay()
}

/** The applicant did not come to the call: a new time is offered, the proof goes on waiting. */
export async function missAppointment(
  ctx: Context,
  officer: ActingOfficer,
  { appointmentId }: { appointmentId: string },
): Promise<void> {
  const now = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    const { proof, appointment } = await lockAppointment(ctx, tx, officer, appointmentId)
    if (appointment.status === 'missed') return
    if (appointment.status !== 'booked' || appointment.startsAt > now) throw new Conflict('changed_meanwhile')
    await updateAppointment(tx, appointment.id, { status: 'missed', endedAt: now })
    await record(ctx, tx, { proof, officer, event: 'appointment_missed' })
    const { startsAt } = appointment
    await tellApplicant(tx, { proofId: proof.id, news: 'missed', runAt: now, startsAt })
  })
  ctx.wakeRelay()
}

/** The officer gives the address of the call. Throws Invalid `link` for what is no https address. */
export async function giveLink(
  ctx: Context,
  officer: ActingOfficer,
  { appointmentId, link }: { appointmentId: string; link: string },
): Promise<void> {
  const address = link.trim()
  if (!URL.canParse(address) || new URL(address).protocol !== 'https:')
    throw new Invalid('invalid', [{ field: 'link', code: 'bad_link' }])
  await ctx.db.transaction(async (tx) => {
    const { proof, appointment } = await lockAppointment(ctx, tx, officer, appointmentId)
    if (appointment.status !== 'booked') throw new Conflict('changed_meanwhile')
    await updateAppointment(tx, appointment.id, { link: address })
    const { startsAt } = appointment
    await tellApplicant(tx, { proofId: proof.id, news: 'link', runAt: ctx.clock.now(), startsAt })
  })
  ctx.wakeRelay()
}

/** What the form says of the person, as a digest: the page carries it, so that nobody accepts what was not seen. */
export const digestOf = (subject: ProofSubject): string =>
  createHash('sha256').update(JSON.stringify(subject)).digest('base64url').slice(0, 22)

type Waiting = { proof: Proof; application: Application; definition: Definition }

/** The case before its proof, as everybody locks them. */
async function lockWaiting(
  ctx: Context,
  tx: Transaction,
  officer: ActingOfficer,
  asked: { applicationId: string; proofId: string },
): Promise<Waiting> {
  if (!hasRole(officer, PROOF_ROLES)) throw new Forbidden('not_allowed')
  const application = await lockApplication(tx, asked.applicationId)
  const proof = await lockProof(tx, asked.proofId)
  if (proof.applicationId !== application.id) throw new NotFound('proof')
  return { proof, application, definition: await definitionOf(ctx, tx, application) }
}

async function lockAppointment(ctx: Context, tx: Transaction, officer: ActingOfficer, appointmentId: string) {
  const found = await findAppointment(tx, appointmentId)
  if (!found) throw new NotFound('appointment')
  const { applicationId, proofId } = found
  const waiting = await lockWaiting(ctx, tx, officer, { applicationId, proofId })
  const appointment = await findAppointment(tx, appointmentId)
  if (!appointment) throw new NotFound('appointment')
  return { ...waiting, appointment }
}

function refuseIncomplete(definition: Definition, { method }: Proof, input: Acceptance): void {
  const problems: Problem[] = []
  if (!checkPoints(definition, method).every(({ id }) => input.checks.includes(id)))
    problems.push({ field: 'checks', code: 'checklist_incomplete' })
  if (showsCard(method) && !input.registry) problems.push({ field: 'registry', code: 'registry_needed' })
  if (method === 'telephone' && !(input.call?.at && input.call.number.trim()))
    problems.push({ field: 'call', code: 'call_needed' })
  if (problems.length > 0) throw new Invalid('invalid', problems)
}

async function endAppointment(tx: Transaction, { id }: Proof, status: 'held', at: Date): Promise<void> {
  const booked = (await listAppointmentsOf(tx, id)).filter((each) => each.status === 'booked')
  for (const each of booked)
    await updateAppointment(tx, each.id, { status: each.startsAt <= at ? status : 'cancelled', endedAt: at })
}

type Entry = { proof: Proof; officer: ActingOfficer; event: string }

async function record(ctx: Context, tx: Transaction, { proof, officer, event }: Entry): Promise<void> {
  const decided = await findProof(tx, proof.id)
  if (!proof.applicationId) return
  await appendHistory(tx, proof.applicationId, {
    at: ctx.clock.now(),
    actor: `officer:${officer.id}`,
    event,
    data: {
      proofId: proof.id,
      method: proof.method,
      level: proof.level,
      ...(decided?.validUntil && { validUntil: decided.validUntil.toISOString() }),
      ...(decided?.reason && { reason: decided.reason }),
    },
  })
}
