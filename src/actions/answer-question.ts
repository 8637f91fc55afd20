import { findApplicant } from '../applicant/store.ts'
import type { Context } from '../context.ts'
import { Conflict, Forbidden, Invalid } from '../errors.ts'
import { renderMessage } from '../messages/flex.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { addJob } from '../outbox/store.ts'
import { holdsIdNumber, LONGEST, mayAnswer } from '../question/rules.ts'
import { findQuestion, listUnsentAnswersOf, lockQuestion, updateQuestion } from '../question/store.ts'
import { shortDateTime } from '../service/dates.ts'

/**
 * Answers a question once; the answer follows in the chat. The same answer pressed twice is one. Throws Forbidden,
 * Invalid, NotFound, Conflict `answered_already` when a colleague was faster.
 */
export async function answerQuestion(
  ctx: Context,
  officer: ActingOfficer,
  { questionId, answer }: { questionId: string; answer: string },
): Promise<void> {
  if (!mayAnswer(officer)) throw new Forbidden('not_your_step')
  const words = checked(answer)
  const answeredAt = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    const question = await lockQuestion(tx, questionId)
    if (question.answeredBy === officer.id && question.answer === words) return
    if (question.answeredAt || question.text === null) throw new Conflict('answered_already')
    await updateQuestion(tx, question.id, { answer: words, answeredAt, answeredBy: officer.id })
    await addJob(tx, {
      name: 'send-answer',
      payload: { questionId: question.id },
      runAt: answeredAt,
      key: `send-answer:${question.id}`,
    })
  })
  ctx.wakeRelay()
}

function checked(answer: string): string {
  const words = answer.trim().replace(/\r\n/g, '\n')
  const code = faultOf(words)
  if (code) throw new Invalid('invalid', [{ field: 'answer', code, params: { max: LONGEST.answer } }])
  return words
}

function faultOf(words: string): string | undefined {
  if (words === '') return 'required'
  if (words.length > LONGEST.answer) return 'too_long'
  return holdsIdNumber(words) ? 'id_number' : undefined
}

/** Job: the answer to who asked, with the question, once. Who has blocked the account gets it when they come back. */
export async function sendAnswer(
  ctx: Context,
  payload: Record<string, string>,
  jobId: string,
): Promise<void> {
  const question = await findQuestion(ctx.db, payload.questionId ?? '')
  const person = question && (await findApplicant(ctx.db, question.applicantId))
  if (!question?.text || !question.answer || question.sentAt || !person?.following || !person.lineUserId)
    return
  const { agency } = ctx.service.definition
  const { language, text, answer, askedAt } = question
  const data = {
    question: text,
    answer,
    unit: agency.unit[language],
    askedOn: shortDateTime(askedAt, language),
  }
  const message = renderMessage(ctx.flex, 'question-answered', data, language)
  await ctx.messenger.push(person.lineUserId, [message], jobId)
  await updateQuestion(ctx.db, question.id, { sentAt: ctx.clock.now() })
}

/** Sends what could not be sent while the person had blocked the account; `occasion` names their return. */
export async function sendHeldAnswers(ctx: Context, applicantId: string, occasion: string): Promise<void> {
  for (const { id } of await listUnsentAnswersOf(ctx.db, applicantId)) {
    await addJob(ctx.db, {
      name: 'send-answer',
      payload: { questionId: id },
      runAt: ctx.clock.now(),
      key: `send-answer:${id}:${occasion}`,
    })
  }
  ctx.wakeRelay()
}
