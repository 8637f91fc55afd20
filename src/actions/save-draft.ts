import { updateApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import type { Answers } from '../service/form.ts'
import { openForEditing } from './open-draft.ts'

type Save = { applicationId: string; applicantId: string; answers: Answers }

/**
 * Keeps what was typed, right or wrong; `answers` replaces the fields it names (never files). Works on a draft, and
 * on the fields of an open correction; fields that may not be changed are passed over.
 * Throws NotFound (also for a stranger's), Conflict when it was submitted.
 */
export async function saveDraft(ctx: Context, save: Save): Promise<{ savedAt: Date }> {
  const savedAt = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    const { application, fields } = await openForEditing(ctx, tx, save)
    const typed = Object.entries(save.answers).filter(
      ([id]) => fields.has(id) && fields.get(id)?.type !== 'file',
    )
    const answers = { ...application.answers, ...Object.fromEntries(typed) }
    await updateApplication(tx, application.id, { answers, updatedAt: savedAt })
  })
  return { savedAt }
}
