import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimApplication } from '../../../src/actions/claim-application.ts'
import { Definition } from '../../../src/service/definition.ts'
import { definitionHash, loadService } from '../../../src/service/load.ts'
import { officerOf, openTestContext, type TestContext } from '../../support/context.ts'
import { getCase, type Owner, submitted } from '../../support/people.ts'
import { hiddenFields, openWeb, type Visitor, visitorOf } from './desk.ts'

let ctx: TestContext
let app: FastifyInstance
let owner: Owner
let wanna: Visitor
beforeEach(async () => {
  const service = loadService('services/drinking-water')
  const clock = { ...service.definition.clock, extensions: { times: 2, days: 15 } }
  const definition = Definition.parse({ ...service.definition, clock })
  ctx = await openTestContext({ service: { ...service, definition, hash: definitionHash(definition) } })
  app = await openWeb(ctx)
  owner = await submitted(ctx)
  wanna = await visitorOf(app, ctx, 'wanna')
  await claimApplication(ctx, await officerOf(ctx, 'wanna'), owner.applicationId)
})
afterEach(() => app.close())

const path = (rest = '') => `/o/cases/${owner.applicationId}${rest}`
const textOf = (html: string) => html.replace(/<[^>]*>/g, '')
const version = (html: string): [string, string][] =>
  hiddenFields(html).filter(([name]) => name === 'version')

test('who has the case sees until when it would be prolonged, and does it with a reason', async () => {
  const { html } = await wanna.get(path())
  expect(textOf(html)).toContain('ครั้งที่ 1 จากไม่เกิน 2 ครั้ง เพิ่ม 15 วัน กำหนดใหม่ 7 มกราคม 2570')
  const sent = await wanna.post(path('/extend'), [...version(html), ['reason', 'รอผลตรวจน้ำ']])
  expect(sent).toMatchObject({ status: 303, location: path('?done=extended') })
  expect((await getCase(ctx, owner)).dueOn).toBe('2027-01-07')
  const after = (await wanna.get(path('?done=extended'))).html
  for (const words of ['ขยายเวลาและแจ้งผู้ขอแล้ว', 'รอผลตรวจน้ำ', 'ครั้งที่ 2']) expect(textOf(after)).toContain(words)
})

test('without a reason nothing happens and the page says what is missing', async () => {
  const { html } = await wanna.get(path())
  const sent = await wanna.post(path('/extend'), [...version(html), ['reason', ' ']])
  expect(sent.status).toBe(422)
  expect(sent.html).toContain('บอกเหตุผลที่ต้องขยายเวลา')
  expect((await getCase(ctx, owner)).dueOn).toBe('2026-12-23')
})

test('what was typed is kept when the case changed meanwhile', async () => {
  const sent = await wanna.post(path('/extend'), [
    ['version', '1'],
    ['reason', 'รอผลตรวจน้ำ'],
  ])
  expect(sent.status).toBe(409)
  expect(sent.html).toContain('รอผลตรวจน้ำ</textarea>')
})

test('other officers are offered nothing', async () => {
  const kukiat = await visitorOf(app, ctx, 'kukiat')
  expect((await kukiat.get(path())).html).not.toContain('/extend"')
  expect((await kukiat.post(path('/extend'), [['reason', 'x']])).status).not.toBe(303)
})
