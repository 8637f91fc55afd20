/** Every route against everybody who may knock: the table is the server's own, so that a new route is in it by itself. */
import { randomBytes } from 'node:crypto'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeToken } from '../../src/actions/open-session.ts'
import { createApp } from '../../src/app.ts'
import type { Session } from '../../src/applicant/table.ts'
import { newSecret } from '../../src/officer/factor.ts'
import { insertFactor } from '../../src/officer/factors.ts'
import { OFFICER_ROLES, type OfficerRole } from '../../src/officer/roles.ts'
import { findOfficerByLineUser, insertOfficer, updateOfficer } from '../../src/officer/store.ts'
import type { Access, RouteAccess } from '../../src/web/access.ts'
import { lineUserOf, openTestContext, type TestContext } from '../support/context.ts'
import { openSessionOf } from './officer/desk.ts'

let ctx: TestContext
let app: FastifyInstance

beforeAll(async () => {
  ctx = await openTestContext()
  const ready = async () => {}
  app = await createApp(ctx, { database: ready, queue: ready, relay: ready })
  await app.ready()
})
afterAll(() => app.close())

/** Who knocks, each time with a cookie of their own, and what the rule of a route should say to them. */
type Knocker = { cookie(): Promise<string>; may(access: Exclude<Access, 'public'>): Expected }
type Expected = 'pass' | 401 | 403 | 'set up'

const passes = (access: Exclude<Access, 'public'>, roles: OfficerRole[]): boolean =>
  typeof access === 'string' ||
  access.officer === 'any' ||
  access.officer.some((role) => roles.includes(role))

const freshOnly = (access: Access): boolean =>
  typeof access === 'object' && (access.factor === 'fresh' || access.factor === 'setup')

async function knockers(): Promise<Record<string, Knocker>> {
  const minutes = (count: number) => new Date(ctx.clock.now().getTime() - count * 60_000)
  const lineUserId = lineUserOf('wanna')
  const officer = await findOfficerByLineUser(ctx.db, lineUserId)
  if (!officer) throw new Error('no officer')
  const applicantOnly: Knocker['may'] = (access) => (typeof access === 'string' ? 'pass' : 403)
  const sign = (changes: Partial<Session>) => () => openSessionOf(ctx, lineUserId, changes)
  return {
    nobody: { cookie: async () => '', may: () => 401 },
    'somebody with a made-up cookie': { cookie: async () => makeToken(), may: () => 401 },
    'an ended session': { cookie: sign({ endedAt: minutes(1) }), may: () => 401 },
    'a session that has run out': { cookie: sign({ expiresAt: minutes(0) }), may: () => 401 },
    'an officer after half an hour away': { cookie: sign({ lastSeenAt: minutes(31) }), may: () => 401 },
    'an applicant': {
      cookie: () => openSessionOf(ctx, lineUserOf('kamon')),
      may: applicantOnly,
    },
    'an officer whose second factor was proved 11 minutes ago': {
      cookie: sign({ factorAt: minutes(11) }),
      may: (access) => (passes(access, officer.roles) && !freshOnly(access) ? 'pass' : 403),
    },
  }
}

/** An officer of our own, bound to a LINE user that nobody plays. */
async function officerWith({ roles }: { roles: OfficerRole[] }): Promise<string> {
  const lineUserId = `U${randomBytes(16).toString('hex')}`
  const officer = { name: 'นายทดสอบ ระบบดี', position: 'เจ้าพนักงาน', roles, lineUserId }
  await insertOfficer(ctx.db, { ...officer, createdAt: ctx.clock.now() })
  return lineUserId
}

async function withFactor(lineUserId: string): Promise<void> {
  const officer = await findOfficerByLineUser(ctx.db, lineUserId)
  const [officerId, at] = [officer?.id ?? '', ctx.clock.now()]
  await insertFactor(ctx.db, { officerId, kind: 'totp', secret: newSecret(), createdAt: at, confirmedAt: at })
}

/** Placeholders that could be ids; nothing is behind them. */
const addressOf = (path: string) =>
  path.replace(/:(\w+)(\([^)]*\))?/g, '00000000-0000-4000-8000-000000000000').replace('*', 'nothing.js')

/** As JSON where it should be refused: a page that says so is only drawn where it matters. */
async function ask(
  { method, path }: RouteAccess,
  { cookie, accept }: { cookie: string; accept: string },
): Promise<{ status: number; location: string }> {
  const headers = {
    accept,
    'sec-fetch-site': 'same-origin',
    cookie: cookie && `anuyat_session=${cookie}`,
  }
  const response = await app.inject({
    method: method as InjectOptions['method'],
    url: addressOf(path),
    headers,
  })
  return { status: response.statusCode, location: String(response.headers.location ?? '') }
}

