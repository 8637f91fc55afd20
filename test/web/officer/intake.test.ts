import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { attachFile } from '../../../src/actions/attach-file.ts'
import { claimApplication } from '../../../src/actions/claim-application.ts'
import { decideApplication } from '../../../src/actions/decide-application.ts'
import { saveDraft } from '../../../src/actions/save-draft.ts'
import { viewOfficerCase } from '../../../src/actions/view-officer-case.ts'
import { applicant, consent } from '../../../src/applicant/table.ts'
import { findIntake } from '../../../src/application/intake.ts'
import { listHistory } from '../../../src/application/store.ts'
import { application, call } from '../../../src/application/table.ts'
import { officer } from '../../../src/officer/table.ts'
import { listProofs } from '../../../src/proof/store.ts'
import type { Answers } from '../../../src/service/form.ts'
import { definitionHash } from '../../../src/service/load.ts'
import { officerOf, openTestContext, runJobs, type TestContext } from '../../support/context.ts'
import { acceptIdentity } from '../../support/identity.ts'
import { buildAnswers, endorsed, getCase, PNG, sentBack } from '../../support/people.ts'
import { openSite, signedIn, type Visitor } from '../site.ts'

let ctx: TestContext
let site: FastifyInstance
let wanna: Visitor

beforeEach(async () => {
  ctx = await openTestContext()
  site = await openSite(ctx)
  wanna = await signedIn(site, ctx, 'wanna')
})
afterEach(() => site.close())

const TODAY = { day: '23', month: '11', year: '2569' }
const start = (fields: Record<string, string> = {}) =>
  wanna.post('/o/intake', { draft: randomUUID(), channel: 'counter', notice: 'yes', ...TODAY, ...fields })

/** A counter application with all its answers and papers, not handed in. */
async function keyedIn(answers: Answers = {}, fields: Record<string, string> = {}): Promise<string> {
  const id = (await start(fields)).location.split('/').at(-1) ?? ''
  const owner = { applicationId: id, applicantId: id }
  await saveDraft(ctx, { ...owner, answers: buildAnswers(answers) })
  for (const fieldId of ['id_card', 'site_map', 'water_test'])
    await attachFile(ctx, { ...owner, fieldId, name: `${fieldId}.png`, bytes: PNG })
  return id
}
const handIn = (
  id: string,
  files: [string, string, Buffer][] = [['scan', 'signed.png', PNG]],
  seen: Record<string, string> = {},
) => wanna.postFiles(`/o/intake/${id}/check`, { declared: 'yes', ...seen }, files)
const caseOf = (applicationId: string) => getCase(ctx, { applicationId })

