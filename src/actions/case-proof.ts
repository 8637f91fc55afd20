import { updateApplication } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { Db, Transaction } from '../db/client.ts'
import { isProven, type ProofState, proofState, standingFor } from '../proof/ladder.ts'
import { listProofs } from '../proof/store.ts'
import type { Proof } from '../proof/table.ts'
import { saysSame, verifiedAnswers } from '../proof/verified.ts'
import { bangkokDay, fromBangkok } from '../service/dates.ts'
import type { Definition } from '../service/definition.ts'
import { fieldsById } from '../service/display.ts'
import { type Answers, isEmpty } from '../service/form.ts'
import { definitionOf } from './definition-of.ts'

type Found = { application: Application; definition: Definition }

/** Whether the applicant of a case is proven as surely as its service asks; a proof counts to the end of its last day. */
export async function isApplicantProven(
  db: Db,
  { application, definition, today }: Found & { today: string },
): Promise<boolean> {
  const proofs = await listProofs(db, application.applicantId)
  return isProven(proofs, { definition, answers: application.answers }, fromBangkok(today, '00:00'))
}

/**
 * Whether this person may open the papers of a case that they may read: by the rules it was begun under, which ask for
 * a proof only where the service says so.
 */
export async function maySeePapers(
  ctx: Context,
  application: Application,
  readerId: string,
): Promise<boolean> {
  const definition = await definitionOf(ctx, ctx.db, application)
  if (!definition.identity.documents) return true
  const today = bangkokDay(ctx.clock.now())
  const about = { definition, answers: application.answers }
  return isProven(await listProofs(ctx.db, readerId), about, fromBangkok(today, '00:00'))
}

/** How the proof of a case stands, and which proof says so. */
export async function caseProof(
  ctx: Context,
  db: Db,
  { application, definition }: Found,
): Promise<{ state: ProofState; proof?: Proof }> {
  const { id: applicationId, applicantId, answers } = application
  const about = { definition, answers, applicationId }
  return proofState(await listProofs(db, applicantId), about, ctx.clock.now())
}

/** What is proven of the applicant and asked by the form, by field. */
export async function verifiedOf(
  ctx: Context,
  db: Db,
  {
    application,
    definition,
  }: { application: Pick<Application, 'applicantId' | 'answers'>; definition: Definition },
): Promise<Answers> {
  const about = { definition, answers: application.answers }
  const now = ctx.clock.now()
  const unnamed = { definition, answers: {} }
  const standing = standingFor(await listProofs(db, application.applicantId), unnamed, now)
  return verifiedAnswers(about, standing)
}

/**
 * Writes what is proven into the applicant's draft, except over another number that was typed: that is told when it is
 * handed in. The case must be locked. Repeating it changes nothing.
 */
export async function fillVerified(ctx: Context, tx: Transaction, application: Application): Promise<void> {
  if (application.status !== 'draft') return
  const definition = await definitionOf(ctx, tx, application)
  const verified = await verifiedOf(ctx, tx, { application, definition })
  const fields = fieldsById(definition)
  const typed = contradictions(application.answers, verified)
  const kept = typed.filter((id) => fields.get(id)?.proven === 'id_number')
  if (typed.length === kept.length && isFilled(application.answers, verified)) return
  const numbers = Object.fromEntries(kept.map((id) => [id, application.answers[id]]))
  const answers = { ...application.answers, ...verified, ...numbers }
  await updateApplication(tx, application.id, { answers, updatedAt: ctx.clock.now() })
}

const isFilled = (answers: Answers, verified: Answers): boolean =>
  Object.keys(verified).every((id) => !isEmpty(answers[id]))

/** Fields whose answer says something else than what is proven. */
export const contradictions = (answers: Answers, verified: Answers): string[] =>
  Object.keys(verified).filter((id) => !isEmpty(answers[id]) && !saysSame(answers[id], verified[id]))
