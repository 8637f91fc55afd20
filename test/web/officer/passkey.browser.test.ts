/** Passkeys in Chromium with an authenticator that its debugger plays. */
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askPasskey, proveByPasskey } from '../../../src/actions/use-passkey.ts'
import { listSessions, updateSession } from '../../../src/applicant/sessions.ts'
import { listFactors, updateFactor } from '../../../src/officer/factors.ts'
import { siteOf } from '../../../src/officer/passkey.ts'
import { findOfficerByLineUser, insertOfficer } from '../../../src/officer/store.ts'
import { openBrowser } from '../../journeys/phone.ts'
import { lineUserOf, openTestContext, type TestContext } from '../../support/context.ts'
import { openSite } from '../site.ts'
import { openSessionOf } from './desk.ts'

let ctx: TestContext
let site: FastifyInstance
let browser: Browser
let page: Page
let debug: CDPSession
let asking: { officerId: string; sessionId: string }
type Answer = Parameters<typeof proveByPasskey>[1]['response']
const answers: Answer[] = []

beforeAll(async () => {
  ctx = await openTestContext()
  site = await openSite(ctx)
  await site.listen({ port: 0, host: 'localhost' })
  const { port } = site.server.address() as AddressInfo
  ctx.config = { ...ctx.config, BASE_URL: `http://localhost:${port}` }
  const lineUserId = lineUserOf('teeradet')
  const officer = { name: 'นายธีรเดช คงมั่น', position: 'นิติกร', roles: ['reviewer' as const], lineUserId }
  await insertOfficer(ctx.db, { ...officer, createdAt: ctx.clock.now() })
  const value = await openSessionOf(ctx, lineUserId, { factorAt: null })
  browser = await openBrowser()
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  await context.addCookies([{ name: 'anuyat_session', value, url: ctx.config.BASE_URL }])
  // LINE's SDK would lead to its own login; where it is out of reach, the session that is there goes on.
  await context.route(ctx.config.LIFF_SDK_URL, (route) => route.abort())
  page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('request', (request) => {
    if (request.url().endsWith('/o/factor/passkey')) answers.push(request.postDataJSON().response)
  })
  debug = await context.newCDPSession(page)
  await debug.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true } as const
  await debug.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, hasUserVerification: true, isUserVerified: true },
  })
  const [session] = await listSessions(ctx.db, lineUserId, ctx.clock.now())
  const found = await findOfficerByLineUser(ctx.db, lineUserId)
  asking = { officerId: found?.id ?? '', sessionId: session?.id ?? '' }
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const forgetProof = () => updateSession(ctx.db, asking.sessionId, { factorAt: null })
const isProved = async () =>
  (await listSessions(ctx.db, lineUserOf('teeradet'), ctx.clock.now())).some(({ factorAt }) => factorAt)

test('I make a passkey at joining, and am in', async () => {
  await page.goto(`${ctx.config.BASE_URL}/o`)
  expect(page.url()).toContain('/o/factors/new')
  await page.getByRole('button', { name: 'สร้างพาสคีย์' }).click()
  await page.getByRole('heading', { name: 'ผูกบัญชีแล้ว' }).waitFor()
  expect(await listFactors(ctx.db, asking.officerId)).toMatchObject([{ kind: 'passkey' }])
})

test('I prove it at the next sign-in, and go on to where I wanted to be', async () => {
  await forgetProof()
  await page.goto(`${ctx.config.BASE_URL}/o?tab=mine`)
  await page.getByRole('button', { name: 'ใช้พาสคีย์' }).click()
  await page.waitForURL('**/o?tab=mine')
  await page.getByRole('navigation').first().waitFor({ state: 'attached' })
  expect(await isProved()).toBe(true)
})

test('an answer that was recorded proves nothing again, with or without a new challenge', async () => {
  await forgetProof()
  const [response] = answers
  if (!response) throw new Error('no answer was seen')
  await expect(proveByPasskey(ctx, { ...asking, response })).rejects.toThrow('passkey')
  await askPasskey(ctx, asking)
  await expect(proveByPasskey(ctx, { ...asking, response })).rejects.toThrow('passkey')
  expect(await isProved()).toBe(false)
})

/** Presses the button; what the page says then. */
async function refused(): Promise<void> {
  await page.goto(`${ctx.config.BASE_URL}/o`)
  await page.getByRole('button', { name: 'ใช้พาสคีย์' }).click()
  await page.getByText('ใช้พาสคีย์ไม่สำเร็จ').waitFor()
  expect(await isProved()).toBe(false)
}

test('an answer made for another origin proves nothing', async () => {
  const { config } = ctx
  await page.route('**/o/factor/passkey', async (route) => {
    ctx.config = { ...config, BASE_URL: 'http://localhost:1' }
    await route.continue()
  })
  await page.goto(`${config.BASE_URL}/o`)
  await page.getByRole('button', { name: 'ใช้พาสคีย์' }).click()
  await page.getByText('ใช้พาสคีย์ไม่สำเร็จ').waitFor()
  await page.unroute('**/o/factor/passkey')
  ctx.config = config
  expect(await isProved()).toBe(false)
})

test('a counter that went back, as of a copied key, proves nothing', async () => {
  const [factor] = await listFactors(ctx.db, asking.officerId)
  await updateFactor(ctx.db, factor?.id ?? '', { counter: 1000 })
  await refused()
  await updateFactor(ctx.db, factor?.id ?? '', { counter: factor?.counter ?? 0 })
})

test('passkeys are offered only where a browser can make them', () => {
  expect(siteOf('https://licence.example.go.th', '')).toMatchObject({ id: 'licence.example.go.th' })
  expect(siteOf('http://localhost:3000', '')).toBeDefined()
  expect(siteOf('http://127.0.0.1:3000', '')).toBeUndefined()
  expect(siteOf('http://licence.example.go.th', '')).toBeUndefined()
})
