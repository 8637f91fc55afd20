import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { answerDataRequest, takeDataRequest } from '../../src/actions/answer-data-request.ts'
import { askDataRequest } from '../../src/actions/ask-data-request.ts'
import { chooseConsent, viewConsents } from '../../src/actions/choose-consent.ts'
import { askExport, readExport } from '../../src/actions/export-my-data.ts'
import { findCases } from '../../src/actions/find-cases.ts'
import { gatherMyData } from '../../src/actions/gather-my-data.ts'
import { grantErasure } from '../../src/actions/grant-erasure.ts'
import { viewAccess, viewDataRequest, viewDataRequests } from '../../src/actions/view-data-requests.ts'
import { viewMyRequest } from '../../src/actions/view-my-request.ts'
import { viewOfficerCase } from '../../src/actions/view-officer-case.ts'
import { withdrawApplication } from '../../src/actions/withdraw-application.ts'
import { listConsents } from '../../src/applicant/consents.ts'
import { findApplicant } from '../../src/applicant/store.ts'
import { findApplication } from '../../src/application/store.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '../../src/errors.ts'
import { updateOfficer } from '../../src/officer/store.ts'
import { job } from '../../src/outbox/table.ts'
import { findRequest, listExportsOf, listRequestsOf } from '../../src/privacy/store.ts'
import { accessLog, dataRequest } from '../../src/privacy/table.ts'
import { loadService } from '../../src/service/load.ts'
import { officerOf, openTestContext, runJobs, type TestContext } from '../support/context.ts'
import { applicantOf, proveApplicant, submitted } from '../support/people.ts'

let ctx: TestContext
beforeEach(async () => {
  ctx = await openTestContext()
})

/** The personas' officer, with these roles and no other. */
async function officerAs(persona: string, roles: Parameters<typeof updateOfficer>[2]['roles']) {
  const { id } = await officerOf(ctx, persona)
  await updateOfficer(ctx.db, id, { roles })
  return officerOf(ctx, persona)
}

const choose = (applicantId: string, given: boolean) =>
  chooseConsent(ctx, { applicantId, purposeId: 'survey_contact', given, channel: 'web' })

test('a consent is not given until it is, is withdrawn at once, and every choice stays on record', async () => {
  const kamon = await applicantOf(ctx)
  const stands = async () => (await viewConsents(ctx, ctx.db, kamon)).map(({ given }) => given)
  expect(await stands()).toEqual([false])
  await choose(kamon, true)
  await choose(kamon, true)
  expect(await stands()).toEqual([true])
  await choose(kamon, false)
  expect(await stands()).toEqual([false])
  const rows = await listConsents(ctx.db, kamon)
  expect(rows.map(({ event, version, channel }) => [event, version, channel])).toEqual([
    ['given', '2026-10-01', 'web'],
    ['withdrawn', '2026-10-01', 'web'],
  ])
})

test('what rests on the law cannot be consented to or withdrawn', async () => {
  const kamon = await applicantOf(ctx)
  const wish = chooseConsent(ctx, { applicantId: kamon, purposeId: 'licence', given: false, channel: 'web' })
  await expect(wish).rejects.toThrow(NotFound)
})

test('a consent withdrawn mid-case leaves the case as it was', async () => {
  const { applicationId, applicantId } = await submitted(ctx)
  const before = await findApplication(ctx.db, applicationId)
  await choose(applicantId, true)
  await choose(applicantId, false)
  expect(await findApplication(ctx.db, applicationId)).toEqual(before)
  expect(before?.status).toBe('submitted')
})

test('other words under the same version are not what was consented to', async () => {
  const kamon = await applicantOf(ctx)
  await choose(kamon, true)
  const definition = structuredClone(ctx.service.definition)
  const purpose = definition.privacy.purposes.find(({ id }) => id === 'survey_contact')
  if (purpose) purpose.text = { th: 'และขายให้ผู้อื่น', en: 'And we sell it.' }
  const changed = { ...ctx, service: { ...ctx.service, definition } }
  expect(await viewConsents(changed, ctx.db, kamon)).toMatchObject([{ given: false }])
})

test('a request is a case with a clock: acknowledged, called to who answers, answered in the chat', async () => {
  const wanna = await officerAs('wanna', ['dpo'])
  const kamon = await applicantOf(ctx)
  const requestId = await askDataRequest(ctx, { applicantId: kamon, kind: 'correct', words: 'ชื่อสะกดผิด' })
  await runJobs(ctx)
  const [item] = await viewDataRequests(ctx, wanna, true)
  expect(item).toMatchObject({ id: requestId, kind: 'correct', status: 'received', daysLeft: 30 })
  await takeDataRequest(ctx, wanna, { requestId, version: 1 })
  const answer = { requestId, version: 2, outcome: 'done', answer: 'แก้ชื่อแล้ว' } as const
  await answerDataRequest(ctx, wanna, answer)
  await answerDataRequest(ctx, wanna, answer)
  await runJobs(ctx)
  const own = await viewMyRequest(ctx, { requestId, applicantId: kamon })
  expect(own).toMatchObject({ status: 'done', answer: 'แก้ชื่อแล้ว' })
  expect(own.events.map(({ event }) => event)).toEqual(['received', 'taken', 'done'])
  const told = await ctx.db.select().from(job).where(eq(job.name, 'tell-data-request'))
  expect(told.map(({ state }) => state)).toEqual(['done', 'done'])
})

