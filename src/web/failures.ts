/** What went wrong, as a page for a person or as JSON for our own scripts. The only mapping of errors to HTTP here. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ownFactors } from '../actions/set-up-factor.ts'
import type { Context } from '../context.ts'
import { Conflict, Forbidden, Invalid, NotFound, Unauthenticated } from '../errors.ts'
import { siteOf } from '../officer/passkey.ts'
import { FactorMissing, FactorNeeded } from './access.ts'
import type { FailureKind } from './citizen/system-pages.tsx'
import { languageOf } from './language.ts'
import { liffUrl, renderPage } from './render.ts'
import { findPerson } from './session.ts'

const KINDS: [new (...args: never[]) => Error, FailureKind, number][] = [
  [Forbidden, 'forbidden', 403],
  [NotFound, 'not_found', 404],
  [Conflict, 'conflict', 409],
  [Invalid, 'invalid', 422],
]

export async function answerFailure(
  ctx: Context,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (error instanceof Unauthenticated) return answerUnauthenticated(ctx, request, reply)
  if (error instanceof FactorMissing && !wantsJson(request)) return reply.redirect('/o/factors/new', 303)
  if (error instanceof FactorNeeded && !wantsJson(request)) return askFactor(ctx, request, reply, error)
  const [, kind, status] = KINDS.find(([type]) => error instanceof type) ?? unexpected(error)
  if (status >= 500)
    request.log.error({ event: 'web.failed', err: error, requestId: request.id }, 'request failed')
  if (wantsJson(request)) return reply.code(status).send(failureJson(error, kind))
  return renderFailure(ctx, request, reply, { kind, status })
}

export async function answerNotFound(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (wantsJson(request)) return reply.code(404).send({ error: 'not_found' })
  return renderFailure(ctx, request, reply, { kind: 'not_found', status: 404 })
}

/** Fastify's own refusals (too large, malformed) carry a status; anything else is our fault. */
function unexpected(error: unknown): [typeof Error, FailureKind, number] {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  const kind = status >= 500 ? 'broken' : status === 429 ? 'busy' : 'invalid'
  return [Error, kind, status >= 400 ? status : 500]
}

function failureJson(error: unknown, kind: FailureKind) {
  const code = error instanceof Error && 'code' in error ? error.code : kind
  return { error: kind, code, problems: error instanceof Invalid ? error.problems : [] }
}

const wantsJson = (request: FastifyRequest) => !(request.headers.accept ?? '').includes('text/html')

async function renderFailure(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  { kind, status }: { kind: FailureKind; status: number },
): Promise<FastifyReply> {
  // A page that tells of a broken database must not ask that database who is reading.
  const person = status >= 500 ? undefined : await findPerson(ctx, request)
  const language = languageOf(request, person)
  const { agency } = ctx.service.definition
  return renderPage(
    reply,
    'citizen/failure',
    { language, kind, agency, reference: String(request.id) },
    status,
  )
}

/** Asks for the second factor; its form then goes where this request went, with what was typed. */
async function askFactor(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  { said }: FactorNeeded,
): Promise<FastifyReply> {
  const { person } = request
  const officer = person?.officer ?? person?.unproven
  const factors = officer ? await ownFactors(ctx, officer.id) : []
  const has = (kind: string) => factors.some((each) => each.kind === kind)
  const posted =
    request.method === 'POST' && request.body instanceof URLSearchParams ? request.body : undefined
  const to = request.method === 'GET' ? request.url : (refererPath(request) ?? '/o')
  const props = {
    language: languageOf(request, person ?? undefined),
    agency: ctx.service.definition.agency,
    name: officer?.name ?? '',
    kinds: { totp: has('totp'), passkey: has('passkey') && siteOf(ctx.config.BASE_URL, '') !== undefined },
    said,
    action: posted ? request.url : '/o/factor',
    fields: posted ? [...posted] : [['to', to] satisfies [string, string]],
    kept: posted !== undefined && [...posted].length > 0 && request.url !== '/o/factor',
  }
  return renderPage(reply, 'officer/factor', props, 403)
}

/** Signs in again by LIFF, then returns to the same address, or posts again what was typed. */
function answerUnauthenticated(ctx: Context, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (wantsJson(request)) return reply.code(401).send({ error: 'unauthenticated' })
  const typed = request.body instanceof URLSearchParams ? [...request.body] : undefined
  const props = {
    language: languageOf(request),
    agency: ctx.service.definition.agency,
    liffUrl: liffUrl(ctx.config),
    path: request.method === 'GET' ? request.url : (refererPath(request) ?? '/l'),
    repost: request.method === 'POST' && typed ? { action: request.url, fields: typed } : undefined,
  }
  return renderPage(reply, 'citizen/sign-in', props, 401)
}

function refererPath(request: FastifyRequest): string | undefined {
  const url = request.headers.referer ? URL.parse(request.headers.referer) : null
  return url && url.host === request.host ? `${url.pathname}${url.search}` : undefined
}
