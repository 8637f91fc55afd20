import { setTimeout as sleep } from 'node:timers/promises'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Provider } from 'oidc-provider'
import { FAULTS, type FaultName, isFault, takeFault } from '../faults.ts'
import { findPerson, type World, writeLog } from '../world.ts'
import { font, isFont, loginPage, overPage } from './pages.ts'
import { citizenOf, subjectOf } from './people.ts'
import { isScope, makeProvider, makeSigningKey, ROUTES, type SigningKey, type Store } from './provider.ts'
import { dress, type TokenResponse } from './tokens.ts'

/** Faults are planned for this operation; `refuse` belongs to the login page, the others to the token. */
const OPERATION = 'thaid'
type Desk = { world: World; store: Store; key: SigningKey; made?: { provider: Provider; for: string } }

/** ThaID on an origin of its own: DOPA's paths, and a page in the place of its app. */
export async function openThaid(world: World): Promise<FastifyInstance> {
  const desk: Desk = { world, store: new Map(), key: await makeSigningKey() }
  const app = fastify({ forceCloseConnections: true, exposeHeadRoutes: false })
  const type = 'application/x-www-form-urlencoded'
  app.addContentTypeParser(type, { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
  // The provider reads the body itself: it is handed over before Fastify has.
  app.addHook('onRequest', async (request, reply) => {
    if (!/^\/(login|fonts|favicon)/.test(request.url)) await handOver(desk, request, reply)
  })
  app.get<{ Params: { file: string } }>('/fonts/:file', async ({ params }, reply) =>
    isFont(params.file) ? reply.type('font/woff2').send(font(params.file)) : reply.code(404).send(),
  )
  app.get('/favicon.ico', async (_request, reply) => reply.code(204).send())
  app.get('/login/:uid', (request, reply) => showLogin(desk, request, reply))
  app.post('/login/:uid', (request, reply) => answerLogin(desk, request, reply))
  return app
}

/** Made anew where the bot moved, or the keys changed; what has been begun stays in the store. */
function providerOf(desk: Desk): Provider {
  const { world, key, store } = desk
  const standing = `${world.settings.botBaseUrl} ${key.kid}`
  if (desk.made?.for !== standing) {
    desk.made = { provider: makeProvider(world, key, store), for: standing }
    desk.made.provider.on('grant.error', (_ctx, error) => note(world, 'POST token', error))
    desk.made.provider.on('authorization.error', (_ctx, error) => note(world, 'GET auth', error))
    desk.made.provider.use(async (ctx, next) => {
      await next()
      if (ctx.path === ROUTES.token && ctx.status === 200)
        ctx.body = await dressed(desk, ctx.body as TokenResponse)
    })
  }
  return desk.made.provider
}

async function handOver(desk: Desk, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const url = new URL(request.url, desk.world.origins.thaid)
  if (url.pathname === ROUTES.authorization) {
    // Nobody stays signed in: each time the person is asked who they are.
    delete request.raw.headers.cookie
    const unknown = (url.searchParams.get('scope') ?? '').split(' ').filter((scope) => !isScope(scope))
    if (unknown.length > 0) return refuseScope(desk.world, reply, unknown)
  }
  const ordered = takeFault(desk.world, `${request.method} ${url.pathname}`)
  const fault = ordered && (FAULTS[ordered] as { status?: number; delayMs?: number; drop?: boolean })
  if (fault?.delayMs) await sleep(fault.delayMs, undefined, { ref: false })
  if (fault?.status) return reply.code(fault.status).send({ error: 'server_error' })
  if (url.pathname === ROUTES.token) await prepareToken(desk)
  reply.hijack()
  const isGone = request.raw.destroyed
  if (fault?.drop || isGone) return request.raw.socket.destroy()
  return providerOf(desk).callback()(request.raw, reply.raw)
}

function refuseScope(world: World, reply: FastifyReply, scopes: string[]) {
  note(world, 'GET auth', { message: 'invalid_scope', error_description: scopes.join(' ') })
  return reply.code(400).send({ error: 'invalid_scope', error_description: 'requested scope is not allowed' })
}

/** What has to be wrong before the provider looks at the code. */
async function prepareToken(desk: Desk): Promise<void> {
  const due = (fault: FaultName) => desk.world.faults.find((plan) => plan.fault === fault && plan.nth <= 1)
  if (due('rotate-keys')) desk.key = await makeSigningKey()
  if (due('expired-code'))
    for (const key of desk.store.keys()) if (key.startsWith('AuthorizationCode:')) desk.store.delete(key)
  const isSpent = due('expired-code') ?? due('rotate-keys')
  desk.world.faults = desk.world.faults.filter((plan) => plan !== isSpent)
}

async function dressed(desk: Desk, given: TokenResponse): Promise<TokenResponse> {
  const { world, key } = desk
  const fault = takeFault(world, OPERATION)
  writeLog(world, {
    kind: 'login',
    title: 'ThaID · token',
    status: 200,
    findings: [],
    body: { scope: given.scope },
  })
  return dress(given, { world, key, fault })
}

function note(world: World, title: string, error: { message: string; error_description?: string }): void {
  // To say no is everybody's right, not a mistake of the bot's.
  const isOrdinary = error.message === 'access_denied'
  const finding = [error.message, error.error_description].filter(Boolean).join(': ')
  const findings = isOrdinary ? [] : [finding]
  writeLog(world, { kind: 'login', title: `ThaID · ${title}`, status: 400, findings, body: undefined })
}

async function showLogin(desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const details = await find(desk, request, reply)
  if (!details) return reply.code(400).type('text/html; charset=utf-8').send(overPage())
  const scopes = String(details.params.scope).split(' ')
  const people = desk.world.people.filter(citizenOf)
  const page = loginPage({ uid: details.uid, people, scopes, agency: desk.world.settings.botName })
  return reply.type('text/html; charset=utf-8').send(page)
}

type Pressed = { persona?: string; answer?: string; fault?: string }

async function answerLogin(desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const details = await find(desk, request, reply)
  if (!details) return reply.code(400).type('text/html; charset=utf-8').send(overPage())
  const { persona = '', answer, fault } = request.body as Pressed
  const person = findPerson(desk.world, persona)
  if (isFault(fault)) desk.world.faults.push({ operation: OPERATION, nth: 1, fault })
  const refuses = answer !== 'allow' || !person || takeRefusal(desk.world)
  const result = refuses
    ? { error: 'access_denied', error_description: 'End-User refused' }
    : await granted(providerOf(desk), subjectOf(person), details.params)
  reply.hijack()
  return providerOf(desk).interactionFinished(request.raw, reply.raw, result)
}

function takeRefusal(world: World): boolean {
  const planned = world.faults.find(({ fault }) => fault === 'refuse')
  world.faults = world.faults.filter((plan) => plan !== planned)
  return planned !== undefined
}

async function granted(provider: Provider, accountId: string, { client_id, scope }: Record<string, unknown>) {
  const grant = new provider.Grant({ accountId, clientId: String(client_id) })
  grant.addOIDCScope(String(scope))
  return { login: { accountId, remember: false }, consent: { grantId: await grant.save() } }
}

const find = (desk: Desk, request: FastifyRequest, reply: FastifyReply) =>
  providerOf(desk)
    .interactionDetails(request.raw, reply.raw)
    .catch(() => undefined)
