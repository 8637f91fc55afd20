/** From the form to ThaID and back, as a phone in LINE and as the browser that ThaID opens. */
import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../journeys/phone.ts'
import { openStage, type Stage } from '../journeys/stage.ts'
import { atThaid } from '../support/thaid.ts'

let stage: Stage
let browser: Browser
let phone: BrowserContext
let page: Page

beforeAll(async () => {
  stage = await openStage()
  await stage.start()
  browser = await openBrowser()
  phone = await browser.newContext({ viewport: { width: 390, height: 844 } })
  phone.setDefaultTimeout(15_000)
  page = await phone.newPage()
})
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await page.screenshot({ path: 'test-output/web/failed.png' })
})

const picture = (of: Page, name: string) =>
  of.screenshot({ path: `test-output/web/thaid-journey-${name}.png`, fullPage: true })

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
async function violations(): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }
  return (await axe.run()).violations.map(({ id }) => id)
}

async function openLiff(persona: string, path: string): Promise<void> {
  const { liff } = stage.simulator.origins
  await page.goto(await stage.simulator.openLiff(persona, `${liff}/2000000001-Simulate${path}`))
}

test('a draft is begun, and the button leads to ThaID', async () => {
  await openLiff('kamon', '/apply')
  await page.getByRole('button', { name: 'เริ่มกรอกคำขอ' }).click()
  await page.getByRole('heading', { name: 'กรอกคำขอ' }).waitFor()
  const draft = /\/l\/apply\/([^/?]+)/.exec(page.url())?.[1]
  await page.goto(`${stage.baseUrl}/l/identity/thaid/for/${draft}`)
  await picture(page, 'begin')
  await page.getByRole('button', { name: 'ไปที่ ThaID' }).click()
  await page.getByText('เครื่องจำลอง ไม่ใช่ ThaID จริง').waitFor()
  expect(page.url()).toContain(stage.simulator.origins.thaid)
  await picture(page, 'login')
  await page.evaluate(AXE)
  expect(await page.evaluate(violations)).toEqual([])
})

test('who refuses is back in the service, and may begin again', async () => {
  await page.getByRole('button', { name: /ไม่ยินยอม/ }).click()
  await page.getByRole('heading', { name: 'ท่านไม่ได้ให้ความยินยอม' }).waitFor()
  expect(page.url()).toMatch(/\/l\/identity\/thaid\/[0-9a-f-]{36}$/)
  await page.getByRole('link', { name: 'ลองอีกครั้ง' }).click()
  await page.getByRole('button', { name: 'ไปที่ ThaID' }).waitFor()
})

test('who consents is proven; going back and loading again change nothing', async () => {
  await page.getByRole('button', { name: 'ไปที่ ThaID' }).click()
  await page.getByRole('button', { name: 'ยินยอม · Allow', exact: true }).click()
  await page.getByRole('heading', { name: 'ยืนยันตัวตนแล้ว' }).waitFor()
  await page.getByText('1-1017-xxxxx-36-6').waitFor()
  expect(page.url()).not.toContain('code=')
  await page.reload()
  await page.getByRole('heading', { name: 'ยืนยันตัวตนแล้ว' }).waitFor()
  await page.getByRole('link', { name: 'กลับไปที่คำขอ' }).click()
  await page.getByRole('heading', { name: 'ทำต่อจากเดิม' }).waitFor()
  await page.getByRole('link', { name: /ยืนยันตัวตน.*เสร็จแล้ว/ }).waitFor()
})

test('where ThaID opens another browser, signing in with the same LINE account there goes on', async () => {
  const begun = await phone.request.post(`${stage.baseUrl}/l/identity/thaid`, {
    form: {},
    headers: { 'sec-fetch-site': 'same-origin' },
    maxRedirects: 0,
  })
  // The app consents outside of any browser, and opens the address in the one the phone prefers.
  const callback = await atThaid(begun.headers().location ?? '')
  const external = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const other = await external.newPage()
  await other.goto(callback.href)
  await other.getByRole('link', { name: /กมล/ }).click()
  await other.getByRole('heading', { name: 'ยืนยันตัวตนแล้ว' }).waitFor()
  expect(other.url()).not.toContain('code=')
  await external.close()
})

test('in a window of the simulator’s page, too', async () => {
  const desk = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await desk.goto(stage.simulator.origins.control)
  const link = `${stage.simulator.origins.liff}/2000000001-Simulate/l/identity/thaid`
  const src = await stage.simulator.openLiff('kamon', link)
  await desk.evaluate((address) => {
    const frame = Object.assign(document.createElement('iframe'), { src: address, id: 'window' })
    frame.style.cssText = 'width:390px;height:760px'
    document.body.replaceChildren(frame)
  }, src)
  const frame = desk.frameLocator('#window')
  await frame.getByRole('button', { name: 'ไปที่ ThaID' }).click()
  await frame.getByRole('button', { name: 'ยินยอม · Allow', exact: true }).click()
  await frame.getByRole('heading', { name: 'ยืนยันตัวตนแล้ว' }).waitFor()
  await desk.close()
})
