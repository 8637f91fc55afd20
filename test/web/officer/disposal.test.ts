import { eq } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { withdrawApplication } from '../../../src/actions/withdraw-application.ts'
import { officer } from '../../../src/officer/table.ts'
import { listHolds } from '../../../src/privacy/disposal-store.ts'
import { lineUserOf, openTestContext, runJobs, type TestContext } from '../../support/context.ts'
import { getCase, type Owner, submitted } from '../../support/people.ts'
import { openWeb, type Visitor, visitorOf } from './desk.ts'

const PATH = '/o/privacy/disposal'
let ctx: TestContext
let app: FastifyInstance
let owner: Owner
let dpo: Visitor
let item: [string, string]
beforeEach(async () => {
  ctx = await openTestContext()
  app = await openWeb(ctx)
  const isWanna = eq(officer.lineUserId, lineUserOf('wanna'))
  await ctx.db
    .update(officer)
    .set({ roles: ['dpo'] })
    .where(isWanna)
  owner = await submitted(ctx)
  await runJobs(ctx)
  await withdrawApplication(ctx, owner)
  await runJobs(ctx)
  ctx.clock.set(new Date('2037-01-05T09:00:00+07:00'))
  dpo = await visitorOf(app, ctx, 'wanna')
  item = ['item', `case:${owner.applicationId}:case.withdrawn`]
})
afterEach(() => app.close())

describe('the list of what is due', () => {
  test('names the case by its number and rule, and nobody', async () => {
    const { status, html } = await dpo.get(PATH)
    expect(status).toBe(200)
    expect(html).toContain((await getCase(ctx, owner)).reference)
    expect(html).toContain('งานสารบรรณ')
    expect(html).not.toMatch(/กมล|ศรีทอง|1101700207366/)
  })

  test('is for the data protection officer alone', async () => {
    expect((await (await visitorOf(app, ctx, 'kukiat')).get(PATH)).status).toBe(403)
    expect((await (await visitorOf(app, ctx, 'kamon')).get(PATH)).status).toBe(403)
  })

  test('approved, is disposed of, and stands in the record with the approver', async () => {
    const done = await dpo.post(`${PATH}/approve`, [item])
    expect(done).toMatchObject({ status: 303, location: `${PATH}?done=approved&count=1` })
    await runJobs(ctx)
    expect((await getCase(ctx, owner)).holder).toBe('')
    const { html } = await dpo.get(`${PATH}?done=approved&count=1`)
    expect(html).toContain('อนุมัติ 1 รายการแล้ว')
    expect(html).toContain('อนุมัติโดย นางสาววรรณา แก้วใส')
  })

  test('asks for a choice, and for a reason to keep, and keeps what was typed', async () => {
    expect(await dpo.post(`${PATH}/approve`)).toMatchObject({ status: 422 })
    const { status, html } = await dpo.post(`${PATH}/keep`, [item, ['because', ''], ['until', '31/12/2590']])
    expect(status).toBe(422)
    expect(html).toContain('เลือกเหตุผลที่เก็บไว้')
    expect(html).toContain('value="31/12/2590"')
  })

  test('keeps a case for an appeal until a day, and lets it go', async () => {
    const typed: [string, string][] = [item, ['because', 'appeal'], ['until', '31/12/2580']]
    expect((await dpo.post(`${PATH}/keep`, typed)).location).toBe(`${PATH}?done=kept`)
    expect((await listHolds(ctx.db))[0]).toMatchObject({ because: 'appeal', until: '2037-12-31' })
    expect((await dpo.get(PATH)).html).toContain('มีการอุทธรณ์')
    await dpo.post(`${PATH}/let-go`, [['id', owner.applicationId]])
    expect(await listHolds(ctx.db)).toEqual([])
  })
})
