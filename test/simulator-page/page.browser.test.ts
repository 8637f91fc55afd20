import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBrowser } from '../journeys/phone.ts'
import { say } from './fake-simulator.ts'
import { type OpenPage, openPage, QR_TEXT } from './open-page.ts'
import { cardsOf } from './story.ts'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

describe('the page of the simulator', () => {
  let browser: Browser
  let opened: OpenPage
  const at = (id: string) => opened.page.getByTestId(id)
  const askedFor = (path: string) => opened.fake.asked.filter((request) => request.path === path)

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    opened = await openPage(browser, { width: 1280, height: 800 })
  })
  afterEach(() => opened.close())

  test('what I write is sent and appears in the chat', async () => {
    await at('composer').fill('สถานะคำขอ')
    await at('send').click()
    await at('chat').getByText('สถานะคำขอ', { exact: true }).waitFor()
    expect(askedFor('/api/personas/kamon/text')[0]?.body).toEqual({ text: 'สถานะคำขอ' })
  })

  test('a quick reply is a tap, and is gone once something was said', async () => {
    await at('quick-reply-0').click()
    await expect.poll(() => askedFor('/api/personas/kamon/action').length).toBe(1)
    opened.fake.change((state) => say(state, 'kamon', 'bot', { type: 'text', text: 'ได้ค่ะ' }))
    await at('quick-reply-0').waitFor({ state: 'detached' })
  })

  test('an area of the rich menu opens its page in the phone, and the page can close itself', async () => {
    await at('richmenu-area-1').click()
    await opened.page
      .frameLocator('[data-testid=liff-frame]')
      .getByRole('button', { name: 'ปิดหน้าต่าง' })
      .click()
    await at('liff-frame').waitFor({ state: 'detached' })
    expect(askedFor('/api/liff')[0]?.body).toEqual({
      personaId: 'kamon',
      url: 'https://liff.line.me/1234567890-AbCdEfGh/page-1',
    })
  })

  test('a message from any other window is no message from the LIFF page', async () => {
    await at('richmenu-area-0').click()
    await at('liff-frame').waitFor()
    await opened.page.evaluate("postMessage({ type: 'liff.closeWindow' }, '*')")
    await opened.page.waitForTimeout(200)
    expect(await at('liff-frame').count()).toBe(1)
  })

  test('the bank app reads the QR off the last invoice and pays it', async () => {
    opened.fake.change((state) => say(state, 'kamon', 'bot', cardsOf(opened.fake.url)('invoice')))
    await at('chat').getByText('ใบแจ้งค่าธรรมเนียม').waitFor()
    await at('open-bank').click()
    await at('bank-scan').click()
    await at('bank-pay').click()
    await at('bank-paid').waitFor()
    expect(askedFor('/api/bank/pay')[0]?.body).toEqual({ qr: QR_TEXT, satang: 600_00, times: 1 })
  })

  test('a payer may pay too little, or twice', async () => {
    await at('open-bank').click()
    await at('bank-qr-text').fill(QR_TEXT)
    await at('bank-twice').click()
    await at('bank-amount').fill('550')
    await at('bank-pay').click()
    await at('bank-paid').waitFor()
    expect(askedFor('/api/bank/pay')[0]?.body).toEqual({ qr: QR_TEXT, satang: 550_00, times: 2 })
  })

  test('news for somebody else is announced by its altText, and a tap goes there', async () => {
    opened.fake.change((state) => say(state, 'wanna', 'bot', cardsOf(opened.fake.url)('officer-review')))
    await at('unread-wanna').waitFor()
    await at('notification').click()
    await at('unread-wanna').waitFor({ state: 'detached' })
    expect(await at('persona-wanna').getAttribute('aria-pressed')).toBe('true')
  })

  test('the chat follows what is said, unless I have scrolled up to read', async () => {
    const gapBelow = () =>
      at('chat').evaluate((box: { scrollHeight: number; scrollTop: number; clientHeight: number }) =>
        Math.round(box.scrollHeight - box.scrollTop - box.clientHeight),
      )
    const tell = (name: 'greeting' | 'licence') =>
      opened.fake.change((state) => say(state, 'kamon', 'bot', cardsOf(opened.fake.url)(name)))
    tell('greeting')
    await expect.poll(() => at('chat').getByText('บริการออนไลน์').count()).toBe(2)
    await expect.poll(gapBelow).toBeLessThan(2)
    await at('chat').hover()
    await opened.page.mouse.wheel(0, -600)
    await expect.poll(gapBelow).toBeGreaterThan(300)
    tell('licence')
    await at('chat').getByText('42/2569').waitFor({ state: 'attached' })
    expect(await gapBelow()).toBeGreaterThan(300)
  })

  test('a call against the rules shows what was wrong', async () => {
    expect(await at('log-102').innerText()).toContain('Length must be between 0 and 5000')
  })

  test('the clock goes a week ahead at a press', async () => {
    await at('clock-add-week').click()
    await expect.poll(() => askedFor('/api/clock')[0]?.body).toEqual({ advanceSeconds: 604_800 })
  })

  test('the page finds its way back to a simulator that was away', async () => {
    await opened.page.route('**/api/events', (route) => route.abort())
    opened.fake.dropListeners()
    await opened.page.getByText('ขาดการเชื่อมต่อ').waitFor()
    await opened.page.unroute('**/api/events')
    await opened.page.getByText('ขาดการเชื่อมต่อ').waitFor({ state: 'detached' })
  })

  test.each([
    ['the chat', async () => {}],
    ['the bank app', () => at('open-bank').click()],
    ['the LIFF window', () => at('richmenu-area-0').click()],
    ['a mail', () => at('mail-1').click()],
    ['the Flex JSON', () => at('tab-flex').click()],
    ['somebody who is no friend yet', () => at('persona-teeradet').click()],
    ['the page in English', () => at('language').click()],
  ])('axe finds nothing wrong with %s', async (_, go) => {
    await go()
    expect(await axeFindings(opened.page)).toEqual([])
  })

  test('nothing is wider than a phone', async () => {
    await opened.page.setViewportSize({ width: 390, height: 844 })
    for (const panel of ['tools', 'chat', 'behind']) {
      await at(`panel-${panel}`).click()
      expect(await opened.page.evaluate('document.documentElement.scrollWidth')).toBe(390)
      expect(await axeFindings(opened.page)).toEqual([])
    }
  })
})

async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(AXE, 'utf8'))
  return page.evaluate(`axe.run({ iframes: false }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html.slice(0, 120)).join(' | ')))`)
}
