import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimApplication } from '../../../src/actions/claim-application.ts'
import { filed, officerOfStep, openService } from '../../services/stage.ts'
import type { TestContext } from '../../support/context.ts'
import { getCase, type Owner } from '../../support/people.ts'
import { hiddenFields, openWeb, type Visitor, visitorOf } from './desk.ts'

let ctx: TestContext
let app: FastifyInstance
let owner: Owner
let wanna: Visitor
beforeEach(async () => {
  ctx = await openService('services/hazardous-activities')
  app = await openWeb(ctx)
  owner = await filed(ctx)
  wanna = await visitorOf(app, ctx, 'wanna')
  await claimApplication(ctx, await officerOfStep(ctx, 0), owner.applicationId)
})
afterEach(() => app.close())

const step = () => ctx.service.definition.review.steps[0]
const results = (result: string): [string, string][] =>
  (step()?.inspection?.points ?? []).map(({ id }) => [`point.${id}`, result])

async function send(outcome: string, typed: [string, string][]) {
  const path = `/o/cases/${owner.applicationId}/decide/${outcome}`
  const { html } = await wanna.get(path)
  const checks = step()?.checklist.map(({ id }): [string, string] => ['check', id]) ?? []
  const seen = hiddenFields(html).filter(([name]) => name !== 'stage')
  return wanna.post(path, [...seen, ...checks, ...typed, ['stage', 'send']])
}

test('a visit that is not described comes back with everything that is missing, and what was typed', async () => {
  const refused = await send('endorse', [
    ...results('pass').slice(2),
    ['point.drains', 'fail'],
    ['ready', '1'],
  ])
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('href="#point-drains"')
  expect(refused.html).toContain('href="#point-trap"')
  expect(refused.html).toMatch(/name="point.drains" value="fail" checked/)
  expect(refused.html).toMatch(/<option value="1" selected/)
  expect((await getCase(ctx, owner)).step).toBe(0)
})

test('a described visit and a ready opinion go on to the next officer, who reads them', async () => {
  const sent = await send('object', [
    ...results('pass').slice(1),
    ['point.drains', 'fail'],
    ['note.drains', 'รางอุดตัน'],
    ['ready', '2'],
    ['reason', 'ติดโรงเรียน'],
  ])
  expect(sent).toMatchObject({ status: 303 })
  const pranee = await visitorOf(app, ctx, 'pranee')
  const { html } = await pranee.get(`/o/cases/${owner.applicationId}`)
  for (const words of ['เห็นควรไม่อนุญาต', 'รางอุดตัน', 'ติดโรงเรียน', 'ไม่สมควรอนุญาต'])
    expect(html.replace(/<wbr\/?>|\u2060|\u200b/g, '')).toContain(words)
})
