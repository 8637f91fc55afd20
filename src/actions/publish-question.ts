import type { Context } from '../context.ts'
import { Conflict, Forbidden, Invalid, NotFound, type Problem } from '../errors.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { findPublished, publish, withdraw } from '../question/published.ts'
import { holdsIdNumber, LONGEST, mayAnswer } from '../question/rules.ts'
import { lockQuestion } from '../question/store.ts'
import type { Text } from '../service/definition.ts'

/** What an officer wrote for everybody; a language may be left empty. */
export type Publication = {
  questionId: string
  question: Text
  answer: Text
  /** Other ways to ask it. */
  wordings: string[]
}

/**
 * Makes a question and its answer public: the look-up and the guide know it from now on. A language left empty shows
 * the other one's words. Throws Forbidden, Invalid, NotFound, Conflict `not_answered`.
 */
export async function publishQuestion(
  ctx: Context,
  officer: ActingOfficer,
  publication: Publication,
): Promise<void> {
  if (!mayAnswer(officer)) throw new Forbidden('not_your_step')
  const problems = publicationProblems(publication)
  if (problems.length > 0) throw new Invalid('invalid', problems)
  const { questionId, question, answer } = publication
  await ctx.db.transaction(async (tx) => {
    const asked = await lockQuestion(tx, questionId)
    if (!asked.answeredAt) throw new Conflict('not_answered')
    await publish(tx, {
      questionId,
      question: bothLanguages(question),
      answer: bothLanguages(answer),
      wordings: publication.wordings.map((each) => each.trim()).filter((each) => each.length > 1),
      publishedBy: officer.id,
      changedAt: ctx.clock.now(),
    })
  })
}

/** Takes it back: the next citizen is no longer answered by it. Throws Forbidden, NotFound. */
export async function withdrawQuestion(
  ctx: Context,
  officer: ActingOfficer,
  questionId: string,
): Promise<void> {
  if (!mayAnswer(officer)) throw new Forbidden('not_your_step')
  if (!(await findPublished(ctx.db, questionId))) throw new NotFound('question')
  await withdraw(ctx.db, questionId, ctx.clock.now())
}

function publicationProblems({ question, answer, wordings }: Publication): Problem[] {
  const fields: [string, Text, number][] = [
    ['question', question, LONGEST.publicQuestion],
    ['answer', answer, LONGEST.publicAnswer],
  ]
  const own = fields.flatMap(([field, text, max]) => {
    const words = [text.th, text.en].map((each) => each.trim())
    if (words.every((each) => each === '')) return [{ field, code: 'required' }]
    if (words.some((each) => each.length > max)) return [{ field, code: 'too_long', params: { max } }]
    return words.some(holdsIdNumber) ? [{ field, code: 'id_number' }] : []
  })
  return wordings.some(holdsIdNumber) ? [...own, { field: 'wordings', code: 'id_number' }] : own
}

const bothLanguages = ({ th, en }: Text): Text => ({ th: th.trim() || en.trim(), en: en.trim() || th.trim() })
