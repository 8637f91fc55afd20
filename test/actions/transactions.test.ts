import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { attachFile } from '../../src/actions/attach-file.ts'
import { claimApplication } from '../../src/actions/claim-application.ts'
import { decideApplication } from '../../src/actions/decide-application.ts'
import { receiveNotice } from '../../src/actions/receive-notice.ts'
import { saveDraft } from '../../src/actions/save-draft.ts'
import { startTransaction } from '../../src/actions/start-transaction.ts'
import { submitApplication } from '../../src/actions/submit-application.ts'
import { verifyLicence } from '../../src/actions/verify-licence.ts'
import { findLicenceOf } from '../../src/licence/store.ts'
import { type Licence, licence as licenceTable } from '../../src/licence/table.ts'
import { findInvoiceOf } from '../../src/payment/store.ts'
import { addDays, bangkokDay, fromBangkok } from '../../src/service/dates.ts'
import type { TransactionType } from '../../src/service/definition.ts'
import { officerOf, openTestContext, runJobs, type TestContext } from '../support/context.ts'
import { applicantOf, approved, endorsed, getCase, type Owner, PNG } from '../support/people.ts'

let ctx: TestContext
let first: Owner
let licence: Licence
beforeEach(async () => {
  ctx = await openTestContext()
  first = await approved(ctx)
  await pay(first)
  licence = await licenceOf(first)
})

const licenceOf = async ({ applicationId }: Owner): Promise<Licence> => {
  const found = await findLicenceOf(ctx.db, applicationId)
  if (!found) throw new Error('no licence')
  return found
}
const statusOf = async (code: string) => (await verifyLicence(ctx, code))?.status
/** The licence's last day moves to where today is so many days after it: the simulator's bank lives by one clock. */
async function openDay(days: number): Promise<void> {
  const expiresOn = addDays(bangkokDay(ctx.clock.now()), -days)
  await ctx.db.update(licenceTable).set({ expiresOn }).where(eq(licenceTable.id, licence.id))
  licence = { ...licence, expiresOn }
}

async function pay({ applicationId }: Owner): Promise<void> {
  await runJobs(ctx)
  const invoice = await findInvoiceOf(ctx.db, applicationId)
  if (!invoice) throw new Error('nothing to pay')
  await ctx.simulator.pay(invoice.qr)
  const [paid] = await ctx.bank.inquire(invoice.ref1, invoice.ref2, bangkokDay(ctx.clock.now()))
  if (!paid) throw new Error('the bank does not know it')
  await receiveNotice(ctx, paid)
  await runJobs(ctx)
}

async function start(type: TransactionType): Promise<Owner> {
  const { applicationId } = await startTransaction(ctx, {
    applicantId: first.applicantId,
    licenceId: licence.id,
    type,
  })
  return { applicationId, applicantId: first.applicantId }
}

async function attach(owner: Owner, ...fieldIds: string[]): Promise<void> {
  for (const fieldId of fieldIds)
    await attachFile(ctx, { ...owner, fieldId, name: `${fieldId}.png`, bytes: PNG })
}
const submit = (owner: Owner) => submitApplication(ctx, { ...owner, declared: true })

async function approve(owner: Owner): Promise<void> {
  await endorsed(ctx, owner)
  const approver = await officerOf(ctx, 'kukiat')
  await claimApplication(ctx, approver, owner.applicationId)
  const { version } = await getCase(ctx, owner)
  const decision = { version, outcome: 'approve' as const, checklist: [], conditions: [], reason: '' }
  await decideApplication(ctx, approver, { applicationId: owner.applicationId, ...decision })
  await runJobs(ctx)
}

describe('the last day', () => {
  const reminders = async () => {
    const { chats } = await ctx.simulator.state()
    return (chats.kamon ?? []).filter(({ message }) => String(message.altText).includes('ใกล้สิ้นอายุ')).length
  }
  const daysBefore = (days: number) => fromBangkok(addDays(licence.expiresOn, -days), '09:00')

  test('is told 60, 30 and 7 days before, once each', async () => {
    ctx.clock.set(daysBefore(60))
    await runJobs(ctx)
    await runJobs(ctx)
    expect(await reminders()).toBe(1)
    ctx.clock.set(daysBefore(7))
    await runJobs(ctx)
    expect(await reminders()).toBe(3)
  })

  test('is not told any more once the licence has ended or a case about it is under way', async () => {
    await ctx.db.update(licenceTable).set({ status: 'cancelled' }).where(eq(licenceTable.id, licence.id))
    ctx.clock.set(daysBefore(7))
    await runJobs(ctx)
    expect(await reminders()).toBe(0)
  })
})

