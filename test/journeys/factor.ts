import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import type { Stage } from './stage.ts'
import type { Visitor } from './visitor.ts'

/** What an authenticator app shows for this secret, at the simulated time. */
export async function codeFor(stage: Stage, secret: string): Promise<string> {
  const response = await fetch(`${stage.simulator.origins.control}/clock`)
  const { now } = (await response.json()) as { now: string }
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, '')) })
  return totp.generate({ timestamp: Date.parse(now) })
}

/** I type the secret into my app, and its code into the page. */
export async function setUpFactor(stage: Stage, page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'ตั้งการยืนยันตัวตนชั้นที่สอง' }).waitFor()
  await page.screenshot({ path: 'test-output/journey/set-up-factor.png', fullPage: true })
  const secret = (await page.locator('.secret').textContent()) ?? ''
  await page.locator('#code').fill(await codeFor(stage, secret))
  await page.getByRole('button', { name: 'ยืนยัน' }).click()
}

/** The same without a browser. */
export async function setUpFactorOf(stage: Stage, officer: Visitor): Promise<void> {
  const { html } = await officer.get('/o/factors/new')
  const secret = /class="num secret">([A-Z2-7 ]+)</.exec(html)?.[1] ?? ''
  await officer.post('/o/factors/totp', { code: await codeFor(stage, secret) })
}
