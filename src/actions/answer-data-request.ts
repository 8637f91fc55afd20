import type { Context } from '../context.ts'
import { Conflict, Forbidden, Invalid } from '../errors.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { hasRole } from '../officer/roles.ts'
import { isRequestOpen, LONGEST_WORDS } from '../privacy/rules.ts'
import { addRequestEvent, lockRequest, updateRequest } from '../privacy/store.ts'
import { tellLater } from './ask-data-request.ts'

type Seen = { requestId: string; version: number }
type Outcome = { outcome: 'done' | 'refused'; answer: string; law?: string }

/** The officer begins with it. Throws Forbidden, NotFound, Conflict when somebody else has. */
export async function takeDataRequest(ctx: Context, officer: ActingOfficer, seen: Seen): Promise<void> {
  refuseOthers(officer)
  const at = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    const request = await lockRequest(tx, seen.requestId)
    if (request.officerId === officer.id) return
    if (request.version !== seen.version || request.status !== 'received')
      throw new Conflict('changed_meanwhile')
    await updateRequest(tx, request.id, { status: 'in_progress', officerId: officer.id })
    await addRequestEvent(tx, { requestId: request.id, at, actor: `officer:${officer.id}`, event: 'taken' })
  })
}

/**
 * Answers a request, or refuses it with the reason and the section it rests on: a refusal goes on record (PDPA s.30
 * para. 3, s.39(7)) and tells how to complain (s.73). The answer follows in the chat. Throws Forbidden, Invalid
 * (`answer`, `law`), NotFound, Conflict `changed_meanwhile`.
 */
export async function answerDataRequest(
  ctx: Context,
  officer: ActingOfficer,
  { requestId, version, ...outcome }: Seen & Outcome,
): Promise<void> {
  refuseOthers(officer)
  const { status, answer, law } = checked(outcome)
  const closedAt = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    const request = await lockRequest(tx, requestId)
    if (request.status === status && request.officerId === officer.id && request.answer === answer) return
    if (request.version !== version || !isRequestOpen(request.status)) throw new Conflict('changed_meanwhile')
    await updateRequest(tx, request.id, { status, answer, law, closedAt, officerId: officer.id })
    await addRequestEvent(tx, { requestId, at: closedAt, actor: `officer:${officer.id}`, event: status })
    await tellLater(tx, requestId, 'answer', closedAt)
  })
  ctx.wakeRelay()
}

function refuseOthers(officer: ActingOfficer): void {
  if (!hasRole(officer, ['dpo'])) throw new Forbidden('not_your_step')
}

function checked({ outcome, answer, law = '' }: Outcome) {
  const words = answer.trim().replace(/\r\n/g, '\n')
  const section = law.trim().slice(0, 200)
  const params = { max: LONGEST_WORDS }
  const problems = [
    ...(words === '' ? [{ field: 'answer', code: 'required' }] : []),
    ...(words.length > LONGEST_WORDS ? [{ field: 'answer', code: 'too_long', params }] : []),
    ...(outcome === 'refused' && section === '' ? [{ field: 'law', code: 'required' }] : []),
  ]
  if (problems.length > 0) throw new Invalid('invalid', problems)
  return { status: outcome, answer: words, law: outcome === 'refused' ? section : null }
}
