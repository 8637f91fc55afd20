/** `/o/privacy`: requests about personal data, who looked at it, and the record of processing. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { answerDataRequest, takeDataRequest } from '../../actions/answer-data-request.ts'
import { grantErasure } from '../../actions/grant-erasure.ts'
import {
  exportRecord,
  viewAccess,
  viewDataRequest,
  viewDataRequests,
} from '../../actions/view-data-requests.ts'
import { findByReference } from '../../application/store.ts'
import type { Context } from '../../context.ts'
import { Conflict, Invalid, type Problem } from '../../errors.ts'
import { LONGEST_WORDS } from '../../privacy/rules.ts'
import type { Language } from '../../service/definition.ts'
import { ACCESS_READERS, DATA_OFFICERS, DATA_OFFICERS_FRESH } from '../access.ts'
import { renderPage } from '../render.ts'
import { speak } from '../texts/speak.ts'
import type { DataRequestPageProps } from './data-request-page.tsx'
import type { DeskProps } from './desk.tsx'
import { caseId, deskOf, formOf } from './desk-request.ts'
import type { FormProblem } from './forms.ts'
import { PRIVACY_TEXTS } from './privacy-texts.ts'

const ListQuery = z.object({ tab: z.enum(['open', 'closed']).catch('open') })
const AccessQuery = z.object({ ref: z.string().trim().max(60).catch('') })
const Query = z.object({ done: z.enum(['taken', 'done']).optional().catch(undefined) })
const NOTHING_TYPED = { answer: '', reason: '', law: '' }

export function privacyRoutes(app: FastifyInstance, ctx: Context): void {
  app.get('/o/privacy', DATA_OFFICERS, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const { tab } = ListQuery.parse(request.query)
    const items = await viewDataRequests(ctx, desk.officer, tab === 'open')
    return renderPage(reply, 'officer/data-requests', { ...desk, tab, items })
  })

  app.get('/o/privacy/access', ACCESS_READERS, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const { ref } = AccessQuery.parse(request.query)
    const found = ref ? await findByReference(ctx.db, ref) : undefined
    const only = ref ? (found ? [found.id] : []) : undefined
    const items = await viewAccess(ctx, desk.officer, only)
    return renderPage(reply, 'officer/access', { ...desk, items, reference: ref })
  })

  app.get('/o/privacy/record.csv', DATA_OFFICERS, async (request, reply) => {
    const { language } = await deskOf(ctx, request)
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="record-of-processing.csv"')
      .header('cache-control', 'no-store')
      .send(await exportRecord(ctx, language))
  })

  requestRoutes(app, ctx)
}

function requestRoutes(app: FastifyInstance, ctx: Context): void {
  app.get('/o/privacy/:id', DATA_OFFICERS, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const { done } = Query.parse(request.query)
    return showRequest(ctx, request, reply, { desk, done })
  })

  app.post('/o/privacy/:id/take', DATA_OFFICERS, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const requestId = caseId(request)
    const version = Number(formOf(request).get('version')) || 0
    return changed(ctx, request, reply, {
      desk,
      change: () => takeDataRequest(ctx, desk.officer, { requestId, version }),
      done: 'taken',
    })
  })

  app.post('/o/privacy/:id/erase', DATA_OFFICERS_FRESH, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const requestId = caseId(request)
    const version = Number(formOf(request).get('version')) || 0
    return changed(ctx, request, reply, {
      desk,
      change: () => grantErasure(ctx, desk.officer, { requestId, version }),
      done: 'done',
    })
  })

  for (const [path, outcome, field] of [
    ['done', 'done', 'answer'],
    ['refuse', 'refused', 'reason'],
  ] as const)
    app.post(`/o/privacy/:id/${path}`, DATA_OFFICERS_FRESH, async (request, reply) => {
      const desk = await deskOf(ctx, request)
      const form = formOf(request)
      const [answer, law] = [form.get(field) ?? '', form.get('law') ?? '']
      const seen = { requestId: caseId(request), version: Number(form.get('version')) || 0 }
      return changed(ctx, request, reply, {
        desk,
        change: () => answerDataRequest(ctx, desk.officer, { ...seen, outcome, answer, law }),
        done: 'done',
        typed: { ...NOTHING_TYPED, [field]: answer, law },
        field,
      })
    })
}

type Change = {
  desk: DeskProps
  change: () => Promise<void>
  done: 'taken' | 'done'
  typed?: DataRequestPageProps['typed']
  field?: string
}

async function changed(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  { desk, change, done, typed, field }: Change,
): Promise<FastifyReply> {
  try {
    await change()
  } catch (error) {
    const t = speak(PRIVACY_TEXTS, desk.language)
    const problems =
      error instanceof Conflict
        ? [{ href: '#main', text: t('changed') }]
        : error instanceof Invalid
          ? problemsOf(error.problems, desk.language, field)
          : undefined
    if (!problems) throw error
    return showRequest(ctx, request, reply, { desk, typed, problems }, error instanceof Conflict ? 409 : 422)
  }
  return reply.redirect(`/o/privacy/${caseId(request)}?done=${done}`, 303)
}

function problemsOf(problems: Problem[], language: Language, field = 'answer'): FormProblem[] {
  const t = speak(PRIVACY_TEXTS, language)
  return problems.map((each) =>
    each.field === 'law'
      ? { href: '#law', text: t('wrong_law') }
      : { href: `#${field}`, text: t('wrong_answer', { max: LONGEST_WORDS }) },
  )
}

type Shown = { desk: DeskProps } & Partial<Pick<DataRequestPageProps, 'typed' | 'problems' | 'done'>>

async function showRequest(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  ...[{ desk, typed = NOTHING_TYPED, problems = [], done }, status = 200]: [Shown, number?]
): Promise<FastifyReply> {
  const id = caseId(request)
  const found = await viewDataRequest(ctx, desk.officer, id)
  const props = { ...desk, path: `/o/privacy/${id}`, found, typed, problems, done }
  return renderPage(reply, 'officer/data-request', props, status)
}
