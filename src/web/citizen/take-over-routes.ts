/** A transferred licence on its way from the old holder's account to the new one's. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { offerLicence } from '../../actions/offer-licence.ts'
import { type TakeOver, takeOverLicence, viewTakeOver } from '../../actions/take-over-licence.ts'
import type { Context } from '../../context.ts'
import { APPLICANT } from '../access.ts'
import { renderPage } from '../render.ts'
import { begin, type CaseRoute } from './begin.ts'
import { qrSvg } from './qr-svg.ts'

type OfferRoute = { Params: { code: string } }

export function takeOverRoutes(app: FastifyInstance, ctx: Context): void {
  app.post<CaseRoute>('/l/cases/:id/hand-on', APPLICANT, async (request, reply) => {
    const { person, language, agency } = await begin(ctx, request)
    const applicationId = request.params.id
    const { url, until } = await offerLicence(ctx, { applicationId, applicantId: person.applicantId })
    const licence = ctx.service.definition.licence.name
    const props = { language, agency, licence, applicationId, url, until, qr: qrSvg(url) }
    return renderPage(reply, 'citizen/hand-on', props)
  })

  app.get<OfferRoute>('/l/take-over/:code', APPLICANT, async (request, reply) => {
    const asked = await askedBy(ctx, request)
    return show(ctx, request, reply, await viewTakeOver(ctx, asked))
  })

  app.post<OfferRoute>('/l/take-over/:code', APPLICANT, async (request, reply) => {
    const asked = await askedBy(ctx, request)
    const typed = request.body instanceof URLSearchParams ? (request.body.get('ending') ?? '') : ''
    const found = await takeOverLicence(ctx, { ...asked, typed })
    if (found.state === 'taken') return reply.redirect(request.url, 303)
    return show(ctx, request, reply, found)
  })
}

async function askedBy(ctx: Context, request: FastifyRequest<OfferRoute>) {
  const { person } = await begin(ctx, request)
  return { code: request.params.code, applicantId: person.applicantId }
}

async function show(ctx: Context, request: FastifyRequest<OfferRoute>, reply: FastifyReply, found: TakeOver) {
  const { language, agency } = await begin(ctx, request)
  const { code } = request.params
  const licence = ctx.service.definition.licence.name
  const props = { language, agency, licence, code, found }
  return renderPage(reply, 'citizen/take-over', props, found.wrong ? 422 : 200)
}
