import { getOwnApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import { Invalid } from '../errors.ts'
import { keepSurveyAnswer } from '../survey/store.ts'

/** The last tap counts. Throws NotFound for another person's case, Invalid for a score outside 1–5. */
export async function answerSurvey(
  ctx: Context,
  answer: { applicationId: string; applicantId: string; score: number },
): Promise<void> {
  if (![1, 2, 3, 4, 5].includes(answer.score))
    throw new Invalid('invalid', [{ field: 'score', code: 'bad_option' }])
  const application = await getOwnApplication(ctx.db, answer)
  await keepSurveyAnswer(ctx.db, { applicationId: application.id, score: answer.score, at: ctx.clock.now() })
}
