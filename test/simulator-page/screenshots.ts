/** `node test/simulator-page/screenshots.ts` — pictures of the page, wide and narrow, in test-output/simulator. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../journeys/phone.ts'
import { MESSAGES } from './all-messages.ts'
import { say } from './fake-simulator.ts'
import { type OpenPage, openPage, type Size } from './open-page.ts'
import { cardsOf } from './story.ts'

const OUT = join(import.meta.dirname, '../../test-output/simulator')
const WIDE: Size = { width: 1280, height: 800 }
const NARROW: Size = { width: 390, height: 844 }

type Scene = [name: string, size: Size, play: (opened: OpenPage) => Promise<void>]

const SCENES: Scene[] = [
  ['01-chat', WIDE, async () => {}],
  ['02-log-finding', WIDE, ({ page }) => page.getByTestId('log-102').getByRole('button').click()],
  [
    '03-flex-json',
    WIDE,
    async ({ page }) => {
      const card = page.locator('[data-message-type=flex]').last()
      await card.hover()
      await card.locator('.inspect').click()
    },
  ],
  ['04-liff', WIDE, openLiff],
  ['05-invoice', WIDE, showInvoice],
  ['06-bank-scan', WIDE, async (opened) => scanInvoice(opened, false)],
  ['07-bank-paid', WIDE, async (opened) => scanInvoice(opened, true)],
  ['08-notification-unread', WIDE, tellOfficer],
  ['09-mail', WIDE, ({ page }) => page.getByTestId('mail-1').click()],
  ['10-new-user', WIDE, ({ page }) => page.getByTestId('persona-teeradet').click()],
  ['11-english', WIDE, ({ page }) => page.getByTestId('language').click()],
  ['12-typing', WIDE, showTyping],
  ['13-no-menu', WIDE, ({ page }) => page.getByTestId('menu-toggle').click()],
  ['20-narrow-chat', NARROW, async () => {}],
  ['21-narrow-tools', NARROW, ({ page }) => page.getByTestId('panel-tools').click()],
  ['22-narrow-behind', NARROW, ({ page }) => page.getByTestId('panel-behind').click()],
  ['23-narrow-bank', NARROW, async (opened) => narrowBank(opened)],
  ...MESSAGES.map((name): Scene => [`40-card-${name}`, NARROW, (opened) => showCard(opened, name)]),
]

async function openLiff({ page }: OpenPage): Promise<void> {
  await page.getByTestId('richmenu-area-0').click()
  await page.frameLocator('[data-testid=liff-frame]').getByRole('heading').waitFor()
  await page.getByTestId('tab-liff').click()
}

async function showInvoice({ page, fake }: OpenPage): Promise<void> {
  fake.change((state) => say(state, 'kamon', 'bot', cardsOf(fake.url)('invoice')))
  await page.getByTestId('menu-toggle').click()
  await page.getByText('ใบแจ้งค่าธรรมเนียม').waitFor()
}

async function scanInvoice(opened: OpenPage, isPaid: boolean): Promise<void> {
  await showInvoice(opened)
  const { page } = opened
  await page.getByTestId('open-bank').click()
  await page.getByTestId('bank-scan').click()
  await page.getByTestId('bank-pay').waitFor()
  if (isPaid) await page.getByTestId('bank-pay').click()
}

async function narrowBank({ page }: OpenPage): Promise<void> {
  await page.getByTestId('panel-tools').click()
  await page.getByTestId('open-bank').click()
}

async function tellOfficer({ page, fake }: OpenPage): Promise<void> {
  fake.change((state) => say(state, 'wanna', 'bot', cardsOf(fake.url)('officer-review')))
  await page.getByTestId('notification').waitFor()
}

async function showTyping({ page, fake }: OpenPage): Promise<void> {
  fake.change((state) => {
    say(state, 'kamon', 'user', { type: 'text', text: 'นับเวลา 30 วันอย่างไร ถ้าเอกสารยังไม่ครบ' })
    state.loading.kamon = new Date(Date.parse(state.now) + 20_000).toISOString()
  })
  await page.getByTestId('typing').waitFor()
}

async function showCard({ page, fake }: OpenPage, name: (typeof MESSAGES)[number]): Promise<void> {
  fake.change((state) => {
    state.chats.kamon = []
    state.defaultRichMenuId = undefined
    say(state, 'kamon', 'bot', cardsOf(fake.url)(name))
  })
  await page.getByTestId('menu-toggle').waitFor({ state: 'detached' })
}

async function shoot(browser: Browser, [name, size, play]: Scene): Promise<void> {
  const opened = await openPage(browser, size)
  try {
    await play(opened)
    await opened.page.evaluate('document.fonts.ready')
    await opened.page.waitForTimeout(250)
    await opened.page.screenshot({ path: join(OUT, `${name}.png`) })
    console.log(name, await opened.page.evaluate('document.documentElement.scrollWidth'))
  } finally {
    await opened.close()
  }
}

await mkdir(OUT, { recursive: true })
const wanted = process.argv.slice(2)
const browser = await openBrowser()
for (const scene of SCENES) {
  if (wanted.length === 0 || wanted.some((part) => scene[0].includes(part))) await shoot(browser, scene)
}
await browser.close()
