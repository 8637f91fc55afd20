import { isStanding, lastChoice } from '../applicant/consent.ts'
import { insertChoice, listConsents } from '../applicant/consents.ts'
import { lockApplicant } from '../applicant/store.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/client.ts'
import { NotFound } from '../errors.ts'
import type { ConsentChannel, OptionalUse, Purpose } from '../service/definition/privacy.ts'
import { definitionHash } from '../service/load.ts'
import { consentPurposes, purposeCovering } from '../service/privacy.ts'

export type ConsentChoice = { purpose: Purpose; given: boolean; at?: Date }
type Choice = { applicantId: string; purposeId: string; given: boolean; channel: ConsentChannel }

const asked = ({ id, version, text }: Purpose) => ({
  purpose: id,
  version,
  textHash: definitionHash(text),
})

/** What this person may consent to now, and what stands. */
export async function viewConsents(ctx: Context, db: Db, applicantId: string): Promise<ConsentChoice[]> {
  const rows = await listConsents(db, applicantId)
  return consentPurposes(ctx.service.definition).map((purpose) => ({
    purpose,
    given: isStanding(rows, asked(purpose)),
    at: lastChoice(rows, purpose.id)?.at,
  }))
}

/**
 * Gives or withdraws one consent, at once: no case depends on it, and none stops (PDPA s.19). Chosen again it changes
 * nothing. Throws NotFound for a purpose that is none.
 */
export async function chooseConsent(
  ctx: Context,
  { applicantId, purposeId, given, channel }: Choice,
): Promise<void> {
  const purpose = consentPurposes(ctx.service.definition).find(({ id }) => id === purposeId)
  if (!purpose) throw new NotFound('purpose')
  await ctx.db.transaction(async (tx) => {
    await lockApplicant(tx, applicantId)
    const rows = await listConsents(tx, applicantId)
    if (isStanding(rows, asked(purpose)) === given) return
    const event = given ? 'given' : 'withdrawn'
    await insertChoice(tx, { applicantId, ...asked(purpose), event, channel, at: ctx.clock.now() })
  })
}

/** Whether the program may do this for the person: it asked for no consent, or was given one that stands. */
export async function mayUse(ctx: Context, db: Db, applicantId: string, use: OptionalUse): Promise<boolean> {
  const purpose = purposeCovering(ctx.service.definition, use)
  return !purpose || isStanding(await listConsents(db, applicantId), asked(purpose))
}
