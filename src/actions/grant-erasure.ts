import { findApplicant } from '../applicant/store.ts'
import type { Context } from '../context.ts'
import { Conflict, Forbidden } from '../errors.ts'
import { MessageNotSent } from '../messages/failure.ts'
import { clipGraphemes } from '../messages/limits.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { hasRole } from '../officer/roles.ts'
import { findOfficer, withDelegations } from '../officer/store.ts'
import { addJob } from '../outbox/store.ts'
import { LONGEST_WORDS } from '../privacy/rules.ts'
import { addRequestEvent, findRequest, lockRequest, updateRequest } from '../privacy/store.ts'
import { bangkokDay } from '../service/dates.ts'
import { erasePerson, previewErasure } from './erase-person.ts'

/** What an erasure would leave, in words; `open`: a case is under way, which is decided or withdrawn first. */
export async function erasureOf(ctx: Context, applicantId: string): Promise<{ words: string } | 'open'> {
  try {
    return { words: (await previewErasure(ctx, applicantId)).words.th }
  } catch (error) {
    if (error instanceof Conflict) return 'open'
    throw error
  }
}

/**
 * Grants a request for erasure; a job carries it out, because the person has to be told before their account is cut
 * off. Throws Forbidden, NotFound, Conflict (`changed_meanwhile`, `case_open`).
 */
export async function grantErasure(
  ctx: Context,
  officer: ActingOfficer,
  { requestId, version }: { requestId: string; version: number },
): Promise<void> {
  if (!hasRole(officer, ['dpo'])) throw new Forbidden('not_your_step')
  const asked = await findRequest(ctx.db, requestId)
  if (asked) await previewErasure(ctx, asked.applicantId)
  await ctx.db.transaction(async (tx) => {
    const request = await lockRequest(tx, requestId)
    if (request.kind !== 'erase' || request.version !== version || request.status !== 'in_progress')
      throw new Conflict('changed_meanwhile')
    await addJob(tx, {
      name: 'grant-erasure',
      payload: { requestId, officerId: officer.id },
      runAt: ctx.clock.now(),
      key: `grant-erasure:${requestId}`,
    })
  })
  ctx.wakeRelay()
}

/** Job: tells the person what goes and what stays, erases, and closes the request. Run twice it does each once. */
export async function carryOutErasure(ctx: Context, payload: Record<string, string>): Promise<void> {
  const request = await findRequest(ctx.db, payload.requestId ?? '')
  const found = await findOfficer(ctx.db, payload.officerId ?? '')
  if (!request || !found || request.closedAt) return
  const officer = await withDelegations(ctx.db, found, bangkokDay(ctx.clock.now()))
  const { applicantId, id: requestId } = request
  const { words } = await previewErasure(ctx, applicantId)
  await tell(ctx, { applicantId, requestId, words })
  await erasePerson(ctx, { applicantId, officer, requestId })
  const at = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    const { closedAt } = await lockRequest(tx, requestId)
    if (closedAt) return
    const answer = words.th.slice(0, LONGEST_WORDS)
    await updateRequest(tx, requestId, { status: 'done', answer, words: '', closedAt: at })
    for (const event of ['erased', 'done'] as const)
      await addRequestEvent(tx, { requestId, at, actor: `officer:${officer.id}`, event })
  })
}

const TOLD = {
  th: 'ลบข้อมูลของท่านตามที่ขอแล้ว',
  en: 'Your data was erased as you asked.',
}

/** The request's id is the retry key. Who has blocked the account cannot be told, and is erased all the same. */
async function tell(
  ctx: Context,
  told: { applicantId: string; requestId: string; words: { th: string; en: string } },
): Promise<void> {
  const person = await findApplicant(ctx.db, told.applicantId)
  if (!person?.lineUserId || !person.following) return
  const { language } = person
  const text = clipGraphemes(`${TOLD[language]}\n\n${told.words[language]}`, 1500)
  try {
    await ctx.messenger.push(person.lineUserId, [{ type: 'text', text }], told.requestId)
  } catch (error) {
    if (!(error instanceof MessageNotSent) || !error.permanent) throw error
  }
}
