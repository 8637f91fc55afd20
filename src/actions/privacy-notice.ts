import { hasConsent, recordConsent } from '../applicant/store.ts'
import { findIntake } from '../application/intake.ts'
import { getOwnApplication } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/client.ts'
import type { Definition, Text } from '../service/definition.ts'
import { definitionHash } from '../service/load.ts'
import { definitionOf } from './definition-of.ts'

const PURPOSE = 'licence'

type Seen = { applicantId: string; definition: Definition; at: Date }

/** Keeps which notice this person was shown, once for each version (PDPA s.23). */
export async function recordNotice(db: Db, { applicantId, definition, at }: Seen): Promise<void> {
  const { version, text } = definition.privacyNotice
  await recordConsent(db, { applicantId, purpose: PURPOSE, version, textHash: definitionHash(text), at })
}

/**
 * Whether the applicant has not been shown the notice of this definition: it changed after the draft was begun. Who
 * comes to the counter is given it on paper.
 */
export async function isNoticeDue(
  db: Db,
  { id, applicantId }: Application,
  { privacyNotice: { version } }: Definition,
): Promise<boolean> {
  if (await findIntake(db, id)) return false
  return !(await hasConsent(db, { applicantId, purpose: PURPOSE, version }))
}

/** The notice this draft has to be shown before it is sent; undefined when it was. Throws NotFound. */
export async function noticeToShow(
  ctx: Context,
  owner: { applicationId: string; applicantId: string },
): Promise<Text | undefined> {
  const draft = await getOwnApplication(ctx.db, owner)
  const definition = await definitionOf(ctx, ctx.db, draft)
  return (await isNoticeDue(ctx.db, draft, definition)) ? definition.privacyNotice.text : undefined
}
