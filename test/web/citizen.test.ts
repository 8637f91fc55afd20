import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { saveDraft } from '../../src/actions/save-draft.ts'
import { viewCase } from '../../src/actions/view-case.ts'
import type { Definition } from '../../src/service/definition.ts'
import { definitionHash } from '../../src/service/load.ts'
import { openTestContext, type TestContext } from '../support/context.ts'
import { applicantOf, approved, fillDraft, PNG, sentBack, submitted } from '../support/people.ts'
import { SMALL_PNG } from '../support/pictures.ts'
import { idTokenOf, openSite, signedIn, type Visitor, visitor } from './site.ts'

let ctx: TestContext
let site: FastifyInstance
let kamon: Visitor

beforeEach(async () => {
  ctx = await openTestContext()
  site = await openSite(ctx)
  kamon = await signedIn(site, ctx, 'kamon')
})
afterEach(() => site.close())

const startDraft = async () => (await kamon.post('/l/apply')).location
const APPLICANT = {
  _shown: 'applicant_type name_title first_name last_name national_id birth_date',
  applicant_type: 'person',
  name_title: 'miss',
  first_name: 'กมล',
  last_name: 'ศรีทอง',
  national_id: '1-1017-00207-36-6',
  'birth_date.day': '15',
  'birth_date.month': '1',
  'birth_date.year': '๒๕๓๐',
}
const address = (name: string) =>
  Object.fromEntries(
    Object.entries({
      houseNo: '88/4',
      subdistrict: 'ศรีภูมิ',
      district: 'เมืองเชียงใหม่',
      province: 'เชียงใหม่',
      postcode: '50200',
    }).map(([part, value]) => [`${name}.${part}`, value]),
  )

test('the whole form can be filled in and sent without any script', async () => {
  const draft = await startDraft()
  const applicant = await kamon.post(`${draft}/applicant`, APPLICANT)
  expect(applicant).toMatchObject({ status: 303, location: `${draft}/contact` })
  await kamon.post(`${draft}/contact`, {
    _shown: 'home_address phone email',
    ...address('home_address'),
    phone: '081 234 5678',
  })
  await kamon.post(`${draft}/shop`, {
    _shown: 'shop_name shop_address area water_source',
    shop_name: 'น้ำดื่มใสใจ',
    ...address('shop_address'),
    area: '๖',
    water_source: 'tap',
  })
  const machines = { _shown: 'machines', 'machines.0.serial': 'RN-001', 'machines.0.spot': 'หน้าร้าน' }
  const more = await kamon.post(`${draft}/machines`, { ...machines, _add: 'machines' })
  expect(more.text).toContain('name="machines.1.serial"')
  await kamon.post(`${draft}/machines`, {
    ...machines,
    'machines.1.serial': 'RN-002',
    'machines.1.spot': 'ริมถนน',
  })
  const files = ['id_card', 'site_map', 'water_test'].map((id): [string, string, Buffer] => [
    id,
    `${id}.png`,
    PNG,
  ])
  const documents = await kamon.postFiles(
    `${draft}/documents`,
    { _shown: 'id_card site_map water_test other_permits' },
    files,
  )
  expect(documents.location).toBe(`${draft}/identity`)
  expect((await kamon.get(`${draft}/identity`)).text).toContain(`${draft}/identity/photos`)
  const unsent = await kamon.post(`${draft}/check`, { declared: 'yes' })
  expect(unsent.text).toContain('ยืนยันตัวตนก่อนยื่น')
  const photos = await kamon.postFiles(`${draft}/identity/photos`, {}, [
    ['card', 'card.png', PNG],
    ['selfie', 'selfie.png', SMALL_PNG],
  ])
  expect(photos.location).toBe(`${draft}/identity`)
  expect((await kamon.get(draft)).text).toContain('ส่งแล้ว รอเจ้าหน้าที่ตรวจ')
  expect((await kamon.get(`${draft}/check`)).text).toContain('600.00')
  const sent = await kamon.post(`${draft}/check`, { declared: 'yes' })
  expect(sent.location).toMatch(/^\/l\/cases\/[^/]+\/done$/)
  expect((await kamon.get(sent.location)).text).toMatch(/สธ-2569-\d{6}/)
})

test('what is wrong is told at its field, and everything typed is kept', async () => {
  const draft = await startDraft()
  const answer = await kamon.post(`${draft}/applicant`, {
    ...APPLICANT,
    national_id: '3-5012-00457-81-2',
    'birth_date.month': '2',
    'birth_date.day': '31',
  })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('เลขไม่ถูกต้อง โปรดตรวจกับบัตรอีกครั้ง')
  expect(answer.text).toContain('ไม่มีวันที่นี้ในปฏิทิน')
  expect(answer.text).toContain('value="3-5012-00457-81-2"')
  expect((await kamon.get(`${draft}/applicant`)).text).toContain('value="3-5012-00457-81-2"')
})

