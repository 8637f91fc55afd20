/** A signed document on a phone: LINE's SDK is played by a few lines that say where the page is shown. */
import type { FastifyInstance } from 'fastify'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openBrowser } from '../journeys/phone.ts'
import { openTestContext, type TestContext } from '../support/context.ts'
import { issueDocuments } from './issued.ts'
import { idTokenOf, openSite } from './site.ts'

let browser: Browser
let ctx: TestContext
let site: FastifyInstance
let origin: string
let path: string

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  ctx = await openTestContext()
  site = await openSite(ctx)
  origin = await site.listen({ port: 0, host: '127.0.0.1' })
  path = `/documents/${(await issueDocuments(ctx))[0]?.id}`
})
afterEach(() => site?.close())

/** Kamon's browser, signed in; inside LINE or not. */
async function kamonIn(place: 'line' | 'browser'): Promise<Page> {
  const idToken = await idTokenOf(ctx, 'kamon')
  const context = await browser.newContext()
  context.setDefaultTimeout(8000)
  const session = await context.request.post(`${origin}/session`, {
    data: { idToken },
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  expect(session.ok()).toBe(true)
  const sdk = `window.opened = []; window.liff = {
    init: async () => {}, isLoggedIn: () => true, isInClient: () => ${place === 'line'},
    getIDToken: () => ${JSON.stringify(idToken)}, openWindow: (asked) => window.opened.push(asked),
  }`
  await context.route(ctx.config.LIFF_SDK_URL, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: sdk }),
  )
  return context.newPage()
}

test("inside LINE the chat's link shows a page, whose button opens the PDF outside", async () => {
  const page = await kamonIn('line')
  await page.goto(origin + path)
  await page.getByRole('link', { name: 'เปิด PDF' }).click()
  const opened = () => page.evaluate<{ url: string; external: boolean }[]>('opened')
  await expect.poll(opened).toHaveLength(1)
  const [asked] = await opened()
  expect(asked).toEqual({ url: expect.stringContaining(`${origin}${path}?ticket=`), external: true })
  expect(page.url()).toBe(origin + path)
  const elsewhere = await fetch(asked?.url ?? '')
  expect(elsewhere.headers.get('content-type')).toBe('application/pdf')
})

test('a plain browser goes on to the PDF at once', async () => {
  const page = await kamonIn('browser')
  const pdf = page.waitForResponse((response) => response.url() === `${origin}${path}/pdf`)
  await page.goto(origin + path).catch(() => {})
  expect((await pdf).headers()['content-type']).toBe('application/pdf')
})
