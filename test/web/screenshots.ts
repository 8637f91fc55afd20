/**
 * `node test/web/screenshots.ts [part of a name]`: pictures of the applicant's pages at a phone's and a desk's size, in
 * both languages, with the real sheet and script, to test-output/web. Each page must pass axe (WCAG 2.2 AA), must not
 * scroll sideways and must hydrate without a complaint; the weights of the built files are printed against their budgets.
 */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import serveStatic from '@fastify/static'
import fastify, { type FastifyInstance } from 'fastify'
import { type Browser, chromium, type Page } from 'playwright-core'
import { toBuffer } from 'qrcode'
import { loadConfig } from '../../src/config.ts'
import type { Language } from '../../src/service/definition.ts'
import { addressRoutes } from '../../src/web/address.ts'
import type { PropsOf } from '../../src/web/pages.tsx'
import { openRenderer, renderPage } from '../../src/web/render.ts'
import { type Scene, scenes } from './scenes.ts'
import { printWeights } from './weights.ts'

const OUT = 'test-output/web'
const SIZES = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
]
const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const CONFIG = loadConfig({
  NODE_ENV: 'test',
  BASE_URL: 'http://127.0.0.1:3000',
  SERVICE_DIR: 'services/drinking-water',
  LINE_CHANNEL_SECRET: 'a-secret-for-pictures',
  LINE_CHANNEL_ACCESS_TOKEN: 'a-token-for-pictures',
  LINE_LOGIN_CHANNEL_ID: '1234567890',
  LIFF_ID: '1234567890-AbCdEfGh',
  BILLER_ID: '099400016550100',
  BANK_API_BASE_URL: 'http://127.0.0.1:3001',
  BANK_API_KEY: 'a-key-for-pictures',
  BANK_API_SECRET: 'a-secret-for-pictures',
})

/** Stands for whatever a citizen photographed. */
const PAPER = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300" viewBox="0 0 300 300">
<rect width="300" height="300" fill="#cfd9e4"/><rect x="40" y="60" width="220" height="180" rx="14" fill="#fff"/>
<rect x="60" y="90" width="60" height="80" fill="#9db4cd"/><path d="M140 100h100M140 130h80M140 160h90M60 200h180" stroke="#7d93ab" stroke-width="10"/></svg>`

/** What is done on a page before its picture is taken. */
const ACTS: Record<string, (tab: Page) => Promise<void>> = {
  'form-contact': async (tab) => {
    await tab.locator('[role=combobox]').fill('ศรีภู')
    await tab.locator('[role=option]').first().waitFor()
  },
}

mkdirSync(OUT, { recursive: true })
const app = await serveScenes()
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--no-first-run',
    '--disable-component-update',
    '--disable-sync',
  ],
})
try {
  const only = process.argv[2]
  const names = Object.keys(scenes('th')).filter((name) => !only || name.includes(only))
  const faults: string[] = []
  for (const size of SIZES) faults.push(...(await photograph(browser, names, size)))
  for (const fault of faults) console.error(fault)
  console.log(`${names.length} pages, ${faults.length} faults`)
  process.exitCode = faults.length > 0 || !printWeights(app.renderer.client) ? 1 : 0
} finally {
  await browser.close()
  await app.close()
}

async function photograph(browser: Browser, names: string[], viewport: { width: number; height: number }) {
  const context = await browser.newContext({ viewport, bypassCSP: true })
  // LINE is not there: its SDK is answered as a phone without a network would answer.
  await context.route('https://static.line-scdn.net/**', (route) => route.abort())
  const tab = await context.newPage()
  const faults: string[] = []
  tab.on('pageerror', (error) => faults.push(`${tab.url()}: ${error.message}`))
  for (const language of ['th', 'en'] as const) {
    for (const name of names) {
      await tab.goto(`${addressOf(app)}/scene/${language}/${name}`)
      await tab.evaluate(() => document.fonts.ready)
      await ACTS[name]?.(tab)
      const path = join(OUT, `citizen-${name}-${language}-${viewport.width}.png`)
      await tab.screenshot({ path, fullPage: true })
      faults.push(...(await inspect(tab)).map((fault) => `${path}: ${fault}`))
    }
  }
  await context.close()
  return faults
}

async function inspect(tab: Page): Promise<string[]> {
  await tab.evaluate(AXE)
  return tab.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(o: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    })
    const found = violations.map(
      (each) => `${each.id} ${each.nodes.map((node) => node.html.slice(0, 140)).join(' | ')}`,
    )
    const root = document.documentElement
    if (root.scrollWidth > root.clientWidth)
      found.push(`scrolls sideways: ${root.scrollWidth} of ${root.clientWidth}`)
    return found
  })
}

async function serveScenes(): Promise<FastifyInstance> {
  const app = fastify()
  app.decorate('renderer', await openRenderer(CONFIG))
  await app.register(serveStatic, { root: join(app.renderer.client, 'assets'), prefix: '/assets/' })
  addressRoutes(app)
  app.get('/scene/:language/:name', (request, reply) => {
    const { language, name } = request.params as { language: Language; name: string }
    const scene: Scene | undefined = scenes(language)[name]
    if (!scene) return reply.code(404).send()
    return renderPage(reply, scene.page, scene.props as PropsOf<typeof scene.page>)
  })
  app.get('/files/:id', (_request, reply) => reply.type('image/svg+xml').send(PAPER))
  app.get('/qr/:id.png', async (_request, reply) =>
    reply.type('image/png').send(await toBuffer('0002010102123057 a payment', { margin: 4, scale: 10 })),
  )
  await app.listen({ port: 0, host: '127.0.0.1' })
  return app
}

function addressOf(app: FastifyInstance): string {
  const address = app.server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}
