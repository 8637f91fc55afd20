/** What anybody may open: the front door, the guide, verification, the privacy notice. No session, no script. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { verifyLicence } from '../../actions/verify-licence.ts'
import type { Context } from '../../context.ts'
import { printedCode, readVerificationCode } from '../../licence/code.ts'
import { links } from '../../messages/links.ts'
import { publishedQuestions } from '../../question/published.ts'
import { bangkokDay } from '../../service/dates.ts'
import type { Definition } from '../../service/definition.ts'
import { feesOn } from '../../service/fee.ts'
import { PUBLIC } from '../access.ts'
import { qrSvg } from '../citizen/qr-svg.ts'
import { languageOf } from '../language.ts'
import { renderPage } from '../render.ts'
import { guideDataRoutes } from './guide-data-routes.ts'
import type { SiteProps } from './site.tsx'

export function publicRoutes(app: FastifyInstance, ctx: Context): void {
  const { definition } = ctx.service
  const { apply, requests } = links(ctx.config)
  const qr = qrSvg(apply)
  const inLine = { applyUrl: apply, trackUrl: requests, qr }
  const today = () => ({ definition: currentDefinition(ctx) })

  app.get('/', PUBLIC, (request, reply) =>
    renderPage(reply, 'public/home', { ...siteOf(ctx, request), ...inLine, ...today() }),
  )

  app.get('/service', PUBLIC, async (request, reply) => {
    const published = await publishedQuestions(ctx.db)
    const url = new URL('/service', ctx.config.BASE_URL).href
    return renderPage(reply, 'public/service', {
      ...siteOf(ctx, request),
      ...inLine,
      ...today(),
      url,
      published,
    })
  })

  guideDataRoutes(app, ctx, () => currentDefinition(ctx))

  app.get('/privacy', PUBLIC, (request, reply) =>
    renderPage(reply, 'public/privacy', { ...siteOf(ctx, request), definition }),
  )

  app.register((scope) => verificationRoutes(scope, ctx))
}

/** Nobody may guess their way through the register: so many codes a minute from one address. */
const CHECKS_A_MINUTE = 30
const Asked = z.object({ code: z.string().max(200).optional().catch(undefined) })
const Code = z.object({ code: z.string().max(200) })

async function verificationRoutes(app: FastifyInstance, ctx: Context): Promise<void> {
  app.get('/v', PUBLIC, (request, reply) => {
    const code = tidyCode(Asked.parse(request.query).code ?? '')
    const language = languageOf(request)
    if (code) return reply.redirect(`/v/${encodeURIComponent(code)}?lang=${language}`, 303)
    return renderPage(reply, 'public/verify', siteOf(ctx, request))
  })

  const limit = app.rateLimit({
    max: CHECKS_A_MINUTE,
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, { ttl }) => new TooManyChecks(Math.ceil(ttl / 1000)),
  })
  app.get('/v/:code', { ...PUBLIC, preHandler: limit }, async (request, reply) => {
    const code = tidyCode(Code.parse(request.params).code)
    const found = await verifyLicence(ctx, code)
    const { apply: applyUrl } = links(ctx.config)
    const checkedAt = found?.checkedAt ?? ctx.clock.now()
    const props = { ...siteOf(ctx, request), code, found, checkedAt, applyUrl }
    return renderPage(reply, 'public/verification', props, found ? 200 : 404)
  })

  const fallback = app.errorHandler
  app.setErrorHandler((error, request, reply) => {
    if (!(error instanceof TooManyChecks)) return fallback.call(app, error, request, reply)
    return renderPage(reply, 'public/busy', { ...siteOf(ctx, request), seconds: error.seconds }, 429)
  })
}

class TooManyChecks extends Error {
  readonly seconds: number
  constructor(seconds: number) {
    super('too_many_checks')
    this.seconds = seconds
  }
}

/** As printed on the document where it can be a code, else as it was typed. */
function tidyCode(typed: string): string {
  const code = readVerificationCode(typed)
  return code ? printedCode(code) : typed.trim().slice(0, 40)
}

/** The service with the fees of today. */
function currentDefinition(ctx: Context): Definition {
  const { definition } = ctx.service
  return { ...definition, fees: feesOn(definition.fees, bangkokDay(ctx.clock.now())) }
}

const siteOf = (ctx: Context, request: FastifyRequest): SiteProps => ({
  language: languageOf(request),
  agency: ctx.service.definition.agency,
  licence: ctx.service.definition.licence.name,
  path: request.url.split('?')[0] ?? '/',
})
