/** The way to ThaID and back, under `/l/identity/thaid`. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { beginThaid, returnFromThaid, thaidReads } from '../../actions/begin-thaid.ts'
import { proveByThaid } from '../../actions/prove-by-thaid.ts'
import type { Context } from '../../context.ts'
import { APPLICANT, PUBLIC } from '../access.ts'
import { languageOf } from '../language.ts'
import { renderPage } from '../render.ts'
import { begin } from './begin.ts'
import type { ThaidOutcomePageProps } from './thaid-page.tsx'

const PATH = '/l/identity/thaid'
/** Held by the browser that came back from ThaID, and by no other. */
const TICKET = 'anuyat_thaid'
const TICKET_MINUTES = 15

type ForCase = { Params: { applicationId?: string } }

export function thaidRoutes(app: FastifyInstance, ctx: Context): void {
  // With a case in the path: the link to the other language drops the query.
  for (const path of [PATH, `${PATH}/for/:applicationId`]) {
    app.get<ForCase>(path, APPLICANT, async (request, reply) => {
      const { person, language, agency } = await begin(ctx, request)
      const { applicationId } = request.params
      const reads = await thaidReads(ctx, { applicantId: person.applicantId, applicationId })
      if (!reads) return showOutcome(ctx, request, reply, { state: 'not_offered', applicationId })
      const otherHref = otherWays(app, applicationId)
      return renderPage(reply, 'citizen/thaid', { language, agency, applicationId, otherHref, reads })
    })

    app.post<ForCase>(path, APPLICANT, async (request, reply) => {
      const { person } = await begin(ctx, request)
      const { applicationId } = request.params
      const begun = await beginThaid(ctx, { applicantId: person.applicantId, applicationId })
      if (typeof begun === 'string') return showOutcome(ctx, request, reply, { state: begun, applicationId })
      return reply.redirect(begun.url, 303)
    })
  }

  returnRoutes(app, ctx)
}

function returnRoutes(app: FastifyInstance, ctx: Context): void {
  // Answered by a redirect alone: the code stays in no history, no log and no page's address.
  app.get(`${PATH}/callback`, PUBLIC, async (request, reply) => {
    reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
    const { state, code, error, iss } = request.query as Record<string, unknown>
    const returned = { code: textOf(code), error: textOf(error), iss: textOf(iss) }
    const back = await returnFromThaid(ctx, { state: textOf(state) ?? '', returned })
    if (back?.ticket) setTicket(ctx, reply, back.ticket)
    return reply.redirect(`${PATH}/${back?.loginId ?? 'unknown'}`, 303)
  })

  app.get(`${PATH}/unknown`, PUBLIC, (request, reply) =>
    showOutcome(ctx, request, reply, { state: 'unknown' }),
  )

  app.get<{ Params: { id: string } }>(`${PATH}/:id`, APPLICANT, async (request, reply) => {
    const { person } = await begin(ctx, request)
    const { applicantId } = person
    const view = await proveByThaid(ctx, {
      loginId: request.params.id,
      applicantId,
      ticket: request.cookies[TICKET],
    })
    if (view.state === 'working') reply.header('refresh', '2')
    return showOutcome(ctx, request, reply, view)
  })
}

type Shown = Partial<ThaidOutcomePageProps> & Pick<ThaidOutcomePageProps, 'state'>

function showOutcome(ctx: Context, request: FastifyRequest, reply: FastifyReply, shown: Shown): FastifyReply {
  return renderPage(reply, 'citizen/thaid-outcome', {
    missing: [],
    ...shown,
    language: languageOf(request, request.person ?? undefined),
    agency: ctx.service.definition.agency,
    otherHref: otherWays(request.server, shown.applicationId),
    path: request.url.split('?')[0] ?? PATH,
  })
}

/** The page that lists the ways of this service, where there is one. */
function otherWays(app: FastifyInstance, applicationId: string | undefined): string | undefined {
  const hasList = app.hasRoute({ method: 'GET', url: '/l/apply/:id/identity' })
  return applicationId && hasList ? `/l/apply/${applicationId}/identity` : undefined
}

function setTicket(ctx: Context, reply: FastifyReply, ticket: string): void {
  const secure = ctx.config.BASE_URL.startsWith('https://')
  const maxAge = TICKET_MINUTES * 60
  reply.setCookie(TICKET, ticket, { path: PATH, httpOnly: true, sameSite: 'lax', secure, maxAge })
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length > 0 && value.length < 4096 ? value : undefined
