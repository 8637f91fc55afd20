import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { askBank } from '../../src/actions/ask-bank.ts'
import { receiveNotice } from '../../src/actions/receive-notice.ts'
import { retryIssue } from '../../src/actions/retry-issue.ts'
import { verifyLicence } from '../../src/actions/verify-licence.ts'
import { type CaseView, viewCase } from '../../src/actions/view-case.ts'
import { viewOfficerCase } from '../../src/actions/view-officer-case.ts'
import { brokenEntry } from '../../src/application/history.ts'
import { listHistory } from '../../src/application/store.ts'
import type { BankTransaction } from '../../src/context.ts'
import { licence } from '../../src/licence/table.ts'
import { notice, receipt } from '../../src/payment/table.ts'
import { bangkokDay } from '../../src/service/dates.ts'
import { officerOf, openTestContext, runJobs, type TestContext } from '../support/context.ts'
import { approved, type Owner } from '../support/people.ts'

let ctx: TestContext
let owner: Owner
let invoice: NonNullable<CaseView['invoice']>
beforeEach(async () => {
  ctx = await openTestContext()
  owner = await approved(ctx)
  const view = await viewCase(ctx, owner)
  if (!view.invoice) throw new Error('no invoice')
  invoice = view.invoice
  await runJobs(ctx)
})

/** The payer scans; what the bank holds afterwards is what its notice says. */
async function pay(options?: { satang?: number }): Promise<BankTransaction> {
  const { transactionId } = await ctx.simulator.pay(invoice.qr, options)
  const found = await ctx.bank.inquire(invoice.ref1, invoice.ref2, bangkokDay(ctx.clock.now()))
  const transaction = found.find((each) => each.transactionId === transactionId)
  if (!transaction) throw new Error('the bank does not know it')
  return transaction
}

const notices = async () =>
  (await ctx.db.select().from(notice)).map(({ status, heldBecause }) => heldBecause ?? status)

describe('a payment', () => {
  test('exact: paid, receipted, licensed, delivered; each once, however often the notice comes', async () => {
    const transaction = await pay()
    for (const _ of [1, 2, 3]) await receiveNotice(ctx, transaction)
    await runJobs(ctx)
    await receiveNotice(ctx, transaction)
    await runJobs(ctx)
    const view = await viewCase(ctx, owner)
    expect(view.status).toBe('issued')
    expect(view.receipt).toMatchObject({ number: 'RN-2570/000001', satang: 60000 })
    expect(view.licence).toMatchObject({ number: '1/2569', issuedOn: '2026-11-23', expiresOn: '2027-11-22' })
    expect(view.documents.map((document) => document.kind).sort()).toEqual(['licence', 'receipt'])
    expect(await notices()).toEqual(['matched'])
    const { mails, chats } = await ctx.simulator.state()
    expect(mails.map((mail) => mail.attachments.length)).toEqual([2])
    expect(chats.kamon?.filter((entry) => entry.from === 'bot')).toHaveLength(5)
    const findings = await ctx.simulator.findings() // no web server runs here to take the bank's own call
    expect(findings.filter((each) => each.kind !== 'bank')).toEqual([])
  })

  test('forged: the bank knows nothing of it, nothing is paid, it is put aside', async () => {
    const forged = {
      bank: 'scb',
      transactionId: 'FORGED1',
      ref1: invoice.ref1,
      ref2: invoice.ref2,
      satang: invoice.satang,
      paidAt: ctx.clock.now(),
    }
    await receiveNotice(ctx, forged)
    await runJobs(ctx, { failing: ['confirm-payment'] })
    expect((await viewCase(ctx, owner)).status).toBe('awaiting_payment')
    ctx.clock.advance(1)
    await runJobs(ctx)
    expect(await notices()).toEqual(['not_confirmed'])
  })

  test.each([
    ['too little', 59900],
    ['too much', 60100],
  ])('of %s is held for finance and the invoice stays open', async (_, satang) => {
    await receiveNotice(ctx, await pay({ satang }))
    await runJobs(ctx)
    expect(await notices()).toEqual(['wrong_amount'])
    expect((await viewCase(ctx, owner)).status).toBe('awaiting_payment')
  })

  test('made twice: the second is held', async () => {
    await receiveNotice(ctx, await pay())
    await runJobs(ctx)
    await receiveNotice(ctx, await pay())
    await runJobs(ctx)
    expect((await notices()).sort()).toEqual(['already_paid', 'matched'])
    expect(await ctx.db.select().from(receipt)).toHaveLength(1)
  })

  test('whose notice was lost is found by asking the bank', async () => {
    await pay()
    await askBank(ctx)
    await runJobs(ctx)
    expect((await viewCase(ctx, owner)).status).toBe('issued')
  })
})

describe('a licence', () => {
  beforeEach(async () => {
    await receiveNotice(ctx, await pay())
    await runJobs(ctx)
  })

  test('is verified by its code, with what it publishes and no more', async () => {
    const { licence: issued } = await viewCase(ctx, owner)
    const verified = await verifyLicence(ctx, issued?.code ?? '')
    expect(verified).toMatchObject({
      kind: 'licence',
      status: 'valid',
      number: '1/2569',
      holder: 'นางสาวกมล ศรีทอง',
    })
    expect(JSON.stringify(verified)).not.toContain('1101700207366')
    expect(await verifyLicence(ctx, 'AAAA-BBBB-CCCC')).toBeUndefined()
  })

  test('expires the day after its last day', async () => {
    const { licence: issued } = await viewCase(ctx, owner)
    ctx.clock.set(new Date('2027-11-22T23:59:00+07:00'))
    expect((await verifyLicence(ctx, issued?.code ?? ''))?.status).toBe('valid')
    ctx.clock.set(new Date('2027-11-23T00:01:00+07:00'))
    expect((await verifyLicence(ctx, issued?.code ?? ''))?.status).toBe('expired')
  })

  test('that is revoked says so', async () => {
    const { licence: issued } = await viewCase(ctx, owner)
    await ctx.db
      .update(licence)
      .set({ status: 'revoked' })
      .where(eq(licence.code, issued?.code ?? ''))
    expect((await verifyLicence(ctx, issued?.code ?? ''))?.status).toBe('revoked')
  })

  test('leaves a whole history behind', async () => {
    const rows = await listHistory(ctx.db, owner.applicationId)
    expect(brokenEntry(owner.applicationId, rows)).toBeUndefined()
    expect(rows.map((row) => row.event)).toEqual([
      'submitted',
      'claimed',
      'endorsed',
      'claimed',
      'approved',
      'invoiced',
      'paid',
      'issued',
    ])
  })
})

test('a document that cannot be signed is tried again, then shown to the officer with its reason', async () => {
  const broken = {
    ...ctx,
    signer: { ...ctx.signer, sign: () => Promise.reject(new Error('the token is not plugged in')) },
  }
  await receiveNotice(broken, await pay())
  for (let hour = 0; hour < 8; hour++) {
    await runJobs(broken, { failing: ['issue-licence', 'issue-receipt'] })
    ctx.clock.advance(1)
  }
  const seen = await viewOfficerCase(ctx, await officerOf(ctx, 'wanna'), owner.applicationId)
  expect(seen.failures.map((failure) => failure.what).sort()).toEqual(['licence', 'receipt'])
  expect(seen.failures[0]?.reason).toBe('the token is not plugged in')
  await retryIssue(ctx, owner.applicationId)
  await runJobs(ctx)
  const view = await viewCase(ctx, owner)
  expect(view.status).toBe('issued')
  expect(view.licence?.number).toBe('1/2569')
})
