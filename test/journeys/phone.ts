import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type FrameLocator, type Locator, type Page } from 'playwright-core'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const PICTURES = join(import.meta.dirname, '../../test-output/journey')

/** Chromium must be there: a journey that cannot be played has failed. */
export async function openBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM))
    throw new Error(`there is no Chromium at ${CHROMIUM}: install it, or name it in CHROMIUM`)
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  return chromium.launch({ executablePath: CHROMIUM, args })
}

/** A person's phone as the simulator's page shows it: the chat, and the LIFF window over it. */
export class Phone {
  readonly page: Page
  readonly persona: string
  readonly liff: FrameLocator
  private pictures = 0
  private readonly story: string

  private constructor(page: Page, persona: string, story: string) {
    this.page = page
    this.persona = persona
    this.story = story
    this.liff = page.frameLocator('[data-testid=liff-frame]')
  }

  static async open(browser: Browser, origin: string, persona: string, story = persona): Promise<Phone> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'th-TH',
      timezoneId: 'Asia/Bangkok',
    })
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    await page.goto(`${origin}/#${persona}`)
    await page.getByTestId(`persona-${persona}`).click()
    return new Phone(page, persona, story)
  }

  /** Adds the account as a friend. */
  async addFriend(): Promise<void> {
    await this.page.getByTestId('event-follow').click()
  }

  async say(text: string): Promise<void> {
    await this.page.getByTestId('composer').fill(text)
    await this.page.getByTestId('send').click()
  }

  /** The newest bubble of the chat that holds this text. */
  bubble(text: string | RegExp): Locator {
    return this.page.getByTestId('chat').locator('[data-testid^=bubble-]').filter({ hasText: text }).last()
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.bubble(text).waitFor()
  }

  /** Presses a button of the newest card that has it. */
  async press(label: string | RegExp): Promise<void> {
    await this.page.getByTestId('chat').getByRole('button', { name: label }).last().click()
  }

  /** Presses a field of the menu under the chat by its words. */
  async tapMenu(label: string): Promise<void> {
    await this.page.locator('.rich-menu').getByRole('button', { name: label }).click()
  }

  async closeLiff(): Promise<void> {
    await this.page.getByTestId('liff-close').click()
    await this.page.getByTestId('liff-frame').waitFor({ state: 'detached' })
  }

  /** The LIFF page with this heading is there, and its script has taken over. */
  async onPage(heading: string | RegExp): Promise<void> {
    await this.liff.getByRole('heading', { name: heading }).first().waitFor()
    await this.liff.locator('html.live').waitFor({ state: 'attached' })
  }

  /** Follows a link of the LIFF page. */
  async follow(label: string | RegExp): Promise<void> {
    await this.liff.getByRole('link', { name: label }).first().click()
  }

  /** The LIFF page says this somewhere. */
  async reads(text: string | RegExp): Promise<void> {
    await this.liff.getByText(text).first().waitFor()
  }

  field(name: string): Locator {
    return this.liff.locator(`[name="${name}"]`)
  }

  async fill(values: Record<string, string>): Promise<void> {
    for (const [name, value] of Object.entries(values)) await this.field(name).first().fill(value)
  }

  async choose(name: string, value: string): Promise<void> {
    await this.liff.locator(`[name="${name}"][value="${value}"]`).check({ force: true })
  }

  async next(label: string | RegExp = 'ถัดไป'): Promise<void> {
    await this.liff.getByRole('button', { name: label }).last().click()
  }

  /** A picture of the whole simulator, for a person to look at afterwards. */
  async picture(name: string): Promise<void> {
    mkdirSync(PICTURES, { recursive: true })
    await this.page.evaluate(() => document.fonts.ready)
    const number = String(++this.pictures).padStart(2, '0')
    await this.page.screenshot({ path: join(PICTURES, `${this.story}-${number}-${name}.png`) })
  }
}
