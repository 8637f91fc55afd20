/** `/o/questions`: what citizens ask, answering it, and making an answer public. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { answerQuestion } from '../../actions/answer-question.ts'
import { publishQuestion, withdrawQuestion } from '../../actions/publish-question.ts'
import {
  type OfficerQuestion,
  QUESTION_TABS,
  viewQuestion,
  viewQuestions,
} from '../../actions/view-questions.ts'
import type { Context } from '../../context.ts'
import { Conflict, Invalid } from '../../errors.ts'
import { ANSWERERS, polled } from '../access.ts'
import { renderPage } from '../render.ts'
import type { DeskProps } from './desk.tsx'
import { caseId, deskOf, formOf } from './desk-request.ts'
import { draftOf, problemTexts, publicationOf, QUESTION_DONE, readDraft } from './question-forms.ts'
import type { QuestionPageProps } from './question-page.tsx'

const ListQuery = z.object({ tab: z.enum(QUESTION_TABS).catch('waiting') })
const Query = z.object({
  done: z.enum(QUESTION_DONE).optional().catch(undefined),
  ready: z.string().optional().catch(undefined),
})

export function questionRoutes(app: FastifyInstance, ctx: Context): void {
  listRoutes(app, ctx)
  answerRoutes(app, ctx)
  publishRoutes(app, ctx)
}

function listRoutes(app: FastifyInstance, ctx: Context): void {
  app.get('/o/questions', ANSWERERS, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const { tab } = ListQuery.parse(request.query)
    const list = await viewQuestions(ctx, desk.officer, tab)
    return renderPage(reply, 'officer/questions', { ...desk, tab, list, now: ctx.clock.now() })
  })

  app.get('/o/questions/state', polled(ANSWERERS), async (request) => {
    const { officer } = await deskOf(ctx, request)
    const { tab } = ListQuery.parse(request.query)
    return { stamp: (await viewQuestions(ctx, officer, tab)).stamp }
  })
}

function answerRoutes(app: FastifyInstance, ctx: Context): void {
  app.get('/o/questions/:id', ANSWERERS, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const { done, ready } = Query.parse(request.query)
    const found = await viewQuestion(ctx, desk.officer, caseId(request))
    const typed = found.ready.find(({ id }) => id === ready)?.text ?? ''
    return showQuestion(reply, { ...desk, path: `/o/questions/${found.id}` }, found, { done, typed })
  })

  app.post('/o/questions/:id/answer', ANSWERERS, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const questionId = caseId(request)
    const answer = formOf(request).get('answer') ?? ''
    try {
      await answerQuestion(ctx, desk.officer, { questionId, answer })
    } catch (error) {
      const found = await viewQuestion(ctx, desk.officer, questionId)
      if (error instanceof Conflict) return showQuestion(reply, desk, found, { unsent: answer }, 409)
      if (!(error instanceof Invalid)) throw error
      const problems = problemTexts(error.problems, desk.language, { answer: '#answer' })
      return showQuestion(reply, desk, found, { typed: answer, problems }, 422)
    }
    return reply.redirect(`/o/questions/${questionId}?done=answered`, 303)
  })
}

function publishRoutes(app: FastifyInstance, ctx: Context): void {
  app.post('/o/questions/:id/publish', ANSWERERS, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const questionId = caseId(request)
    const draft = readDraft(formOf(request))
    try {
      await publishQuestion(ctx, desk.officer, publicationOf(questionId, draft))
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      const found = await viewQuestion(ctx, desk.officer, questionId)
      const problems = problemTexts(error.problems, desk.language)
      return showQuestion(reply, desk, found, { draft, problems }, 422)
    }
    return reply.redirect(`/o/questions/${questionId}?done=published`, 303)
  })

  app.post('/o/questions/:id/withdraw', ANSWERERS, async (request, reply) => {
    const { officer } = await deskOf(ctx, request)
    const questionId = caseId(request)
    await withdrawQuestion(ctx, officer, questionId)
    return reply.redirect(afterWithdrawal(request, questionId), 303)
  })
}

const afterWithdrawal = (request: FastifyRequest, id: string): string =>
  formOf(request).get('from') === 'list' ? '/o/questions?tab=published' : `/o/questions/${id}?done=withdrawn`

type Shown = Partial<Pick<QuestionPageProps, 'typed' | 'draft' | 'problems' | 'unsent' | 'done'>>

function showQuestion(
  reply: FastifyReply,
  desk: DeskProps,
  found: OfficerQuestion,
  ...[shown, status = 200]: [Shown, number?]
): FastifyReply {
  const props = { ...desk, found, typed: '', draft: draftOf(found), problems: [], ...shown }
  return renderPage(reply, 'officer/question', props, status)
}
