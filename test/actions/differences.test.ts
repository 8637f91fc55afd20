/** A correction that changes a fee which was paid at filing, and one that is never handed in. */
import { beforeEach, describe, expect, test } from 'vitest'
import { claimApplication } from '../../src/actions/claim-application.ts'
import { correctApplication } from '../../src/actions/correct-application.ts'
import { decideApplication } from '../../src/actions/decide-application.ts'
import { payBackRefund } from '../../src/actions/pay-back-refund.ts'
import { receiveNotice } from '../../src/actions/receive-notice.ts'
import { returnApplication } from '../../src/actions/return-application.ts'
import { saveDraft } from '../../src/actions/save-draft.ts'
import { verifyLicence } from '../../src/actions/verify-licence.ts'
import { viewCase } from '../../src/actions/view-case.ts'
import { viewOfficerCase } from '../../src/actions/view-officer-case.ts'
import { watchDeadlines } from '../../src/actions/watch-deadlines.ts'
import { listHistory } from '../../src/application/store.ts'
import { listDocuments } from '../../src/licence/store.ts'
import { insertOfficer } from '../../src/officer/store.ts'
import { bangkokDay } from '../../src/service/dates.ts'
import { Definition } from '../../src/service/definition.ts'
import { definitionHash, loadService } from '../../src/service/load.ts'
import { readPdf } from '../documents/read-pdf.ts'
import { MONDAY_MORNING, officerOf, openTestContext, runJobs, type TestContext } from '../support/context.ts'
import { endorsed, getCase, type Owner, submitted } from '../support/people.ts'

let ctx: TestContext
let owner: Owner

async function openWith(due: Definition['fees']['due']): Promise<void> {
  const service = loadService('services/drinking-water')
  const fees = { ...service.definition.fees, due }
  const definition = Definition.parse({ ...service.definition, fees })
  ctx = await openTestContext({ service: { ...service, definition, hash: definitionHash(definition) } })
  // The simulated bank's clock runs on; here what it knows was paid today.
  const { inquire } = ctx.bank
  ctx.bank = {
    ...ctx.bank,
    inquire: async (ref1, ref2) =>
      (await inquire(ref1, ref2, bangkokDay(MONDAY_MORNING))).map((each) => ({
        ...each,
        paidAt: ctx.clock.now(),
      })),
  }
  owner = await submitted(ctx)
  await runJobs(ctx)
}

async function pay(): Promise<void> {
  const { invoice } = await viewCase(ctx, owner)
  if (invoice?.status !== 'open') throw new Error('nothing to pay')
  await ctx.simulator.pay(invoice.qr)
  for (const paid of await ctx.bank.inquire(invoice.ref1, invoice.ref2, bangkokDay(ctx.clock.now())))
    await receiveNotice(ctx, paid)
  await runJobs(ctx)
}

async function returned(): Promise<void> {
  const reviewer = await officerOf(ctx, 'wanna')
  await claimApplication(ctx, reviewer, owner.applicationId)
  const { version } = await getCase(ctx, owner)
  const items = [{ field: 'machines', reason: 'จำนวนตู้ไม่ตรงกับแผนที่' }]
  await returnApplication(ctx, reviewer, { ...owner, version, items })
  await runJobs(ctx)
}

async function correctTo(machines: number): Promise<void> {
  const rows = Array.from({ length: machines }, (_, index) => ({ serial: `RN-${index}`, spot: 'หน้าร้าน' }))
  await saveDraft(ctx, { ...owner, answers: { machines: rows } })
  await correctApplication(ctx, owner)
  await runJobs(ctx)
}

async function approve(): Promise<void> {
  await endorsed(ctx, owner)
  const approver = await officerOf(ctx, 'kukiat')
  await claimApplication(ctx, approver, owner.applicationId)
  const { version } = await getCase(ctx, owner)
  const order = { outcome: 'approve' as const, checklist: [], conditions: [], reason: '' }
  await decideApplication(ctx, approver, { ...owner, version, ...order })
  await runJobs(ctx)
}

