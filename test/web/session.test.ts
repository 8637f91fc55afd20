/** Signing in, and what a stolen token or cookie is worth. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inviteOfficer } from '../../src/actions/join-officer.ts'
import { changeOfficer, endOfficerSessions } from '../../src/actions/manage-officer.ts'
import { listSessions, updateSession } from '../../src/applicant/sessions.ts'
import type { ActingOfficer } from '../../src/officer/officer.ts'
import { findOfficer } from '../../src/officer/store.ts'
import { deskPath } from '../../src/web/access.ts'
import { deviceWords } from '../../src/web/device.ts'
import { lineUserOf, officerOf, openTestContext, type TestContext } from '../support/context.ts'
import { idTokenOf, openSite, signedIn, type Visitor, visitor } from './site.ts'

let ctx: TestContext
let site: FastifyInstance

beforeAll(async () => {
  ctx = await openTestContext()
  site = await openSite(ctx)
})
afterAll(() => site.close())
beforeEach(async () => {
  ctx = Object.assign(ctx, await openTestContext())
})

const signIn = (person: Visitor, idToken: string) => person.send('POST', '/session', { idToken })
const isIn = async (person: Visitor) => (await person.get('/l')).status === 200

/** The same cookies in another browser: what a thief has. */
function stolen(from: Visitor): Visitor {
  const thief = visitor(site)
  thief.cookies.clear()
  for (const [name, value] of from.cookies) thief.cookies.set(name, value)
  return thief
}

async function adminOf(): Promise<ActingOfficer> {
  const invited = { name: 'นางปราณี สุขใจ', position: 'ปลัดเทศบาล', roles: ['admin' as const] }
  const { id } = await inviteOfficer(ctx, invited)
  const admin = await findOfficer(ctx.db, id)
  if (!admin) throw new Error('no admin')
  return admin
}

describe('an ID token', () => {
  test('counts again in the browser where it was used, as when LIFF loads its page anew', async () => {
    const person = visitor(site)
    const idToken = await idTokenOf(ctx, 'kamon')
    expect((await signIn(person, idToken)).text).toBe('{"userChanged":true}')
    expect((await signIn(person, idToken)).text).toBe('{"userChanged":false}')
    person.cookies.delete('anuyat_session')
    expect((await signIn(person, idToken)).status).toBe(200)
    expect(await isIn(person)).toBe(true)
  })

  test('opens nothing in another browser', async () => {
    const idToken = await idTokenOf(ctx, 'kamon')
    await signIn(visitor(site), idToken)
    const thief = visitor(site)
    expect((await signIn(thief, idToken)).status).toBe(401)
    expect(await isIn(thief)).toBe(false)
  })

  test('opens nothing any more once its session was ended', async () => {
    const person = visitor(site)
    const idToken = await idTokenOf(ctx, 'kamon')
    await signIn(person, idToken)
    await person.send('DELETE', '/session')
    expect((await signIn(person, idToken)).status).toBe(401)
    expect((await signIn(person, await idTokenOf(ctx, 'kamon'))).status).toBe(200)
  })

  test('of somebody else ends the session of whoever was signed in here before', async () => {
    const person = await signedIn(site, ctx, 'kamon')
    const before = stolen(person)
    await signIn(person, await idTokenOf(ctx, 'teeradet'))
    expect(await isIn(before)).toBe(false)
    expect(await isIn(person)).toBe(true)
  })

  test('says who it is: a posted user id does not', async () => {
    const person = visitor(site)
    const idToken = await idTokenOf(ctx, 'kamon')
    await person.send('POST', '/session', {
      idToken,
      userId: lineUserOf('wanna'),
      lineUserId: lineUserOf('wanna'),
    })
    expect((await person.get('/o')).status).toBe(403)
    expect(await listSessions(ctx.db, lineUserOf('wanna'), ctx.clock.now())).toEqual([])
    expect((await visitor(site).send('POST', '/session', { userId: lineUserOf('wanna') })).status).toBe(401)
  })
})

