/** The web edge on a test context, and browsers that keep cookies. */
import fastify, { type FastifyInstance, type InjectOptions } from 'fastify'
import { listSessions, updateSession } from '../../src/applicant/sessions.ts'
import type { Context } from '../../src/context.ts'
import { web } from '../../src/web/web.ts'
import { lineUserOf, type TestContext } from '../support/context.ts'

export async function openSite(ctx: Context): Promise<FastifyInstance> {
  const site = fastify()
  await site.register(async (scope) => web(scope, ctx))
  await site.ready()
  return site
}

export type Answer = {
  status: number
  location: string
  type: string
  text: string
  headers: Record<string, unknown>
}
export type Visitor = ReturnType<typeof visitor>

export function visitor(site: FastifyInstance) {
  const cookies = new Map<string, string>()
  async function ask(options: InjectOptions): Promise<Answer> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { accept: 'text/html', 'sec-fetch-site': 'same-origin', cookie, ...options.headers }
    const response = await site.inject({ ...options, headers })
    for (const { name, value } of response.cookies) cookies.set(name, value)
    const { 'content-type': type = '', location = '' } = response.headers
    return {
      status: response.statusCode,
      location: String(location),
      type: String(type),
      text: response.body.replace(/<style[\s\S]*?<\/style>/, ''),
      headers: response.headers,
    }
  }
  const json = { accept: 'application/json', 'content-type': 'application/json' }
  return {
    /** What the browser keeps. */
    cookies,
    ask,
    get: (url: string) => ask({ url }),
    post: (url: string, fields: Record<string, string> = {}) =>
      ask({
        url,
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(fields).toString(),
      }),
    send: (method: 'GET' | 'PUT' | 'POST' | 'DELETE', url: string, body?: object) =>
      ask({ url, method, headers: body ? json : { accept: 'application/json' }, payload: body }),
    /** A form with files, as a browser sends it. */
    postFiles: (
      url: string,
      fields: Record<string, string>,
      files: [field: string, name: string, bytes: Buffer][],
    ) => ask({ url, method: 'POST', ...multipart(fields, files) }),
    /** The same, as our own script sends it. */
    uploadFile: (url: string, name: string, bytes: Buffer) => {
      const { headers, payload } = multipart({}, [['file', name, bytes]])
      return ask({ url, method: 'POST', headers: { ...headers, accept: 'application/json' }, payload })
    },
  }
}

function multipart(fields: Record<string, string>, files: [string, string, Buffer][]) {
  const boundary = 'a-boundary-of-this-test'
  const part = (head: string, body: Buffer | string) =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(body),
      Buffer.from('\r\n'),
    ])
  const parts = [
    ...Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value)),
    ...files.map(([name, file, bytes]) =>
      part(`name="${name}"; filename="${file}"\r\nContent-Type: image/png`, bytes),
    ),
    Buffer.from(`--${boundary}--\r\n`),
  ]
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat(parts),
  }
}

/** A LINE ID token of this persona, as the LIFF SDK would hold it. */
export async function idTokenOf(ctx: TestContext, personaId: string): Promise<string> {
  const src = await ctx.simulator.openLiff(
    personaId,
    `${ctx.simulator.origins.liff}/${ctx.config.LIFF_ID}/apply`,
  )
  return new URLSearchParams(new URL(src).hash.slice(1)).get('id_token') ?? ''
}

export async function signedIn(site: FastifyInstance, ctx: TestContext, personaId: string): Promise<Visitor> {
  const person = visitor(site)
  await person.send('POST', '/session', { idToken: await idTokenOf(ctx, personaId) })
  await proveFactors(ctx, personaId)
  return person
}

/** Every session of this persona has its second factor proved just now; on an applicant's it means nothing. */
export async function proveFactors(ctx: TestContext, personaId: string): Promise<void> {
  const now = ctx.clock.now()
  for (const { id } of await listSessions(ctx.db, lineUserOf(personaId), now))
    await updateSession(ctx.db, id, { factorAt: now })
}
