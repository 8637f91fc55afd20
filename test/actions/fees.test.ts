import { beforeEach, describe, expect, test } from 'vitest'
import { claimApplication } from '../../src/actions/claim-application.ts'
import { decideApplication } from '../../src/actions/decide-application.ts'
import { receiveNotice } from '../../src/actions/receive-notice.ts'
import { type CaseView, viewCase } from '../../src/actions/view-case.ts'
import { viewOfficerCase } from '../../src/actions/view-officer-case.ts'
import { viewWorklist } from '../../src/actions/view-worklist.ts'
import { watchDeadlines } from '../../src/actions/watch-deadlines.ts'
import { withdrawApplication } from '../../src/actions/withdraw-application.ts'
import { listHistory } from '../../src/application/store.ts'
import type { Context } from '../../src/context.ts'
import { invoice, notice } from '../../src/payment/table.ts'
import { bangkokDay } from '../../src/service/dates.ts'
import { Definition } from '../../src/service/definition.ts'
import { definitionHash, loadService } from '../../src/service/load.ts'
import { messagesTo } from '../support/chat.ts'
import { MONDAY_MORNING, officerOf, openTestContext, runJobs, type TestContext } from '../support/context.ts'
import { approved, endorsed, getCase, type Owner, submitted } from '../support/people.ts'

let ctx: TestContext
let owner: Owner

/** The sample service with other rules. */
async function openWith(changes: (definition: Definition) => Partial<Definition>): Promise<void> {
  const service = loadService('services/drinking-water')
  const definition = Definition.parse({ ...service.definition, ...changes(service.definition) })
  ctx = await openTestContext({ service: { ...service, definition, hash: definitionHash(definition) } })
  ctx.bank = onTestTime(ctx.bank)
}

const paidAt = new Map<string, Date>()

/** The simulated bank's clock only runs on: here its payments were made when the test's clock says. */
function onTestTime(bank: Context['bank']): Context['bank'] {
  const inquire: typeof bank.inquire = async (ref1, ref2, day) => {
    const known = await bank.inquire(ref1, ref2, bangkokDay(MONDAY_MORNING))
    const found = known.map((each) => ({ ...each, paidAt: paidAt.get(each.transactionId) ?? each.paidAt }))
    return found.filter((each) => bangkokDay(each.paidAt) === day)
  }
  return { ...bank, inquire }
}

type Demand = NonNullable<CaseView['invoice']>

async function demand(): Promise<Demand> {
  const due = (await viewCase(ctx, owner)).invoice
  if (!due) throw new Error('no invoice')
  return due
}

/** The applicant scans the QR code; nobody has told us yet. */
async function scan({ qr }: Demand): Promise<string> {
  const { transactionId } = await ctx.simulator.pay(qr)
  paidAt.set(transactionId, ctx.clock.now())
  return transactionId
}

/** Scanned, and the bank tells of it. */
async function pay(due?: Demand): Promise<void> {
  const { ref1, ref2, ...rest } = due ?? (await demand())
  const transactionId = await scan({ ref1, ref2, ...rest })
  const found = await ctx.bank.inquire(ref1, ref2, bangkokDay(ctx.clock.now()))
  const transaction = found.find((each) => each.transactionId === transactionId)
  if (!transaction) throw new Error('the bank does not know it')
  await receiveNotice(ctx, transaction)
  await runJobs(ctx)
}

async function approve(): Promise<void> {
  await endorsed(ctx, owner)
  const approver = await officerOf(ctx, 'kukiat')
  await claimApplication(ctx, approver, owner.applicationId)
  const { version } = await getCase(ctx, owner)
  const order = { outcome: 'approve' as const, checklist: [], conditions: [], reason: '' }
  await decideApplication(ctx, approver, { ...owner, version, ...order })
}

const morning = (day: string) => ctx.clock.set(new Date(`${day}T08:00:00+07:00`))
const events = async () => (await listHistory(ctx.db, owner.applicationId)).map(({ event }) => event)
const botSaid = async (persona: string) =>
  (await messagesTo(ctx, persona)).map((message) => JSON.stringify(message))

