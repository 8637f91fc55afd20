/** Any service, played by its roles: an applicant, an officer for each step, the payer. Nothing here names one. */
import { acceptMandateOnPaper, recordAuthority } from '../../src/actions/answer-mandate.ts'
import { attachFile } from '../../src/actions/attach-file.ts'
import { claimApplication } from '../../src/actions/claim-application.ts'
import { decideApplication } from '../../src/actions/decide-application.ts'
import { receiveNotice } from '../../src/actions/receive-notice.ts'
import { saveDraft } from '../../src/actions/save-draft.ts'
import { seedOfficers } from '../../src/actions/seed-officers.ts'
import { startApplication } from '../../src/actions/start-application.ts'
import { submitApplication } from '../../src/actions/submit-application.ts'
import { viewCase } from '../../src/actions/view-case.ts'
import { findDocumentOf } from '../../src/licence/store.ts'
import type { IssuedDocument } from '../../src/licence/table.ts'
import { findMandateOf } from '../../src/mandate/store.ts'
import type { ActingOfficer } from '../../src/officer/officer.ts'
import { bangkokDay } from '../../src/service/dates.ts'
import type { Definition } from '../../src/service/definition.ts'
import type { Answers } from '../../src/service/form.ts'
import { loadService } from '../../src/service/load.ts'
import { definitionFor } from '../../src/service/transaction.ts'
import { lineUserOf, officerOf, openTestContext, type TestContext } from '../support/context.ts'
import { acceptIdentity, sendIdentity } from '../support/identity.ts'
import { applicantOf, getCase, type Owner, PNG } from '../support/people.ts'
import { type Making, questionsOf, rightAnswers } from './answers.ts'

const OFFICERS = { reviewer: 'wanna', supervisor: 'pranee', approver: 'kukiat' } as const

/** The service of a folder, on the emptied database, with an officer of every role. */
export async function openService(dir: string): Promise<TestContext> {
  const ctx = await openTestContext({ service: loadService(dir) })
  const lineUserId = lineUserOf(OFFICERS.supervisor)
  await seedOfficers(ctx, [{ name: 'นางปราณี สุขใจ', position: 'หัวหน้า', roles: ['supervisor'], lineUserId }])
  return ctx
}

export const officerOfStep = (ctx: TestContext, step: number): Promise<ActingOfficer> =>
  officerOfRole(ctx, ctx.service.definition.review.steps[step]?.role)

const officerOfRole = (ctx: TestContext, role: ReviewRole = 'approver'): Promise<ActingOfficer> =>
  officerOf(ctx, OFFICERS[role])

type ReviewRole = Definition['review']['steps'][number]['role']

/** Those of what the case asks for. */
const stepsOf = async (ctx: TestContext, owner: Owner): Promise<Definition['review']['steps']> =>
  definitionFor(ctx.service.definition, (await getCase(ctx, owner)).answers).review.steps

/** A draft with right answers and a file wherever one is asked for. */
export async function draftOf(
  ctx: TestContext,
  making: Partial<Making> & { persona?: string } = {},
): Promise<Owner> {
  const { definition } = ctx.service
  const answers = rightAnswers(definition, { today: bangkokDay(ctx.clock.now()), ...making })
  const applicantId = await applicantOf(ctx, making.persona)
  const { applicationId } = await startApplication(ctx, applicantId)
  const owner = { applicationId, applicantId }
  await saveDraft(ctx, { ...owner, answers: typedOf(definition, answers) })
  for (const field of questionsOf(definition))
    if (field.type === 'file' && answers[field.id])
      await attachFile(ctx, { ...owner, fieldId: field.id, name: `${field.id}.png`, bytes: PNG })
  await sendIdentity(ctx, owner)
  return owner
}

/** What is typed; files go another way. */
export function typedOf(definition: Definition, answers: Answers): Answers {
  const files = new Set(questionsOf(definition).flatMap(({ id, type }) => (type === 'file' ? [id] : [])))
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !files.has(id)))
}

export async function filed(ctx: TestContext, making: Parameters<typeof draftOf>[1] = {}): Promise<Owner> {
  const owner = await draftOf(ctx, making)
  await submitApplication(ctx, { ...owner, declared: true })
  return owner
}

/** What every officer sets beside the standard conditions. */
export const CONDITION = 'ปิดทำการเวลา 20.00 น.'

/** The officer of the case's step claims it and finds for the applicant; with an inspection where one is due. */
export async function passStep(ctx: TestContext, owner: Owner, step: number): Promise<void> {
  const steps = await stepsOf(ctx, owner)
  const officer = await officerOfRole(ctx, steps[step]?.role)
  const orders = step === steps.length - 1
  if (orders) {
    await acceptIdentity(ctx, owner)
    await acceptMandate(ctx, owner)
  }
  await claimApplication(ctx, officer, owner.applicationId)
  const { version } = await getCase(ctx, owner)
  await decideApplication(ctx, officer, {
    ...owner,
    version,
    outcome: orders ? 'approve' : 'endorse',
    checklist: steps[step]?.checklist.map(({ id }) => id) ?? [],
    inspection: steps[step]?.inspection?.points.map(({ id }) => ({ point: id, result: 'pass', note: '' })),
    conditions: [CONDITION],
    reason: '',
  })
}

/** Where it is filed for another, an officer reads the mandate and, for a company, looks its register up. */
async function acceptMandate(ctx: TestContext, { applicationId }: Owner): Promise<void> {
  const found = await findMandateOf(ctx.db, applicationId)
  if (!found) return
  const officer = await officerOf(ctx, 'wanna')
  await acceptMandateOnPaper(ctx, officer, { applicationId, reason: 'ลงนามครบถ้วน' })
  if (found.kind === 'company')
    await recordAuthority(ctx, officer, { applicationId, reason: 'DBD 23 พ.ย. 2569 กรรมการลงนามได้' })
}

export async function approve(ctx: TestContext, owner: Owner): Promise<void> {
  for (const step of (await stepsOf(ctx, owner)).keys()) await passStep(ctx, owner, step)
}

/** Pays the open invoice at the simulated bank; false where there is none. */
export async function pay(ctx: TestContext, owner: Owner): Promise<boolean> {
  const { invoice } = await viewCase(ctx, owner)
  if (invoice?.status !== 'open') return false
  const { transactionId } = await ctx.simulator.pay(invoice.qr)
  const held = await ctx.bank.inquire(invoice.ref1, invoice.ref2, bangkokDay(ctx.clock.now()))
  const transaction = held.find((each) => each.transactionId === transactionId)
  if (!transaction) throw new Error('the bank does not know the payment')
  await receiveNotice(ctx, transaction)
  return true
}

export async function bytesOf(ctx: TestContext, owner: Owner, kind: IssuedDocument['kind']): Promise<Buffer> {
  const document = await findDocumentOf(ctx.db, owner.applicationId, kind)
  if (!document) throw new Error(`no ${kind} was issued`)
  return ctx.files.get(document.storageKey)
}
