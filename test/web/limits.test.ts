/** What could be guessed or counted out: how many tries somebody has, and how many there would have to be. */
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { beginThaid } from '../../src/actions/begin-thaid.ts'
import { inviteOfficer } from '../../src/actions/join-officer.ts'
import { makeToken } from '../../src/actions/open-session.ts'
import { newVerificationCode } from '../../src/licence/code.ts'
import { thaidLogin } from '../../src/proof/table.ts'
import { openTestContext, type TestContext } from '../support/context.ts'
import { applicantOf } from '../support/people.ts'
import { openSite, signedIn, visitor } from './site.ts'

let ctx: TestContext
let site: FastifyInstance
beforeEach(async () => {
  ctx = await openTestContext()
  site = await openSite(ctx)
})
afterEach(() => site.close())

/** Of how many bits a secret must be, so that ten years of so many tries a minute succeed once in a million times. */
const bitsNeeded = (triesAMinute: number) => Math.log2(triesAMinute * 60 * 24 * 365 * 10 * 1e6)

async function statusesOf(
  times: number,
  ask: (at: number) => Promise<{ status: number }>,
): Promise<number[]> {
  const statuses: number[] = []
  for (let at = 0; at < times; at++) statuses.push((await ask(at)).status)
  return statuses
}

// The codes of authenticator apps have limits of their own: test/web/officer/factor.test.ts.

describe('an invitation', () => {
  test('is tried ten times a minute by one person, and another is not kept waiting', async () => {
    const kamon = await signedIn(site, ctx, 'kamon')
    const statuses = await statusesOf(12, () => kamon.post('/o/join', { code: makeToken() }))
    expect(statuses).toEqual([...Array(10).fill(422), 429, 429])
    const { code } = await inviteOfficer(ctx, {
      name: 'นางใหม่ มาเร็ว',
      position: 'เจ้าพนักงาน',
      roles: ['reviewer'],
    })
    const teeradet = await signedIn(site, ctx, 'teeradet')
    expect((await teeradet.post('/o/join', { code })).status).toBe(303)
  })

  test('is too long to be guessed by many', () => {
    const bits = makeToken().length * 6
    expect(bits).toBeGreaterThan(bitsNeeded(1e9))
  })
})

describe('the number of a person', () => {
  test('is looked up thirty times a minute by one officer; then the page says to wait', async () => {
    const wanna = await signedIn(site, ctx, 'wanna')
    const statuses = await statusesOf(31, () => wanna.post('/o/search', { q: '3100500123458' }))
    expect(statuses).toEqual([...Array(30).fill(200), 429])
    const busy = await wanna.post('/o/search', { q: '3100500123458' })
    expect(busy.text).toContain('โปรดรอหนึ่งนาที')
    expect(busy.headers['retry-after']).toBeDefined()
  })
})

describe('the code on a document', () => {
  test('is asked for thirty times a minute from one address, and too long to be found by that', async () => {
    const anybody = visitor(site)
    const statuses = await statusesOf(31, () => anybody.get(`/v/${newVerificationCode()}`))
    expect(statuses).toEqual([...Array(30).fill(404), 429])
    // One of a million licences, in ten years from one address: one chance in thousands, for what is public anyway.
    const tries = 30 * 60 * 24 * 365 * 10
    expect(32 ** 12 / (1e6 * tries)).toBeGreaterThan(1000)
  })
})

describe('the state of a way to ThaID', () => {
  test('is too long to be guessed, and ends after ten minutes', async () => {
    const begun = await beginThaid(ctx, { applicantId: await applicantOf(ctx) })
    const state = new URL(typeof begun === 'string' ? begun : begun.url).searchParams.get('state') ?? ''
    expect(state.length * 6).toBeGreaterThan(bitsNeeded(1e9))
    const [login] = await ctx.db.select().from(thaidLogin)
    expect(login?.expiresAt.getTime()).toBe(ctx.clock.now().getTime() + 10 * 60_000)
  })
})

test('a case is opened by nobody with its reference alone: no page asks a citizen for one', async () => {
  const teeradet = await signedIn(site, ctx, 'teeradet')
  for (const path of ['/l/cases/สธ-2569-000001', '/v/สธ-2569-000001'])
    expect((await teeradet.get(encodeURI(path))).status).toBe(404)
})