describe('a renewal', () => {
  beforeEach(() => openDay(-20))

  test('begins with the answers of the licence, asks for its fee at filing, and runs on from the last day', async () => {
    const owner = await start('renew')
    expect((await getCase(ctx, owner)).answers).toMatchObject({ shop_name: 'น้ำดื่มใสใจ', transaction: 'renew' })
    await attach(owner, 'id_card', 'water_test')
    await submit(owner)
    expect((await getCase(ctx, owner)).status).toBe('awaiting_fee')
    await pay(owner)
    await approve(owner)
    const renewed = await licenceOf(owner)
    expect(renewed.number).not.toBe(licence.number)
    expect(renewed.expiresOn.slice(5)).toBe(licence.expiresOn.slice(5))
    expect(Number(renewed.expiresOn.slice(0, 4))).toBe(Number(licence.expiresOn.slice(0, 4)) + 1)
    expect(await statusOf(licence.code)).toBe('replaced')
    expect(await statusOf(renewed.code)).toBe('valid')
  })

  test('filed in time keeps the licence in force after its last day', async () => {
    const owner = await start('renew')
    await attach(owner, 'id_card', 'water_test')
    await submit(owner)
    await openDay(3)
    expect(await statusOf(licence.code)).toBe('renewing')
  })

  test('filed after the last day does not', async () => {
    await openDay(2)
    const owner = await start('renew')
    expect((await getCase(ctx, owner)).answers.renewed_late).toBe('yes')
    await attach(owner, 'id_card', 'water_test')
    await submit(owner)
    expect(await statusOf(licence.code)).toBe('expired')
  })

  test('is not open long before the last day', async () => {
    await openDay(-200)
    await expect(start('renew')).rejects.toMatchObject({ code: 'not_open' })
  })

  test('asked for twice is one draft, and a second one beside it is refused', async () => {
    const { applicationId } = await start('renew')
    expect((await start('renew')).applicationId).toBe(applicationId)
    await expect(start('cancel')).rejects.toMatchObject({ code: 'draft_open' })
  })
})

describe('a replacement', () => {
  test('keeps number and last day, and takes the place of the old document', async () => {
    const owner = await start('replace')
    await saveDraft(ctx, {
      ...owner,
      answers: { replace_reason: 'damaged', known_on: { day: '20', month: '11', year: '2569' } },
    })
    await attach(owner, 'id_card')
    await submit(owner)
    await approve(owner)
    const replaced = await licenceOf(owner)
    expect(replaced).toMatchObject({ number: licence.number, expiresOn: licence.expiresOn, status: 'valid' })
    expect(await statusOf(licence.code)).toBe('replaced')
    expect((await getCase(ctx, owner)).holder).toContain('กมล')
  })
})

describe('a cancellation', () => {
  test('ends the licence, and the applicant is told', async () => {
    const owner = await start('cancel')
    await saveDraft(ctx, { ...owner, answers: { closes_on: { day: '30', month: '11', year: '2569' } } })
    await attach(owner, 'id_card')
    await submit(owner)
    await approve(owner)
    expect(await statusOf(licence.code)).toBe('cancelled')
    const { chats } = await ctx.simulator.state()
    expect(chats.kamon?.at(-1)?.message.altText).toContain('เลิกกิจการ')
    await expect(start('replace')).rejects.toMatchObject({ code: 'not_open' })
  })
})

test("somebody else's licence is not found", async () => {
  const applicantId = await applicantOf(ctx, 'teeradet')
  const asked = { applicantId, licenceId: licence.id, type: 'cancel' as const }
  await expect(startTransaction(ctx, asked)).rejects.toMatchObject({ name: 'NotFound' })
})

test('a licence with a case under way takes no second one', async () => {
  const owner = await start('cancel')
  await saveDraft(ctx, { ...owner, answers: { closes_on: { day: '30', month: '11', year: '2569' } } })
  await attach(owner, 'id_card')
  await submit(owner)
  await expect(start('replace')).rejects.toMatchObject({ code: 'case_open' })
})
