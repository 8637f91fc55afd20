/** Who is signed in. The cookie holds a token of our own; the LINE ID token is exchanged for it once. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { closeSession, findSession, openSession, type SignedIn } from '../actions/open-session.ts'
import type { Context } from '../context.ts'
import { Forbidden, Unauthenticated } from '../errors.ts'
import type { ActingOfficer } from '../review/officer.ts'

const COOKIE = 'anuyat_session'
const SignIn = z.object({ idToken: z.string().min(1).max(8192) })

/** Whoever is signed in, or undefined. */
export async function findPerson(ctx: Context, request: FastifyRequest): Promise<SignedIn | undefined> {
  const token = request.cookies[COOKIE]
  return token ? await findSession(ctx, token) : undefined
}

/** Throws Unauthenticated. */
export async function requireApplicant(ctx: Context, request: FastifyRequest): Promise<SignedIn> {
  const person = await findPerson(ctx, request)
  if (!person) throw new Unauthenticated('sign_in')
  return person
}

/** Throws Unauthenticated, or Forbidden (`not_an_officer`). */
export async function requireOfficer(
  ctx: Context,
  request: FastifyRequest,
): Promise<SignedIn & { officer: ActingOfficer }> {
  const person = await requireApplicant(ctx, request)
  if (!person.officer) throw new Forbidden('not_an_officer')
  return { ...person, officer: person.officer }
}

/** `POST /session {idToken}` → {userChanged}; `DELETE /session`. */
export function sessionRoutes(app: FastifyInstance, ctx: Context): void {
  app.post('/session', async (request, reply) => {
    const { idToken } = parseSignIn(request.body)
    const before = await findPerson(ctx, request)
    const { lineUserId } = await ctx.identity.verify(idToken)
    // The running session stays as it is: requests that are under way carry its cookie.
    if (before?.lineUserId === lineUserId) return { userChanged: false }
    const { token, expiresAt } = await openSession(ctx, idToken)
    setSessionCookie(ctx, reply, token, expiresAt)
    return { userChanged: true }
  })

  app.delete('/session', async (request, reply) => {
    const token = request.cookies[COOKIE]
    if (token) await closeSession(ctx, token)
    return reply.clearCookie(COOKIE, { path: '/' }).code(204).send()
  })
}

function parseSignIn(body: unknown): z.infer<typeof SignIn> {
  const parsed = SignIn.safeParse(body)
  if (!parsed.success) throw new Unauthenticated('bad_id_token')
  return parsed.data
}

function setSessionCookie(ctx: Context, reply: FastifyReply, token: string, expires: Date): void {
  const secure = ctx.config.BASE_URL.startsWith('https://')
  reply.setCookie(COOKIE, token, { path: '/', httpOnly: true, sameSite: 'lax', secure, expires })
}

/**
 * Refuses a change that another site's page asks for in this browser. Browsers say where a request comes from in
 * `Sec-Fetch-Site`, and older ones in `Origin`; what says neither is no browser page of ours.
 */
export function refuseForeignChange(ctx: Context, request: FastifyRequest): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return
  const site = request.headers['sec-fetch-site']
  const origin = request.headers.origin
  const own = site === undefined ? origin === new URL(ctx.config.BASE_URL).origin : site === 'same-origin'
  if (!own) throw new Forbidden('foreign_origin')
}
