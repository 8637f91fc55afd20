import { findApplicant } from '../applicant/store.ts'
import { findDraft, insertDraft, keepDefinition } from '../application/store.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { NotFound } from '../errors.ts'
import { takeEstimate } from '../messages/chat.ts'
import type { Definition } from '../service/definition.ts'
import { fieldsById } from '../service/display.ts'
import type { Answers } from '../service/form.ts'
import { fillVerified } from './case-proof.ts'
import { prefill } from './prefill.ts'
import { recordNotice } from './privacy-notice.ts'

/**
 * The applicant's open draft, or a new one that begins with what was answered in the chat to "for my case". Repeating
 * it gives the same draft. Records the privacy notice shown.
 */
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
    await recordNotice(tx, { applicantId, definition, at: now })
    const filled = await prefill(ctx, tx, applicantId)
    await insertDraft(tx, {
      applicantId,
      serviceId: definition.id,
      definitionHash: hash,
      ...filled,
      answers: { ...filled.answers, ...(await givenInChat(tx, applicantId, definition)) },
      createdAt: now,
      updatedAt: now,
    })
    return begun(ctx, tx, applicantId)
  })
  if (!draft) throw new NotFound('draft')
  return { applicationId: draft.id }
}

/** The new draft, with what was proven of the person before. */
async function begun(ctx: Context, tx: Transaction, applicantId: string) {
  const draft = await findDraft(tx, applicantId, ctx.service.definition.id)
  if (draft) await fillVerified(ctx, tx, draft)
  return draft
}

/** Of a repeat group the chat has asked only how many rows: those are filled in the form. */
async function givenInChat(tx: Transaction, applicantId: string, definition: Definition): Promise<Answers> {
  const lineUserId = (await findApplicant(tx, applicantId))?.lineUserId
  const given = lineUserId ? await takeEstimate(tx, lineUserId) : {}
  const fields = fieldsById(definition)
  const carried = definition.guide.eligibility.filter(
    (id) => given[id] !== undefined && fields.has(id) && fields.get(id)?.type !== 'repeat',
  )
  return Object.fromEntries(carried.map((id) => [id, given[id]]))
}
