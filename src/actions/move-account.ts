/** What belongs to a person goes to the account in which they go on, and, where that was wrong, back again. */
import { and, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm'
import { type Moved, mergeCases, OBJECTION_DAYS } from '../applicant/relink.ts'
import { lockApplicants, setLineUser, updateRelink } from '../applicant/relinks.ts'
import { endSessions } from '../applicant/sessions.ts'
import { type Applicant, consent, type Relink } from '../applicant/table.ts'
import { appendHistory, deleteDraft } from '../application/store.ts'
import { application } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { Conflict } from '../errors.ts'
import { licence } from '../licence/table.ts'
import { mandate } from '../mandate/table.ts'
import { chat } from '../messages/table.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { addJob } from '../outbox/store.ts'
import { deleteProofsOf, identityIndexOf, insertProof } from '../proof/store.ts'
import { appointment, proof, thaidLogin } from '../proof/table.ts'
import { handOver, question, unanswered } from '../question/table.ts'
import { findOldAccount } from './find-old-account.ts'
import { logAccess } from './log-access.ts'

type Decided = Pick<Relink, 'status' | 'decidedBy' | 'decidedAt' | 'reason'>
type Move = { found: Relink; officer: ActingOfficer; decided: Decided }

/**
 * The person goes on under the new LINE account with all they had and all that is in the new one; the old one is cut
 * off. Throws Conflict `changed_meanwhile` when anything it rested on is no longer so.
 */
export async function moveAccount(
  ctx: Context,
  tx: Transaction,
  { found, officer, decided }: Move,
): Promise<void> {
  const now = ctx.clock.now()
  const { to } = await lockBoth(tx, found, { from: found.oldLineUserId, to: found.newLineUserId })
  const old = await findOldAccount(ctx, tx, found.toId)
  const stands = old && old !== 'unproven' && old.from.id === found.fromId && old.level >= old.needed
  if (!stands) throw new Conflict('changed_meanwhile')
  const moved = await moveCases(ctx, tx, found)
  await moveRest(tx, found, now)
  const { language, displayName, following } = to
  await setLineUser(tx, found.toId, { lineUserId: null })
  await setLineUser(tx, found.fromId, { lineUserId: found.newLineUserId, language, displayName, following })
  await endSessions(tx, { lineUserId: found.oldLineUserId, at: now })
  await tx.update(chat).set({ topic: null, estimate: null }).where(eq(chat.lineUserId, found.oldLineUserId))
  if (old.found) await keepFound(tx, found)
  const objectUntil = found.objectedAt ? null : new Date(now.getTime() + OBJECTION_DAYS * 86_400_000)
  await updateRelink(tx, found.id, { ...decided, doneAt: now, objectUntil, moved, found: null })
  await record(ctx, tx, { found, officer, event: 'relinked' })
}

/** The old account gets everything back; what came from the new one goes back there. */
export async function moveBack(
  ctx: Context,
  tx: Transaction,
  { found, officer, decided }: Move,
): Promise<void> {
  const now = ctx.clock.now()
  await lockBoth(tx, found, { from: found.newLineUserId, to: null })
  await record(ctx, tx, { found, officer, event: 'relink_undone' })
  const { applications = [], proofs = [] } = found.moved ?? {}
  const back = { applicantId: found.toId }
  if (applications.length > 0)
    await tx.update(application).set(back).where(inArray(application.id, applications))
  if (proofs.length > 0) await tx.update(proof).set(back).where(inArray(proof.id, proofs))
  await setLineUser(tx, found.fromId, { lineUserId: null })
  await setLineUser(tx, found.toId, { lineUserId: found.newLineUserId })
  await setLineUser(tx, found.fromId, { lineUserId: found.oldLineUserId })
  await endSessions(tx, { lineUserId: found.newLineUserId, at: now })
  await updateRelink(tx, found.id, { ...decided, objectUntil: null })
}

/** Both people, locked, while they hold the LINE accounts that were looked at. */
async function lockBoth(
  tx: Transaction,
  { fromId, toId }: Relink,
  held: { from: string; to: string | null },
): Promise<{ from: Applicant; to: Applicant }> {
  const people = await lockApplicants(tx, [fromId, toId])
  const from = people.find(({ id }) => id === fromId)
  const to = people.find(({ id }) => id === toId)
  if (!from || !to || from.lineUserId !== held.from || to.lineUserId !== held.to)
    throw new Conflict('changed_meanwhile')
  return { from, to }
}

async function moveCases(ctx: Context, tx: Transaction, { fromId, toId }: Relink): Promise<Moved> {
  const casesOf = (id: string) =>
    tx.select().from(application).where(eq(application.applicantId, id)).orderBy(application.id).for('update')
  const { move, erase } = mergeCases(await casesOf(fromId), await casesOf(toId))
  for (const id of erase) {
    const keys = [...(await deleteProofsOf(tx, id)), ...(await deleteDraft(tx, id))]
    for (const key of keys)
      await addJob(tx, {
        name: 'erase-file',
        payload: { key },
        runAt: ctx.clock.now(),
        key: `erase-file:${key}`,
      })
  }
  if (move.length > 0)
    await tx.update(application).set({ applicantId: fromId }).where(inArray(application.id, move))
  const proofs = await tx
    .update(proof)
    .set({ applicantId: fromId })
    .where(eq(proof.applicantId, toId))
    .returning()
  return { applications: move, proofs: proofs.map(({ id }) => id), erased: erase.length }
}

/** Consents, appointments, questions and mandates; a chat that an officer held in the old account ends. */
async function moveRest(tx: Transaction, { fromId, toId }: Relink, now: Date): Promise<void> {
  const mine = { applicantId: fromId }
  await tx.update(appointment).set(mine).where(eq(appointment.applicantId, toId))
  await tx.delete(thaidLogin).where(inArray(thaidLogin.applicantId, [fromId, toId]))
  await tx.update(question).set(mine).where(eq(question.applicantId, toId))
  await tx.delete(unanswered).where(inArray(unanswered.applicantId, [fromId, toId]))
  await tx
    .update(handOver)
    .set({ endedAt: now, endedBy: 'applicant' })
    .where(and(eq(handOver.applicantId, fromId), isNull(handOver.endedAt)))
  await tx.update(handOver).set(mine).where(eq(handOver.applicantId, toId))
  await tx.update(licence).set({ holderApplicantId: fromId }).where(eq(licence.holderApplicantId, toId))
  await tx.update(mandate).set({ principalApplicantId: fromId }).where(eq(mandate.principalApplicantId, toId))
  const shown = tx
    .select({ notice: sql`${consent.purpose} || ' ' || ${consent.version}` })
    .from(consent)
    .where(and(eq(consent.applicantId, fromId), eq(consent.event, 'shown')))
  await tx
    .update(consent)
    .set(mine)
    .where(
      and(
        eq(consent.applicantId, toId),
        notInArray(
          sql`case when ${consent.event} = 'shown' then ${consent.purpose} || ' ' || ${consent.version} else '' end`,
          shown,
        ),
      ),
    )
}

/** What the digital ID said becomes the person's proof. */
async function keepFound(tx: Transaction, { found, fromId, askedAt, createdAt }: Relink): Promise<void> {
  if (!found) return
  const { method, level, subject, evidence, at, validUntil } = found
  await insertProof(tx, {
    applicantId: fromId,
    method,
    level,
    status: 'accepted',
    subject,
    evidence,
    identityIndex: identityIndexOf(subject.idNumber),
    requestedAt: askedAt ?? createdAt,
    decidedAt: new Date(at),
    validUntil: validUntil ? new Date(validUntil) : null,
  })
}

type Entry = { found: Relink; officer: ActingOfficer; event: 'relinked' | 'relink_undone' }

async function record(ctx: Context, tx: Transaction, { found, officer, event }: Entry): Promise<void> {
  const cases = await tx
    .select({ id: application.id })
    .from(application)
    .where(eq(application.applicantId, found.fromId))
    .orderBy(application.id)
    .for('update')
  const data = { relinkId: found.id, proposedBy: found.proposal?.officerId }
  const actor = `officer:${officer.id}`
  for (const { id } of cases) await appendHistory(tx, id, { at: ctx.clock.now(), actor, event, data })
  await logAccess(ctx, tx, officer, {
    applicantId: found.fromId,
    what: 'request',
    reason: 'request',
    words: event,
  })
}
