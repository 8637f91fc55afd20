/** What the applicant's pages ask for, under `/l`. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { listCases } from '../../actions/view-case.ts'
import { withdrawApplication } from '../../actions/withdraw-application.ts'
import type { Context } from '../../context.ts'
import { bahtText } from '../../service/baht-text.ts'
import { renderPage } from '../render.ts'
import { requireApplicant } from '../session.ts'
import { applyRoutes } from './apply-routes.ts'
import { begin, type CaseRoute, ownCase } from './begin.ts'
import { correctionRoutes } from './correction-routes.ts'
import { licenceRoutes } from './licence-routes.ts'
import { prefillRoutes } from './prefill-routes.ts'

export function citizenRoutes(app: FastifyInstance, ctx: Context): void {
  chatPaths(app, ctx)
  applyRoutes(app, ctx)
  prefillRoutes(app, ctx)
  correctionRoutes(app, ctx)
  homeRoutes(app, ctx)
  licenceRoutes(app, ctx)
  caseRoutes(app, ctx)
}

/** The short paths of cards and the rich menu. */
function chatPaths(app: FastifyInstance, ctx: Context): void {
  const to = (path: string) => async (_request: FastifyRequest, reply: FastifyReply) =>
    reply.redirect(path, 302)
  app.get('/apply', to('/l/apply'))
  app.get('/requests', to('/l/cases'))
  app.get('/wallet', to('/l/wallet'))
  app.get('/pay', async (request, reply) => {
    const { person } = await begin(ctx, request)
    const due = (await listCases(ctx, person.applicantId)).find(
      ({ status }) => status === 'awaiting_payment' || status === 'awaiting_fee',
    )
    return reply.redirect(due ? `/l/cases/${due.id}/pay` : '/l/cases', 302)
  })
}

function homeRoutes(app: FastifyInstance, ctx: Context): void {
  const service = { title: ctx.service.definition.title, short: ctx.service.definition.short }

  for (const [path, name] of [
    ['/l', 'citizen/home'],
    ['/l/cases', 'citizen/cases'],
  ] as const) {
    app.get(path, async (request, reply) => {
      const { person, language, agency } = await begin(ctx, request)
      const cases = await listCases(ctx, person.applicantId)
      return renderPage(reply, name, { language, agency, service, cases })
    })
  }
}

function caseRoutes(app: FastifyInstance, ctx: Context): void {
  app.get<CaseRoute>('/l/cases/:id', async (request, reply) => {
    const { person, language, today } = await begin(ctx, request)
    const found = await ownCase(ctx, person, request.params.id)
    if (found.status === 'draft') return reply.redirect(`/l/apply/${found.id}`, 303)
    return renderPage(reply, 'citizen/case', { language, found, today })
  })

  app.get<CaseRoute>('/l/cases/:id/done', async (request, reply) => {
    const { person, language, agency } = await begin(ctx, request)
    const found = await ownCase(ctx, person, request.params.id)
    if (found.status === 'draft') return reply.redirect(`/l/apply/${found.id}`, 303)
    return renderPage(reply, 'citizen/done', { language, agency, found })
  })

  app.get<CaseRoute>('/l/cases/:id/pay', async (request, reply) => {
    const { person, language, agency } = await begin(ctx, request)
    const found = await ownCase(ctx, person, request.params.id)
    const amountWords = bahtText(found.invoice?.satang ?? 0)
    return renderPage(reply, 'citizen/pay', { language, agency, found, amountWords })
  })

  app.get<CaseRoute>('/l/cases/:id/state', async (request) => {
    const person = await requireApplicant(ctx, request)
    const { status, updatedAt } = await ownCase(ctx, person, request.params.id)
    return { status, updatedAt }
  })

  app.post<CaseRoute>('/l/cases/:id/withdraw', async (request, reply) => {
    const person = await requireApplicant(ctx, request)
    const { id } = request.params
    await withdrawApplication(ctx, { applicationId: id, applicantId: person.applicantId })
    return reply.redirect(`/l/cases/${id}`, 303)
  })
}
