import { beforeEach, describe, expect, test } from 'vitest'
import { claimApplication } from '../../src/actions/claim-application.ts'
import { correctApplication } from '../../src/actions/correct-application.ts'
import { extendClock } from '../../src/actions/extend-clock.ts'
import { returnApplication } from '../../src/actions/return-application.ts'
import { viewCase } from '../../src/actions/view-case.ts'
import { viewOfficerCase } from '../../src/actions/view-officer-case.ts'
import { watchDeadlines } from '../../src/actions/watch-deadlines.ts'
import { listHistory } from '../../src/application/store.ts'
import { Conflict, Invalid } from '../../src/errors.ts'
import type { ActingOfficer } from '../../src/officer/officer.ts'
import { Definition } from '../../src/service/definition.ts'
import { definitionHash, loadService } from '../../src/service/load.ts'
import { writeRecurring } from '../../src/worker/schedule.ts'
import { messagesTo } from '../support/chat.ts'
import { officerOf, openTestContext, runJobs, type TestContext } from '../support/context.ts'
import { getCase, type Owner, sentBack, submitted } from '../support/people.ts'

let ctx: TestContext
let reviewer: ActingOfficer
let owner: Owner

/** The sample service with another clock; received on 23 November, due on 23 December. */
async function openWith(clock: Partial<Definition['clock']>): Promise<void> {
  const service = loadService('services/drinking-water')
  const definition = Definition.parse({
    ...service.definition,
    clock: { ...service.definition.clock, ...clock },
  })
  ctx = await openTestContext({ service: { ...service, definition, hash: definitionHash(definition) } })
  reviewer = await officerOf(ctx, 'wanna')
  owner = await submitted(ctx)
  await runJobs(ctx)
}

const at = (day: string, time = '08:00') => ctx.clock.set(new Date(`${day}T${time}:00+07:00`))
const botSaid = async (persona: string) =>
  (await messagesTo(ctx, persona)).map((message) => JSON.stringify(message))
const events = async (name: string) =>
  (await listHistory(ctx.db, owner.applicationId)).filter(({ event }) => event === name)
const extend = async (changes: Partial<Parameters<typeof extendClock>[2]> = {}, officer = reviewer) =>
  extendClock(ctx, officer, {
    ...owner,
    version: (await getCase(ctx, owner)).version,
    reason: 'รอผลตรวจน้ำจากห้องปฏิบัติการ',
    ...changes,
  })

describe('prolonging the time', () => {
  beforeEach(async () => {
    await openWith({ extensions: { times: 2, days: 15 } })
    await claimApplication(ctx, reviewer, owner.applicationId)
  })

  test('moves the due day and tells the applicant why, and until when, before the old day ends', async () => {
    at('2026-12-23', '16:00')
    await extend()
    await runJobs(ctx)
    expect((await getCase(ctx, owner)).dueOn).toBe('2027-01-07')
    const said = (await botSaid('kamon')).at(-1)
    for (const words of ['รอผลตรวจน้ำจากห้องปฏิบัติการ', '23 ธันวาคม 2569', '7 มกราคม 2570', 'ครั้งที่ 1'])
      expect(said).toContain(words)
    expect((await viewCase(ctx, owner)).extension).toMatchObject({ number: 1, before: '2026-12-23' })
    expect((await events('extended'))[0]).toMatchObject({ actor: `officer:${reviewer.id}` })
  })

  test('pressed twice is once', async () => {
    const { version } = await getCase(ctx, owner)
    for (const _ of [1, 2]) await extend({ version })
    expect(await events('extended')).toHaveLength(1)
  })

  test('is offered as often as the service says, and no more', async () => {
    const offered = async () => (await viewOfficerCase(ctx, reviewer, owner.applicationId)).extension
    expect(await offered()).toEqual({ number: 1, times: 2, days: 15, dueOn: '2027-01-07' })
    await extend()
    expect(await offered()).toMatchObject({ number: 2, dueOn: '2027-01-22' })
    await extend()
    expect(await offered()).toBeUndefined()
    await expect(extend()).rejects.toThrow(Conflict)
  })

  test('is too late once the day has passed', async () => {
    at('2026-12-24')
    expect((await viewOfficerCase(ctx, reviewer, owner.applicationId)).actions).not.toContain('extend')
    await expect(extend()).rejects.toThrow(Conflict)
  })

  test('needs a reason', async () => {
    await expect(extend({ reason: '  ' })).rejects.toThrow(Invalid)
  })

  test('is for the officer who has the case, on the case as they saw it', async () => {
    await expect(extend({}, await officerOf(ctx, 'kukiat'))).rejects.toThrow(
      /not_your_step|claimed_by_another/,
    )
    await expect(extend({ version: 1 })).rejects.toThrow(new Conflict('changed_meanwhile'))
  })
})

