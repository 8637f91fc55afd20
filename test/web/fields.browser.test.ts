/** Every type of field in Chromium, on the real product with a definition of the test's own. */
import type { FastifyInstance } from 'fastify'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { definitionHash, loadService } from '../../src/service/load.ts'
import { openBrowser } from '../journeys/phone.ts'
import { openTestContext } from '../support/context.ts'
import { withEveryField } from './every-field.ts'
import { manyRows } from './field-scenes.ts'
import { idTokenOf, openSite } from './site.ts'

let site: FastifyInstance
let browser: Awaited<ReturnType<typeof openBrowser>>
let phone: BrowserContext
let page: Page
let draft: string
const errors: string[] = []
/** As a browser says of a page's own request. */
const OURS = { 'sec-fetch-site': 'same-origin' }

beforeAll(async () => {
  const service = loadService('services/drinking-water')
  const definition = withEveryField(service.definition)
  const ctx = await openTestContext({ service: { ...service, definition, hash: definitionHash(definition) } })
  site = await openSite(ctx)
  const origin = await site.listen({ port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
  phone = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'th-TH',
    geolocation: { latitude: 18.788343, longitude: 98.9853, accuracy: 12 },
  })
  phone.setDefaultTimeout(8000)
  page = await phone.newPage()
  // LINE is not there: whoever is signed in stays so.
  await phone.route(ctx.config.LIFF_SDK_URL, (route) => route.abort())
  page.on('pageerror', (error) => errors.push(error.message))
  const idToken = await idTokenOf(ctx, 'kamon')
  await phone.request.post(`${origin}/session`, { data: { idToken }, headers: OURS })
  const begun = await phone.request.post(`${origin}/l/apply`, { form: {}, headers: OURS })
  draft = begun.url()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})
beforeEach(() => {
  errors.length = 0
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await page.screenshot({ path: 'test-output/web/failed.png' })
  expect(errors).toEqual([])
})

async function open(pageId: string): Promise<void> {
  await page.goto(`${draft}/${pageId}`)
  await page.locator('html.live').waitFor({ state: 'attached' })
}
const saved = () => page.waitForResponse((response) => response.url().endsWith('/answers') && response.ok())
/** The page moves the focus once it has drawn what changed. */
const focusOn = (id: string) => page.waitForFunction((wanted) => document.activeElement?.id === wanted, id)

test('what is typed before a control has come stays, and so does the focus', async () => {
  let bring = () => {}
  const held = new Promise<void>((resolve) => {
    bring = resolve
  })
  await phone.route(/location-control.*\.js/, async (route) => {
    await held
    await route.continue()
  })
  await open('business')
  const lat = page.locator('[name="spot.lat"]')
  await lat.fill('18.7883')
  expect(await page.locator('.late [name="spot.lat"]').count()).toBe(1)
  const kept = saved()
  bring()
  await kept
  expect(await lat.inputValue()).toBe('18.7883')
  await focusOn('f-spot')
  await page.reload()
  expect(await lat.inputValue()).toBe('18.7883')
  await phone.unroute(/location-control.*\.js/)
  await lat.fill('')
  await saved()
})

test('a usual title is one tap, another one is typed', async () => {
  await open('person')
  await page.getByText('นางสาว', { exact: true }).click()
  expect(await page.getByLabel('คำนำหน้าอื่น').isVisible()).toBe(false)
  await page.getByText('อื่น ๆ', { exact: true }).click()
  const kept = saved()
  await page.getByLabel('คำนำหน้าอื่น').fill('ดร.')
  await page.getByLabel('ชื่อ', { exact: true }).fill('กมล')
  await page.getByLabel('นามสกุล').fill('ศรีทอง')
  await kept
})

test('an optional field says so, until another answer makes it needed', async () => {
  expect(await page.locator('label[for=f-email]').innerText()).toContain('(ถ้ามี)')
  await page.getByLabel('ไม่ใช่').check()
  expect(await page.locator('label[for=f-email]').innerText()).not.toContain('(ถ้ามี)')
  const passport = page.getByLabel('เลขที่หนังสือเดินทาง')
  await passport.pressSequentially('ab 1234567')
  expect(await passport.inputValue()).toBe('AB1234567')
})

