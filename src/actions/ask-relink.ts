import type { FoundIdentity } from '../applicant/relink.ts'
import {
  findRelink,
  findRelinkOf,
  forgetOffer,
  insertRelink,
  lockRelink,
  updateRelink,
} from '../applicant/relinks.ts'
import { findApplicant } from '../applicant/store.ts'
import type { Relink } from '../applicant/table.ts'
import { listOwnApplications } from '../application/store.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { Conflict, Invalid, NotFound } from '../errors.ts'
import { lockSameIdentity } from '../proof/store.ts'
import { findOldAccount } from './find-old-account.ts'
import { callForRelink, tellAccount } from './tell-relink.ts'

const LONGEST_STORY = 500

export type RelinkView = {
  /** What can be done now: nothing was proven, no other account, too low a proof, ask, or how it stands. */
  state: 'unproven' | 'none' | 'too_low' | 'ready' | Exclude<Relink['status'], 'offered'>
  id?: string
  cases: number
  level?: number
  needed?: number
  /** Both accounts have a draft of the service: one is erased. */
  twoDrafts: boolean
  askedAt?: Date
  reason?: string
}

/** Where the person stands with going on in this account. */
export async function viewRelink(ctx: Context, applicantId: string): Promise<RelinkView> {
  const person = await findApplicant(ctx.db, applicantId)
  const last = person?.lineUserId ? await findRelinkOf(ctx.db, person.lineUserId) : undefined
  if (last && ['asked', 'proposed', 'objected', 'done'].includes(last.status)) {
    const { status, id, askedAt } = last
    return { state: status as 'asked', id, cases: 0, twoDrafts: false, askedAt: askedAt ?? undefined }
  }
  const old = await findOldAccount(ctx, ctx.db, applicantId)
  if (old === 'unproven' || !old)
    return { state: old ? 'unproven' : 'none', cases: 0, twoDrafts: false, reason: last?.reason ?? undefined }
  const theirs = await listOwnApplications(ctx.db, old.from.id)
  const own = await listOwnApplications(ctx.db, applicantId)
  const drafts = (cases: typeof own) =>
    cases.filter(({ status }) => status === 'draft').map(({ serviceId }) => serviceId)
  const { level, needed } = old
  return {
    state: level < needed ? 'too_low' : 'ready',
    cases: theirs.filter(({ reference }) => reference).length,
    level,
    needed,
    twoDrafts: drafts(own).some((id) => drafts(theirs).includes(id)),
    reason: last?.reason ?? undefined,
  }
}

/**
 * Asks to go on in this account. The old one is told at once. Repeating it changes nothing. Throws Invalid `story`,
 * Conflict `relink_not_possible` (nothing found, or proven too low) or `relink_under_way`.
 */
export async function askRelink(
  ctx: Context,
  { applicantId, story }: { applicantId: string; story: string },
): Promise<void> {
  const words = story.trim()
  if (!words || words.length > LONGEST_STORY)
    throw new Invalid('invalid', [{ field: 'story', code: 'story_needed' }])
  const now = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    const person = await findApplicant(tx, applicantId)
    const last = person?.lineUserId ? await findRelinkOf(tx, person.lineUserId) : undefined
    if (last && (last.status === 'asked' || last.status === 'proposed')) return
    const old = await findOldAccount(ctx, tx, applicantId)
    if (!person?.lineUserId || !old || old === 'unproven' || old.level < old.needed)
      throw new Conflict('relink_not_possible')
    await lockSameIdentity(tx, { idNumber: old.idNumber, applicantId, now })
    await forgetOffer(tx, applicantId)
    const asked = await insertRelink(tx, {
      fromId: old.from.id,
      toId: applicantId,
      oldLineUserId: old.from.lineUserId,
      newLineUserId: person.lineUserId,
      status: 'asked',
      proofId: old.proof?.id,
      found: old.found,
      level: old.level,
      needed: old.needed,
      story: words,
      createdAt: now,
      askedAt: now,
    })
    if (!asked) throw new Conflict('relink_under_way')
    await tellAccount(ctx, tx, { relinkId: asked.id, news: 'asked', to: 'old' })
    await callForRelink(ctx, tx, { relinkId: asked.id, news: 'asked' })
  })
  ctx.wakeRelay()
}

/** Keeps what a digital ID said of somebody whose number another account has, for as long as it may be asked with. */
export async function offerRelink(
  ctx: Context,
  tx: Transaction,
  { toId, fromId, found }: { toId: string; fromId: string; found: FoundIdentity },
): Promise<void> {
  const [from, to] = [await findApplicant(tx, fromId), await findApplicant(tx, toId)]
  if (!from?.lineUserId || !to?.lineUserId) return
  await forgetOffer(tx, toId)
  const accounts = { fromId, toId, oldLineUserId: from.lineUserId, newLineUserId: to.lineUserId }
  const { level } = found
  await insertRelink(tx, {
    ...accounts,
    status: 'offered',
    found,
    level,
    needed: level,
    createdAt: ctx.clock.now(),
  })
}

/** The person gives it up. Repeating it changes nothing. Throws NotFound for another's. */
export async function withdrawRelink(
  ctx: Context,
  { applicantId, relinkId }: { applicantId: string; relinkId: string },
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const found = await lockRelink(tx, relinkId)
    if (found.toId !== applicantId) throw new NotFound('relink')
    if (found.status === 'asked' || found.status === 'proposed')
      await updateRelink(tx, found.id, { status: 'withdrawn', decidedAt: ctx.clock.now(), found: null })
  })
}

/** Whose answer of a relink this is. Throws NotFound. */
export async function getRelink(ctx: Context, id: string): Promise<Relink> {
  const found = await findRelink(ctx.db, id)
  if (!found || found.status === 'offered') throw new NotFound('relink')
  return found
}
