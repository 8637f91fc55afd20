/** The web edge listening, and Chromium before it: for tests of what a page does in a browser. */
import type { FastifyInstance } from 'fastify'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { openBrowser } from '../journeys/phone.ts'
import { openTestContext, type TestContext } from '../support/context.ts'
import { idTokenOf, openSite, proveFactors } from './site.ts'

export type LiveSite = { browser: Browser; ctx: TestContext; site: FastifyInstance; origin: string }

/** One browser for the file; a new context and site for every test. */
export function useLiveSite(): LiveSite {
  const live = {} as LiveSite
  beforeAll(async () => {
    live.browser = await openBrowser()
  })
  afterAll(() => live.browser?.close())
  beforeEach(async () => {
    live.ctx = await openTestContext()
    live.site = await openSite(live.ctx)
    live.origin = await live.site.listen({ port: 0, host: '127.0.0.1' })
  })
  afterEach(async () => {
    for (const context of live.browser?.contexts() ?? []) await context.close()
    await live.site?.close()
  })
  return live
}

type Look = BrowserContextOptions & { place?: 'line' | 'browser' }

/**
 * This persona's browser, signed in; inside LINE or not. LINE's SDK is played by a few lines, which keep in `opened`
 * what it was asked to open.
 */
export async function signedInPage(
  { browser, ctx, origin }: LiveSite,
  personaId: string,
  { place = 'browser', ...options }: Look = {},
): Promise<Page> {
  const idToken = await idTokenOf(ctx, personaId)
  const context = await browser.newContext(options)
  context.setDefaultTimeout(10_000)
  const headers = { 'sec-fetch-site': 'same-origin' }
  const session = await context.request.post(`${origin}/session`, { data: { idToken }, headers })
  if (!session.ok()) throw new Error(`no session: ${session.status()}`)
  await proveFactors(ctx, personaId)
  const sdk = `window.opened = []; window.liff = {
    init: async () => {}, isLoggedIn: () => true, isInClient: () => ${place === 'line'},
    getIDToken: () => ${JSON.stringify(idToken)}, openWindow: (asked) => window.opened.push(asked),
  }`
  await context.route(ctx.config.LIFF_SDK_URL, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: sdk }),
  )
  return context.newPage()
}
