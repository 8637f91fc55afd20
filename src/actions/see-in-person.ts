import { appendHistory, lockApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import { Conflict, Forbidden, Invalid } from '../errors.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { hasRole, PROOF_ROLES } from '../officer/roles.ts'
import type { ShownCard } from '../proof/checklist.ts'
import { isStanding, rungOf, validUntil } from '../proof/ladder.ts'
import { identityIndexOf, insertProof, listProofs } from '../proof/store.ts'
import type { Proof } from '../proof/table.ts'
import { subjectOf } from '../proof/verified.ts'
import { LEVELS } from '../service/definition.ts'
import { transactionType } from '../service/transaction.ts'
import { digestOf } from './decide-proof.ts'
import { definitionOf } from './definition-of.ts'
import { giveUpWaiting, isProvable } from './request-proof.ts'
import { tellApplicant } from './tell-proof.ts'

const VALID_DAYS = 365

/** `seen`: the digest of what the form said beside the card, where a page showed it. */
type Seeing = { applicationId: string; card?: ShownCard; seen?: string }

/**
 * An officer saw the applicant and their card at the counter: they are who the form says. What waited for another way is
 * given up. Repeating it changes nothing. Throws Forbidden, NotFound, Invalid `card`, Conflict `changed_meanwhile` when
 * the form says something else by now, `proof_closed` (decided, or nothing to prove).
 */
export async function seeInPerson(
  ctx: Context,
  officer: ActingOfficer,
  { applicationId, card, seen }: Seeing,
): Promise<void> {
  if (!hasRole(officer, PROOF_ROLES)) throw new Forbidden('not_allowed')
  if (!card) throw new Invalid('invalid', [{ field: 'card', code: 'card_needed' }])
  const now = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    const application = await lockApplication(tx, applicationId)
    const { applicantId, answers } = application
    const isThis = (each: Proof) =>
      each.applicationId === applicationId && each.method === 'in_person' && isStanding(each, now)
    if ((await listProofs(tx, applicantId)).some(isThis)) return
    const definition = await definitionOf(ctx, tx, application)
    const { minimum } = rungOf(definition, transactionType(answers))
    if (minimum === 0 || !isProvable(application, definition)) throw new Conflict('proof_closed')
    const subject = subjectOf({ definition, answers })
    if (seen !== undefined && seen !== digestOf(subject)) throw new Conflict('changed_meanwhile')
    await giveUpWaiting(ctx, tx, application)
    const made = { method: 'in_person', level: LEVELS.in_person } as const
    const until = validUntil({ validDays: VALID_DAYS }, now)
    const proof = await insertProof(tx, {
      ...{ ...made, applicantId, applicationId, subject },
      status: 'accepted',
      officerId: officer.id,
      evidence: { card, at: now.toISOString() },
      identityIndex: subject.idNumber ? identityIndexOf(subject.idNumber) : null,
      requestedAt: now,
      decidedAt: now,
      validUntil: until,
    })
    await appendHistory(tx, applicationId, {
      at: now,
      actor: `officer:${officer.id}`,
      event: 'proof_accepted',
      data: { proofId: proof.id, ...made, validUntil: until.toISOString() },
    })
    await tellApplicant(tx, { proofId: proof.id, news: 'accepted', runAt: now })
  })
  ctx.wakeRelay()
}