test('a refusal names its reason and its law; without them there is none', async () => {
  const wanna = await officerAs('wanna', ['dpo'])
  const kamon = await applicantOf(ctx)
  const requestId = await askDataRequest(ctx, { applicantId: kamon, kind: 'erase', words: '' })
  const refusal = { requestId, version: 1, outcome: 'refused', answer: 'ต้องเก็บตามกฎหมาย' } as const
  await expect(answerDataRequest(ctx, wanna, refusal)).rejects.toThrow(Invalid)
  await answerDataRequest(ctx, wanna, { ...refusal, law: 'PDPA ม.33 วรรคสอง' })
  expect(await viewMyRequest(ctx, { requestId, applicantId: kamon })).toMatchObject({
    status: 'refused',
    law: 'PDPA ม.33 วรรคสอง',
  })
})

test('only who answers for personal data sees requests; a stranger’s request is not found', async () => {
  const requestId = await askDataRequest(ctx, {
    applicantId: await applicantOf(ctx),
    kind: 'access',
    words: '',
  })
  const reviewer = await officerOf(ctx, 'wanna')
  await expect(viewDataRequest(ctx, reviewer, requestId)).rejects.toThrow(Forbidden)
  await expect(viewAccess(ctx, reviewer)).rejects.toThrow(Forbidden)
  await expect(takeDataRequest(ctx, reviewer, { requestId, version: 1 })).rejects.toThrow(Forbidden)
  const stranger = { requestId, applicantId: await applicantOf(ctx, 'teeradet') }
  await expect(viewMyRequest(ctx, stranger)).rejects.toThrow(NotFound)
})

test('two officers do not answer the same request', async () => {
  const [wanna, kukiat] = [await officerAs('wanna', ['dpo']), await officerAs('kukiat', ['dpo'])]
  const requestId = await askDataRequest(ctx, {
    applicantId: await applicantOf(ctx),
    kind: 'object',
    words: '',
  })
  await takeDataRequest(ctx, wanna, { requestId, version: 1 })
  await expect(takeDataRequest(ctx, kukiat, { requestId, version: 1 })).rejects.toThrow(Conflict)
  const stale = { requestId, version: 1, outcome: 'done', answer: 'ทำแล้ว' } as const
  await expect(answerDataRequest(ctx, kukiat, stale)).rejects.toThrow(Conflict)
})

test('what is wrong has to be said; five requests may wait; sent twice it is one', async () => {
  const applicantId = await applicantOf(ctx)
  await expect(askDataRequest(ctx, { applicantId, kind: 'correct', words: ' ' })).rejects.toThrow(Invalid)
  const requestId = '00000000-0000-4000-8000-00000000000a'
  for (const _ of [1, 2]) await askDataRequest(ctx, { applicantId, kind: 'access', words: '', requestId })
  expect(await listRequestsOf(ctx.db, applicantId)).toHaveLength(1)
  for (const _ of [1, 2, 3, 4]) await askDataRequest(ctx, { applicantId, kind: 'object', words: '' })
  await expect(askDataRequest(ctx, { applicantId, kind: 'erase', words: '' })).rejects.toThrow(Conflict)
})

test('who answers is reminded before the last day, once a day', async () => {
  await officerAs('wanna', ['dpo'])
  await askDataRequest(ctx, { applicantId: await applicantOf(ctx), kind: 'access', words: '' })
  const { watchDataRequests } = await import('../../src/actions/tell-data-request.ts')
  const calls = async () => (await ctx.db.select().from(job).where(eq(job.name, 'call-dpo'))).length
  expect(await calls()).toBe(1)
  await watchDataRequests(ctx)
  expect(await calls()).toBe(1)
  ctx.clock.advance(24 * 23)
  await watchDataRequests(ctx)
  await watchDataRequests(ctx)
  expect(await calls()).toBe(2)
})

test('the words of a request are sealed in the database', async () => {
  await askDataRequest(ctx, { applicantId: await applicantOf(ctx), kind: 'correct', words: 'ชื่อสะกดผิด' })
  const { rows } = await ctx.db.execute(sql`select words from ${dataRequest}`)
  expect(JSON.stringify(rows)).not.toContain('สะกด')
})

