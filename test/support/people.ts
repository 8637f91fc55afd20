import { attachFile } from '../../src/actions/attach-file.ts'
import { claimApplication } from '../../src/actions/claim-application.ts'
import { decideApplication } from '../../src/actions/decide-application.ts'
import { meetApplicant } from '../../src/actions/meet-applicant.ts'
import { saveDraft } from '../../src/actions/save-draft.ts'
import { startApplication } from '../../src/actions/start-application.ts'
import { submitApplication } from '../../src/actions/submit-application.ts'
import { findApplication } from '../../src/application/store.ts'
import type { Application } from '../../src/application/table.ts'
import type { Context } from '../../src/context.ts'
import type { Address, Answers } from '../../src/service/form.ts'
import { lineUserOf, officerOf } from './context.ts'

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

/** A draft with everything in it. */
export async function fillDraft(
  ctx: Context,
  { answers = {}, persona = 'kamon' }: { answers?: Answers; persona?: string } = {},
): Promise<Owner> {
  const applicantId = await applicantOf(ctx, persona)
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

/** The reviewer claims and endorses. */
export async function endorsed(ctx: Context, owner: Owner): Promise<void> {
  const reviewer = await officerOf(ctx, 'wanna')
  await claimApplication(ctx, reviewer, owner.applicationId)
  const { version } = await getCase(ctx, owner)
  await decideApplication(ctx, reviewer, {
    ...owner,
    version,
    outcome: 'endorse',
    checklist: ctx.service.definition.review.steps[0]?.checklist.map(({ id }) => id) ?? [],
    conditions: [],
    reason: '',
  })
}

/** Submitted, endorsed, approved: waits for the fee. */
export async function approved(ctx: Context, options?: Parameters<typeof fillDraft>[1]): Promise<Owner> {
  const owner = await submitted(ctx, options)
  await endorsed(ctx, owner)
  const approver = await officerOf(ctx, 'kukiat')
  await claimApplication(ctx, approver, owner.applicationId)
  const { version } = await getCase(ctx, owner)
  await decideApplication(ctx, approver, {
    ...owner,
    version,
    outcome: 'approve',
    checklist: [],
    conditions: [],
    reason: '',
  })
  return owner
}