const morning = (day: string) => ctx.clock.set(new Date(`${day}T08:00:00+07:00`))
const botSaid = async (persona: string) => {
  const { chats } = await ctx.simulator.state()
  return (chats[persona] ?? []).filter((entry) => entry.from === 'bot').map((entry) => JSON.stringify(entry))
}
const events = async () => (await listHistory(ctx.db, owner.applicationId)).map(({ event }) => event)
const seenByOfficer = async () => viewOfficerCase(ctx, await officerOf(ctx, 'wanna'), owner.applicationId)

describe('a correction that makes a paid fee higher', () => {
  beforeEach(async () => {
    await openWith('at_filing')
    await pay()
    await returned()
    ctx.clock.advance(48)
  })

  test('demands the difference alone, and the review waits for it', async () => {
    const told = (await botSaid('wanna')).length
    await correctTo(3)
    const view = await viewCase(ctx, owner)
    expect(view).toMatchObject({ status: 'awaiting_fee', pausedOn: '2026-11-23' })
    expect(view.invoice).toMatchObject({ satang: 30_000, status: 'open' })
    expect(view.invoice?.lines).toHaveLength(1)
    expect((await seenByOfficer()).actions).toEqual([])
    expect((await botSaid('wanna')).length).toBe(told)
    expect((await botSaid('kamon')).at(-1)).toContain('300.00')
  })

  test('pressed twice it demands once', async () => {
    await correctTo(3)
    await correctApplication(ctx, owner)
    expect((await events()).filter((event) => event === 'invoiced')).toHaveLength(2)
  })

  test('once paid the review goes on with its officer, the clock again, and a receipt for each payment', async () => {
    await correctTo(3)
    ctx.clock.advance(24)
    await pay()
    const view = await viewCase(ctx, owner)
    expect(view).toMatchObject({ status: 'in_review', pausedOn: undefined, dueOn: '2026-12-26' })
    expect((await seenByOfficer()).actions).toContain('endorse')
    const receipts = (await listDocuments(ctx.db, owner.applicationId)).filter(
      ({ kind }) => kind === 'receipt',
    )
    expect(receipts).toHaveLength(2)
    const found = await Promise.all(receipts.map(({ code }) => verifyLicence(ctx, code)))
    expect(found.map((each) => each?.published[0]?.value)).toEqual(['600.00', '300.00'])
    expect((await botSaid('wanna')).at(-1)).toContain('แก้ไขแล้ว รอตรวจ')
  })

  test('the licence names the whole fee and both receipts', async () => {
    await correctTo(3)
    await pay()
    await approve()
    const view = await viewCase(ctx, owner)
    expect(view.status).toBe('issued')
    const licence = (await listDocuments(ctx.db, owner.applicationId)).find(({ kind }) => kind === 'licence')
    const { text } = readPdf(await ctx.files.get(licence?.storageKey ?? ''))
    const printed = text.replace(/\s/g, '').replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    expect(printed).toContain('900บาท')
    for (const number of ['RN-2570/000001', 'RN-2570/000002']) expect(printed).toContain(number)
  })

  test('not paid in time it ends, and says why', async () => {
    await correctTo(3)
    morning('2026-12-12')
    await watchDeadlines(ctx)
    await runJobs(ctx)
    const view = await viewCase(ctx, owner)
    expect(view).toMatchObject({ status: 'lapsed', lapsed: { afterCorrection: true } })
    expect((await botSaid('kamon')).at(-1)).toContain('จึงไม่ได้พิจารณาต่อ')
  })
})