test('a copy is made for the person alone, as a paper and for machines, and ends after a day', async () => {
  const { applicantId } = await submitted(ctx)
  await askExport(ctx, applicantId)
  await askExport(ctx, applicantId)
  await runJobs(ctx)
  const [made, ...others] = await listExportsOf(ctx.db, applicantId)
  expect(others).toEqual([])
  const asked = { exportId: made?.id ?? '', applicantId } as const
  const pdf = await readExport(ctx, { ...asked, format: 'pdf' })
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  const json = JSON.parse((await readExport(ctx, { ...asked, format: 'json' })).bytes.toString())
  expect(json.cases[0].answers).toContainEqual({ label: 'ชื่อ', value: 'กมล' })
  expect(json.cases[0].files).toHaveLength(3)
  expect((await listRequestsOf(ctx.db, applicantId)).map(({ kind, status }) => [kind, status])).toEqual([
    ['copy', 'done'],
  ])
  const stranger = { ...asked, applicantId: await applicantOf(ctx, 'teeradet'), format: 'pdf' } as const
  await expect(readExport(ctx, stranger)).rejects.toThrow(NotFound)
  ctx.clock.advance(24)
  await expect(readExport(ctx, { ...asked, format: 'pdf' })).rejects.toThrow(NotFound)
  await runJobs(ctx)
  await expect(ctx.files.get(`exports/${asked.exportId}.pdf`)).rejects.toThrow(NotFound)
})

test('where a service asks for proof of identity, a copy waits for one that stands', async () => {
  const applicantId = await applicantOf(ctx)
  const definition = structuredClone(ctx.service.definition)
  definition.identity.minimum = 2
  const strict = { ...ctx, service: { ...ctx.service, definition } }
  await expect(askExport(strict, applicantId)).rejects.toThrow(Conflict)
  await proveApplicant(ctx, applicantId)
  await askExport(strict, applicantId)
  expect(await listExportsOf(ctx.db, applicantId)).toHaveLength(1)
})

test('an officer who opens a case is on its person’s list: once in ten minutes, by post and not by name', async () => {
  const { applicationId, applicantId } = await submitted(ctx)
  const wanna = await officerOf(ctx, 'wanna')
  await viewOfficerCase(ctx, wanna, applicationId)
  await viewOfficerCase(ctx, wanna, applicationId)
  const looks = async () => (await gatherMyData(ctx, applicantId, 'th')).looks
  expect(await looks()).toEqual([
    expect.objectContaining({ by: 'เจ้าพนักงานสาธารณสุข', reason: 'review', what: 'case' }),
  ])
  ctx.clock.advance(1)
  await viewOfficerCase(ctx, wanna, applicationId)
  expect(await looks()).toHaveLength(2)
  expect((await gatherMyData(ctx, await applicantOf(ctx, 'teeradet'), 'th')).looks).toEqual([])
})

test('a search by an ID number is a look at everybody whom it finds', async () => {
  const { applicantId } = await submitted(ctx)
  await findCases(ctx, await officerOf(ctx, 'wanna'), '1-1017-00207-36-6')
  expect((await gatherMyData(ctx, applicantId, 'th')).looks).toMatchObject([{ what: 'search' }])
})

test('the auditor reads who looked; nothing of it can be changed', async () => {
  const { applicationId } = await submitted(ctx)
  await viewOfficerCase(ctx, await officerOf(ctx, 'wanna'), applicationId)
  const auditor = await officerAs('kukiat', ['auditor'])
  expect(await viewAccess(ctx, auditor, [applicationId])).toMatchObject([
    { officer: 'นางสาววรรณา แก้วใส', what: 'case', reference: expect.any(String) },
  ])
  await expect(ctx.db.update(accessLog).set({ position: 'ไม่มี' })).rejects.toThrow()
})

test('a service whose survey rests on consent asks nobody who has not given it', async () => {
  const { mayUse } = await import('../../src/actions/choose-consent.ts')
  const school = { ...ctx, service: loadService('services/school-premises') }
  const kamon = await applicantOf(ctx)
  expect(await mayUse(ctx, ctx.db, kamon, 'survey')).toBe(true)
  expect(await mayUse(school, ctx.db, kamon, 'survey')).toBe(false)
  await chooseConsent(school, {
    applicantId: kamon,
    purposeId: 'survey_contact',
    given: true,
    channel: 'web',
  })
  expect(await mayUse(school, ctx.db, kamon, 'survey')).toBe(true)
  await chooseConsent(school, {
    applicantId: kamon,
    purposeId: 'survey_contact',
    given: false,
    channel: 'chat',
  })
  expect(await mayUse(school, ctx.db, kamon, 'survey')).toBe(false)
})

test('a granted erasure tells the person, erases, and closes the request; an open case comes first', async () => {
  const wanna = await officerAs('wanna', ['dpo'])
  const { applicationId, applicantId } = await submitted(ctx)
  const requestId = await askDataRequest(ctx, { applicantId, kind: 'erase', words: 'ไม่ใช้แล้ว' })
  await takeDataRequest(ctx, wanna, { requestId, version: 1 })
  const wish = { requestId, version: 2 }
  await expect(grantErasure(ctx, wanna, wish)).rejects.toThrow(Conflict)
  await withdrawApplication(ctx, { applicationId, applicantId })
  await grantErasure(ctx, wanna, wish)
  await grantErasure(ctx, wanna, wish)
  await runJobs(ctx)
  const closed = await findRequest(ctx.db, requestId)
  expect(closed).toMatchObject({ status: 'done', words: '' })
  expect(closed?.answer).not.toBe('')
  expect(await findApplicant(ctx.db, applicantId)).toMatchObject({ lineUserId: null, displayName: '' })
})