describe('a fee due at filing', () => {
  beforeEach(async () => {
    await openWith(({ fees }) => ({ fees: { ...fees, due: 'at_filing' } }))
    owner = await submitted(ctx)
    await runJobs(ctx)
  })

  test('is demanded at once, and the review waits for it: received, but no due day and no officer yet', async () => {
    const view = await viewCase(ctx, owner)
    expect(view).toMatchObject({ status: 'awaiting_fee', reference: 'สธ-2569-000001', dueOn: undefined })
    expect(view.receivedAt).toEqual(ctx.clock.now())
    expect(view.invoice).toMatchObject({ satang: 60_000, status: 'open', payBy: '2026-12-08' })
    expect(view.timeline.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'submitted done',
      'paid current',
      'in_review todo',
      'decided todo',
      'issued todo',
    ])
    const reviewer = await officerOf(ctx, 'wanna')
    expect((await viewWorklist(ctx, reviewer, 'todo')).items).toEqual([])
    expect((await viewWorklist(ctx, reviewer, 'awaiting_payment')).items).toHaveLength(1)
    expect((await viewOfficerCase(ctx, reviewer, owner.applicationId)).actions).toEqual([])
    expect(await botSaid('wanna')).toEqual([])
    expect((await botSaid('kamon')).join()).toContain('30 วัน หลังชำระค่าธรรมเนียม')
  })

  test('once paid starts the review and the days, and tells the officers; the receipt comes, the licence does not', async () => {
    ctx.clock.advance(24)
    await pay()
    const view = await viewCase(ctx, owner)
    expect(view).toMatchObject({ status: 'submitted', dueOn: '2026-12-24' })
    expect(view.receivedAt).toEqual(new Date('2026-11-23T10:42:00+07:00'))
    expect(view.documents.map(({ kind }) => kind)).toEqual(['receipt'])
    expect(await botSaid('wanna')).toHaveLength(1)
  })

  test('paid outside hours counts from the next working time', async () => {
    ctx.clock.set(new Date('2026-11-27T20:00:00+07:00'))
    await pay()
    expect((await viewCase(ctx, owner)).dueOn).toBe('2026-12-30')
  })

  test('is not demanded again: approval leads straight to the licence', async () => {
    await pay()
    await approve()
    await runJobs(ctx)
    const view = await viewCase(ctx, owner)
    expect(view.status).toBe('issued')
    expect(view.documents.map(({ kind }) => kind).sort()).toEqual(['licence', 'receipt'])
    expect(await ctx.db.select().from(invoice)).toHaveLength(1)
    expect(await events()).not.toContain('lapsed')
  })

  test('not paid in time: the application lapses before any review', async () => {
    morning('2026-12-09')
    await watchDeadlines(ctx)
    await runJobs(ctx)
    const view = await viewCase(ctx, owner)
    expect(view).toMatchObject({ status: 'lapsed', lapsed: { payBy: '2026-12-08', atFiling: true } })
    expect(view.timeline.map(({ id }) => id)).toEqual(['submitted'])
    expect((await botSaid('kamon')).at(-1)).toContain('จึงไม่ได้เริ่มพิจารณา')
  })

  test('may be withdrawn unpaid', async () => {
    await withdrawApplication(ctx, owner)
    expect((await getCase(ctx, owner)).status).toBe('withdrawn')
    expect((await ctx.db.select().from(invoice)).map(({ status }) => status)).toEqual(['cancelled'])
  })

  test('that comes to nothing holds nothing up', async () => {
    await openWith(({ fees }) => ({ fees: { ...fees, items: [], due: 'at_filing' } }))
    owner = await submitted(ctx)
    expect((await getCase(ctx, owner)).status).toBe('submitted')
  })
})

