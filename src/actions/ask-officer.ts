import type { Context } from '../context.ts'
import { expectedAnswerOn, keepable, LONGEST } from '../question/rules.ts'
import { forgetUnanswered, insertQuestion } from '../question/store.ts'
import type { Language } from '../service/definition.ts'
import { callOfficers } from './call-officers.ts'

type Asked = {
  applicantId: string
  lineEventId: string
  text: string
  messageId: string | null
  language: Language
}

/** Puts a question before the officers. Asked again by the same event it changes nothing. */
export async function askOfficer(ctx: Context, { text, ...asked }: Asked): Promise<void> {
  const askedAt = ctx.clock.now()
  const expectedOn = expectedAnswerOn(askedAt, ctx.service.definition.agency)
  const kept = keepable(text, LONGEST.question)
  await ctx.db.transaction(async (tx) => {
    const question = await insertQuestion(tx, { ...asked, text: kept, askedAt, expectedOn })
    if (!question) return
    await forgetUnanswered(tx, asked.applicantId)
    await callOfficers(ctx, tx, { questionId: question.id })
  })
  ctx.wakeRelay()
}
