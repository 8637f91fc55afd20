import { forgetPerson, lockApplicant } from '../applicant/erase.ts'
import type { Applicant } from '../applicant/table.ts'
import { listCasesOf } from '../application/erase.ts'
import { UNDER_WAY } from '../application/lifecycle.ts'
import { deleteDraft } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { Db, Transaction } from '../db/client.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { deleteMandate } from '../mandate/erase.ts'
import { forgetChatOf } from '../messages/forget.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { hasRole } from '../officer/roles.ts'
import { addJob } from '../outbox/store.ts'
import { insertApprovals, recordDisposal } from '../privacy/disposal-store.ts'
import { erasePictures, eraseProofs, forgetLoginsOf } from '../proof/erase.ts'
import { deleteProofsOf, listProofs } from '../proof/store.ts'
import { eraseTalkOf } from '../question/erase.ts'
import { bangkokDay } from '../service/dates.ts'
import type { Text } from '../service/definition.ts'
import { type Kept, keptOf, wordsOf } from './kept-by-law.ts'
import { dueCasesOf } from './list-disposal.ts'
import { digestOf, eraseFiles } from './record-disposal.ts'

export type Erasure = {
  /** What stays, until when and by which law. */
  kept: Kept[]
  /** The same in plain words, for the answer to the person. */
  words: Text
}

/**
 * What an erasure would leave, told before it is done: afterwards nobody can be told in the chat any more. Throws
 * NotFound; Conflict `case_open` while a case is under way, which is decided or withdrawn first.
 */
export async function previewErasure(ctx: Context, applicantId: string): Promise<Erasure> {
  return ctx.db.transaction(async (tx) => {
    const person = await lockApplicant(tx, applicantId)
    if (!person) throw new NotFound('applicant')
    return whatStays(ctx, tx, await listCasesOf(tx, applicantId))
  })
}

type Granted = { applicantId: string; officer: ActingOfficer; requestId: string }

/**
 * Carries out an erasure that was granted (PDPA B.E. 2562 s.33): what no law keeps goes, the LINE account is cut off,
 * what must stay is named. Cases whose time is over are approved with it. Again for the same request it changes
 * nothing. Throws Forbidden, NotFound, Conflict `case_open`.
 */
export async function erasePerson(ctx: Context, granted: Granted): Promise<Erasure> {
  const { applicantId, officer, requestId } = granted
  if (!hasRole(officer, ['dpo'])) throw new Forbidden('not_allowed')
  const outcome = await ctx.db.transaction(async (tx) => {
    const person = await lockApplicant(tx, applicantId)
    if (!person) throw new NotFound('applicant')
    const cases = await listCasesOf(tx, applicantId)
    const stays = await whatStays(ctx, tx, cases)
    const gone = await eraseFreely(ctx, tx, person, cases)
    const at = ctx.clock.now()
    await recordDisposal(tx, {
      key: `person:${requestId}`,
      kind: 'person',
      count: gone.count,
      rule: 'person',
      law: 'พ.ร.บ. คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562 ม.33',
      approvedBy: officer.id,
      approvedAt: at,
      digest: digestOf({ applicantId, ...gone }),
      at,
    })
    await approveDue(ctx, tx, officer, cases)
    return stays
  })
  ctx.wakeRelay()
  return outcome
}

async function whatStays(ctx: Context, db: Db, cases: Application[]): Promise<Erasure> {
  if (cases.some(({ status }) => (UNDER_WAY as readonly string[]).includes(status)))
    throw new Conflict('case_open')
  const kept: Kept[] = []
  for (const each of cases.filter(({ reference }) => reference)) kept.push(...(await keptOf(ctx, db, each)))
  return { kept, words: wordsOf(kept) }
}

type Gone = { count: number; files: string[] }

/** Everything that nothing but the person's own wish kept here. */
async function eraseFreely(
  ctx: Context,
  tx: Transaction,
  person: Applicant,
  cases: Application[],
): Promise<Gone> {
  const at = ctx.clock.now()
  const files: string[] = []
  const drafts = cases.filter(({ reference }) => !reference)
  for (const { id } of drafts) {
    await deleteMandate(tx, id)
    files.push(...(await deleteProofsOf(tx, id)), ...(await deleteDraft(tx, id)))
  }
  const proofs = await listProofs(tx, person.id)
  const ids = proofs.map(({ id }) => id)
  const photos = await erasePictures(tx, ids, at)
  const filed = cases.filter(({ reference }) => reference).map(({ id }) => id)
  const loose = await eraseProofs(tx, { applicantId: person.id, exceptOf: filed }, { at })
  await forgetLoginsOf(tx, person.id)
  const talk = await eraseTalkOf(tx, person.id, at)
  if (person.lineUserId) files.push(...(await forgetChatOf(tx, person.lineUserId)))
  await forgetPerson(tx, person)
  files.push(...photos.map(({ storageKey }) => storageKey), ...talk.files)
  await eraseFiles(tx, files, at)
  return { count: 1 + drafts.length + photos.length + loose.length + talk.count, files }
}

/** Nothing keeps these any longer: the officer's word is given with the erasure, the job acts upon it. */
async function approveDue(
  ctx: Context,
  tx: Transaction,
  officer: ActingOfficer,
  cases: Application[],
): Promise<void> {
  const at = ctx.clock.now()
  const due = await dueCasesOf(ctx, tx, { cases, today: bangkokDay(at) })
  const word = { officerId: officer.id, at }
  await insertApprovals(
    tx,
    due.map(({ kind, subjectId, rule }) => ({ kind, subjectId, rule, ...word })),
  )
  if (due.length > 0)
    await addJob(tx, { name: 'dispose', payload: {}, runAt: at, key: `dispose:${at.toISOString()}` })
}
