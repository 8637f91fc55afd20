import { updateApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import { Invalid } from '../errors.ts'
import type { Question } from '../service/definition.ts'
import { type Answers, answerFrom } from '../service/form.ts'
import { verifiedOf } from './case-proof.ts'
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
    const { application, definition, fields } = await openForEditing(ctx, tx, save)
    const typed = { ...application.answers, ...typedAnswers(fields, save.answers) }
    const verified = await verifiedOf(ctx, tx, {
      application: { ...application, answers: typed },
      definition,
    })
    const answers = { ...typed, ...onlyOf(verified, fields) }
    await updateApplication(tx, application.id, { answers, updatedAt: savedAt })
  })
  return { savedAt }
}

const onlyOf = (answers: Answers, fields: Map<string, Question>): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => fields.has(id)))

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
