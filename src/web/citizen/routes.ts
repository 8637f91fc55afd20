/** What the applicant's pages ask for, under `/l`. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { viewConsents } from '../../actions/choose-consent.ts'
import { listCases } from '../../actions/view-case.ts'
import { withdrawApplication } from '../../actions/withdraw-application.ts'
import type { Context } from '../../context.ts'
import { bahtText } from '../../service/baht-text.ts'
import { APPLICANT, PUBLIC, polled } from '../access.ts'
import { renderPage } from '../render.ts'
import { requireApplicant } from '../session.ts'
import { actingRoutes } from './acting-routes.ts'
import { applyRoutes } from './apply-routes.ts'
import { begin, type CaseRoute, ownCase } from './begin.ts'
import { correctionRoutes } from './correction-routes.ts'
import { identityRoutes } from './identity-routes.ts'
import { licenceRoutes } from './licence-routes.ts'
import { myDataRoutes } from './my-data-routes.ts'
import { prefillRoutes } from './prefill-routes.ts'
import { takeOverRoutes } from './take-over-routes.ts'
import { thaidRoutes } from './thaid-routes.ts'

export function citizenRoutes(app: FastifyInstance, ctx: Context): void {
  chatPaths(app, ctx)
  applyRoutes(app, ctx)
  prefillRoutes(app, ctx)
  identityRoutes(app, ctx)
  thaidRoutes(app, ctx)
  actingRoutes(app, ctx)
  correctionRoutes(app, ctx)
  homeRoutes(app, ctx)
  licenceRoutes(app, ctx)
  takeOverRoutes(app, ctx)
  myDataRoutes(app, ctx)
  caseRoutes(app, ctx)
}

/** The short paths of cards and the rich menu. */
function chatPaths(app: FastifyInstance, ctx: Context): void {
  const to = (path: string) => async (_request: FastifyRequest, reply: FastifyReply) =>
    reply.redirect(path, 302)
  app.get('/apply', PUBLIC, to('/l/apply'))
  app.get('/requests', PUBLIC, to('/l/cases'))
  app.get('/wallet', PUBLIC, to('/l/wallet'))
  app.get('/pay', APPLICANT, async (request, reply) => {
    const { person } = await begin(ctx, request)
    const due = (await listCases(ctx, person.applicantId)).find(
      ({ status }) => status === 'awaiting_payment' || status === 'awaiting_fee',
    )
    return reply.redirect(due ? `/l/cases/${due.id}/pay` : '/l/cases', 302)
  })
}

function homeRoutes(app: FastifyInstance, ctx: Context): void {
  const service = ctx.service.definition

  for (const [path, name] of [
    ['/l', 'citizen/home'],
    ['/l/cases', 'citizen/cases'],
  ] as const) {
    app.get(path, APPLICANT, async (request, reply) => {
      const { person, language, agency } = await begin(ctx, request)
      const cases = await listCases(ctx, person.applicantId)
      return renderPage(reply, name, { language, agency, service, cases })
    })
  }
}

function caseRoutes(app: FastifyInstance, ctx: Context): void {
  app.get<CaseRoute>('/l/cases/:id', APPLICANT, async (request, reply) => {
    const { person, language, today } = await begin(ctx, request)
    const found = await ownCase(ctx, person, request.params.id)
    if (found.status === 'draft') return reply.redirect(`/l/apply/${found.id}`, 303)
    return renderPage(reply, 'citizen/case', { language, found, today })
  })

  app.get<CaseRoute>('/l/cases/:id/done', APPLICANT, async (request, reply) => {
    const { person, language, agency } = await begin(ctx, request)
    const found = await ownCase(ctx, person, request.params.id)
    if (found.status === 'draft') return reply.redirect(`/l/apply/${found.id}`, 303)
    const consents = (await viewConsents(ctx, ctx.db, person.applicantId))
      .filter(({ given }) => !given)
      .map(({ purpose }) => purpose)
    return renderPage(reply, 'citizen/done', { language, agency, found, consents })
  })

  app.get<CaseRoute>('/l/cases/:id/pay', APPLICANT, async (request, reply) => {
    const { person, language, agency } = await begin(ctx, request)
    const found = await ownCase(ctx, person, request.params.id)
    const amountWords = bahtText(found.invoice?.satang ?? 0)
    return renderPage(reply, 'citizen/pay', { language, agency, found, amountWords })
  })

  app.get<CaseRoute>('/l/cases/:id/state', polled(APPLICANT), async (request) => {
    const person = await requireApplicant(ctx, request)
    const { status, updatedAt } = await ownCase(ctx, person, request.params.id)
    return { status, updatedAt }
  })

  app.post<CaseRoute>('/l/cases/:id/withdraw', APPLICANT, async (request, reply) => {
    const person = await requireApplicant(ctx, request)
    const { id } = request.params
    await withdrawApplication(ctx, { applicationId: id, applicantId: person.applicantId })
    return reply.redirect(`/l/cases/${id}`, 303)
  })
}