describe('a correction that makes a paid fee lower', () => {
  beforeEach(async () => {
    await openWith('at_filing')
    await pay()
    await returned()
    await correctTo(1)
  })

  test('goes on at once; what is to be refunded is told to the applicant and shown to the officer', async () => {
    expect((await viewCase(ctx, owner)).status).toBe('in_review')
    expect((await viewCase(ctx, owner)).refund).toMatchObject({ satang: 30_000 })
    expect((await seenByOfficer()).refund).toMatchObject({ satang: 30_000 })
    expect((await botSaid('kamon')).at(-1)).toContain('ลดลง 300.00 บาท')
    expect(await events()).toContain('refund_due')
  })

  test('an officer says by which transfer it was paid back, and the applicant is told', async () => {
    const reviewer = await officerOf(ctx, 'wanna')
    const paid = {
      applicationId: owner.applicationId,
      on: bangkokDay(ctx.clock.now()),
      reference: 'KTB 4471',
    }
    await payBackRefund(ctx, reviewer, paid)
    await payBackRefund(ctx, reviewer, paid)
    await runJobs(ctx)
    const { refund } = await viewCase(ctx, owner)
    const paidBack = { satang: 30_000, on: paid.on, reference: paid.reference }
    expect(refund).toMatchObject({ satang: 0, paidBack })
    expect((await events()).filter((event) => event === 'refund_paid')).toHaveLength(1)
    const { chats } = await ctx.simulator.state()
    expect(JSON.stringify(chats.kamon?.at(-1))).toContain('KTB 4471')
    await expect(payBackRefund(ctx, reviewer, { ...paid, reference: 'other' })).rejects.toMatchObject({
      code: 'nothing_to_refund',
    })
  })

  test('is not paid back without a reference, on a day to come, or by who may not', async () => {
    const on = bangkokDay(ctx.clock.now())
    const reviewer = await officerOf(ctx, 'wanna')
    const { applicationId } = owner
    const say = (by: typeof reviewer, over: { on?: string; reference?: string } = {}) =>
      payBackRefund(ctx, by, { applicationId, on, reference: 'KTB 4471', ...over })
    await expect(say(reviewer, { reference: ' ' })).rejects.toMatchObject({
      problems: [{ field: 'reference' }],
    })
    for (const day of ['2030-01-01', '2020-01-01', ''])
      await expect(say(reviewer, { on: day })).rejects.toMatchObject({ problems: [{ field: 'on' }] })
    await expect(say(await officerOf(ctx, 'kukiat'))).rejects.toMatchObject({ name: 'Forbidden' })
    await insertOfficer(ctx.db, {
      ...{ name: 'นางเงิน', position: 'นักวิชาการเงินและบัญชี', roles: ['finance'] },
      createdAt: ctx.clock.now(),
    })
    await expect(say(reviewer)).rejects.toMatchObject({ name: 'Forbidden' })
  })

  test('leads to the licence without another demand', async () => {
    await approve()
    expect((await viewCase(ctx, owner)).status).toBe('issued')
    expect((await events()).filter((event) => event === 'invoiced')).toHaveLength(1)
  })
})

test('a fee that is due after approval is counted then: a correction demands nothing', async () => {
  await openWith('after_approval')
  await returned()
  await correctTo(3)
  expect((await viewCase(ctx, owner)).invoice).toBeUndefined()
  await approve()
  expect((await viewCase(ctx, owner)).invoice).toMatchObject({ satang: 90_000, status: 'open' })
})

describe('a correction that is not handed in', () => {
  beforeEach(async () => {
    await openWith('after_approval')
    await returned()
  })

  async function watch(day: string): Promise<number> {
    morning(day)
    await watchDeadlines(ctx)
    await runJobs(ctx)
    return (await botSaid('kamon')).length
  }

  test('is asked for once more three days before its last day', async () => {
    const before = await watch('2026-12-04')
    const reminded = await watch('2026-12-05')
    expect(reminded).toBe(before + 1)
    expect((await botSaid('kamon')).at(-1)).toContain('จำนวนตู้ไม่ตรงกับแผนที่')
    expect(await watch('2026-12-06')).toBe(reminded)
  })

  test('ends the case on the day after, with the reasons, the appeal and the way to file again', async () => {
    await watch('2026-12-08')
    expect((await viewCase(ctx, owner)).status).toBe('returned')
    const before = await watch('2026-12-09')
    const view = await viewCase(ctx, owner)
    expect(view).toMatchObject({ status: 'given_back', givenBack: { dueOn: '2026-12-08' } })
    expect(view.timeline.map(({ id }) => id)).toEqual(['submitted', 'returned'])
    const said = (await botSaid('kamon')).at(-1)
    for (const words of ['คืนคำขอ', 'จำนวนตู้ไม่ตรงกับแผนที่', 'อุทธรณ์', 'ยื่นคำขอใหม่ได้']) expect(said).toContain(words)
    expect(await watch('2026-12-10')).toBe(before)
    await expect(correctApplication(ctx, owner)).rejects.toMatchObject({ code: 'status_does_not_allow' })
  })

  test('handed in on the last day goes on', async () => {
    morning('2026-12-08')
    await correctTo(2)
    await watch('2026-12-09')
    expect((await viewCase(ctx, owner)).status).toBe('in_review')
  })
})
