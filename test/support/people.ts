import { attachFile } from '../../src/actions/attach-file.ts'
import { claimApplication } from '../../src/actions/claim-application.ts'
import { decideApplication } from '../../src/actions/decide-application.ts'
import { meetApplicant } from '../../src/actions/meet-applicant.ts'
import { receiveNotice } from '../../src/actions/receive-notice.ts'
import { returnApplication } from '../../src/actions/return-application.ts'
import { saveDraft } from '../../src/actions/save-draft.ts'
import { startApplication } from '../../src/actions/start-application.ts'
import { submitApplication } from '../../src/actions/submit-application.ts'
import { findApplication } from '../../src/application/store.ts'
import type { Application } from '../../src/application/table.ts'
import type { Context } from '../../src/context.ts'
import { findInvoiceOf } from '../../src/payment/store.ts'
import { insertProof, listProofs } from '../../src/proof/store.ts'
import { bangkokDay } from '../../src/service/dates.ts'
import type { Address, Answers } from '../../src/service/form.ts'
import { lineUserOf, officerOf, type TestContext } from './context.ts'

export const ADDRESS: Address = {
  houseNo: '88/4',
  moo: '',
  soi: '',
  road: 'ริมน้ำ',
  subdistrict: 'ในเมือง',
  district: 'เมืองตัวอย่าง',
  province: 'ตัวอย่าง',
  postcode: '67000',
}

/** Complete answers of a person with two machines; `overrides` replaces single fields. */
export function buildAnswers(overrides: Answers = {}): Answers {
  return {
    applicant_type: 'person',
    name_title: 'miss',
    first_name: 'กมล',
    last_name: 'ศรีทอง',
    national_id: '1-1017-00207-36-6',
    birth_date: { day: '15', month: '1', year: '2530' },
    home_address: ADDRESS,
    phone: '081-234-5678',
    email: 'kamon@example.com',
    shop_name: 'น้ำดื่มใสใจ',
    shop_address: ADDRESS,
    area: '6',
    water_source: 'tap',
    machines: [
      { serial: 'RN-001', spot: 'หน้าร้าน' },
      { serial: 'RN-002', spot: 'ริมถนน' },
    ],
    ...overrides,
  }
}

export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+M8AAAMBAQAY3Y2wAAAAAElFTkSuQmCC',
  'base64',
)

export async function applicantOf(ctx: Context, personaId = 'kamon'): Promise<string> {
  return (await meetApplicant(ctx, lineUserOf(personaId))).id
}

export type Owner = { applicationId: string; applicantId: string }

/** Proven before, at a level that every service takes; of which number is not said, so that no field is filled in. */
export async function proveApplicant(ctx: Context, applicantId: string): Promise<void> {
  const now = ctx.clock.now()
  if ((await listProofs(ctx.db, applicantId)).some(({ status }) => status === 'accepted')) return
  const proof = { method: 'thaid', level: 3, status: 'accepted', subject: {}, evidence: {} } as const
  await insertProof(ctx.db, { ...proof, applicantId, requestedAt: now, decidedAt: now })
}

/** A draft with everything in it, of somebody who is proven unless that is the matter. */
export async function fillDraft(
  ctx: Context,
  {
    answers = {},
    persona = 'kamon',
    proven = true,
  }: { answers?: Answers; persona?: string; proven?: boolean } = {},
): Promise<Owner> {
  const applicantId = await applicantOf(ctx, persona)
  if (proven) await proveApplicant(ctx, applicantId)
  const { applicationId } = await startApplication(ctx, applicantId)
  const owner = { applicationId, applicantId }
  await saveDraft(ctx, { ...owner, answers: buildAnswers(answers) })
  for (const fieldId of ['id_card', 'site_map', 'water_test'])
    await attachFile(ctx, { ...owner, fieldId, name: `${fieldId}.png`, bytes: PNG })
  return owner
}

export async function submitted(ctx: Context, options?: Parameters<typeof fillDraft>[1]): Promise<Owner> {
  const owner = await fillDraft(ctx, options)
  await submitApplication(ctx, { ...owner, declared: true })
  return owner
}

export async function getCase(
  ctx: Context,
  { applicationId }: Pick<Owner, 'applicationId'>,
): Promise<Application> {
  const application = await findApplication(ctx.db, applicationId)
  if (!application) throw new Error('no such case')
  return application
}

/** The reviewer claims the case and returns it for these fields. */
export async function sentBack(
  ctx: Context,
  { applicationId }: Pick<Owner, 'applicationId'>,
  fields: string[],
  reason = 'ไม่ชัด',
): Promise<void> {
  const reviewer = await officerOf(ctx, 'wanna')
  await claimApplication(ctx, reviewer, applicationId)
  const { version } = await getCase(ctx, { applicationId })
  const items = fields.map((field) => ({ field, reason }))
  await returnApplication(ctx, reviewer, { applicationId, version, items })
}

/** The officer claims the case and decides, with all that the checklist asks for. */
async function decided(
  ctx: Context,
  { applicationId }: Owner,
  by: { persona: string; outcome: 'endorse' | 'approve'; checklist: string[] },
): Promise<void> {
  const officer = await officerOf(ctx, by.persona)
  await claimApplication(ctx, officer, applicationId)
  const { version } = await getCase(ctx, { applicationId })
  const { outcome, checklist } = by
  const decision = { outcome, checklist, conditions: [], reason: '' }
  await decideApplication(ctx, officer, { applicationId, version, ...decision })
}

/** The reviewer claims and endorses. */
export async function endorsed(ctx: Context, owner: Owner): Promise<void> {
  const checklist = ctx.service.definition.review.steps[0]?.checklist.map(({ id }) => id) ?? []
  await decided(ctx, owner, { persona: 'wanna', outcome: 'endorse', checklist })
}

/** Submitted, endorsed, approved: waits for the fee. */
export async function approved(ctx: Context, options?: Parameters<typeof fillDraft>[1]): Promise<Owner> {
  const owner = await submitted(ctx, options)
  await endorsed(ctx, owner)
  await decided(ctx, owner, { persona: 'kukiat', outcome: 'approve', checklist: [] })
  return owner
}

/** The invoice is paid in the simulator's bank, which tells. */
export async function paid(ctx: TestContext, { applicationId }: Owner): Promise<void> {
  const invoice = await findInvoiceOf(ctx.db, applicationId)
  if (!invoice) throw new Error('nothing to pay')
  await ctx.simulator.pay(invoice.qr)
  const [transaction] = await ctx.bank.inquire(invoice.ref1, invoice.ref2, bangkokDay(ctx.clock.now()))
  if (!transaction) throw new Error('the bank does not know it')
  await receiveNotice(ctx, transaction)
}