describe('an application that came at the counter', () => {
  test('is keyed in on the applicants’ own form pages, without any script', async () => {
    const begun = await start()
    expect(begun.status).toBe(303)
    const overview = await wanna.get(begun.location)
    expect(overview.text).toContain(`${begun.location}/applicant`)
    const page = await wanna.get(`${begun.location}/applicant`)
    expect(page.text).toContain('name="applicant_type"')
    const wrong = await wanna.post(`${begun.location}/applicant`, {
      _shown: 'applicant_type name_title first_name last_name national_id birth_date',
      applicant_type: 'person',
      first_name: 'สมหมาย',
      national_id: '1-1017-00207-36-0',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('value="สมหมาย"')
  })

  test('joins the worklist with its channel, its receiver and its own applicant', async () => {
    const id = await keyedIn()
    const check = await wanna.get(`/o/intake/${id}/check`)
    expect(check.text).toContain('ผู้ขอลงลายมือชื่อรับรองในแบบคำขอกระดาษแล้ว')
    const done = await handIn(id)
    expect(done.location).toBe(`/o/intake/${id}/slip?fresh`)
    const slip = await wanna.get(done.location)
    const { reference, status } = await caseOf(id)
    expect(status).toBe('submitted')
    expect(slip.text).toContain(reference)
    expect(slip.text).toContain('นางสาววรรณา แก้วใส')
    const { id: officerId } = await officerOf(ctx, 'wanna')
    expect(await findIntake(ctx.db, id)).toMatchObject({ channel: 'counter', officerId })
    const [entry] = (await listHistory(ctx.db, id)).filter(({ event }) => event === 'submitted')
    expect(entry).toMatchObject({ actor: `officer:${officerId}`, data: { channel: 'counter' } })
    expect((await wanna.get('/o')).text).toContain(reference)
    const [person] = await ctx.db.select().from(applicant).where(eq(applicant.id, id))
    expect(person).toMatchObject({ lineUserId: null, following: false })
  })

  test('begins when the applicant was given the privacy notice, and keeps which', async () => {
    const without = await start({ notice: '' })
    expect(without.status).toBe(422)
    expect(without.text).toContain('แจ้งประกาศความเป็นส่วนตัวให้ผู้ขอทราบก่อน')
    const id = await keyedIn()
    const kept = await ctx.db.select().from(consent).where(eq(consent.applicantId, id))
    const { version, text } = ctx.service.definition.privacyNotice
    expect(kept).toMatchObject([{ purpose: 'licence', version, textHash: definitionHash(text) }])
  })

  test('keeps the scan of the signed form, for officers', async () => {
    const id = await keyedIn()
    await handIn(id)
    const slip = await wanna.get(`/o/intake/${id}/slip`)
    const scan = /\/files\/[0-9a-f-]{36}/.exec(slip.text)?.[0] ?? ''
    expect(await wanna.get(scan)).toMatchObject({ status: 200, type: 'image/png' })
    const stranger = await signedIn(site, ctx, 'teeradet')
    expect((await stranger.get(scan)).status).toBe(404)
  })

  test('needs the declaration, and a scan that is one', async () => {
    const id = await keyedIn()
    const undeclared = await wanna.postFiles(`/o/intake/${id}/check`, {}, [])
    expect(undeclared.status).toBe(422)
    expect(undeclared.text).toContain('ต้องมีคำรับรองของผู้ขอก่อน')
    const wrong = await handIn(id, [['scan', 'form.docx', Buffer.from('PK\x03\x04')]])
    expect(wrong.status).toBe(422)
    expect((await caseOf(id)).status).toBe('draft')
    expect((await handIn(id, [])).status).toBe(303)
  })

  test('with gaps leads back to each of them', async () => {
    const id = await keyedIn({ phone: '' })
    const answer = await handIn(id)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(`/o/intake/${id}/contact?from=check#f-phone`)
  })

  test('counts from the day of receipt, not from that of keying it in', async () => {
    const id = await keyedIn({}, { day: '20' })
    await handIn(id)
    const found = await caseOf(id)
    expect(found.receivedAt).toEqual(new Date('2026-11-20T08:30:00+07:00'))
    expect(found.dueOn).toBe('2026-12-20')
    expect(found.enteredAt).toEqual(ctx.clock.now())
  })

  test.each([
    ['tomorrow', { day: '24' }],
    ['long ago', { day: '1', month: '1' }],
    ['no day at all', { day: '31', month: '2' }],
    ['a year of the common era', { year: '2026' }],
  ])('cannot have been received %s', async (_, fields) => {
    const answer = await start(fields)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('กรอกวันที่รับคำขอเป็นวันนี้หรือย้อนหลังไม่เกิน 60 วัน')
    expect(await ctx.db.select().from(application)).toEqual([])
  })

  test('begun or handed in twice by two presses is there once', async () => {
    const draft = randomUUID()
    await Promise.all([start({ draft }), start({ draft })])
    expect(await ctx.db.select().from(application)).toHaveLength(1)
    const id = await keyedIn()
    const answers = await Promise.all([handIn(id, []), handIn(id, [])])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect((await caseOf(id)).reference).toBe('สธ-2569-000001')
  })

  test('is seen by nobody but its officer until it is handed in', async () => {
    const id = await keyedIn()
    const kukiat = await signedIn(site, ctx, 'kukiat')
    const kamon = await signedIn(site, ctx, 'kamon')
    for (const path of ['', '/applicant', '/check', '/slip'])
      expect((await kukiat.get(`/o/intake/${id}${path}`)).status).toBe(404)
    expect((await kamon.get(`/o/intake/${id}`)).status).toBe(403)
    expect((await kamon.get(`/l/apply/${id}`)).status).toBe(404)
    const typed = { answers: { first_name: 'x' } }
    expect((await kukiat.send('PUT', `/l/apply/${id}/answers`, typed)).status).toBe(404)
    expect((await kamon.send('PUT', `/l/apply/${id}/answers`, typed)).status).toBe(404)
    expect((await wanna.send('PUT', `/l/apply/${id}/answers`, typed)).status).toBe(200)
  })

  test('can be given up while it is a draft', async () => {
    const id = await keyedIn()
    await wanna.post(`/o/intake/${id}/discard`)
    expect((await caseOf(id)).status).toBe('withdrawn')
    expect((await wanna.get('/o/intake')).text).not.toContain(`/o/intake/${id}`)
  })

  test('is not approved by who keyed it in, though they may give an opinion on it', async () => {
    const { id: officerId } = await officerOf(ctx, 'wanna')
    await ctx.db
      .update(officer)
      .set({ roles: ['reviewer', 'approver'] })
      .where(eq(officer.id, officerId))
    const id = await keyedIn()
    await handIn(id)
    const both = await officerOf(ctx, 'wanna')
    expect((await viewOfficerCase(ctx, both, id)).actions).toEqual(['claim'])
    await ctx.db.update(application).set({ step: 1 }).where(eq(application.id, id))
    expect((await viewOfficerCase(ctx, both, id)).actions).toEqual([])
    await expect(claimApplication(ctx, both, id)).rejects.toThrow()
    expect((await viewOfficerCase(ctx, await officerOf(ctx, 'kukiat'), id)).actions).toEqual(['claim'])
  })
})

describe('who the applicant is', () => {
  const SEEN = { seen: 'yes', card: 'id_card' }
  const proofsOf = (id: string) => listProofs(ctx.db, id)
  const approvable = async (id: string) => {
    await endorsed(ctx, { applicationId: id, applicantId: id })
    const kukiat = await officerOf(ctx, 'kukiat')
    await claimApplication(ctx, kukiat, id)
    return (await viewOfficerCase(ctx, kukiat, id)).actions.includes('approve')
  }

  test('was seen at the counter: the officer who keyed it in says by which card, once', async () => {
    const id = await keyedIn()
    await Promise.all([handIn(id, [], SEEN), handIn(id, [], SEEN)])
    const { id: officerId } = await officerOf(ctx, 'wanna')
    expect(await proofsOf(id)).toMatchObject([
      {
        method: 'in_person',
        level: 2,
        status: 'accepted',
        officerId,
        subject: { idNumber: '1101700207366' },
        evidence: { card: 'id_card', at: ctx.clock.now().toISOString() },
      },
    ])
    expect((await wanna.get(`/o/cases/${id}/identity`)).text).toContain('บัตรประจำตัวประชาชน')
    expect(await approvable(id)).toBe(true)
  })

  test('needs the card that was seen to be named', async () => {
    const id = await keyedIn()
    const answer = await handIn(id, [], { seen: 'yes' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('เลือกบัตรที่ผู้ขอแสดง')
    expect((await caseOf(id)).status).toBe('draft')
  })

  test('not seen hands in all the same and is not approved until an officer sees the card', async () => {
    const id = await keyedIn()
    expect((await handIn(id, [])).status).toBe(303)
    expect(await approvable(id)).toBe(false)
    const kukiat = await signedIn(site, ctx, 'kukiat')
    const blocked = (await kukiat.get(`/o/cases/${id}`)).text
    expect(blocked).toContain('ยังอนุญาตไม่ได้')
    expect(blocked).toContain(`href="/o/cases/${id}/identity"`)
    const page = await wanna.get(`/o/cases/${id}/identity`)
    const [, seen = ''] = /identity\/in-person[\s\S]*?name="seen" value="([^"]+)"/.exec(page.text) ?? []
    const record = (fields: Record<string, string>) =>
      wanna.post(`/o/cases/${id}/identity/in-person`, { seen, ...fields })
    expect((await record({})).status).toBe(422)
    expect((await record({ card: 'passport', seen: 'another' })).status).toBe(409)
    expect((await record({ card: 'passport' })).status).toBe(303)
    expect(await proofsOf(id)).toMatchObject([{ method: 'in_person', evidence: { card: 'passport' } }])
    const { actions } = await viewOfficerCase(ctx, await officerOf(ctx, 'kukiat'), id)
    expect(actions).toContain('approve')
  })

  test('who telephoned is called back before it is approved', async () => {
    const id = await keyedIn({}, { channel: 'phone' })
    await Promise.all([handIn(id, [], SEEN), handIn(id, [], SEEN)])
    // By telephone nobody shows a card; the level 2 of this service needs a video call.
    expect(await proofsOf(id)).toMatchObject([
      { method: 'video_call', status: 'requested', evidence: { phone: '0812345678' } },
    ])
    expect(await approvable(id)).toBe(false)
    await acceptIdentity(ctx, { applicationId: id, applicantId: id })
    const { actions } = await viewOfficerCase(ctx, await officerOf(ctx, 'kukiat'), id)
    expect(actions).toContain('approve')
  })

  test('does not matter where the service asks for no proof', async () => {
    const { definition } = ctx.service
    const identity = { ...definition.identity, minimum: 0, transactions: [] }
    ctx.service = { ...ctx.service, hash: 'open', definition: { ...definition, identity } }
    const id = await keyedIn({}, { channel: 'phone' })
    await handIn(id, [])
    expect(await proofsOf(id)).toEqual([])
    expect(await approvable(id)).toBe(true)
  })
})

describe('news for somebody without LINE', () => {
  const pushes = async () =>
    (await ctx.simulator.state()).log.filter(({ title }) => title === 'POST /v2/bot/message/push')
  const calls = () => ctx.db.select().from(call)

  test('go by mail where an address was given', async () => {
    const id = await keyedIn({ email: 'sommai@example.com' })
    await handIn(id)
    const before = (await pushes()).length
    await runJobs(ctx)
    const { mails } = await ctx.simulator.state()
    expect(mails.map(({ to }) => String(to))).toContainEqual(expect.stringContaining('sommai@example.com'))
    const { reference = '' } = await caseOf(id)
    const [letter] = mails
    expect(letter?.text).toContain(`ได้รับคำขอเลขที่ ${reference} แล้ว`)
    expect(letter?.text).toContain('รอผลการพิจารณา')
    expect(letter?.text).toContain(`Application ${reference} received`)
    expect(letter?.text).toContain('Ask: Public Health and Environment Division · 053-000-111')
    expect(await calls()).toEqual([])
    // The reviewer alone is told in LINE.
    expect((await pushes()).length - before).toBe(1)
  })

  test('are listed to be told by telephone where none was, once, until somebody has', async () => {
    const id = await keyedIn({ email: '' })
    await handIn(id)
    await runJobs(ctx)
    await runJobs(ctx)
    const page = await wanna.get('/o/intake')
    const { reference } = await caseOf(id)
    expect(page.text).toContain('ต้องโทรแจ้ง')
    expect(page.text.replace(/<[^>]+>/g, '')).toContain(`ได้รับคำขอเลขที่ ${reference} แล้ว`)
    expect(page.text).toContain('tel:0812345678')
    expect((await wanna.get('/o')).text).toContain('รับคำขอที่เคาน์เตอร์<em class="num">1</em>')
    const [open, ...more] = await calls()
    expect(more).toEqual([])
    await wanna.post(`/o/intake/calls/${open?.id}`)
    await wanna.post(`/o/intake/calls/${open?.id}`)
    expect((await wanna.get('/o/intake')).text).not.toContain('ต้องโทรแจ้ง')
    const told = (await listHistory(ctx.db, id)).filter(({ event }) => event === 'told_by_telephone')
    expect(told).toHaveLength(1)
  })
})

test('what an applicant at the counter corrects is entered by an officer', async () => {
  const id = await keyedIn()
  await handIn(id)
  await sentBack(ctx, { applicationId: id }, ['shop_name'], 'ไม่ตรงกับป้าย')
  const kukiat = await signedIn(site, ctx, 'kukiat')
  const page = await kukiat.get(`/o/intake/${id}/correct`)
  expect(page.text).toContain('ไม่ตรงกับป้าย')
  const sent = await kukiat.post(`/o/intake/${id}/correct`, { _shown: 'shop_name', shop_name: 'ใสใจ' })
  expect(sent.status).toBe(303)
  const after = await caseOf(id)
  expect(after).toMatchObject({ status: 'in_review', answers: { shop_name: 'ใสใจ' } })
  const entry = (await listHistory(ctx.db, id)).find(({ event }) => event === 'corrected')
  expect(entry?.actor).toBe(`officer:${(await officerOf(ctx, 'kukiat')).id}`)
})

test('once a fee is due, the slip carries the QR to pay it', async () => {
  const id = await keyedIn()
  await handIn(id, [], { seen: 'yes', card: 'id_card' })
  const kukiat = await officerOf(ctx, 'kukiat')
  await endorsed(ctx, { applicationId: id, applicantId: id })
  await claimApplication(ctx, kukiat, id)
  const { version } = await caseOf(id)
  const order = { checklist: [], conditions: [], reason: '' }
  await decideApplication(ctx, kukiat, { applicationId: id, version, outcome: 'approve', ...order })
  const slip = await wanna.get(`/o/intake/${id}/slip`)
  const qr = /\/qr\/[^"]+\.png/.exec(slip.text)?.[0] ?? ''
  expect((await wanna.get(qr)).type).toBe('image/png')
  expect(slip.text).toContain('600.00 บาท')
})