describe('a stolen cookie is worth nothing', () => {
  test('after its owner signed out', async () => {
    const person = await signedIn(site, ctx, 'kamon')
    const thief = stolen(person)
    expect(await isIn(thief)).toBe(true)
    await person.send('DELETE', '/session')
    expect(await isIn(thief)).toBe(false)
  })

  test('after twelve hours', async () => {
    const thief = stolen(await signedIn(site, ctx, 'kamon'))
    ctx.clock.advance(12)
    expect(await isIn(thief)).toBe(false)
  })

  test('after the officer ended it from another device, or all others', async () => {
    const [desk, phone, tablet] = [
      await signedIn(site, ctx, 'wanna'),
      await signedIn(site, ctx, 'wanna'),
      await signedIn(site, ctx, 'wanna'),
    ]
    const html = (await desk.get('/o/sessions')).text
    expect(html.match(/\/o\/sessions\/[0-9a-f-]{36}\/end/g)).toHaveLength(3)
    const [, , oldest] = await listSessions(ctx.db, lineUserOf('wanna'), ctx.clock.now())
    await phone.post(`/o/sessions/${oldest?.id}/end`)
    expect([await isIn(desk), await isIn(phone), await isIn(tablet)].filter(Boolean)).toHaveLength(2)
    await phone.post('/o/sessions/end-others')
    expect([await isIn(desk), await isIn(tablet)]).toEqual([false, false])
    expect(await isIn(phone)).toBe(true)
  })

  test('after an administrator ended the officer’s sessions, or closed the account', async () => {
    const admin = await adminOf()
    const { id } = await officerOf(ctx, 'wanna')
    const first = await signedIn(site, ctx, 'wanna')
    await endOfficerSessions(ctx, admin, id)
    expect(await isIn(first)).toBe(false)
    const second = await signedIn(site, ctx, 'wanna')
    await changeOfficer(ctx, admin, { id, active: false })
    expect(await isIn(second)).toBe(false)
  })
})

test('nobody ends a session of somebody else', async () => {
  const kukiat = await signedIn(site, ctx, 'kukiat')
  const wanna = await signedIn(site, ctx, 'wanna')
  const [session] = await listSessions(ctx.db, lineUserOf('kukiat'), ctx.clock.now())
  await wanna.post(`/o/sessions/${session?.id}/end`)
  expect(await isIn(kukiat)).toBe(true)
})

describe('an officer', () => {
  test('is signed out after half an hour without a request, and not while at work', async () => {
    const wanna = await signedIn(site, ctx, 'wanna')
    for (let times = 0; times < 4; times++) {
      ctx.clock.advance(0.4)
      expect((await wanna.get('/o')).status).toBe(200)
    }
    ctx.clock.advance(0.51)
    expect((await wanna.get('/o')).status).toBe(401)
  })

  test('is not kept signed in by a page that asks by itself', async () => {
    const wanna = await signedIn(site, ctx, 'wanna')
    for (let times = 0; times < 3; times++) {
      ctx.clock.advance(0.2)
      await wanna.send('GET', '/o/questions/state')
    }
    expect((await wanna.get('/o')).status).toBe(401)
  })

  test('who stays at work is signed out after twelve hours all the same', async () => {
    const wanna = await signedIn(site, ctx, 'wanna')
    ctx.clock.advance(11.9)
    const [session] = await listSessions(ctx.db, lineUserOf('wanna'), ctx.clock.now())
    await updateSession(ctx.db, session?.id ?? '', { lastSeenAt: ctx.clock.now() })
    expect((await wanna.get('/o')).status).toBe(200)
    ctx.clock.advance(0.2)
    expect((await wanna.get('/o')).status).toBe(401)
  })
})

test.each([
  [
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36 Line/14.1.0',
    'LINE · Android',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36',
    'Chrome · Windows',
  ],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1', 'Safari · iPhone'],
  ['curl/8', ''],
])('a browser is told by its user agent: %s', (userAgent, words) => {
  expect(deviceWords(userAgent)).toBe(words)
})

test.each([
  ['/o', '/o'],
  ['/o/cases/1?tab=2', '/o/cases/1?tab=2'],
  ['/other', '/o'],
  ['//evil.example/o', '/o'],
  ['https://evil.example/o', '/o'],
  ['/o/\\evil.example', '/o'],
  [undefined, '/o'],
])('after the second factor one goes on within the desk only: %s', (wanted, path) => {
  expect(deskPath(wanted)).toBe(path)
})
