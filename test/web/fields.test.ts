/** Every type of field by plain POST, as a browser without script sends it. */
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { definitionHash, loadService } from '../../src/service/load.ts'
import { openTestContext, type TestContext } from '../support/context.ts'
import { withEveryField } from './every-field.ts'
import { openSite, signedIn, type Visitor } from './site.ts'

let ctx: TestContext
let site: FastifyInstance
let kamon: Visitor
let draft: string

beforeEach(async () => {
  const service = loadService('services/drinking-water')
  const definition = withEveryField(service.definition)
  ctx = await openTestContext({ service: { ...service, definition, hash: definitionHash(definition) } })
  site = await openSite(ctx)
  kamon = await signedIn(site, ctx, 'kamon')
  draft = (await kamon.post('/l/apply')).location
})
afterEach(() => site.close())

const PERSON = {
  _shown: 'person thai passport born phone email company_id home',
  'person.title': '',
  'person.first': 'กมล',
  'person.last': 'ศรีทอง',
  thai: 'no',
  passport: 'ab1234567',
  'born.day': '15',
  'born.month': '1',
  'born.year': '2530',
  phone: '0812345678',
  email: 'kamon@example.com',
  company_id: '',
  'home.houseNo': '1',
  'home.subdistrict': 'ศรีภูมิ',
  'home.district': 'เมืองเชียงใหม่',
  'home.province': 'เชียงใหม่',
  'home.postcode': '50200',
}
const BUSINESS = {
  _shown: 'spot province kinds shift opens area capital size about',
  'spot.lat': '18.7883',
  'spot.lng': '98.9853',
  province: 'chiang_mai',
  kinds: 'flame',
  shift: 'day',
  opens: '8.30',
  area: '480',
  capital: '1,500,000',
  size: 'large',
  about: '',
}

test('a name with a typed title, a passport and an address make a page', async () => {
  const wrong = await kamon.post(`${draft}/person`, PERSON)
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('กรอกคำนำหน้า ชื่อ และนามสกุลให้ครบ')
  // The radio buttons say nothing; the box beside them does.
  const pairs = [...Object.entries(PERSON), ['person.title', 'ดร.']] as [string, string][]
  const sent = await kamon.ask({
    url: `${draft}/person`,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(pairs).toString(),
  })
  expect(sent).toMatchObject({ status: 303, location: `${draft}/business` })
  expect((await kamon.get(`${draft}/person`)).text).toMatch(/other-title"[^>]*value="ดร\."/)
})

test('a block tells its own words beside the field, and nothing goes on', async () => {
  const sent = await kamon.post(`${draft}/business`, { ...BUSINESS, area: '6000' })
  expect(sent.status).toBe(422)
  expect(sent.text).toMatch(/id="f-area-problem"[\s\S]{0,400}เกิน 5,000 ตารางเมตร/)
})

test('the fee so far and computed values follow what was sent', async () => {
  expect(await kamon.post(`${draft}/business`, BUSINESS)).toMatchObject({ location: `${draft}/machines` })
  const page = await kamon.get(`${draft}/business`)
  expect(page.text).toContain('1,200\u00a0บาท')
  expect(page.text).toContain('กิจการที่ใช้เปลวไฟ ขนาดใหญ่')
})

test('an option that does not apply is not there', async () => {
  const offered = 'name="kinds" value="night_work"'
  await kamon.post(`${draft}/business`, BUSINESS)
  expect((await kamon.get(`${draft}/business`)).text).not.toContain(offered)
  await kamon.post(`${draft}/business`, { ...BUSINESS, shift: 'night' })
  expect((await kamon.get(`${draft}/business`)).text).toContain(offered)
})

test('whoever need not go on is told so, may change the answer, and gets no further', async () => {
  const sent = await kamon.post(`${draft}/business`, { ...BUSINESS, kinds: 'none', size: 'small' })
  expect(sent).toMatchObject({ status: 303, location: `${draft}/exit` })
  const exit = await kamon.get(sent.location)
  expect(exit.text).toContain('กิจการนี้ไม่ต้องขออนุญาต')
  expect(exit.text).toContain(`href="${draft}/business#f-size"`)
  expect(await kamon.get(`${draft}/machines`)).toMatchObject({ status: 303, location: `${draft}/exit` })
  expect(await kamon.post(`${draft}/check`, { declared: 'yes' })).toMatchObject({ location: `${draft}/exit` })
  expect((await kamon.get(`${draft}/business`)).text).toContain('name="size"')
  expect(await kamon.post(`${draft}/business`, BUSINESS)).toMatchObject({ location: `${draft}/machines` })
  expect(await kamon.get(`${draft}/exit`)).toMatchObject({ status: 303, location: draft })
})

test('rows that are not open keep their answers, and each can be opened', async () => {
  const rows = Object.fromEntries(
    [0, 1, 2].flatMap((index) => [
      [`machines.${index}.name`, `เครื่อง ${index}`],
      [`machines.${index}.power`, '7.5'],
      [`machines.${index}.fuel`, 'electric'],
    ]),
  )
  const sent = await kamon.post(`${draft}/machines`, { _shown: 'machines', ...rows, _open: 'machines.1' })
  expect(sent.status).toBe(200)
  expect(sent.text).toMatch(/<input class="input"[^>]*name="machines.1.name"/)
  expect(sent.text).toMatch(/<input type="hidden" name="machines.0.name" value="เครื่อง 0"/)
  expect(sent.text).toMatch(/<input type="hidden" name="machines.2.name" value="เครื่อง 2"/)
  expect(await kamon.post(`${draft}/machines`, { _shown: 'machines', ...rows })).toMatchObject({
    status: 303,
  })
})

test('consent is the version agreed to, and a signature a name', async () => {
  const unsigned = await kamon.post(`${draft}/sign`, { _shown: 'consent signature', signature: 'กมล ศรีทอง' })
  expect(unsigned.status).toBe(422)
  expect(unsigned.text).toContain('id="f-consent-problem"')
  const signed = { _shown: 'consent signature', consent: '2569-1', signature: 'กมล ศรีทอง' }
  expect(await kamon.post(`${draft}/sign`, signed)).toMatchObject({ status: 303 })
  expect((await kamon.get(`${draft}/sign`)).text).toMatch(/value="2569-1" checked/)
})
