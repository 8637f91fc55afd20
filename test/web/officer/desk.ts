/** The web edge on a test context, and people with a session: what they get and what they send. */
import fastify, { type FastifyInstance, type InjectOptions } from 'fastify'
import { meetApplicant } from '../../../src/actions/meet-applicant.ts'
import { hashToken, makeToken } from '../../../src/actions/open-session.ts'
import { insertSession } from '../../../src/applicant/sessions.ts'
import type { Session } from '../../../src/applicant/table.ts'
import type { Context } from '../../../src/context.ts'
import { web } from '../../../src/web/web.ts'
import { lineUserOf } from '../../support/context.ts'

export async function openWeb(ctx: Context): Promise<FastifyInstance> {
  const app = fastify()
  await app.register((scope) => web(scope, ctx))
  await app.ready()
  return app
}

type Answer = { status: number; location: string | undefined; html: string }
export type Visitor = {
  get(url: string): Promise<Answer>
  /** Posts a plain form; a field may be given several times. */
  post(url: string, fields?: [string, string][]): Promise<Answer>
}

/** A browser of this persona, signed in anew for each request, however late it is; without a persona, nobody's. */
export async function visitorOf(app: FastifyInstance, ctx: Context, personaId?: string): Promise<Visitor> {
  const headers = { accept: 'text/html', 'sec-fetch-site': 'same-origin' }
  const ask = async (request: InjectOptions): Promise<Answer> => {
    const cookie = personaId ? `anuyat_session=${await openSessionOf(ctx, lineUserOf(personaId))}` : ''
    const response = await app.inject({ ...request, headers: { ...request.headers, cookie } })
    return { status: response.statusCode, location: response.headers.location, html: response.body }
  }
  return {
    get: (url) => ask({ url, headers }),
    post: (url, fields = []) =>
      ask({
        url,
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(fields).toString(),
      }),
  }
}

/** A session of this LINE user, its second factor proved just now; `changes` make it another. Gives the cookie's value. */
export async function openSessionOf(
  ctx: Context,
  lineUserId: string,
  changes: Partial<Session> = {},
): Promise<string> {
  await meetApplicant(ctx, lineUserId)
  const token = makeToken()
  const createdAt = ctx.clock.now()
  const expiresAt = new Date(createdAt.getTime() + 12 * 3600_000)
  const session = { lineUserId, createdAt, expiresAt, factorAt: createdAt, ...changes }
  await insertSession(ctx.db, { ...session, tokenHash: hashToken(token) })
  return token
}

/** The hidden fields of a page's form, as a browser would send them back. */
export function hiddenFields(html: string): [string, string][] {
  const inputs = html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)
  return [...inputs].map(([, name = '', value = '']) => [name, plainText(value)])
}

const plainText = (text: string) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