test('a service without extensions offers none', async () => {
  await openWith({})
  await claimApplication(ctx, reviewer, owner.applicationId)
  expect((await viewOfficerCase(ctx, reviewer, owner.applicationId)).actions).not.toContain('extend')
  await expect(extend()).rejects.toThrow(Conflict)
})

describe('a decision that is late', () => {
  beforeEach(() => openWith({}))

  test('is told to the applicant and the officers on the next day and every 7 days, each time once', async () => {
    const before = { kamon: (await botSaid('kamon')).length, wanna: (await botSaid('wanna')).length }
    const told: number[] = []
    for (const day of [
      '2026-12-23',
      '2026-12-24',
      '2026-12-24',
      '2026-12-30',
      '2026-12-31',
      '2027-01-06',
      '2027-01-07',
    ]) {
      at(day)
      await watchDeadlines(ctx)
      await runJobs(ctx)
      told.push((await botSaid('kamon')).length - before.kamon)
    }
    expect(told).toEqual([0, 1, 1, 1, 2, 2, 3])
    expect((await botSaid('wanna')).length - before.wanna).toBe(3)
    expect((await events('delayed')).map(({ data }) => data.number)).toEqual([1, 2, 3])
    expect((await botSaid('kamon')).at(-1)).toContain('เลยกำหนด 23 ธันวาคม 2569')
  })

  test('is told to the one officer who has it', async () => {
    await claimApplication(ctx, reviewer, owner.applicationId)
    at('2026-12-24')
    await watchDeadlines(ctx)
    await runJobs(ctx)
    expect(await botSaid('kukiat')).toEqual([])
    expect((await botSaid('wanna')).at(-1)).toContain('เกินกำหนด 1 วัน')
  })

  test('is not told while the applicant corrects', async () => {
    await sentBack(ctx, owner, ['machines'])
    at('2026-12-24')
    await watchDeadlines(ctx)
    expect(await events('delayed')).toEqual([])
  })

  test('is looked for every morning, at eight', async () => {
    at('2026-12-24', '00:10')
    await writeRecurring(ctx)
    await runJobs(ctx)
    expect(await events('delayed')).toEqual([])
    at('2026-12-24', '08:00')
    await writeRecurring(ctx)
    await runJobs(ctx)
    expect(await events('delayed')).toHaveLength(1)
  })
})

describe('where working days are counted', () => {
  beforeEach(async () => {
    await openWith({ days: 7, unit: 'working', correctWithinDays: 7, correctWithinUnit: 'working' })
    await claimApplication(ctx, reviewer, owner.applicationId)
  })

  test('the days to correct are working days, and a pause adds the working days it took', async () => {
    expect((await getCase(ctx, owner)).dueOn).toBe('2026-12-02')
    at('2026-11-27', '10:00')
    const { version } = await getCase(ctx, owner)
    await returnApplication(ctx, reviewer, {
      ...owner,
      version,
      items: [{ field: 'machines', reason: 'ไม่ครบ' }],
    })
    expect((await viewCase(ctx, owner)).correction?.dueOn).toBe('2026-12-09')
    at('2026-12-01', '10:00')
    await correctApplication(ctx, owner)
    expect((await getCase(ctx, owner)).dueOn).toBe('2026-12-04')
  })
})
