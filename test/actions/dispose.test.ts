import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { approveDisposal, holdCase, releaseCase, viewDisposal } from '../../src/actions/approve-disposal.ts'
import { dispose } from '../../src/actions/dispose.ts'
import { listDue } from '../../src/actions/list-disposal.ts'
import { seedOfficers } from '../../src/actions/seed-officers.ts'
import { verifyLicence } from '../../src/actions/verify-licence.ts'
import { viewOfficerCase } from '../../src/actions/view-officer-case.ts'
import { withdrawApplication } from '../../src/actions/withdraw-application.ts'
import { brokenEntry, historyDigest } from '../../src/application/history.ts'
import { findApplicationsByIdentity } from '../../src/application/identities.ts'
import { listHistory } from '../../src/application/store.ts'
import { attachment, history } from '../../src/application/table.ts'
import { findLicenceOf, listDocuments } from '../../src/licence/store.ts'
import { disposal } from '../../src/privacy/table.ts'
import { Retention } from '../../src/service/definition/retention.ts'
import { officerOf, openTestContext, runJobs, type TestContext } from '../support/context.ts'
import { approved, getCase, type Owner, paid, submitted } from '../support/people.ts'

const ID = '1101700207366'
let ctx: TestContext
beforeEach(async () => {
  ctx = await openTestContext()
  keepFor(Retention.parse(undefined))
})
/** The service keeps things for so long. */
function keepFor(retention: Retention): void {
  ctx = { ...ctx, service: { ...ctx.service, definition: { ...ctx.service.definition, retention } } }
}

const on = (day: string) => ctx.clock.set(new Date(`${day}T09:00:00+07:00`))
const due = async () => {
  const all = []
  for await (const items of listDue(ctx, ctx.clock.now().toISOString().slice(0, 10))) all.push(...items)
  return all
}
const rules = async () => (await due()).map(({ rule }) => rule).sort()
const record = () => ctx.db.select().from(disposal)
async function dpo() {
  await seedOfficers(ctx, [{ name: 'นางดูแล ข้อมูล', position: 'นิติกร', roles: ['dpo'], lineUserId: 'Udpo' }])
  const { findOfficerByLineUser } = await import('../../src/officer/store.ts')
  const officer = await findOfficerByLineUser(ctx.db, 'Udpo')
  if (!officer) throw new Error('no dpo')
  return officer
}
async function approveAll() {
  const officer = await dpo()
  const { due: items } = await viewDisposal(ctx, officer)
  return approveDisposal(
    ctx,
    officer,
    items.map(({ key }) => key),
  )
}
/** Approved and paid on 23 November 2026: licensed for a year. */
async function issued(): Promise<Owner> {
  const owner = await approved(ctx)
  await runJobs(ctx)
  await paid(ctx, owner)
  await runJobs(ctx)
  return owner
}
/** Handed in and withdrawn on 23 November 2026. */
async function withdrawn(): Promise<Owner> {
  const owner = await submitted(ctx)
  await runJobs(ctx)
  await withdrawApplication(ctx, owner)
  await runJobs(ctx)
  return owner
}

