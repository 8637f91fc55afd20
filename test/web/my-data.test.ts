import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { viewOfficerCase } from '../../src/actions/view-officer-case.ts'
import { updateOfficer } from '../../src/officer/store.ts'
import { listExportsOf } from '../../src/privacy/store.ts'
import { officerOf, openTestContext, runJobs, type TestContext } from '../support/context.ts'
import { applicantOf, proveApplicant, submitted } from '../support/people.ts'
import { openSite, signedIn, type Visitor } from './site.ts'

let ctx: TestContext
let site: FastifyInstance
let kamon: Visitor

beforeEach(async () => {
  ctx = await openTestContext()
  site = await openSite(ctx)
  kamon = await signedIn(site, ctx, 'kamon')
})
afterEach(() => site.close())

test('I see what is held of me and who looked, and a stranger sees nothing of it', async () => {
  const { applicationId } = await submitted(ctx)
  await viewOfficerCase(ctx, await officerOf(ctx, 'wanna'), applicationId)
  const page = await kamon.get('/l/my-data')
  expect(page.status).toBe(200)
  expect(page.text).toContain('ศรีทอง')
  expect(page.text).toContain('เจ้าพนักงานสาธารณสุข')
  expect(page.text).not.toContain('วรรณา')
  const teeradet = await signedIn(site, ctx, 'teeradet')
  const theirs = await teeradet.get('/l/my-data')
  expect(theirs.text).not.toContain('ศรีทอง')
  expect(theirs.text).not.toContain('เจ้าพนักงานสาธารณสุข')
})

test('I give a consent and take it back on the same page', async () => {
  const post = (given: string) => kamon.post('/l/my-data/consents/survey_contact', { given })
  expect(await post('yes')).toMatchObject({ status: 303 })
  expect((await kamon.get('/l/my-data')).text).toContain('ยินยอมเมื่อ')
  await post('no')
  expect((await kamon.get('/l/my-data')).text).not.toContain('ยินยอมเมื่อ')
  expect((await kamon.post('/l/my-data/consents/licence', { given: 'no' })).status).toBe(404)
})

test('the page after sending asks for consent apart, and the application does not wait for it', async () => {
  const { applicationId } = await submitted(ctx)
  const done = await kamon.get(`/l/cases/${applicationId}/done`)
  expect(done.text).toContain('action="/l/my-data/consents/survey_contact"')
  await kamon.post('/l/my-data/consents/survey_contact', { given: 'yes' })
  expect((await kamon.get(`/l/cases/${applicationId}/done`)).text).not.toContain('survey_contact')
})

test('my copy is mine: another’s address is not found', async () => {
  await kamon.post('/l/my-data/copies')
  expect(await listExportsOf(ctx.db, await applicantOf(ctx))).toEqual([])
  expect((await kamon.get('/l/my-data')).text).toContain('ยืนยันตัวตนก่อนรับสำเนา')
  await proveApplicant(ctx, await applicantOf(ctx))
  await kamon.post('/l/my-data/copies')
  expect((await kamon.get('/l/my-data')).text).toContain('กำลังจัดทำ')
  await runJobs(ctx)
  const [made] = await listExportsOf(ctx.db, await applicantOf(ctx))
  const path = `/l/my-data/copies/${made?.id}`
  expect(await kamon.get(`${path}/pdf`)).toMatchObject({ status: 200, type: 'application/pdf' })
  expect((await kamon.get(`${path}/json`)).headers['content-disposition']).toMatch(/^attachment/)
  expect((await kamon.get(`${path}/exe`)).status).toBe(404)
  const teeradet = await signedIn(site, ctx, 'teeradet')
  expect((await teeradet.get(`${path}/pdf`)).status).toBe(404)
})

test('I ask for a correction; who answers for personal data answers; I read it', async () => {
  const wrong = await kamon.post('/l/my-data/requests', { kind: 'correct', words: '' })
  expect(wrong).toMatchObject({ status: 422 })
  expect(wrong.text).toContain('ที่ถูกต้องเป็นอย่างไร')
  const { location } = await kamon.post('/l/my-data/requests', { kind: 'correct', words: 'ชื่อสะกดผิด' })
  expect((await kamon.get(location)).text).toContain('ได้รับเรื่องแล้ว')
  const teeradet = await signedIn(site, ctx, 'teeradet')
  expect((await teeradet.get(location)).status).toBe(404)

  await updateOfficer(ctx.db, (await officerOf(ctx, 'wanna')).id, { roles: ['dpo'] })
  const wanna = await signedIn(site, ctx, 'wanna')
  const path = `/o/privacy/${location.split('/').at(-1)}`
  expect((await wanna.get('/o/privacy')).text).toContain('เหลือ 30 วัน')
  expect((await wanna.get(path)).text).toContain('ชื่อสะกดผิด')
  await wanna.post(`${path}/take`, { version: '1' })
  expect((await wanna.post(`${path}/refuse`, { version: '2', reason: 'ไม่', law: '' })).status).toBe(422)
  const refusal = { version: '2', reason: 'ต้องเก็บไว้', law: 'PDPA ม.33 วรรคสอง' }
  expect(await wanna.post(`${path}/refuse`, refusal)).toMatchObject({ status: 303 })
  const read = (await kamon.get(location)).text
  expect(read).toContain('PDPA ม.33 วรรคสอง')
  expect(read).toContain('www.pdpc.or.th')
})

test('the record of processing is a spreadsheet for who answers for personal data', async () => {
  await updateOfficer(ctx.db, (await officerOf(ctx, 'wanna')).id, { roles: ['dpo'] })
  const wanna = await signedIn(site, ctx, 'wanna')
  const record = await wanna.get('/o/privacy/record.csv')
  expect(record.type).toContain('text/csv')
  expect(record.text).toContain('ติดต่อสอบถามความพึงพอใจ')
  expect((await wanna.get('/o/privacy/access')).status).toBe(200)
})

test('the public page tells purposes, grounds, who answers, and how to complain', async () => {
  const { text } = await kamon.get('/privacy')
  for (const words of ['ภารกิจของรัฐ', 'หน้าที่ตามกฎหมาย', 'ความยินยอม', 'dpo@rimnam.example.go.th', 'pdpc.or.th'])
    expect(text).toContain(words)
})