test('the phone says where it is, and how sure it is', async () => {
  await open('business')
  await phone.grantPermissions(['geolocation'])
  await page.getByRole('button', { name: 'ใช้ตำแหน่งปัจจุบัน' }).click()
  await page.getByText('คลาดเคลื่อนไม่เกิน 12 เมตร').waitFor()
  expect(await page.getByLabel('ละติจูด').inputValue()).toBe('18.788343')
  expect(await page.locator('[name="spot.source"]').inputValue()).toBe('device')
})

test('where it may not say so, both numbers can be pasted from a map', async () => {
  await phone.clearPermissions()
  await page.getByRole('button', { name: 'ใช้ตำแหน่งปัจจุบันอีกครั้ง' }).click()
  await page.getByText('อ่านตำแหน่งไม่ได้').waitFor()
  await page.getByLabel('ละติจูด').fill('18.7000, 98.9000')
  expect(await page.getByLabel('ลองจิจูด').inputValue()).toBe('98.9000')
  expect(await page.locator('[name="spot.source"]').inputValue()).toBe('typed')
})

test('one of a long list is found by a part of its name, with the keyboard alone', async () => {
  const box = page.getByRole('combobox', { name: 'จังหวัด' })
  await box.focus()
  await box.pressSequentially('นคร')
  expect(await page.locator('.found [role=option]').allInnerTexts()).toEqual([
    'นครปฐม',
    'นครพนม',
    'กรุงเทพมหานคร',
  ])
  await box.press('ArrowDown')
  await box.press('Enter')
  expect(await box.inputValue()).toBe('นครพนม')
  expect(await page.locator('[name=province]').inputValue()).toBe('nakhon_phanom')
  await box.fill('ไม่มีจังหวัดนี้')
  await page.getByText('ไม่พบ ลองพิมพ์คำอื่น').waitFor()
  await box.blur()
  expect(await box.inputValue()).toBe('นครพนม')
})

test('what stands alone unticks the rest, and the other way round', async () => {
  await page.getByLabel('เปลวไฟ').check()
  await page.getByLabel('สารเคมี').check()
  await page.getByLabel('ไม่ใช้สิ่งใดข้างต้น').check()
  expect(await page.getByLabel('เปลวไฟ').isChecked()).toBe(false)
  await page.getByLabel('หม้อไอน้ำ').check()
  expect(await page.getByLabel('ไม่ใช้สิ่งใดข้างต้น').isChecked()).toBe(false)
})

test('an option shows when it applies', async () => {
  expect(await page.getByLabel('เครื่องจักรที่ใช้กลางคืน').count()).toBe(0)
  await page.locator('[name=shift][value=night]').check()
  expect(await page.getByLabel('เครื่องจักรที่ใช้กลางคืน').count()).toBe(1)
})

test('a time is understood as people write it', async () => {
  const time = page.getByLabel('เวลาเปิด')
  await time.fill('8.30')
  await time.blur()
  expect(await time.inputValue()).toBe('08:30')
  await time.fill('23.00')
  await time.blur()
  await page.locator('#f-opens-problem').waitFor()
  await time.fill('๘.๓๐')
  await time.blur()
  await page.locator('#f-opens-problem').waitFor({ state: 'detached' })
})

test('the fee follows while typing; an answer that cannot be handed in says why at once', async () => {
  const area = page.getByLabel('พื้นที่')
  await area.fill('90')
  await page.getByText('500 บาท', { exact: true }).waitFor()
  await area.fill('900')
  await page.getByText('1,200 บาท', { exact: true }).waitFor()
  await area.fill('9000')
  await area.blur()
  await page.locator('#f-area-problem').getByText('ต้องขอที่กรมโรงงานอุตสาหกรรม').waitFor()
  await area.fill('400')
  await page.locator('#f-area-problem').waitFor({ state: 'detached' })
})