describe('a withdrawn case', () => {
  test('is due after ten years, counted from the end of the calendar year, and waits for approval', async () => {
    const owner = await withdrawn()
    on('2036-12-31')
    expect(await rules()).toEqual([])
    on('2037-01-01')
    expect(await rules()).toEqual(['case.withdrawn'])
    await dispose(ctx)
    await runJobs(ctx)
    expect((await getCase(ctx, owner)).answers).toMatchObject({ first_name: 'กมล' })
    expect(await record()).toEqual([])
  })

  test('approved, leaves its number, days and outcome, and nothing of the person', async () => {
    const owner = await withdrawn()
    const files = await ctx.db.select().from(attachment)
    const before = await getCase(ctx, owner)
    on('2037-01-05')
    expect(await approveAll()).toBe(1)
    await runJobs(ctx)
    const after = await getCase(ctx, owner)
    expect(after).toMatchObject({ answers: {}, holder: '', summary: '', place: '', status: 'withdrawn' })
    expect(after.applicantId).not.toBe(owner.applicantId)
    expect(after).toMatchObject({
      reference: before.reference,
      enteredAt: before.enteredAt,
      updatedAt: before.updatedAt,
    })
    expect(await ctx.db.select().from(attachment)).toEqual([])
    for (const { storageKey } of files) await expect(ctx.files.get(storageKey)).rejects.toThrow('file')
    expect(await findApplicationsByIdentity(ctx.db, 'thai_id', ID)).toEqual([])
    expect(await due()).toEqual([])
  })

  test('stands in the record by number, rule and approver, and by nothing of the person', async () => {
    const owner = await withdrawn()
    const { reference } = await getCase(ctx, owner)
    on('2037-01-05')
    await approveAll()
    await runJobs(ctx)
    const rows = await record()
    expect(rows.find(({ kind }) => kind === 'case')).toMatchObject({
      reference,
      rule: 'case.withdrawn',
      approvedBy: (await dpo()).id,
    })
    expect(rows[0]?.law).toContain('งานสารบรรณ')
    for (const row of rows) expect(row.digest).toMatch(/^test:[\w-]{22}$/)
    expect(JSON.stringify(rows)).not.toMatch(/กมล|ศรีทอง|1101700207366|0812345678/)
  })

  test('disposed of twice is disposed of once', async () => {
    await withdrawn()
    on('2037-01-05')
    await approveAll()
    await runJobs(ctx)
    const first = await record()
    await dispose(ctx)
    await dispose(ctx)
    expect(await record()).toEqual(first)
  })

  test('disposed of by two workers at once is disposed of once', async () => {
    await withdrawn()
    on('2037-01-05')
    await approveAll()
    await Promise.all([dispose(ctx), dispose(ctx)])
    await runJobs(ctx)
    expect((await record()).map(({ kind }) => kind)).toEqual(['case'])
  })

  test('is whole when the disposal breaks off in the middle, and goes with the next one', async () => {
    const owner = await withdrawn()
    on('2037-01-05')
    await approveAll()
    // The record comes last but for the files: it refuses, so nothing may have happened.
    await ctx.db.execute(sql`alter table disposal add constraint breaks_off check (count < 0) not valid`)
    await expect(dispose(ctx)).rejects.toThrow()
    expect((await getCase(ctx, owner)).answers).toMatchObject({ first_name: 'กมล' })
    const rows = await listHistory(ctx.db, owner.applicationId)
    expect(rows.every(({ erasedAt }) => erasedAt === null)).toBe(true)
    await ctx.db.execute(sql`alter table disposal drop constraint breaks_off`)
    await dispose(ctx)
    expect((await getCase(ctx, owner)).answers).toEqual({})
  })

  test('the record is only added to', async () => {
    await withdrawn()
    on('2037-01-05')
    await approveAll()
    await runJobs(ctx)
    await expect(ctx.db.delete(disposal)).rejects.toThrow()
    await expect(ctx.db.update(disposal).set({ count: 99 })).rejects.toThrow()
  })
})

describe('its history', () => {
  test('fits its digests before and after, and says nothing any more', async () => {
    const owner = await withdrawn()
    const before = await listHistory(ctx.db, owner.applicationId)
    expect(brokenEntry(owner.applicationId, before)).toBeUndefined()
    on('2037-01-05')
    await approveAll()
    await runJobs(ctx)
    const after = await listHistory(ctx.db, owner.applicationId)
    expect(brokenEntry(owner.applicationId, after)).toBeUndefined()
    expect(after.map(({ event, digest, at }) => ({ event, digest, at }))).toEqual(
      before.map(({ event, digest, at }) => ({ event, digest, at })),
    )
    expect(after.every(({ data, salt }) => Object.keys(data).length === 0 && salt === null)).toBe(true)
  })

  test('still shows a forger who writes words into it, or another event', async () => {
    const owner = await withdrawn()
    on('2037-01-05')
    await approveAll()
    await runJobs(ctx)
    const rows = await listHistory(ctx.db, owner.applicationId)
    const forged = (changes: object) => rows.map((row, at) => (at === 1 ? { ...row, ...changes } : row))
    expect(brokenEntry(owner.applicationId, forged({ data: { said: 'x' } }))).toBe(2)
    expect(brokenEntry(owner.applicationId, forged({ event: 'approved' }))).toBe(2)
    expect(brokenEntry(owner.applicationId, forged({ erasedAt: null }))).toBe(2)
  })

  test('of an earlier version is chained anew, whole', async () => {
    const owner = await withdrawn()
    let previous = ''
    for (const row of await listHistory(ctx.db, owner.applicationId)) {
      previous = historyDigest(previous, owner.applicationId, { ...row, dataHash: null })
      await ctx.db
        .update(history)
        .set({ dataHash: null, salt: null, digest: previous })
        .where(eq(history.id, row.id))
    }
    on('2037-01-05')
    await approveAll()
    await runJobs(ctx)
    const rows = await listHistory(ctx.db, owner.applicationId)
    expect(rows.every(({ erasedAt }) => erasedAt !== null)).toBe(true)
    expect(brokenEntry(owner.applicationId, rows)).toBeUndefined()
  })

  test('that does not fit stops the disposal', async () => {
    const owner = await withdrawn()
    await ctx.db.update(history).set({ event: 'approved' }).where(eq(history.seq, 2))
    on('2037-01-05')
    await approveAll()
    await runJobs(ctx)
    expect((await getCase(ctx, owner)).disposedAt).toBeNull()
    expect(await record()).toEqual([])
  })
})

