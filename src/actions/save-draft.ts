import { updateApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import { Invalid } from '../errors.ts'
import type { Question } from '../service/definition.ts'
import { type Answers, answerFrom } from '../service/form.ts'
import { openForEditing } from './open-draft.ts'

type Save = { applicationId: string; applicantId: string; answers: Answers }

/**
 * Keeps what was typed, right or wrong; `answers` replaces the fields it names (never files). Works on a draft, and
 * on the fields of an open correction; fields that may not be changed are passed over.
 * Throws NotFound (also for a stranger's), Conflict when it was submitted, Invalid for what is no answer to its field.
 */
export async function saveDraft(ctx: Context, save: Save): Promise<{ savedAt: Date }> {
  const savedAt = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    const { application, fields } = await openForEditing(ctx, tx, save)
    const answers = { ...application.answers, ...typedAnswers(fields, save.answers) }
    await updateApplication(tx, application.id, { answers, updatedAt: savedAt })
  })
  return { savedAt }
}

function typedAnswers(fields: Map<string, Question>, given: Answers): Answers {
  const typed: Answers = {}
  for (const [id, value] of Object.entries(given)) {
    const field = fields.get(id)
    if (!field || field.type === 'file' || value === undefined) continue
    const answer = answerFrom(field, value)
    if (answer === undefined) throw new Invalid('bad_answers', [{ field: id, code: 'bad_answers' }])
    typed[id] = answer
  }
  return typed
}
