import {
  confirmationRefusal,
  type Examiner,
  mayObject,
  outcomesOf,
  proposalRefusal,
  type RelinkProposal,
  type RelinkRefusal,
  SEEN,
  type Seen,
  statusAfter,
} from '../applicant/relink.ts'
import { lockRelink, updateRelink } from '../applicant/relinks.ts'
import { endSessions } from '../applicant/sessions.ts'
import type { Relink } from '../applicant/table.ts'
import type { Context } from '../context.ts'
import type { Db, Transaction } from '../db/client.ts'
import { Conflict, Forbidden, Invalid, NotFound, type Problem } from '../errors.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { hasRole, PROOF_ROLES } from '../officer/roles.ts'
import { findOfficer } from '../officer/store.ts'
import { findProof } from '../proof/store.ts'
import { moveAccount, moveBack } from './move-account.ts'
import { callForRelink, tellAccount } from './tell-relink.ts'

export type Proposing = {
  relinkId: string
  outcome: RelinkProposal['outcome']
  reason: string
  seen: Seen[]
}

/** As the rules of four eyes see an officer. */
export async function examinerOf(db: Db, officer: ActingOfficer): Promise<Examiner> {
  return {
    eyes: [officer.id, ...(officer.acting ?? []).map((each) => each.for.officerId)],
    lineUserId: (await findOfficer(db, officer.id))?.lineUserId ?? null,
    mayConfirm: hasRole(officer, ['approver', 'admin']),
  }
}

/** Who accepted the proof that it rests on, where an officer did. */
export async function provenBy(db: Db, { proofId }: Pick<Relink, 'proofId'>): Promise<string | null> {
  return proofId ? ((await findProof(db, proofId))?.officerId ?? null) : null
}

/**
 * The first pair of eyes: what was examined, and what should become of it. Repeating it changes nothing. Throws
 * Forbidden, Conflict, Invalid (`reason`, `seen`, `outcome`).
 */
export async function proposeRelink(ctx: Context, officer: ActingOfficer, input: Proposing): Promise<void> {
  if (!hasRole(officer, [...PROOF_ROLES, 'admin'])) throw new Forbidden('not_allowed')
  const now = ctx.clock.now()
  const reason = input.reason.trim()
  await ctx.db.transaction(async (tx) => {
    const found = await lockRelink(tx, input.relinkId)
    const examiner = await examinerOf(tx, officer)
    if (found.proposal?.officerId === officer.id && found.status === 'proposed') return
    refuse(proposalRefusal(found, examiner))
    const problems: Problem[] = []
    if (!reason) problems.push({ field: 'reason', code: 'reason_needed' })
    if (!outcomesOf(found).includes(input.outcome)) problems.push({ field: 'outcome', code: 'choose' })
    if (input.outcome === 'move' && !SEEN.every((each) => input.seen.includes(each)))
      problems.push({ field: 'seen', code: 'checklist_incomplete' })
    if (problems.length > 0) throw new Invalid('invalid', problems)
    const { outcome, seen } = input
    const proposal = {
      officerId: officer.id,
      eyes: examiner.eyes,
      at: now.toISOString(),
      reason,
      seen,
      outcome,
    }
    const status = found.status === 'asked' ? 'proposed' : found.status
    await updateRelink(tx, found.id, { status, proposal })
    await callForRelink(ctx, tx, { relinkId: found.id, news: 'proposed', key: proposal.at })
  })
  ctx.wakeRelay()
}

/** `seen`: when the proposal that the officer saw was made. Without `agree` it is sent back, with a reason. */
export type Confirming = { relinkId: string; seen: string; agree: boolean; reason: string }

/**
 * The second pair of eyes. What was proposed takes effect in this transaction. The same officer's second press changes
 * nothing. Throws Forbidden, Conflict `changed_meanwhile`, Invalid `reason`.
 */
export async function confirmRelink(ctx: Context, officer: ActingOfficer, input: Confirming): Promise<void> {
  const now = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    const found = await lockRelink(tx, input.relinkId)
    const { proposal } = found
    const isRepeat =
      found.decidedBy === officer.id && proposal?.at === input.seen && found.status !== 'objected'
    if (isRepeat && input.agree && found.status !== 'asked') return
    refuse(
      confirmationRefusal({ ...found, provenBy: await provenBy(tx, found) }, await examinerOf(tx, officer)),
    )
    if (!proposal || proposal.at !== input.seen) throw new Conflict('changed_meanwhile')
    if (!input.agree) return sendBack(tx, found, input.reason)
    const status = statusAfter(proposal.outcome)
    const decided = { status, decidedBy: officer.id, decidedAt: now, reason: proposal.reason }
    if (status === 'done' && !found.doneAt) await moveAccount(ctx, tx, { found, officer, decided })
    else if (status === 'restored') await moveBack(ctx, tx, { found, officer, decided })
    else await updateRelink(tx, found.id, { ...decided, objectUntil: null, found: null })
    const news = status === 'done' && found.doneAt ? 'upheld' : status
    for (const to of ['old', 'new'] as const) await tellAccount(ctx, tx, { relinkId: found.id, news, to })
  })
  ctx.wakeRelay()
}

async function sendBack(tx: Transaction, found: Relink, reason: string): Promise<void> {
  if (!reason.trim()) throw new Invalid('invalid', [{ field: 'reason', code: 'reason_needed' }])
  const status = found.status === 'proposed' ? 'asked' : found.status
  await updateRelink(tx, found.id, { status, proposal: null, reason: reason.trim() })
}

/**
 * The old account says it was not them: what was not done stops, what was done is frozen, and officers are called.
 * Repeating it changes nothing. Throws NotFound for another account, Conflict `objection_over`.
 */
export async function objectRelink(
  ctx: Context,
  { relinkId, lineUserId }: { relinkId: string; lineUserId: string },
): Promise<void> {
  const now = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    const found = await lockRelink(tx, relinkId)
    if (found.oldLineUserId !== lineUserId) throw new NotFound('relink')
    if (found.status === 'objected') return
    if (!mayObject(found, now)) throw new Conflict('objection_over')
    await updateRelink(tx, found.id, { status: 'objected', objectedAt: now, proposal: null })
    if (found.doneAt) await endSessions(tx, { lineUserId: found.newLineUserId, at: now })
    await tellAccount(ctx, tx, { relinkId: found.id, news: 'objected', to: 'new' })
    await callForRelink(ctx, tx, { relinkId: found.id, news: 'objected' })
  })
  ctx.wakeRelay()
}

function refuse(why: RelinkRefusal | undefined): void {
  if (why === 'status_does_not_allow') throw new Conflict('changed_meanwhile')
  if (why) throw new Forbidden(why)
}
