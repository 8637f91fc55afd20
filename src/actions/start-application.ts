import { recordConsent } from '../applicant/store.ts'
import { findDraft, insertDraft, keepDefinition } from '../application/store.ts'
import type { Context } from '../context.ts'
import { NotFound } from '../errors.ts'
import { definitionHash } from '../service/load.ts'

/** The applicant's open draft, or a new one. Repeating it gives the same draft. Records the privacy notice shown. */
export async function startApplication(
  ctx: Context,
  applicantId: string,
): Promise<{ applicationId: string }> {
  const { definition, hash } = ctx.service
  const now = ctx.clock.now()
  const draft = await ctx.db.transaction(async (tx) => {
    const open = await findDraft(tx, applicantId, definition.id)
    if (open) return open
    await keepDefinition(tx, hash, definition, now)
    const { version, text } = definition.privacyNotice
    await recordConsent(tx, {
      applicantId,
      purpose: 'licence',
      version,
      textHash: definitionHash(text),
      at: now,
    })
    await insertDraft(tx, {
      applicantId,
      serviceId: definition.id,
      definitionHash: hash,
      createdAt: now,
      updatedAt: now,
    })
    return findDraft(tx, applicantId, definition.id)
  })
  if (!draft) throw new NotFound('draft')
  return { applicationId: draft.id }
}
