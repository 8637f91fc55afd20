import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { claimApplication } from '../../../src/actions/claim-application.ts'
import { inviteOfficer } from '../../../src/actions/join-officer.ts'
import { viewOfficerCase } from '../../../src/actions/view-officer-case.ts'
import { officerOf, openTestContext, type TestContext } from '../../support/context.ts'
import { endorsed, getCase, type Owner, submitted } from '../../support/people.ts'
import { hiddenFields, openWeb, type Visitor, visitorOf } from './desk.ts'

let ctx: TestContext
let app: FastifyInstance
let owner: Owner
let wanna: Visitor
let kukiat: Visitor
beforeEach(async () => {
  ctx = await openTestContext()
  app = await openWeb(ctx)
  owner = await submitted(ctx)
  wanna = await visitorOf(app, ctx, 'wanna')
  kukiat = await visitorOf(app, ctx, 'kukiat')
})
afterEach(() => app.close())

const path = (rest = '') => `/o/cases/${owner.applicationId}${rest}`
const claim = async (persona: string) =>
  claimApplication(ctx, await officerOf(ctx, persona), owner.applicationId)
const CHECKS: [string, string][] = ['identity', 'site', 'water', 'machines'].map((id) => ['check', id])

/** The form of a page as the officer saw it, then what they typed and pressed. */
const fill = (html: string, typed: [string, string][]) => [
  ...hiddenFields(html).filter(([name]) => name !== 'stage'),
  ...typed,
]

describe('the desk', () => {
  test('is not for citizens, and asks strangers to sign in', async () => {
    const kamon = await visitorOf(app, ctx, 'kamon')
    const stranger = await visitorOf(app, ctx)
    expect((await kamon.get('/o')).status).toBe(403)
    expect((await stranger.get('/o')).status).toBe(401)
    expect((await kamon.get(path())).status).toBe(403)
  })

  test('lists the new case and lets the reviewer claim it', async () => {
    expect((await wanna.get('/o')).html).toContain(`${path('/claim')}"`)
    expect((await kukiat.get('/o')).html).not.toContain('/claim"')
    expect(await wanna.post(path('/claim'))).toMatchObject({ status: 303, location: path('?done=claimed') })
    expect((await wanna.get(path('?done=claimed'))).html).toContain('ท่านรับเรื่องนี้แล้ว')
  })

  test('speaks English when asked, and goes on doing so', async () => {
    expect((await wanna.get('/o?lang=en&tab=todo')).html).toContain('Worklist')
  })

  test('says that a case does not exist when its id is none', async () => {
    expect((await wanna.get('/o/cases/none')).status).toBe(404)
    expect((await wanna.get('/o/cases/00000000-0000-4000-8000-000000000000')).status).toBe(404)
  })
})

describe('returning', () => {
  beforeEach(() => claim('wanna'))
  const CHOSEN: [string, string][] = [
    ['item', 'water_test'],
    ['ready.water_test', '1'],
    ['own.water_test', 'หน้าแรกอ่านไม่ออก'],
  ]

  test('goes from choosing over a preview to the record of defects', async () => {
    const form = await wanna.get(path('/return'))
    const preview = await wanna.post(path('/return'), fill(form.html, [...CHOSEN, ['stage', 'preview']]))
    expect(preview.status).toBe(200)
    expect(preview.html).toContain('ผลตรวจเก่าเกิน 1 ปี โปรดแนบผลตรวจฉบับใหม่ หน้าแรกอ่านไม่ออก')
    const sent = await wanna.post(path('/return'), fill(preview.html, [['stage', 'send']]))
    expect(sent).toMatchObject({ status: 303, location: path('?done=returned') })
    const found = await viewOfficerCase(ctx, await officerOf(ctx, 'wanna'), owner.applicationId)
    expect(found.corrections[0]?.items).toEqual([
      { field: 'water_test', reason: 'ผลตรวจเก่าเกิน 1 ปี โปรดแนบผลตรวจฉบับใหม่ หน้าแรกอ่านไม่ออก' },
    ])
  })

  test('a second press gives the same answer and changes nothing', async () => {
    const form = await wanna.get(path('/return'))
    const fields = fill(form.html, [...CHOSEN, ['stage', 'send']])
    const first = await wanna.post(path('/return'), fields)
    const { version } = await getCase(ctx, owner)
    expect(await wanna.post(path('/return'), fields)).toEqual(first)
    expect((await getCase(ctx, owner)).version).toBe(version)
  })

  test('without an item or a reason nothing is sent, and what was typed stays', async () => {
    const form = await wanna.get(path('/return'))
    const none = await wanna.post(path('/return'), fill(form.html, [['stage', 'preview']]))
    expect(none).toMatchObject({ status: 422 })
    expect(none.html).toContain('เลือกอย่างน้อยหนึ่งรายการ')
    const silent = await wanna.post(
      path('/return'),
      fill(form.html, [
        ['item', 'shop_name'],
        ['stage', 'send'],
      ]),
    )
    expect(silent.status).toBe(422)
    expect(silent.html).toContain('บอกเหตุผลของ “ชื่อสถานประกอบกิจการ”')
    expect(silent.html).toMatch(
      /<input[^>]*value="shop_name"[^>]*checked|<input[^>]*checked[^>]*value="shop_name"/,
    )
  })
})

