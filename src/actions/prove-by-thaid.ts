import { createHash } from 'node:crypto'
import { findApplicant } from '../applicant/store.ts'
import { appendHistory, findApplication, findDraft, lockApplication } from '../application/store.ts'
import type { Context, DigitalIdentity } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { NotFound } from '../errors.ts'
import { namedNumber, type Offer, offerOf, validUntil } from '../proof/ladder.ts'
import {
  findProof,
  identityIndexOf,
  insertProof,
  lockLogin,
  lockSameIdentity,
  updateLogin,
} from '../proof/store.ts'
import type { Proof, ThaidLogin } from '../proof/table.ts'
import { type LoginOutcome, type LoginState, loginState, missingOf } from '../proof/thaid.ts'
import type { Proven } from '../service/definition.ts'
import { transactionType } from '../service/transaction.ts'
import { offerRelink } from './ask-relink.ts'
import { fillVerified } from './case-proof.ts'
import { definitionOf } from './definition-of.ts'
import { hashToken } from './open-session.ts'
import { giveUpWaiting } from './request-proof.ts'

export type ThaidView = {
  state: Exclude<LoginState, 'take'>
  /** Undefined for whoever did not begin it. */
  applicationId?: string
  missing: Proven[]
  subject?: Proof['subject']
}
type Visit = { loginId: string; applicantId: string; ticket?: string }

/**
 * Uses what came back from ThaID, once, for the applicant who began and in whose browser it arrived; every other visit
 * tells how it stands. Exchanged outside any transaction: cut off meanwhile, it is begun anew. Throws NotFound.
 */
export async function proveByThaid(ctx: Context, visit: Visit): Promise<ThaidView> {
  const { login, state } = await ctx.db.transaction((tx) => takeReturned(ctx, tx, visit))
  if (state !== 'take') return viewOf(ctx, login, state)
  const found = await ctx.digitalId.finish(login.returned ?? {}, login.kept ?? { nonce: '', verifier: '' })
  if ('problem' in found) ctx.log.warn({ event: 'thaid.failed', loginId: login.id, ...found })
  const finished = await ctx.db.transaction(async (tx) => {
    const ended = 'problem' in found ? { outcome: found.problem } : await accept(ctx, tx, { login, found })
    const changes = { missing: [], ...ended, finishedAt: ctx.clock.now() }
    await updateLogin(tx, login.id, changes)
    return { ...login, ...changes }
  })
  ctx.log.info({ event: 'thaid.finished', loginId: login.id, outcome: finished.outcome })
  return viewOf(ctx, finished, finished.outcome)
}

async function takeReturned(ctx: Context, tx: Transaction, { loginId, applicantId, ticket }: Visit) {
  const now = ctx.clock.now()
  const login = await lockLogin(tx, { id: loginId })
  if (!login) throw new NotFound('thaid_login')
  const holdsTicket = ticket !== undefined && login.ticketHash === hashToken(ticket)
  // Nothing is told of another's login, except to the browser into which its answer was led.
  if (login.applicantId !== applicantId && !holdsTicket) throw new NotFound('thaid_login')
  const state = loginState(login, { applicantId, holdsTicket, now })
  const used = { kept: null, returned: null }
  if (state === 'take') await updateLogin(tx, login.id, { ...used, takenAt: now })
  // The answer of one person in the login of another: it ends here, before anybody can use it.
  if (state === 'other_account' && !login.outcome)
    await updateLogin(tx, login.id, { ...used, outcome: state, finishedAt: now })
  return { login, state }
}

type Accepting = { login: ThaidLogin; found: DigitalIdentity }
type Ended = { outcome: LoginOutcome; missing?: Proven[]; proofId?: string }

async function accept(ctx: Context, tx: Transaction, { login, found }: Accepting): Promise<Ended> {
  const { applicantId } = login
  const { idNumber, name, birthDate, address, ial } = found
  const now = ctx.clock.now()
  const others = await lockSameIdentity(tx, { idNumber, applicantId, now })
  const { applicationId, named, offer } = await openCase(ctx, tx, login)
  if (!offer) return { outcome: 'not_offered' }
  const { level } = offer
  const until = validUntil(offer, now)
  const subject = { idNumber, name, birthDate, address }
  const evidence = evidenceOf(found, now)
  const other = await onLine(tx, others)
  if (other) {
    const kept = { method: 'thaid', level, validUntil: until.toISOString(), subject, evidence } as const
    await offerRelink(ctx, tx, {
      toId: applicantId,
      fromId: other,
      found: { ...kept, at: now.toISOString() },
    })
    return { outcome: 'linked_elsewhere' }
  }
  if (named !== undefined && named !== idNumber) return { outcome: 'other_number' }
  const proof = await insertProof(tx, {
    applicantId,
    applicationId,
    method: 'thaid',
    level,
    status: 'accepted',
    subject,
    evidence,
    identityIndex: identityIndexOf(idNumber),
    requestedAt: login.createdAt,
    decidedAt: now,
    validUntil: until,
  })
  const data = { proofId: proof.id, method: 'thaid', level, ial }
  if (applicationId)
    await appendHistory(tx, applicationId, { at: now, actor: 'applicant', event: 'identity_proven', data })
  await settle(ctx, tx, { applicantId, applicationId })
  return { outcome: 'proven', missing: missingOf(login.asked, found), proofId: proof.id }
}

/** The open case says what was proven, and nothing waits for an officer any more. */
async function settle(
  ctx: Context,
  tx: Transaction,
  { applicantId, applicationId }: { applicantId: string; applicationId?: string },
): Promise<void> {
  const open = applicationId
    ? await lockApplication(tx, applicationId)
    : await findDraft(tx, applicantId, ctx.service.definition.id)
  if (!open) return
  await giveUpWaiting(ctx, tx, open)
  await fillVerified(ctx, tx, open)
}

async function onLine(tx: Transaction, applicantIds: string[]): Promise<string | undefined> {
  for (const id of applicantIds) if ((await findApplicant(tx, id))?.lineUserId) return id
  return undefined
}

/**
 * What the case it was begun for says of ThaID, and the number named there while it can be changed. Of a draft that was
 * erased meanwhile nothing is left: the person is proven all the same.
 */
async function openCase(
  ctx: Context,
  tx: Transaction,
  { applicationId }: ThaidLogin,
): Promise<{ applicationId?: string; named?: string; offer?: Offer }> {
  const isThere = applicationId && (await findApplication(tx, applicationId))
  const application = isThere ? await lockApplication(tx, isThere.id) : undefined
  const definition = application ? await definitionOf(ctx, tx, application) : ctx.service.definition
  const answers = application?.answers ?? {}
  const isOpen = application?.status === 'draft' || application?.status === 'returned'
  return {
    applicationId: application?.id,
    named: isOpen ? namedNumber({ definition, answers }) : undefined,
    offer: offerOf(definition, 'thaid', application && transactionType(answers)),
  }
}

/** The subject is ThaID's pairwise name for the person: a hash of it is enough to compare. */
function evidenceOf({ issuer, subject, ial }: DigitalIdentity, at: Date): Record<string, unknown> {
  const subjectHash = createHash('sha256').update(`${issuer} ${subject}`).digest('hex')
  return { issuer, ial, subjectHash, at: at.toISOString() }
}

async function viewOf(ctx: Context, login: ThaidLogin, state: ThaidView['state']): Promise<ThaidView> {
  if (state === 'other_account') return { state, missing: [] }
  const proof = login.proofId ? await findProof(ctx.db, login.proofId) : undefined
  const { applicationId, missing } = login
  return { state, applicationId: applicationId ?? undefined, missing, subject: proof?.subject }
}
