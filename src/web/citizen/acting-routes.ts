/** `/l/relink`: going on in another LINE account; `/l/mandates`: the principal's answer, and the link for it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { answerMandate, asksNumber, type By, viewMandate } from '../../actions/answer-mandate.ts'
import { makeMandateLink } from '../../actions/ask-mandate.ts'
import { askRelink, viewRelink, withdrawRelink } from '../../actions/ask-relink.ts'
import { getOwnApplication } from '../../application/store.ts'
import type { Context } from '../../context.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '../../errors.ts'
import { findMandateOf } from '../../mandate/store.ts'
import { links } from '../../messages/links.ts'
import { APPLICANT } from '../access.ts'
import { renderPage } from '../render.ts'
import { begin, type CaseRoute } from './begin.ts'
import { qrSvg } from './qr-svg.ts'

export function actingRoutes(app: FastifyInstance, ctx: Context): void {
  relinkRoutes(app, ctx)
  mandateRoutes(app, ctx)
  linkRoutes(app, ctx)
}

const formOf = ({ body }: FastifyRequest): URLSearchParams =>
  body instanceof URLSearchParams ? body : new URLSearchParams()

function relinkRoutes(app: FastifyInstance, ctx: Context): void {
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    said: { problem?: 'story_needed' | 'not_possible' | 'under_way'; typed?: string } = {},
  ) => {
    const { person, language, agency } = await begin(ctx, request)
    const found = await viewRelink(ctx, person.applicantId)
    return renderPage(reply, 'citizen/relink', { language, agency, found, ...said }, said.problem ? 422 : 200)
  }

  app.get('/l/relink', APPLICANT, (request, reply) => show(request, reply))

  app.post('/l/relink', APPLICANT, async (request, reply) => {
    const { person } = await begin(ctx, request)
    const story = formOf(request).get('story') ?? ''
    try {
      await askRelink(ctx, { applicantId: person.applicantId, story })
    } catch (error) {
      if (error instanceof Invalid) return show(request, reply, { problem: 'story_needed', typed: story })
      if (!(error instanceof Conflict)) throw error
      const problem = error.code === 'relink_under_way' ? 'under_way' : 'not_possible'
      return show(request, reply, { problem, typed: story })
    }
    return reply.redirect('/l/relink', 303)
  })

  app.post('/l/relink/withdraw', APPLICANT, async (request, reply) => {
    const { person } = await begin(ctx, request)
    const relinkId = formOf(request).get('id') ?? ''
    await withdrawRelink(ctx, { applicantId: person.applicantId, relinkId })
    return reply.redirect('/l/relink', 303)
  })
}

type ByRoute = { Params: { id?: string; code?: string } }

/** By its id for the principal who is known; by the one-time code for whoever was handed the link. */
function mandateRoutes(app: FastifyInstance, ctx: Context): void {
  const byOf = (request: FastifyRequest<ByRoute>, applicantId: string): By => {
    const { id, code } = request.params
    return code === undefined ? { applicantId, mandateId: id ?? '' } : { applicantId, code }
  }
  const show = async (
    request: FastifyRequest<ByRoute>,
    reply: FastifyReply,
    problem?: 'number_wrong' | 'number_needed',
  ) => {
    const { person, language, agency } = await begin(ctx, request)
    const by = byOf(request, person.applicantId)
    const found = await viewMandate(ctx, by)
    const action = request.url.split('?')[0] ?? ''
    // The code must not reach another site as the page one came from.
    reply.header('cache-control', 'no-store').header('referrer-policy', 'same-origin')
    const props = { language, agency, found, action, asksNumber: await asksNumber(ctx, by), problem }
    return renderPage(reply, 'citizen/mandate', props, problem ? 422 : 200)
  }

  for (const path of ['/l/mandates/:id', '/l/mandates/by/:code']) {
    app.get<ByRoute>(path, APPLICANT, (request, reply) => show(request, reply))

    app.post<ByRoute>(path, APPLICANT, async (request, reply) => {
      const { person } = await begin(ctx, request)
      const form = formOf(request)
      const agrees = form.get('agrees') === 'yes'
      const typed = form.get('number') ?? undefined
      try {
        await answerMandate(ctx, { ...byOf(request, person.applicantId), agrees, typed })
      } catch (error) {
        if (error instanceof Invalid)
          return show(
            request,
            reply,
            error.problems[0]?.code === 'number_wrong' ? 'number_wrong' : 'number_needed',
          )
        // The page itself says why.
        if (!(error instanceof Conflict || error instanceof Forbidden)) throw error
      }
      return reply.redirect(request.url.split('?')[0] ?? '/l', 303)
    })
  }
}

function linkRoutes(app: FastifyInstance, ctx: Context): void {
  const show = async (request: FastifyRequest<CaseRoute>, reply: FastifyReply, code?: string) => {
    const { person, language, agency } = await begin(ctx, request)
    const owner = { applicationId: request.params.id, applicantId: person.applicantId }
    await getOwnApplication(ctx.db, owner)
    const found = await findMandateOf(ctx.db, owner.applicationId)
    if (!found) throw new NotFound('mandate')
    const link = code && links(ctx.config).mandateCode(code)
    reply.header('cache-control', 'no-store')
    const shown = { principal: found.principal.name, status: found.status, link, qr: link && qrSvg(link) }
    return renderPage(reply, 'citizen/mandate-link', { language, agency, ...owner, ...shown })
  }

  app.get<CaseRoute>('/l/cases/:id/mandate', APPLICANT, (request, reply) => show(request, reply))

  app.post<CaseRoute>('/l/cases/:id/mandate', APPLICANT, async (request, reply) => {
    const { person } = await begin(ctx, request)
    const owner = { applicationId: request.params.id, applicantId: person.applicantId }
    try {
      return show(request, reply, await makeMandateLink(ctx, owner))
    } catch (error) {
      if (error instanceof Conflict) return show(request, reply)
      throw error
    }
  })
}