function problemOf(expected: Expected, { status, location }: { status: number; location: string }) {
  const isSetUp = status === 303 && location === '/o/factors/new'
  if (expected === 'set up') return isSetUp ? undefined : `sent ${status} ${location}, not to set up a factor`
  if (expected !== 'pass') return status === expected ? undefined : `${status}, not ${expected}`
  return status === 401 || status === 403 || status >= 500 || isSetUp ? `${status}, not let in` : undefined
}

const guarded = () =>
  app.routeTable.flatMap(({ access, ...route }) =>
    access === 'public' || route.method === 'HEAD' ? [] : [{ ...route, access }],
  )

/** Everything that came out other than the rule says, one line each. */
async function wrongAnswers(name: string, { cookie, may }: Knocker): Promise<string[]> {
  const wrong: string[] = []
  for (const route of guarded()) {
    const expected = may(route.access)
    const accept = typeof expected === 'number' ? 'application/json' : 'text/html'
    const problem = problemOf(expected, await ask(route, { cookie: await cookie(), accept }))
    if (problem) wrong.push(`${name}: ${route.method} ${route.path}: ${problem}`)
  }
  return wrong
}

test('the whole server is in the table, and few routes are open to everybody', () => {
  const open = app.routeTable.filter(({ access, method }) => access === 'public' && method !== 'HEAD')
  expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toMatchInlineSnapshot(`
    [
      "DELETE /session",
      "GET /",
      "GET /api/address",
      "GET /apply",
      "GET /assets/*",
      "GET /assets/flex/:file",
      "GET /guide.csv",
      "GET /guide.json",
      "GET /healthz",
      "GET /l/identity/thaid/callback",
      "GET /l/identity/thaid/unknown",
      "GET /privacy",
      "GET /qr/:id.png",
      "GET /readyz",
      "GET /requests",
      "GET /service",
      "GET /v",
      "GET /v/:code",
      "GET /wallet",
      "POST /bank/scb/notice",
      "POST /session",
      "POST /webhook/line",
    ]
  `)
  expect(guarded().length).toBeGreaterThan(60)
})

test('nobody, ended sessions and old proofs come as far as the rule of each route says', async () => {
  for (const [name, knocker] of Object.entries(await knockers()))
    expect(await wrongAnswers(name, knocker)).toEqual([])
})

test.each(OFFICER_ROLES)('the role %s opens the routes that name it, and no other', async (role) => {
  const lineUserId = await officerWith({ roles: [role] })
  const cookie = () => openSessionOf(ctx, lineUserId)
  const may: Knocker['may'] = (access) => (passes(access, [role]) ? 'pass' : 403)
  expect(await wrongAnswers(role, { cookie, may })).toEqual([])
})

test('an officer without a second factor is sent to set one up, wherever their roles would let them', async () => {
  const lineUserId = await officerWith({ roles: [...OFFICER_ROLES] })
  const cookie = () => openSessionOf(ctx, lineUserId, { factorAt: null })
  const may: Knocker['may'] = (access) =>
    typeof access === 'string' || access.factor === 'setup' ? 'pass' : 'set up'
  expect(await wrongAnswers('without a factor', { cookie, may })).toEqual([])
})

test('an officer who has not proved the second factor in this session sees nothing of the desk', async () => {
  const lineUserId = await officerWith({ roles: [...OFFICER_ROLES] })
  await withFactor(lineUserId)
  const cookie = () => openSessionOf(ctx, lineUserId, { factorAt: null })
  const may: Knocker['may'] = (access) =>
    typeof access === 'string' || access.factor === 'ask' ? 'pass' : 403
  expect(await wrongAnswers('unproved', { cookie, may })).toEqual([])
})

test('a deactivated officer is an applicant and nothing else, from the next request on', async () => {
  const lineUserId = await officerWith({ roles: [...OFFICER_ROLES] })
  const cookie = () => openSessionOf(ctx, lineUserId)
  const officer = await findOfficerByLineUser(ctx.db, lineUserId)
  await updateOfficer(ctx.db, officer?.id ?? '', { active: false })
  const may: Knocker['may'] = (access) => (typeof access === 'string' ? 'pass' : 403)
  expect(await wrongAnswers('deactivated', { cookie, may })).toEqual([])
})
