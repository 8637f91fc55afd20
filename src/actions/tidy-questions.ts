import type { Context } from '../context.ts'
import { eraseChatWords } from '../question/hand-over.ts'
import { KEEP_UNANSWERED_DAYS, KEEP_WORDS_DAYS } from '../question/rules.ts'
import { eraseQuestionWords, eraseUnanswered } from '../question/store.ts'

/** Erases what people asked and said some time after it was dealt with. */
export async function tidyQuestions(ctx: Context): Promise<void> {
  const before = (days: number) => new Date(ctx.clock.now().getTime() - days * 86_400_000)
  await eraseQuestionWords(ctx.db, before(KEEP_WORDS_DAYS))
  await eraseChatWords(ctx.db, before(KEEP_WORDS_DAYS))
  await eraseUnanswered(ctx.db, before(KEEP_UNANSWERED_DAYS))
}