describe('kept though its time is over', () => {
  test('a case with an appeal stays with its documents until the officer lets it go', async () => {
    const owner = await withdrawn()
    const officer = await dpo()
    on('2037-01-05')
    const { due: items } = await viewDisposal(ctx, officer)
    await holdCase(ctx, officer, { applicationId: owner.applicationId, because: 'appeal' })
    expect(
      await approveDisposal(
        ctx,
        officer,
        items.map(({ key }) => key),
      ),
    ).toBe(0)
    await runJobs(ctx)
    expect((await getCase(ctx, owner)).disposedAt).toBeNull()
    expect((await viewDisposal(ctx, officer)).kept).toHaveLength(1)
    await releaseCase(ctx, officer, owner.applicationId)
    on('2048-01-02')
    expect(await rules()).toEqual(['case.withdrawn'])
  })

  test('nobody but the data protection officer may say so', async () => {
    const owner = await withdrawn()
    const reviewer = await officerOf(ctx, 'wanna')
    await expect(viewDisposal(ctx, reviewer)).rejects.toThrow('not_allowed')
    await expect(approveDisposal(ctx, reviewer, ['x'])).rejects.toThrow('not_allowed')
    await expect(holdCase(ctx, reviewer, { ...owner, because: 'appeal' })).rejects.toThrow('not_allowed')
  })
})

describe('a licensed case', () => {
  test('waits while its licence is in force, and its licence can be verified after the case is gone', async () => {
    const { applicationId } = await issued()
    const licence = await findLicenceOf(ctx.db, applicationId)
    on('2027-11-01')
    expect(await rules()).toEqual([])
    on('2037-10-01')
    expect(await rules()).toEqual(['document.receipt'])
    on('2038-01-01')
    expect(await rules()).toEqual(['case.licensed', 'document.licence', 'document.receipt'])
    await approveAll()
    await runJobs(ctx)
    const found = await verifyLicence(ctx, licence?.code ?? '')
    expect(found).toMatchObject({ kind: 'licence', status: 'expired', number: licence?.number })
    expect((await listDocuments(ctx.db, applicationId)).every(({ erasedAt }) => erasedAt)).toBe(true)
    const officer = await officerOf(ctx, 'wanna')
    expect(await viewOfficerCase(ctx, officer, applicationId)).toMatchObject({ answers: {}, holder: '' })
  })
})

describe('single fields', () => {
  test('go before their case without approval where the service says so', async () => {
    const owner = await withdrawn()
    const retention = Retention.parse({
      fields: [{ fields: ['birth_date', 'water_test'], days: 365 }],
      approval: ['case'],
    })
    keepFor(retention)
    on('2027-11-23')
    expect(await rules()).toEqual([])
    on('2027-11-24')
    await dispose(ctx)
    await runJobs(ctx)
    const { answers } = await getCase(ctx, owner)
    expect(answers).toMatchObject({ first_name: 'กมล' })
    expect(answers).not.toHaveProperty('birth_date')
    const left = await ctx.db.select().from(attachment)
    expect(left.map(({ fieldId }) => fieldId).sort()).toEqual(['id_card', 'site_map'])
    expect((await record()).map(({ rule, count }) => ({ rule, count }))).toEqual([
      { rule: 'fields.0.birth_date.water_test', count: 2 },
    ])
  })
})

test('where the service says anonymise, choices and numbers that name nobody stay', async () => {
  const owner = await withdrawn()
  const retention = Retention.parse({ cases: { withdrawn: { afterwards: 'anonymise' } }, approval: [] })
  keepFor(retention)
  on('2037-01-01')
  await dispose(ctx)
  const { answers } = await getCase(ctx, owner)
  expect(answers).toMatchObject({ applicant_type: 'person', water_source: 'tap', area: '6' })
  expect(JSON.stringify(answers)).not.toMatch(/กมล|1101700207366|081|RN-001/)
})
