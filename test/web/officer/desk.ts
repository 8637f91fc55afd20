/** The web edge on a test context, and people with a session: what they get and what they send. */
import { createHash, randomUUID } from 'node:crypto'
import fastify, { type FastifyInstance, type InjectOptions } from 'fastify'
import { meetApplicant } from '../../../src/actions/meet-applicant.ts'
import { insertSession } from '../../../src/applicant/store.ts'
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

/** A browser of this persona, signed in; without a persona, nobody in particular. */
export async function visitorOf(app: FastifyInstance, ctx: Context, personaId?: string): Promise<Visitor> {
  const cookie = personaId ? `anuyat_session=${await signIn(ctx, lineUserOf(personaId))}` : ''
  const headers = { cookie, accept: 'text/html', 'sec-fetch-site': 'same-origin' }
  const ask = async (request: InjectOptions): Promise<Answer> => {
    const response = await app.inject(request)
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

async function signIn(ctx: Context, lineUserId: string): Promise<string> {
  await meetApplicant(ctx, lineUserId)
  const token = randomUUID()
  const createdAt = ctx.clock.now()
  const expiresAt = new Date(createdAt.getTime() + 12 * 3600_000)
  const tokenHash = createHash('sha256').update(token).digest('hex')
  await insertSession(ctx.db, { tokenHash, lineUserId, createdAt, expiresAt })
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
