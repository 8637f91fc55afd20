/** The form as a phone in LINE shows it; one test goes on where the one before it ended. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openBrowser } from '../journeys/phone.ts'
import { openStage, type Stage } from '../journeys/stage.ts'
import { SMALL_PNG } from '../support/pictures.ts'

let stage: Stage
let browser: Awaited<ReturnType<typeof openBrowser>>
let phone: BrowserContext
let page: Page
const errors: string[] = []

beforeAll(async () => {
  stage = await openStage()
  await stage.start()
  browser = await openBrowser()
  phone = await browser.newContext({ viewport: { width: 390, height: 844 } })
  phone.setDefaultTimeout(8000)
  page = await phone.newPage()
  page.on('pageerror', (error) => errors.push(error.message))
})
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})
beforeEach(() => {
  errors.length = 0
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await page.screenshot({ path: 'test-output/web/failed.png' })
})

async function openLiff(persona: string, path: string): Promise<void> {
  const { liff } = stage.simulator.origins
  const src = await stage.simulator.openLiff(persona, `${liff}/2000000001-Simulate${path}`)
  await page.goto(src)
}
const saved = () => page.getByText('บันทึกร่างแล้ว').waitFor()

/** Several boxes in one turn, before any of them is drawn anew: so a phone's autofill does it. Waits until it is saved. */
async function fillAtOnce(values: Record<string, string>): Promise<void> {
  const savedByServer = page.waitForResponse(
    (response) => response.url().endsWith('/answers') && response.ok(),
  )
  await page.locator('html.live').waitFor({ state: 'attached' })
  await page.evaluate((each) => {
    for (const [name, value] of Object.entries(each)) {
      const box = document.querySelector<HTMLInputElement>(`[name="${name}"]`)
      if (!box) throw new Error(`there is no ${name}`)
      box.value = value
      box.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }
  }, values)
  await savedByServer
}
const valuesOf = (...names: string[]) =>
  Promise.all(names.map((name) => page.locator(`[name="${name}"]`).inputValue()))

test('a link from the chat signs in and leads to its page', async () => {
  await openLiff('kamon', '/apply')
  await page.getByRole('button', { name: 'เริ่มกรอกคำขอ' }).click()
  await page.getByRole('heading', { name: 'กรอกคำขอ' }).waitFor()
  await page.getByRole('link', { name: 'เริ่มกรอกคำขอ' }).click()
  await page.getByRole('heading', { name: 'ผู้ขอรับใบอนุญาต' }).waitFor()
})

test('a choice shows the fields it calls for, without loading anew', async () => {
  await page.getByLabel('นิติบุคคล').check()
  await page.getByLabel('เลขทะเบียนนิติบุคคล').waitFor()
  await page.getByLabel('บุคคลธรรมดา').check()
  await page.getByLabel('เลขประจำตัวประชาชน').waitFor()
  expect(await page.getByLabel('เลขทะเบียนนิติบุคคล').count()).toBe(0)
})

test('an ID number is dashed while typed, and checked when it is left', async () => {
  const id = page.getByLabel('เลขประจำตัวประชาชน')
  await id.pressSequentially('1101700207367')
  expect(await id.inputValue()).toBe('1-1017-00207-36-7')
  await id.blur()
  await page.getByText('เลขไม่ถูกต้อง โปรดตรวจกับบัตรอีกครั้ง').waitFor()
  await id.press('End')
  await id.press('Backspace')
  await id.pressSequentially('6')
  await page.getByText('เลขไม่ถูกต้อง').waitFor({ state: 'detached' })
})

test('what is missing is listed, takes the focus, and leads to the field', async () => {
  await page.getByRole('button', { name: 'ถัดไป' }).last().click()
  const summary = page.getByRole('alert')
  await summary.waitFor()
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'alert')
  await summary.getByRole('link', { name: 'กรอกนามสกุล' }).click()
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'last_name')
})

test('a session that ends meanwhile is renewed without a word', async () => {
  await page.getByLabel('คำนำหน้าชื่อ').selectOption('miss')
  await page.getByLabel('ชื่อ', { exact: true }).fill('กมล')
  await saved()
  await phone.clearCookies({ name: 'anuyat_session' })
  const renewed = page.waitForResponse((response) => response.url().endsWith('/session') && response.ok())
  const kept = page.waitForResponse(
    (response) =>
      response.url().endsWith('/answers') &&
      response.ok() &&
      (response.request().postData() ?? '').includes('ศรีทอง'),
  )
  await page.getByLabel('นามสกุล').fill('ศรีทอง')
  await Promise.all([renewed, kept])
  await page.reload()
  expect(await page.getByLabel('นามสกุล').inputValue()).toBe('ศรีทอง')
})

test('without a network nothing typed is lost', async () => {
  await page.getByLabel('วันที่').fill('15')
  await saved()
  await phone.setOffline(true)
  await page.getByLabel('เดือน').selectOption('1')
  await page.getByLabel('ปี พ.ศ.').fill('๒๕๓๐')
  await page.getByText('ยังไม่ได้บันทึก').waitFor()
  await phone.setOffline(false)
  await saved()
  await page.getByRole('button', { name: 'ถัดไป' }).last().click()
  await page.getByRole('heading', { name: 'ที่อยู่และการติดต่อ' }).waitFor()
})

