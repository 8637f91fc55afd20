import {
  confirmationRefusal,
  outcomesOf,
  proposalRefusal,
  type RelinkProposal,
  type RelinkRefusal,
} from '../applicant/relink.ts'
import { listRelinks } from '../applicant/relinks.ts'
import { findApplicant } from '../applicant/store.ts'
import type { Relink } from '../applicant/table.ts'
import { listOwnApplications } from '../application/store.ts'
import type { Context } from '../context.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { findOfficer } from '../officer/store.ts'
import { listProofs } from '../proof/store.ts'
import type { Proof } from '../proof/table.ts'
import { getRelink } from './ask-relink.ts'
import { examinerOf, provenBy } from './decide-relink.ts'
import { logAccess } from './log-access.ts'

export type RelinkRow = Pick<Relink, 'id' | 'status' | 'askedAt' | 'level' | 'needed'>
/** What an officer compares: one of the two accounts. */
export type RelinkSide = {
  name: string
  idNumber: string
  account: string
  method?: Proof['method']
  level: number
  provenAt?: Date
  cases: { id: string; reference: string; status: string }[]
}
export type RelinkDetail = RelinkRow & {
  story: string
  old: RelinkSide
  new: RelinkSide
  isSameNumber: boolean
  proposal?: { by: string; at: string; reason: string; outcome: RelinkProposal['outcome']; seen: string[] }
  reason: string
  decidedBy: string
  doneAt?: Date
  objectedAt?: Date
  objectUntil?: Date
  outcomes: RelinkProposal['outcome'][]
  mayPropose: boolean
  mayConfirm: boolean
  /** Why this officer does not confirm what was proposed. */
  why?: RelinkRefusal
}

/** Those that wait, and the last that were decided. */
export async function viewRelinks(ctx: Context): Promise<{ open: RelinkRow[]; closed: RelinkRow[] }> {
  const rows = async (open: boolean) =>
    (await listRelinks(ctx.db, open)).map(({ id, status, askedAt, level, needed }) => ({
      id,
      status,
      askedAt,
      level,
      needed,
    }))
  return { open: await rows(true), closed: await rows(false) }
}

/** One re-link as this officer sees it; the look is written down. Throws NotFound. */
export async function viewRelinkCase(
  ctx: Context,
  officer: ActingOfficer,
  id: string,
): Promise<RelinkDetail> {
  const found = await getRelink(ctx, id)
  await logAccess(ctx, ctx.db, officer, { applicantId: found.fromId, what: 'request', reason: 'request' })
  const examiner = await examinerOf(ctx.db, officer)
  const checked = { ...found, provenBy: await provenBy(ctx.db, found) }
  const nameOf = async (officerId?: string | null) =>
    officerId ? ((await findOfficer(ctx.db, officerId))?.name ?? '') : ''
  const [old, fresh] = [await sideOf(ctx, found, 'from'), await sideOf(ctx, found, 'to')]
  const { proposal, status, askedAt, level, needed } = found
  const refusal = proposal ? confirmationRefusal(checked, examiner) : undefined
  return {
    id: found.id,
    status,
    askedAt,
    level,
    needed,
    story: found.story ?? '',
    old,
    new: fresh,
    isSameNumber: old.idNumber === '' || old.idNumber === fresh.idNumber,
    proposal: proposal ? { ...proposal, by: await nameOf(proposal.officerId) } : undefined,
    reason: found.reason ?? '',
    decidedBy: await nameOf(found.decidedBy),
    doneAt: found.doneAt ?? undefined,
    objectedAt: found.objectedAt ?? undefined,
    objectUntil: found.objectUntil ?? undefined,
    outcomes: outcomesOf(found),
    mayPropose: !proposal && proposalRefusal(checked, examiner) === undefined,
    mayConfirm: proposal !== null && refusal === undefined,
    why: proposal ? refusal : undefined,
  }
}

async function sideOf(ctx: Context, found: Relink, side: 'from' | 'to'): Promise<RelinkSide> {
  const applicantId = side === 'from' ? found.fromId : found.toId
  const person = await findApplicant(ctx.db, applicantId)
  const accepted = (await listProofs(ctx.db, applicantId)).filter(({ status }) => status === 'accepted')
  const [best] = accepted.toSorted((a, b) => b.level - a.level)
  const kept = side === 'to' ? found.found : null
  const subject = kept?.subject ?? best?.subject
  const { name } = subject ?? {}
  const cases = await listOwnApplications(ctx.db, applicantId)
  return {
    account: person?.displayName ?? '',
    name: name ? `${name.title}${name.first} ${name.last}` : '',
    idNumber: subject?.idNumber ?? '',
    method: kept?.method ?? best?.method,
    level: kept?.level ?? best?.level ?? 0,
    provenAt: kept ? new Date(kept.at) : (best?.decidedAt ?? undefined),
    cases: cases.map(({ id, reference, status }) => ({ id, reference: reference ?? '', status })),
  }
}