describe('a fee due after approval and not paid', () => {
  beforeEach(async () => {
    await openWith(() => ({}))
    owner = await approved(ctx)
    await runJobs(ctx)
  })

  test('is reminded of once, three days before the last one', async () => {
    const before = (await botSaid('kamon')).length
    morning('2026-12-04')
    await watchDeadlines(ctx)
    await runJobs(ctx)
    expect(await botSaid('kamon')).toHaveLength(before)
    for (const day of ['2026-12-05', '2026-12-06']) {
      morning(day)
      await watchDeadlines(ctx)
      await runJobs(ctx)
    }
    expect(await botSaid('kamon')).toHaveLength(before + 1)
  })

  test('stands through its last day, then lapses: the right is deemed waived', async () => {
    morning('2026-12-08')
    await watchDeadlines(ctx)
    expect((await getCase(ctx, owner)).status).toBe('awaiting_payment')
    morning('2026-12-09')
    for (const _ of [1, 2]) await watchDeadlines(ctx)
    await runJobs(ctx)
    const view = await viewCase(ctx, owner)
    expect(view).toMatchObject({ status: 'lapsed', lapsed: { payBy: '2026-12-08', atFiling: false } })
    expect(view.invoice).toBeUndefined()
    expect((await events()).filter((event) => event === 'lapsed')).toHaveLength(1)
    expect((await botSaid('kamon')).filter((said) => said.includes('ถือว่าสละสิทธิ'))).toHaveLength(1)
  })

  test('does not lapse when the bank has the money and only its notice was lost', async () => {
    morning('2026-12-08')
    await scan(await demand())
    morning('2026-12-09')
    await watchDeadlines(ctx)
    await runJobs(ctx)
    expect((await viewCase(ctx, owner)).status).toBe('issued')
  })

  test('paid after it lapsed: the money is held for finance', async () => {
    const due = await demand()
    morning('2026-12-09')
    await watchDeadlines(ctx)
    await pay(due)
    expect((await ctx.db.select().from(notice)).map(({ heldBecause }) => heldBecause)).toEqual(['not_open'])
    expect((await getCase(ctx, owner)).status).toBe('lapsed')
  })
})

test('days to pay may be working days', async () => {
  await openWith(({ fees }) => ({ fees: { ...fees, payWithinUnit: 'working' } }))
  owner = await approved(ctx)
  expect((await viewCase(ctx, owner)).invoice?.payBy).toBe('2026-12-16')
})

test('a free service goes from approval to the licence, without invoice or receipt, in mail and on paper too', async () => {
  await openWith(({ fees }) => ({ fees: { ...fees, items: [] } }))
  owner = await approved(ctx)
  await runJobs(ctx)
  const view = await viewCase(ctx, owner)
  expect(view).toMatchObject({ status: 'issued', invoice: undefined, receipt: undefined })
  expect(view.documents.map(({ kind }) => kind)).toEqual(['licence'])
  expect(view.timeline.map(({ id }) => id)).not.toContain('paid')
  const [mail] = (await ctx.simulator.state()).mails
  expect(mail?.attachments).toHaveLength(1)
  expect(mail?.text).not.toContain('ใบเสร็จ')
})

test('an exemption that takes everything off leaves nothing to pay', async () => {
  const text = { th: 'ยกเว้นค่าธรรมเนียม', en: 'Fee waived' }
  const relief = { id: 'relief', label: text, items: [], percent: 100, law: text }
  await openWith(({ fees }) => ({ fees: { ...fees, exemptions: [relief] } }))
  owner = await approved(ctx)
  await runJobs(ctx)
  const view = await viewCase(ctx, owner)
  expect(view.status).toBe('issued')
  expect(view.fee.map(({ satang }) => satang)).toEqual([60_000, -60_000])
})

test('the fee is that of the day of filing, whenever it is decided', async () => {
  await openWith(({ fees }) => {
    const [item] = fees.items
    if (item?.rule !== 'per_row') throw new Error('another fee')
    const old = { ...item, until: '2026-11-30' }
    const dearer = { ...item, id: 'dearer', satang: 50_000, from: '2026-12-01' }
    return { fees: { ...fees, items: [old, dearer] } }
  })
  owner = await submitted(ctx)
  ctx.clock.set(new Date('2026-12-02T10:00:00+07:00'))
  await approve()
  expect((await viewCase(ctx, owner)).invoice?.satang).toBe(60_000)
})

test('receipts may run by the calendar year, in Thai numerals', async () => {
  await openWith(({ numbers }) => ({
    numbers: {
      ...numbers,
      receipt: { ...numbers.receipt, format: '{n}/{yy}', year: 'calendar', numerals: 'thai' },
    },
  }))
  owner = await approved(ctx)
  await pay()
  expect((await viewCase(ctx, owner)).receipt?.number).toBe('๐๐๐๐๐๑/๖๙')
})
