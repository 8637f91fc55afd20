/** The main job, from the first chat message to the signed licence, played by people in a browser. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { setUpFactor } from './factor.ts'
import { picture, upload } from './files.ts'
import { openBrowser, Phone } from './phone.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let browser: Browser
let kamon: Phone
let wanna: Phone
let kukiat: Phone

beforeAll(async () => {
  stage = await openStage()
  await stage.start()
  browser = await openBrowser()
  const open = (persona: string) => Phone.open(browser, stage.simulator.origins.control, persona)
  kamon = await open('kamon')
  wanna = await open('wanna')
  kukiat = await open('kukiat')
})
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const phone of [kamon, wanna, kukiat]) await phone.picture('failed')
})
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

test('the officers accept their invitations', async () => {
  for (const [phone, link] of [
    [wanna, stage.invitations.wanna],
    [kukiat, stage.invitations.kukiat],
  ] as const) {
    const src = await stage.simulator.openLiff(phone.persona, link)
    const page = await phone.page.context().newPage()
    await page.goto(src)
    await page.getByRole('button').last().click()
    await setUpFactor(stage, page)
    await page.getByRole('heading', { name: 'ผูกบัญชีแล้ว' }).first().waitFor()
    await page.close()
  }
})

test('1. I add the account, ask what it costs and am told, with conditions and time', async () => {
  await kamon.addFriend()
  await kamon.sees('เริ่มยื่นคำขอ')
  await kamon.picture('greeting')
  await kamon.say('ค่าธรรมเนียมเท่าไหร่')
  await kamon.sees('300 บาทต่อตู้ต่อปี')
  await kamon.picture('answer')
  await kamon.tapMenu('ค้นหาข้อมูล')
  await kamon.sees('ใครต้องขอใบอนุญาต')
  await kamon.picture('guide')
})

test('2. I fill in the form; what is wrong is told beside the field, nothing typed is lost', async () => {
  await kamon.tapMenu('ยื่นคำขอ')
  await kamon.onPage('ใบอนุญาตประกอบกิจการตู้น้ำดื่มหยอดเหรียญ')
  await kamon.picture('before-starting')
  await kamon.next('เริ่มกรอกคำขอ')
  await kamon.onPage('กรอกคำขอ')
  await kamon.picture('task-list')
  await kamon.liff
    .getByRole('link', { name: /ผู้ขอรับใบอนุญาต|ทำต่อ|เริ่ม/ })
    .first()
    .click()
  await kamon.onPage('ผู้ขอรับใบอนุญาต')
  await kamon.choose('applicant_type', 'person')
  await kamon.field('name_title').selectOption('miss')
  await kamon.fill({
    first_name: 'กมล',
    last_name: 'ศรีทอง',
    national_id: '1101700207360',
    'birth_date.day': '31',
    'birth_date.year': '2530',
  })
  await kamon.field('birth_date.month').selectOption('4')
  await kamon.next()
  await kamon.reads('เลขไม่ถูกต้อง โปรดตรวจกับบัตรอีกครั้ง')
  await kamon.reads('ไม่มีวันที่นี้ในปฏิทิน โปรดตรวจอีกครั้ง')
  await kamon.picture('field-problems')
  expect(await kamon.field('first_name').inputValue()).toBe('กมล')
  await kamon.fill({ national_id: '1101700207366', 'birth_date.day': '15' })
  await kamon.next()
  await kamon.onPage('ที่อยู่และการติดต่อ')
  await kamon.fill({ 'home_address.houseNo': '88/4', 'home_address.road': 'ริมน้ำ' })
  await kamon.liff.getByRole('combobox').first().fill('ศรีภูมิ')
  await kamon.liff.getByRole('option').first().waitFor()
  await kamon.picture('address-look-up')
  await kamon.liff.getByRole('option').first().click()
  await kamon.fill({ phone: '0812345678', email: 'kamon@example.com' })
  await kamon.next()
  await kamon.onPage('สถานประกอบกิจการ')
})

test('I close the window in the middle and find everything again', async () => {
  await kamon.fill({ shop_name: 'น้ำดื่มใสใจ', 'shop_address.houseNo': '88/4', area: '6' })
  await kamon.reads('บันทึกร่างแล้ว')
  await kamon.closeLiff()
  await kamon.tapMenu('ยื่นคำขอ')
  await kamon.onPage(/ทำต่อจากเดิม|กรอกคำขอ/)
  await kamon.picture('draft-restored')
  await kamon.liff
    .getByRole('link', { name: /สถานประกอบกิจการ/ })
    .first()
    .click()
  await kamon.onPage('สถานประกอบกิจการ')
  expect(await kamon.field('shop_name').inputValue()).toBe('น้ำดื่มใสใจ')
})

test('I go on: a field that shows only when it applies, two machines, photos', async () => {
  await kamon.liff.getByRole('combobox').first().fill('50200')
  await kamon.liff.getByRole('option').first().click()
  await kamon.choose('water_source', 'well')
  await kamon.field('well_permit').waitFor()
  await kamon.choose('water_source', 'tap')
  await kamon.field('well_permit').waitFor({ state: 'detached' })
  await kamon.next()
  await kamon.onPage('ตู้น้ำดื่ม')
  await kamon.fill({ 'machines.0.serial': 'RN-001', 'machines.0.spot': 'หน้าร้าน' })
  await kamon.liff.getByRole('button', { name: /เพิ่ม/ }).click()
  await kamon.fill({ 'machines.1.serial': 'RN-002', 'machines.1.spot': 'ริมถนน' })
  await kamon.picture('machines')
  await kamon.next()
  await kamon.onPage('เอกสารและรูปถ่าย')
  await kamon.field('id_card').setInputFiles(upload('โปรแกรม.png', Buffer.from('MZ this is a program')))
  await kamon.reads('เปิดภาพนี้เพื่อปิดทับไม่ได้')
  await kamon.picture('disguised-card')
  await kamon.next('ยกเลิก')
  await kamon.field('site_map').setInputFiles(upload('โปรแกรม.png', Buffer.from('MZ this is a program')))
  await kamon.reads('ไฟล์นี้ไม่ใช่รูปหรือ PDF')
  await kamon.picture('disguised-file')
  await kamon.field('id_card').setInputFiles(upload('บัตร.png', picture(1200, 760, [198, 214, 234])))
  // Religion and blood group are covered before it is sent.
  await kamon.next('ใช้ภาพนี้')
  await kamon.field('site_map').setInputFiles(upload('แผนที่.png', picture(900, 900, [236, 231, 214])))
  await kamon.field('water_test').setInputFiles(upload('ผลตรวจน้ำ.png', picture(800, 1100, [226, 240, 232])))
  await kamon.liff.locator('img').nth(2).waitFor()
  await kamon.picture('documents')
  await kamon.next()
})

test('I show who I am: my card, with my religion covered, and my face', async () => {
  await kamon.onPage('ยืนยันตัวตน')
  await kamon.picture('identity')
  await kamon.follow(/ถ่ายบัตรประชาชนกับใบหน้า/)
  await kamon.onPage('ถ่ายบัตรกับใบหน้า')
  await kamon.field('card').setInputFiles(upload('บัตร.png', picture(1200, 760, [198, 214, 234])))
  await kamon.next('ใช้ภาพนี้')
  await kamon.field('selfie').setInputFiles(upload('หน้า.png', picture(720, 960, [236, 222, 210])))
  await kamon.liff.locator('[data-photo=selfie] img[src]').waitFor()
  await kamon.picture('photos')
  await kamon.next('ส่งให้เจ้าหน้าที่ตรวจ')
  await kamon.reads('ส่งแล้ว รอเจ้าหน้าที่ตรวจ')
  await kamon.picture('photos-sent')
  await kamon.follow('ไปต่อ')
  await kamon.follow(/ตรวจทาน/)
})

test('I check my answers, declare and send; the chat acknowledges with number and due day', async () => {
  await kamon.onPage('ตรวจทานก่อนส่ง')
  await kamon.picture('check-answers')
  await kamon.liff.getByRole('checkbox').last().check({ force: true })
  await kamon.next('ส่งคำขอ')
  await kamon.onPage('รับคำขอแล้ว')
  await kamon.reads(/สธ-25\d\d-000001/)
  await kamon.picture('sent')
  await kamon.closeLiff()
  await kamon.sees(/สธ-25\d\d-000001/)
  await kamon.picture('acknowledgement')
  await kamon.say('สถานะ')
  await kamon.sees('รอเจ้าหน้าที่ตรวจคำขอ')
  await kamon.picture('status-in-chat')
})

test('3. The officer is told, claims the case and returns it once, with reasons', async () => {
  await wanna.sees(/สธ-25\d\d-000001/)
  await wanna.picture('review-card')
  await wanna.press('เปิดตรวจคำขอ')
  await wanna.onPage(/กมล ศรีทอง/)
  await wanna.picture('case')
  await wanna.next('รับเรื่อง')
  await wanna.follow(/ส่งกลับ/)
  await wanna.liff.locator('input[name=item][value=water_test]').check()
  await wanna.liff.locator('[name="ready.water_test"]').selectOption({ index: 2 })
  await wanna.picture('return-choose')
  await wanna.next('ดูตัวอย่างก่อนส่ง')
  await wanna.liff.locator('.chat-card').waitFor()
  await wanna.picture('return-preview')
  await wanna.next('ยืนยันส่งกลับ')
  await wanna.onPage(/กมล ศรีทอง/)
  await wanna.picture('returned')
})

test('I correct only what was named', async () => {
  await kamon.sees('ผลตรวจคุณภาพน้ำ')
  await kamon.picture('correction-card')
  await kamon.press('แก้ไขและส่งใหม่')
  await kamon.onPage('แก้ไขคำขอ')
  await kamon.picture('correction')
  expect(await kamon.field('first_name').count()).toBe(0)
  await kamon.field('water_test').setInputFiles(upload('ผลตรวจใหม่.png', picture(800, 1100, [214, 236, 222])))
  await kamon.liff.locator('img').nth(1).waitFor()
  await kamon.next(/ส่ง/)
  await kamon.onPage(/.+/)
  await kamon.picture('corrected')
  await kamon.closeLiff()
})

test('the officer endorses, the mayor approves', async () => {
  await wanna.closeLiff()
  await wanna.sees('แก้ไขแล้ว รอตรวจ')
  await wanna.press('เปิดตรวจคำขอ')
  await wanna.onPage(/กมล ศรีทอง/)
  await wanna.liff.locator('a[href$="/identity"]').click()
  await wanna.onPage(/ยืนยันตัวตน/)
  for (const point of ['face', 'card', 'number', 'matched'])
    await wanna.liff.locator(`input[value=${point}]`).check()
  await wanna.picture('identity')
  await wanna.next('ยืนยันว่าเป็นตัวจริง')
  await wanna.reads('ยืนยันแล้ว แจ้งผู้ขอแล้ว')
  await wanna.follow('กลับไปที่คำขอ')
  await wanna.onPage(/กมล ศรีทอง/)
  await wanna.liff.locator('a[href$="/decide/endorse"]').click()
  for (const item of ['identity', 'site', 'water', 'machines'])
    await wanna.liff.locator(`input[value=${item}]`).check()
  await wanna.picture('endorse')
  await wanna.next('เห็นควรอนุญาต ส่งต่อ')
  await wanna.onPage(/กมล ศรีทอง/)
  await wanna.picture('endorsed')
  await kukiat.sees(/สธ-25\d\d-000001/)
  await kukiat.press('เปิดตรวจคำขอ')
  await kukiat.onPage(/กมล ศรีทอง/)
  await kukiat.next('รับเรื่อง')
  await kukiat.liff.locator('a[href$="/decide/approve"]').click()
  await kukiat.reads('พิจารณาคำสั่งอนุญาต')
  await kukiat.picture('approve')
  await kukiat.next('ไปขั้นยืนยัน')
  await kukiat.reads('ยืนยันคำสั่งอนุญาต')
  await kukiat.picture('approve-confirm')
  await kukiat.next('ลงนามคำสั่งอนุญาต')
})

test('4. I pay by QR; notice, inquiry, receipt', async () => {
  await kamon.sees('600.00 บาท')
  await kamon.picture('invoice')
  await kamon.press('ชำระ / บันทึกรูป QR')
  await kamon.onPage('ชำระค่าธรรมเนียม')
  await kamon.picture('pay')
  await kamon.closeLiff()
  await kamon.page.getByTestId('open-bank').click()
  await kamon.page.getByTestId('bank-scan').click()
  await kamon.page.getByTestId('bank-pay').click()
  await kamon.page.getByTestId('bank-paid').waitFor()
  await kamon.picture('bank')
  await kamon.page.getByTestId('bank-done').click()
  await kamon.sees('ใบเสร็จรับเงิน')
  await kamon.picture('receipt')
})

test('5. The signed licence arrives in the chat, by mail and on the web', async () => {
  await kamon.sees(/1\/25\d\d/)
  await kamon.picture('licence-and-survey')
  const { mails } = await stage.simulator.waitFor((state) => state.mails.length > 0)
  expect(mails).toHaveLength(1)
  expect(mails[0]?.attachments.map((each) => each.name).sort()).toEqual(['licence.pdf', 'receipt.pdf'])
  await kamon.tapMenu('ใบอนุญาตของฉัน')
  await kamon.onPage('ใบอนุญาตของฉัน')
  await kamon.picture('wallet')
  await kamon.closeLiff()
})

test('6. Anyone verifies the licence; I give my score; the strict simulator found nothing wrong', async () => {
  const { chats } = await stage.simulator.state()
  const code = /\/v\/([2-9A-Z]{12})/.exec(JSON.stringify(chats.kamon))?.[1] ?? ''
  const visitor = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await visitor.goto(`${stage.baseUrl}/v/${code}`)
  await visitor.getByText('นางสาวกมล ศรีทอง').first().waitFor()
  await visitor.screenshot({ path: 'test-output/journey/visitor-verify.png' })
  await visitor.close()
  await kamon.press(/^5$/)
  await kamon.sees(/ขอบคุณ/)
  await kamon.say('สถานะ')
  await kamon.sees('ออกใบอนุญาตแล้ว')
  await kamon.picture('thanks-and-status')
  expect((await stage.simulator.findings()).map(({ title, findings }) => `${title}: ${findings}`)).toEqual([])
})