test('a tap that leads to the exit shows it at once; the answer can be changed', async () => {
  await page.getByLabel('ไม่ใช้สิ่งใดข้างต้น').check()
  await page.getByLabel('ขนาดกิจการ').selectOption('small')
  await page.getByRole('heading', { name: 'กิจการนี้ไม่ต้องขออนุญาต' }).waitFor()
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
  await page.getByRole('link', { name: 'แก้คำตอบของฉัน' }).click()
  await page.getByRole('heading', { name: 'กิจการ', exact: true }).waitFor()
  await focusOn('f-size')
})

test('by the keyboard one may pass over such an answer: it stands when the control is left', async () => {
  const size = page.getByLabel('ขนาดกิจการ')
  await size.press('ArrowDown')
  expect(await size.inputValue()).toBe('large')
  await size.press('ArrowUp')
  expect(await size.inputValue()).toBe('small')
  await page.keyboard.press('Tab')
  await page.getByRole('link', { name: 'แก้คำตอบของฉัน' }).press('Enter')
  await size.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.getByLabel('เปลวไฟ').check()
})

test('of many rows one is open; adding, changing and removing keep the focus', async () => {
  await open('machines')
  await page.getByLabel('ชื่อเครื่อง').fill('เครื่องเชื่อม')
  await page.getByRole('button', { name: 'เพิ่มเครื่องจักร' }).click()
  expect(await page.getByLabel('ชื่อเครื่อง').count()).toBe(1)
  await focusOn('f-machines-1-name')
  await page.getByLabel('ชื่อเครื่อง').fill('ปั๊มลม')
  await page.getByRole('button', { name: 'แก้ไข เครื่องที่ 1' }).click()
  await focusOn('f-machines-0-name')
  expect(await page.getByLabel('ชื่อเครื่อง').inputValue()).toBe('เครื่องเชื่อม')
  await page.getByRole('button', { name: 'เสร็จแล้ว' }).click()
  await focusOn('f-machines-0-open')
  await page.getByRole('button', { name: 'แก้ไข เครื่องที่ 2' }).click()
  await page.getByRole('button', { name: 'ลบ เครื่องที่ 2' }).click()
  await focusOn('f-machines-add')
})

test('a link of the summary opens the row that it leads to', async () => {
  await page.getByRole('button', { name: 'เพิ่มเครื่องจักร' }).click()
  await page.getByRole('button', { name: 'ถัดไป' }).last().click()
  await page.getByRole('link', { name: 'เครื่องที่ 1: กรอกกำลัง' }).click()
  await focusOn('f-machines-0-power')
})

test('two hundred rows are saved, and come back', async () => {
  await open('sign')
  const put = await phone.request.put(`${draft}/answers`, {
    data: { answers: { machines: manyRows(200) } },
    headers: OURS,
  })
  expect(put.ok()).toBe(true)
  await open('machines')
  expect(await page.locator('.row-line').count()).toBe(200)
  await page.getByRole('button', { name: 'แก้ไข เครื่องที่ 200' }).click()
  const kept = saved()
  await page.getByLabel('ชื่อเครื่อง').fill('เครื่องสุดท้าย')
  await kept
  await page.reload()
  await page.getByText('เครื่องสุดท้าย').waitFor()
})

test('consent and signature stay as given', async () => {
  await open('sign')
  await page.getByLabel('ข้าพเจ้าได้อ่านและยอมรับ').check()
  await page.getByLabel('ลงลายมือชื่อผู้ขอ').fill('กมล ศรีทอง')
  await page.getByText('( กมล ศรีทอง )').waitFor()
  await page.getByRole('button', { name: 'ถัดไป' }).last().click()
  await page.getByRole('heading', { name: 'เอกสารและรูปถ่าย' }).waitFor()
})

test('a photo field opens the camera, or takes a picture that is there', async () => {
  expect(await page.locator('#f-front').getAttribute('capture')).toBe('environment')
  expect(await page.locator('#f-front-stored').getAttribute('capture')).toBe(null)
  expect(await page.locator('#f-plan').getAttribute('capture')).toBe(null)
})