test('what a phone fills in all at once is kept whole', async () => {
  await fillAtOnce({
    'home_address.houseNo': '99',
    'home_address.moo': '4',
    'home_address.road': 'ริมน้ำ',
  })
  expect(await valuesOf('home_address.houseNo', 'home_address.moo', 'home_address.road')).toEqual([
    '99',
    '4',
    'ริมน้ำ',
  ])
  await page.reload()
  expect(await valuesOf('home_address.houseNo', 'home_address.moo')).toEqual(['99', '4'])
})

test('a sign that no document can print is told where it was typed', async () => {
  const road = page.locator('[name="home_address.road"]')
  await road.fill('ริมน้ำ 😀')
  await road.blur()
  await page.getByText('ลบ 😀 ออก เอกสารพิมพ์อักขระนี้ไม่ได้').waitFor()
  await road.fill('ริมน้ำ')
  await page.getByText('ลบ 😀 ออก').waitFor({ state: 'detached' })
})

test('an address is found by its subdistrict, with the keyboard alone', async () => {
  await page.getByLabel('บ้านเลขที่').fill('88/4')
  const search = page.getByRole('combobox', { name: 'ตำบล อำเภอ หรือรหัสไปรษณีย์' })
  await search.pressSequentially('ศรีภูมิ เชียงใหม่')
  await page.getByRole('option').first().waitFor()
  await search.press('ArrowDown')
  await search.press('ArrowUp')
  await search.press('Enter')
  expect(await page.getByLabel('รหัสไปรษณีย์', { exact: true }).inputValue()).toBe('50200')
  await page.getByLabel('หมายเลขโทรศัพท์').pressSequentially('0812345678')
  expect(await page.getByLabel('หมายเลขโทรศัพท์').inputValue()).toBe('081-234-5678')
  await page.getByRole('button', { name: 'ถัดไป' }).last().click()
  await page.getByRole('heading', { name: 'สถานประกอบกิจการ' }).waitFor()
})

test('machines are added and taken away', async () => {
  await page.goto(page.url().replace('/shop', '/machines'))
  await page.getByLabel('หมายเลขตู้').fill('RN-001')
  await page.getByRole('button', { name: 'เพิ่มตู้น้ำดื่ม' }).click()
  await page.getByLabel('หมายเลขตู้').fill('RN-002')
  await page.getByRole('button', { name: 'แก้ไข ตู้ที่ 1' }).click()
  await page.getByRole('button', { name: 'ลบ ตู้ที่ 1' }).click()
  expect(await page.getByLabel('หมายเลขตู้').count()).toBe(1)
  expect(await page.getByLabel('หมายเลขตู้').inputValue()).toBe('RN-002')
  await fillAtOnce({
    'machines.0.serial': 'RN-003',
    'machines.0.spot': 'หน้าร้าน',
    'machines.0.installed_on.day': '1',
    'machines.0.installed_on.year': '2569',
  })
  await page.reload()
  expect(
    await valuesOf(
      'machines.0.serial',
      'machines.0.spot',
      'machines.0.installed_on.day',
      'machines.0.installed_on.year',
    ),
  ).toEqual(['RN-003', 'หน้าร้าน', '1', '2569'])
})

test('files go at once; what is no picture says so; one can be taken out', async () => {
  await page.goto(page.url().replace('/machines', '/documents'))
  const [card, map] = [page.locator('#f-id_card'), page.locator('#f-site_map')]
  await map.setInputFiles({ name: 'แผนที่.png', mimeType: 'image/png', buffer: Buffer.from('<html>') })
  await page.getByText('ไฟล์นี้ไม่ใช่รูปหรือ PDF').waitFor()
  await page.getByRole('button', { name: 'ยกเลิก' }).click()
  await card.setInputFiles({ name: 'บัตร.png', mimeType: 'image/png', buffer: SMALL_PNG })
  await page.getByRole('button', { name: 'ใช้ภาพนี้' }).click()
  await page.getByText('แนบแล้ว').waitFor()
  await page.reload()
  await page.getByText('บัตร.png', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'ลบบัตร.png' }).click()
  await page.getByText('บัตร.png', { exact: true }).waitFor({ state: 'detached' })
})

test('a photo of a phone is made smaller before it is sent', async () => {
  const photo = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 4000, height: 3000 })
    const pen = canvas.getContext('2d')
    for (let i = 0; i < 4000; i++) {
      if (pen) pen.fillStyle = `hsl(${i},80%,50%)`
      pen?.fillRect((i * 97) % 4000, (i * 61) % 3000, 90, 70)
    }
    return canvas.toDataURL('image/jpeg', 0.95).split(',')[1] ?? ''
  })
  const sent = page.waitForRequest((request) => request.url().includes('/files/site_map'))
  await page
    .locator('#f-site_map')
    .setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(photo, 'base64') })
  await sent
  const image = page.locator('.thumb img')
  await image.waitFor()
  const width = await image.evaluate(async (element: HTMLImageElement) => {
    element.loading = 'eager'
    await element.decode()
    return element.naturalWidth
  })
  expect(width).toBe(2400)
})

test("another person on the same phone sees nothing of the first one's", async () => {
  const draft = page.url()
  await openLiff('teeradet', '/requests')
  await page.getByText('ยังไม่มีคำขอ').waitFor()
  await page.goto(draft)
  await page.getByRole('heading', { name: 'ไม่พบหน้านี้' }).waitFor()
  expect(errors).toEqual([])
})