describe('deciding', () => {
  test('an opinion needs every tick, and keeps the others', async () => {
    await claim('wanna')
    const form = await wanna.get(path('/decide/endorse'))
    const typed: [string, string][] = [...CHECKS.slice(1), ['reason', 'เห็นชอบ'], ['stage', 'send']]
    const refused = await wanna.post(path('/decide/endorse'), fill(form.html, typed))
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('ตรวจให้ครบทุกข้อก่อน')
    expect(refused.html).toContain('เห็นชอบ')
    const sent = await wanna.post(path('/decide/endorse'), fill(refused.html, [...CHECKS, ['stage', 'send']]))
    expect(sent).toMatchObject({ status: 303, location: path('?done=endorse') })
  })

  test('a proposed condition reaches the order, which is signed on a second page and only once', async () => {
    await claim('wanna')
    const opinion = await wanna.get(path('/decide/endorse'))
    const typed: [string, string][] = [
      ...CHECKS,
      ['conditions', 'ยกตู้ให้สูงจากพื้น\n\nติดป้ายเตือน'],
      ['stage', 'send'],
    ]
    await wanna.post(path('/decide/endorse'), fill(opinion.html, typed))
    await claim('kukiat')
    const form = await kukiat.get(path('/decide/approve'))
    const kept: [string, string] = ['kept', 'ยกตู้ให้สูงจากพื้น']
    const confirm = await kukiat.post(path('/decide/approve'), fill(form.html, [kept, ['stage', 'confirm']]))
    expect(confirm.html).toContain('ลงนามคำสั่งอนุญาต')
    expect((await getCase(ctx, owner)).status).toBe('in_review')
    const fields = fill(confirm.html, [['stage', 'send']])
    const first = await kukiat.post(path('/decide/approve'), fields)
    expect(first).toMatchObject({ status: 303, location: path('?done=approve') })
    expect(await kukiat.post(path('/decide/approve'), fields)).toEqual(first)
    const found = await viewOfficerCase(ctx, await officerOf(ctx, 'kukiat'), owner.applicationId)
    expect(found).toMatchObject({ status: 'awaiting_payment' })
    expect(found.decisions.at(-1)?.conditions).toEqual(['ยกตู้ให้สูงจากพื้น'])
  })

  test('a refusal needs its reason', async () => {
    await endorsed(ctx, owner)
    await claim('kukiat')
    const form = await kukiat.get(path('/decide/refuse'))
    const silent = await kukiat.post(path('/decide/refuse'), fill(form.html, [['stage', 'confirm']]))
    expect(silent).toMatchObject({ status: 422 })
    const typed: [string, string][] = [
      ['reason', 'ที่ตั้งใกล้จุดพักขยะ'],
      ['stage', 'confirm'],
    ]
    const confirm = await kukiat.post(path('/decide/refuse'), fill(form.html, typed))
    const sent = await kukiat.post(path('/decide/refuse'), fill(confirm.html, [['stage', 'send']]))
    expect(sent).toMatchObject({ status: 303, location: path('?done=refuse') })
    expect((await getCase(ctx, owner)).status).toBe('refused')
  })

  test('on a case that changed meanwhile shows the change and keeps what was typed', async () => {
    await claim('wanna')
    const form = await wanna.get(path('/decide/endorse'))
    ctx.clock.advance(1)
    await endorsed(ctx, owner)
    const typed: [string, string][] = [...CHECKS, ['reason', 'ความเห็นเดิมของฉัน'], ['stage', 'send']]
    const stale = fill(form.html, typed).map(([name, value]): [string, string] =>
      name === 'version' ? [name, '1'] : [name, value],
    )
    const answer = await wanna.post(path('/decide/endorse'), stale)
    expect(answer.status).toBe(409)
    expect(answer.html).toContain('คำขอนี้เปลี่ยนไประหว่างที่ท่านดู')
    expect(answer.html).toContain('เห็นควรอนุญาต')
    expect(answer.html).toContain('ความเห็นเดิมของฉัน')
  })

  test('is not offered to an officer of another step', async () => {
    await claim('wanna')
    expect(await kukiat.get(path('/decide/approve'))).toMatchObject({ status: 303, location: path() })
    expect((await kukiat.post(path('/decide/approve'), [['stage', 'send']])).status).toBeGreaterThanOrEqual(
      403,
    )
    expect((await kukiat.get(path('/decide/destroy'))).status).toBe(404)
  })

  test('a form from another site is refused', async () => {
    const response = await app.inject({
      url: path('/claim'),
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site', accept: 'text/html' },
    })
    expect(response.statusCode).toBe(403)
  })
})

describe('an invitation', () => {
  test('binds the LINE account once', async () => {
    const invited = { name: 'นายธีรเดช คงมั่น', position: 'นิติกร', roles: ['reviewer' as const] }
    const { code } = await inviteOfficer(ctx, invited)
    const teeradet = await visitorOf(app, ctx, 'teeradet')
    expect((await teeradet.get(`/o/join?code=${code}`)).html).toContain(`value="${code}"`)
    expect(await teeradet.post('/o/join', [['code', code]])).toMatchObject({
      status: 303,
      location: '/o/factors/new',
    })
    expect((await teeradet.get('/o/join')).html).toContain('นายธีรเดช คงมั่น')
    expect((await teeradet.get('/o')).status).toBe(200)
  })

  test('that is unknown says whom to ask', async () => {
    const teeradet = await visitorOf(app, ctx, 'teeradet')
    const answer = await teeradet.post('/o/join', [['code', 'guess']])
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('โปรดขอรหัสใหม่')
  })
})