test('a choice that calls for more fields shows them before it complains', async () => {
  const draft = await startDraft()
  const answer = await kamon.post(`${draft}/applicant`, {
    _shown: 'applicant_type',
    applicant_type: 'company',
  })
  expect(answer.status).toBe(200)
  expect(answer.text).toContain('name="company_id"')
  expect(answer.text).toContain('โปรดกรอกช่องที่เพิ่มขึ้นมา')
})

/** The same site after somebody changed the service file. */
async function siteAfter(change: (definition: Definition) => Partial<Definition>): Promise<Visitor> {
  const { definition } = ctx.service
  const next = { ...definition, version: definition.version + 1, ...change(definition) }
  await site.close()
  site = await openSite({ ...ctx, service: { ...ctx.service, definition: next, hash: definitionHash(next) } })
  return signedIn(site, ctx, 'kamon')
}

test('a new privacy notice is told in a draft begun before, and has to be ticked before it is sent', async () => {
  const draft = `/l/apply/${(await fillDraft(ctx)).applicationId}`
  const privacyNotice = { version: 'next', text: { th: 'ประกาศใหม่', en: 'A new notice' } }
  const later = await siteAfter(() => ({ privacyNotice }))
  expect((await later.get(draft)).text).toContain('ประกาศใหม่')
  expect((await later.get(`${draft}/check`)).text).toContain('name="noticed"')
  const refused = await later.post(`${draft}/check`, { declared: 'yes' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('href="#f-privacy_notice"')
  expect(refused.text).toContain('อ่านแล้วกาเครื่องหมายก่อนส่งคำขอ')
  const sent = await later.post(`${draft}/check`, { declared: 'yes', noticed: 'yes' })
  expect(sent.location).toMatch(/^\/l\/cases\/.+\/done$/)
})

test('the fee before sending does not count answers that are hidden by now', async () => {
  const { applicationId } = await fillDraft(ctx)
  const owner = { applicationId, applicantId: await applicantOf(ctx) }
  await saveDraft(ctx, { ...owner, answers: { company_name: 'บริษัทเดิม' } })
  const later = await siteAfter(({ fees }) => ({
    fees: {
      ...fees,
      items: fees.items.map((item) => ({ ...item, when: { field: 'company_name', filled: true } })),
    },
  }))
  const draft = `/l/apply/${applicationId}`
  await later.get(draft)
  expect((await later.get(`${draft}/check`)).text).not.toContain('600.00')
})

test('an unfinished application is not sent: each gap is a link to its place', async () => {
  const draft = await startDraft()
  const answer = await kamon.post(`${draft}/check`, {})
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(`${draft}/contact?from=check#f-phone`)
  expect(answer.text).toContain('href="#f-declaration"')
})

test('typed answers are saved as they are typed, and told when', async () => {
  const draft = await startDraft()
  const saved = await kamon.send('PUT', `${draft}/answers`, {
    answers: { first_name: 'กมล', birth_date: { day: '1', month: '', year: '' } },
  })
  expect(JSON.parse(saved.text)).toEqual({ savedAt: '10:42\u00a0น.' })
  expect((await kamon.get(draft)).text).toContain('ทำต่อจากเดิม')
  expect((await kamon.send('PUT', `${draft}/answers`, { answers: { first_name: 7 } })).status).toBe(422)
})

test('a file is judged by its bytes, and can be taken out again', async () => {
  const draft = await startDraft()
  const disguised = await kamon.uploadFile(
    `${draft}/files/id_card`,
    'บัตร.png',
    Buffer.from('<html>not a picture</html>'),
  )
  expect(disguised.status).toBe(422)
  expect(disguised.text).toContain('file_wrong_type')
  const good = await kamon.uploadFile(`${draft}/files/id_card`, 'บัตร.png', PNG)
  const { id } = JSON.parse(good.text) as { id: string }
  const bytes = await kamon.get(`/files/${id}`)
  expect(bytes.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' })
  expect(String(bytes.headers['content-security-policy'])).toContain('sandbox')
  expect((await kamon.send('DELETE', `${draft}/files/${id}`)).status).toBe(204)
  expect((await kamon.get(`${draft}/documents`)).text).not.toContain('บัตร.png')
})

test('a file too large is refused with what to do', async () => {
  const draft = await startDraft()
  const large = Buffer.concat([PNG, Buffer.alloc(11 * 1024 * 1024)])
  const answer = await kamon.postFiles(`${draft}/documents`, { _shown: 'id_card' }, [
    ['id_card', 'ใหญ่.png', large],
  ])
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('ไฟล์ใหญ่เกิน 10 MB')
})

test('a stranger finds nothing, whichever address is tried', async () => {
  const { applicationId } = await submitted(ctx)
  const stranger = await signedIn(site, ctx, 'teeradet')
  for (const path of ['', '/pay', '/done', '/correct', '/state']) {
    expect((await stranger.get(`/l/cases/${applicationId}${path}`)).status).toBe(404)
  }
  expect((await stranger.get(`/l/apply/${applicationId}/applicant`)).status).toBe(404)
  expect((await stranger.get('/l/cases/not-an-id')).status).toBe(404)
})

test('an expired session signs in again and sends again what was typed', async () => {
  const draft = await startDraft()
  ctx.clock.advance(13)
  const answer = await kamon.post(`${draft}/applicant`, { first_name: '<กมล>' })
  expect(answer.status).toBe(401)
  expect(answer.text).toContain(`action="${draft}/applicant"`)
  expect(answer.text).toContain('&lt;กมล>')
  expect((await kamon.send('PUT', `${draft}/answers`, { answers: {} })).text).toBe(
    '{"error":"unauthenticated"}',
  )
})

test('a LINE ID token opens a session; the same person again changes nothing, another one does', async () => {
  const phone = visitor(site)
  const userChanged = async (persona: string) =>
    JSON.parse((await phone.send('POST', '/session', { idToken: await idTokenOf(ctx, persona) })).text)
      .userChanged
  expect(await userChanged('kamon')).toBe(true)
  expect(await userChanged('kamon')).toBe(false)
  expect(await userChanged('teeradet')).toBe(true)
  expect((await phone.send('POST', '/session', { idToken: 'forged' })).status).toBe(401)
  await phone.send('DELETE', '/session')
  expect((await phone.get('/l')).status).toBe(401)
})

test('a change that another site asks for is refused', async () => {
  const foreign = await kamon.ask({
    url: '/l/apply',
    method: 'POST',
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  expect(foreign.status).toBe(403)
})

test('LIFF opens its endpoint and is led on only by its own script', async () => {
  const entry = await visitor(site).get('/?liff.state=%2Frequests')
  expect(entry.status).toBe(200)
  expect(entry.text).toContain('client-entry')
  expect((await kamon.get('/requests')).location).toBe('/l/cases')
  expect((await kamon.get('/apply')).location).toBe('/l/apply')
})

test('only the named items are corrected, with the reason beside each', async () => {
  const owner = await submitted(ctx)
  await sentBack(ctx, owner, ['shop_name'], 'ไม่ตรงกับป้าย')
  const page = await kamon.get(`/l/cases/${owner.applicationId}/correct`)
  expect(page.text).toContain('ไม่ตรงกับป้าย')
  expect(page.text).not.toContain('name="phone"')
  const empty = await kamon.post(`/l/cases/${owner.applicationId}/correct`, {
    _shown: 'shop_name',
    shop_name: '',
  })
  expect(empty.status).toBe(422)
  await kamon.post(`/l/cases/${owner.applicationId}/correct`, {
    _shown: 'shop_name phone',
    shop_name: 'ใสใจ',
    phone: '0',
  })
  const after = await viewCase(ctx, owner)
  expect(after).toMatchObject({ status: 'in_review', answers: { shop_name: 'ใสใจ', phone: '0812345678' } })
})

test('the payment page shows the amount in figures and words, and its QR is a picture anyone may fetch', async () => {
  const owner = await approved(ctx)
  const page = await kamon.get(`/l/cases/${owner.applicationId}/pay`)
  expect(page.text).toContain('600.00')
  expect(page.text).toContain('หกร้อยบาทถ้วน')
  const qr = /\/qr\/[^"]+\.png/.exec(page.text)?.[0] ?? ''
  expect(await visitor(site).get(qr)).toMatchObject({ status: 200, type: 'image/png' })
  expect((await kamon.get('/pay')).location).toBe(`/l/cases/${owner.applicationId}/pay`)
  expect((await kamon.get('/l/wallet')).text).toContain('มีคำขอที่รอผล 1 เรื่อง')
})

test('a draft is found again, and can be given up', async () => {
  const { applicationId } = await fillDraft(ctx)
  expect((await kamon.get('/l/apply')).location).toBe(`/l/apply/${applicationId}`)
  expect((await kamon.get('/l')).text).toContain('กรอกต่อ')
  expect((await kamon.post(`/l/apply/${applicationId}/discard`)).location).toBe('/l')
  expect((await kamon.get('/l/apply')).text).toContain('เริ่มกรอกคำขอ')
})

test('a page carries its language, its own policy, and data that cannot break out', async () => {
  const draft = await startDraft()
  await kamon.send('PUT', `${draft}/answers`, {
    answers: { applicant_type: 'person', first_name: '</script><script>alert(1)' },
  })
  const page = await kamon.get(`${draft}/applicant?lang=en`)
  expect(page.text).toContain('<html lang="en">')
  expect(page.text).not.toContain('<script>alert(1)')
  const policy = String(page.headers['content-security-policy'])
  expect(policy).toContain(new URL(ctx.config.LIFF_SDK_URL).origin)
  expect(policy).not.toContain("script-src 'self' 'unsafe-inline'")
  expect((await kamon.get(draft)).text).toContain('<html lang="en">')
})
