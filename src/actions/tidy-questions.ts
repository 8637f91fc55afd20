import type { Context } from '../context.ts'
import { eraseQuestionWords, eraseUnanswered } from '../question/store.ts'
import { eraseChats } from './fetch-chat-file.ts'
import { recordCount } from './record-disposal.ts'

/** Erases what people asked and said some time after it was dealt with. */
export async function tidyQuestions(ctx: Context): Promise<void> {
  const { chatDays, unansweredDays } = ctx.service.definition.retention
  const before = (days: number) => new Date(ctx.clock.now().getTime() - days * 86_400_000)
  const questions = await eraseQuestionWords(ctx.db, before(chatDays))
  await recordCount(ctx, 'questions', { count: questions, days: chatDays })
  const words = await eraseChats(ctx, before(chatDays))
  await recordCount(ctx, 'chats', { count: words, days: chatDays })
  const unanswered = await eraseUnanswered(ctx.db, before(unansweredDays))
  await recordCount(ctx, 'unanswered', { count: unanswered, days: unansweredDays })
}
