/**
 * `node test/bench/first-paint.ts`: the pages of the form on a slow telephone: the product and the simulator as in the
 * demo, a visitor who comes for the first time, the CPU six times slower. Prints when something is first seen and when
 * the page is alive, and the bytes of script and sheet after gzip; ends with 1 where a limit is passed.
 */
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openBrowser } from '../journeys/phone.ts'
import { openStage, type Stage } from '../journeys/stage.ts'
import { percentile } from './load.ts'

const SLOWDOWN = 6
const ROUNDS = 5
const LIMITS = { paintMs: 1200, scriptBytes: 25_000, sheetBytes: 8_000 }
const kilobits = (amount: number) => (amount * 1000) / 8
/** Lighthouse's slow 4G; the same as the browser's tools have to be set for it; and what a full cell leaves of it. */
const LINES = {
  'slow 4G: 150 ms, 1.6 Mbit/s': {
    latency: 150,
    download: kilobits(1600),
    upload: kilobits(750),
    limited: true,
  },
  'as throttled: 562 ms, 1.44 Mbit/s': {
    latency: 562.5,
    download: kilobits(1440),
    upload: kilobits(675),
    limited: false,
  },
  'full cell: 150 ms, 400 kbit/s': {
    latency: 150,
    download: kilobits(400),
    upload: kilobits(400),
    limited: false,
  },
}
type Line = (typeof LINES)[keyof typeof LINES]

// Vite would set it to production in the process it builds in, and the product would ask for LINE itself.
process.env.NODE_ENV ??= 'test'
const stage = await openStage()
await stage.start()
const browser = await openBrowser()
const { cookies, pages } = await draftOf(stage, browser)
let passed = true
for (const [name, line] of Object.entries(LINES)) {
  console.log(`\n${name}, CPU ${SLOWDOWN} times slower`)
  for (const page of pages) passed = (await report(page, line)) && passed
}
console.log(
  `\nlimits: ${LIMITS.paintMs} ms on the first line, ${LIMITS.scriptBytes} and ${LIMITS.sheetBytes} bytes`,
)
await browser.close()
await stage.close()
process.exit(passed ? 0 : 1)

/** Somebody who has begun: cookies of the session, and the addresses of the form's pages. */
async function draftOf({ simulator }: Stage, chromium: Browser) {
  const context = await chromium.newContext()
  const page = await context.newPage()
  await page.goto(await simulator.openLiff('kamon', `${simulator.origins.liff}/2000000001-Simulate/apply`))
  await page.locator('form[action="/l/apply"] button[type=submit], form button.btn').last().click()
  await page.waitForURL(/\/l\/apply\/[^/]+$/)
  const links = await page
    .locator('.tasks a')
    .evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).href))
  const found = { cookies: await context.cookies(), pages: links.filter((href) => !href.endsWith('/check')) }
  await context.close()
  return found
}

async function report(address: string, line: Line): Promise<boolean> {
  const rounds = []
  for (let round = 0; round < ROUNDS; round++) rounds.push(await visit(address, line))
  const middle = (values: number[]) => Math.round(percentile(values, 0.5))
  const paint = middle(rounds.map((each) => each.paint))
  const alive = middle(rounds.map((each) => each.alive))
  const { html = 0, script = 0, sheet = 0, requests = 0 } = rounds[0] ?? {}
  const name = new URL(address).pathname.split('/').at(-1) ?? ''
  console.log(
    `${name.padEnd(12)} first paint ${paint} ms, alive ${alive} ms;`,
    `script ${script} in ${requests} files, sheet ${sheet}, page ${html} bytes`,
  )
  return (
    (!line.limited || paint <= LIMITS.paintMs) && script <= LIMITS.scriptBytes && sheet <= LIMITS.sheetBytes
  )
}

async function visit(address: string, line: Line) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  await context.addCookies(cookies)
  // LINE's SDK is a matter of LINE's own servers, and comes after the page is alive.
  await context.route(/liff.*sdk|liff-sdk/, (route) => route.abort())
  const page = await context.newPage()
  const scripts = await slowDown(context, page, line)
  const answer = await page.goto(address)
  await page.locator('html.live').waitFor({ state: 'attached', timeout: 60_000 })
  const html = (await answer?.body()) ?? Buffer.alloc(0)
  const times = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.POSITIVE_INFINITY,
    alive: performance.now(),
  }))
  const sheet = /<style[^>]*>([\s\S]*?)<\/style>/.exec(html.toString())?.[1] ?? ''
  const sizes = await Promise.all(scripts.map(async (each) => gzipSync(await each.body()).length))
  await context.close()
  return {
    ...times,
    html: gzipSync(html).length,
    sheet: gzipSync(sheet).length,
    script: sizes.reduce((sum, size) => sum + size, 0),
    requests: sizes.length,
  }
}

async function slowDown(context: BrowserContext, page: Page, { latency, download, upload }: Line) {
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: download,
    uploadThroughput: upload,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  const scripts: { body(): Promise<Buffer> }[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script' || /\.js$/.test(response.url())) scripts.push(response)
  })
  return scripts
}
