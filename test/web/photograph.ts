/**
 * Pictures of pages rendered from scenes, at a phone's and a desk's size, in both languages, with the real sheets and
 * scripts. Each page must pass axe (WCAG 2.2 AA), must not scroll sideways and must come to life without a complaint;
 * the pictures go to test-output/web to be looked at.
 */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import serveStatic from '@fastify/static'
import fastify, { type FastifyInstance } from 'fastify'
import type { Browser, Page } from 'playwright-core'
import { toBuffer } from 'qrcode'
import { loadConfig } from '../../src/config.ts'
import type { Language } from '../../src/service/definition.ts'
import { addressRoutes } from '../../src/web/address.ts'
import type { PageName, PropsOf } from '../../src/web/pages.tsx'
import { openRenderer, renderPage } from '../../src/web/render.ts'
import { openBrowser } from '../journeys/phone.ts'

/** A page's name and the properties that belong to it. */
export type AnyScene = { [N in PageName]: { page: N; props: PropsOf<N> } }[PageName]
export type Scenes = (language: Language) => Record<string, AnyScene>
/** What is done on a page before its picture is taken. */
export type Acts = Record<string, (tab: Page) => Promise<void>>

const OUT = 'test-output/web'
const SIZES = { 390: 844, 1280: 800 }
const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const CONFIG = loadConfig({
  NODE_ENV: 'test',
  BASE_URL: 'http://localhost:3000',
  SERVICE_DIR: 'services/drinking-water',
  LINE_CHANNEL_SECRET: 'a-secret-for-pictures',
  LINE_CHANNEL_ACCESS_TOKEN: 'a-token-for-pictures',
  LINE_LOGIN_CHANNEL_ID: '1234567890',
  LIFF_ID: '1234567890-AbCdEfGh',
  BILLER_ID: '099400016550100',
  BANK_API_BASE_URL: 'http://localhost:3001',
  BANK_API_KEY: 'a-key-for-pictures',
  BANK_API_SECRET: 'a-secret-for-pictures',
})

/** Photographs all scenes; gives the faults found, one line each. */
export async function photograph(
  area: string,
  scenes: Scenes,
  { only, acts = {} }: { only?: string; acts?: Acts } = {},
): Promise<string[]> {
  mkdirSync(OUT, { recursive: true })
  const app = await serveScenes(scenes)
  const browser = await openBrowser()
  try {
    const names = Object.keys(scenes('th')).filter((name) => !only || name.includes(only))
    const faults: string[] = []
    for (const [width, height] of Object.entries(SIZES)) {
      faults.push(...(await photographAt(browser, { app, area, names, acts, width: Number(width), height })))
    }
    return faults
  } finally {
    await browser.close()
    await app.close()
  }
}

type Shoot = {
  app: FastifyInstance
  area: string
  names: string[]
  acts: Acts
  width: number
  height: number
}

async function photographAt(browser: Browser, shoot: Shoot): Promise<string[]> {
  const { app, area, names, acts, width, height } = shoot
  const address = app.server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  // axe is put in by the debugger, which a page's policy does not bind.
  const context = await browser.newContext({ viewport: { width, height }, bypassCSP: true })
  // LINE is not there: its SDK is answered as a phone without a network would answer.
  await context.route('https://static.line-scdn.net/**', (route) => route.abort())
  const tab = await context.newPage()
  const faults: string[] = []
  tab.on('pageerror', (error) => faults.push(`${tab.url()}: ${error.message}`))
  for (const language of ['th', 'en'] as const) {
    for (const name of names) {
      await tab.goto(`http://127.0.0.1:${port}/scene/${language}/${name}`)
      await tab.evaluate(() => document.fonts.ready)
      await acts[name]?.(tab)
      for (const part of await partsOf(tab)) {
        await tab.locator(`.sections input[value="${part}"]`).evaluateAll(([input]) => {
          if (input instanceof HTMLInputElement) input.click()
        })
        const file = `${[area, name, part, language, width].filter(Boolean).join('-')}.png`
        await tab.screenshot({ path: join(OUT, file), fullPage: true })
        faults.push(...(await inspect(tab)).map((fault) => `${file}: ${fault}`))
      }
    }
  }
  await context.close()
  return faults
}

/** A page in sections is photographed section by section; the first bears no name. */
async function partsOf(tab: Page): Promise<string[]> {
  const sections = await tab
    .locator('.sections input')
    .evaluateAll((inputs) => inputs.map((input) => input.getAttribute('value') ?? ''))
  return ['', ...sections.slice(1)]
}

async function inspect(tab: Page): Promise<string[]> {
  await tab.evaluate(AXE)
  return tab.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(o: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    const { violations } = await axe.run({ runOnly: tags })
    const found = violations.map(
      (each) => `${each.id} ${each.nodes.map((node) => node.html.slice(0, 140)).join(' | ')}`,
    )
    const root = document.documentElement
    if (root.scrollWidth > root.clientWidth)
      found.push(`scrolls sideways: ${root.scrollWidth} of ${root.clientWidth}`)
    return found
  })
}

/** The scenes as pages at /scene/<language>/<name>, with the real sheets and scripts. */
export async function serveScenes(scenes: Scenes): Promise<FastifyInstance> {
  const app = fastify()
  app.decorate('renderer', await openRenderer(CONFIG))
  await app.register(serveStatic, { root: join(app.renderer.client, 'assets'), prefix: '/assets/' })
  app.get('/scene/:language/:name', (request, reply) => {
    const { language, name } = request.params as { language: Language; name: string }
    const scene = scenes(language)[name]
    if (!scene) return reply.code(404).send()
    return renderPage(reply, scene.page, scene.props as PropsOf<typeof scene.page>)
  })
  addressRoutes(app)
  for (const path of ['/files/:id', '/proof-pictures/:id', '/o/chats/:id/files/:word'])
    app.get(path, (_request, reply) => reply.type('image/svg+xml').send(PAPER))
  app.get('/qr/:id.png', async (_request, reply) =>
    reply.type('image/png').send(await toBuffer('0002010102123057 a payment', { margin: 4, scale: 10 })),
  )
  await app.listen({ port: 0, host: '127.0.0.1' })
  return app
}

/** Stands for whatever a citizen photographed. */
const PAPER = `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="920" viewBox="0 0 720 920" font-family="Sarabun">
<rect width="720" height="920" fill="#fff"/><rect x="36" y="36" width="648" height="848" fill="#f3f8fc" stroke="#8fb2d0"/>
<text x="360" y="110" text-anchor="middle" font-size="30" fill="#12305c">เอกสารตัวอย่าง</text>
${[180, 240, 300, 360, 420, 480].map((y) => `<path d="M80 ${y}H640" stroke="#b9cfe2"/>`).join('')}
<circle cx="540" cy="740" r="60" fill="none" stroke="#b0423f" stroke-width="3"/></svg>`
