/** Who is signed in. The cookie holds a token of our own; the LINE ID token is exchanged for it once. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { closeSession, findSession, makeToken, openSession, type SignedIn } from '../actions/open-session.ts'
import type { Context } from '../context.ts'
import { Forbidden, Unauthenticated } from '../errors.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { deviceWords } from './device.ts'

const COOKIE = 'anuyat_session'
/** Names the browser, so that an ID token used in it counts in no other. */
const BROWSER = 'anuyat_browser'
const BROWSER_DAYS = 400
const SignIn = z.object({ idToken: z.string().min(1).max(8192) })

/** Whoever is signed in, or undefined. */
export async function findPerson(
  ctx: Context,
  request: FastifyRequest,
  options?: { polled?: boolean },
): Promise<SignedIn | undefined> {
  const token = request.cookies[COOKIE]
  return token ? await findSession(ctx, token, options) : undefined
}

/** Whom the route's access let in. Throws Unauthenticated where it lets anybody in. */
export async function requireApplicant(_ctx: Context, request: FastifyRequest): Promise<SignedIn> {
  if (!request.person) throw new Unauthenticated('sign_in')
  return request.person
}

/** The officer whom the route's access let in. Throws Unauthenticated, or Forbidden (`not_an_officer`). */
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
  app.post('/session', { config: { access: 'public' } }, async (request, reply) => {
    const { idToken } = parseSignIn(request.body)
    const before = await findPerson(ctx, request)
    const browser = request.cookies[BROWSER] ?? makeToken()
    const device = deviceWords(request.headers['user-agent'])
    const opened = await openSession(ctx, { idToken, browser, device, before })
    setCookie(ctx, reply, BROWSER, browser, new Date(ctx.clock.now().getTime() + BROWSER_DAYS * 86_400_000))
    // The running session stays as it is: requests that are under way carry its cookie.
    if (!opened) return { userChanged: false }
    setCookie(ctx, reply, COOKIE, opened.token, opened.expiresAt)
    return { userChanged: true }
  })

  app.delete('/session', { config: { access: 'public' } }, async (request, reply) => {
    await signOut(ctx, request, reply)
    return reply.code(204).send()
  })
}

/** Ends the session of this browser and forgets its cookie. */
export async function signOut(ctx: Context, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const token = request.cookies[COOKIE]
  if (token) await closeSession(ctx, token)
  reply.clearCookie(COOKIE, { path: '/' })
}

function parseSignIn(body: unknown): z.infer<typeof SignIn> {
  const parsed = SignIn.safeParse(body)
  if (!parsed.success) throw new Unauthenticated('bad_id_token')
  return parsed.data
}

function setCookie(
  ctx: Context,
  reply: FastifyReply,
  ...[name, value, expires]: [string, string, Date]
): void {
  const secure = ctx.config.BASE_URL.startsWith('https://')
  reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure, expires })
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
