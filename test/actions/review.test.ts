import { beforeEach, describe, expect, test } from 'vitest'
import { claimApplication } from '../../src/actions/claim-application.ts'
import { correctApplication } from '../../src/actions/correct-application.ts'
import { decideApplication } from '../../src/actions/decide-application.ts'
import { returnApplication } from '../../src/actions/return-application.ts'
import { saveDraft } from '../../src/actions/save-draft.ts'
import { viewOfficerCase } from '../../src/actions/view-officer-case.ts'
import { viewWorklist } from '../../src/actions/view-worklist.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '../../src/errors.ts'
import type { ActingOfficer } from '../../src/officer/officer.ts'
import { officerOf, openTestContext, type TestContext } from '../support/context.ts'
import { approved, endorsed, fillDraft, getCase, type Owner, submitted } from '../support/people.ts'

let ctx: TestContext
let reviewer: ActingOfficer
let approver: ActingOfficer
let owner: Owner
beforeEach(async () => {
  ctx = await openTestContext()
  reviewer = await officerOf(ctx, 'wanna')
  approver = await officerOf(ctx, 'kukiat')
  owner = await submitted(ctx)
})

const versionNow = async () => (await getCase(ctx, owner)).version
const sendBack = async (version?: number) =>
  returnApplication(ctx, reviewer, {
    ...owner,
    version: version ?? (await versionNow()),
    items: [{ field: 'machines', reason: 'หมายเลขตู้ไม่ครบ' }],
  })

describe('the worklist', () => {
  test('shows a new case as the turn of the reviewer, not of the approver', async () => {
    const [mine] = (await viewWorklist(ctx, reviewer, 'todo')).items
    const [theirs] = (await viewWorklist(ctx, approver, 'todo')).items
    expect(mine).toMatchObject({
      mine: true,
      daysLeft: 30,
      holder: 'นางสาวกมล ศรีทอง',
      summary: 'ตู้น้ำดื่มหยอดเหรียญ จำนวน 2 ตู้',
    })
    expect(theirs).toMatchObject({ mine: false })
  })

  test('shows no draft, and opens none', async () => {
    const draft = await fillDraft(ctx, { persona: 'teeradet' })
    expect((await viewWorklist(ctx, reviewer, 'todo')).items).toHaveLength(1)
    await expect(viewOfficerCase(ctx, reviewer, draft.applicationId)).rejects.toThrow(NotFound)
  })
})

describe('claiming', () => {
  test('twice is once', async () => {
    await claimApplication(ctx, reviewer, owner.applicationId)
    const { version } = await getCase(ctx, owner)
    await claimApplication(ctx, reviewer, owner.applicationId)
    expect((await getCase(ctx, owner)).version).toBe(version)
  })

  test('is not for an officer of another role', async () => {
    await expect(claimApplication(ctx, approver, owner.applicationId)).rejects.toThrow(Forbidden)
  })
})

describe('returning', () => {
  beforeEach(() => claimApplication(ctx, reviewer, owner.applicationId))

  test('stops the clock until the applicant hands back, then the due day moves', async () => {
    await sendBack()
    ctx.clock.advance(72)
    await saveDraft(ctx, { ...owner, answers: { machines: [{ serial: 'RN-009', spot: 'หน้าร้าน' }] } })
    await correctApplication(ctx, owner)
    const application = await getCase(ctx, owner)
    expect(application).toMatchObject({
      status: 'in_review',
      dueOn: '2026-12-26',
      pausedOn: null,
      officerId: reviewer.id,
    })
    expect(application.summary).toBe('ตู้น้ำดื่มหยอดเหรียญ จำนวน 1 ตู้')
  })

  test('lets the applicant change the named items only', async () => {
    await sendBack()
    await saveDraft(ctx, { ...owner, answers: { first_name: 'แอบแก้' } })
    expect((await getCase(ctx, owner)).answers.first_name).toBe('กมล')
  })

  test('is told once: a second list of defects is refused', async () => {
    await sendBack()
    await correctApplication(ctx, owner)
    await expect(sendBack()).rejects.toThrow(new Conflict('already_returned_once'))
  })

  test('pressed twice changes nothing', async () => {
    const version = await versionNow()
    await sendBack(version)
    await sendBack(version)
    expect((await viewOfficerCase(ctx, reviewer, owner.applicationId)).corrections).toHaveLength(1)
  })

  test('needs items, each with a reason', async () => {
    const version = await versionNow()
    await expect(returnApplication(ctx, reviewer, { ...owner, version, items: [] })).rejects.toThrow(Invalid)
    await expect(
      returnApplication(ctx, reviewer, { ...owner, version, items: [{ field: 'machines', reason: ' ' }] }),
    ).rejects.toThrow(Invalid)
    await expect(
      returnApplication(ctx, reviewer, { ...owner, version, items: [{ field: 'nothing', reason: 'x' }] }),
    ).rejects.toThrow(Invalid)
  })
})

describe('deciding', () => {
  const decide = async (
    officer: ActingOfficer,
    changes: Partial<Parameters<typeof decideApplication>[2]> = {},
  ) =>
    decideApplication(ctx, officer, {
      ...owner,
      version: await versionNow(),
      outcome: 'approve',
      checklist: [],
      conditions: [],
      reason: '',
      ...changes,
    })

  test('an opinion needs the whole checklist', async () => {
    await claimApplication(ctx, reviewer, owner.applicationId)
    await expect(decide(reviewer, { outcome: 'endorse', checklist: ['identity'] })).rejects.toThrow(Invalid)
  })

  test('on an older version is refused, with nothing changed', async () => {
    await claimApplication(ctx, reviewer, owner.applicationId)
    const version = (await versionNow()) - 1
    await expect(decide(reviewer, { outcome: 'endorse', version })).rejects.toThrow(
      new Conflict('changed_meanwhile'),
    )
    expect((await getCase(ctx, owner)).status).toBe('in_review')
  })

  test('the reviewer cannot give the order', async () => {
    await endorsed(ctx, owner)
    await expect(decide(reviewer)).rejects.toThrow(Forbidden)
  })

  test('refusing needs a reason', async () => {
    await endorsed(ctx, owner)
    await claimApplication(ctx, approver, owner.applicationId)
    await expect(decide(approver, { outcome: 'refuse' })).rejects.toThrow(Invalid)
    await decide(approver, { outcome: 'refuse', reason: 'สถานที่ไม่ผ่านเกณฑ์' })
    expect((await getCase(ctx, owner)).status).toBe('refused')
  })

  test('approval raises one invoice over 300 baht a machine, payable in 15 days', async () => {
    const paidFor = await approved(ctx, { persona: 'teeradet' })
    const { invoice, status } = await viewOfficerCase(ctx, approver, paidFor.applicationId)
    expect(status).toBe('awaiting_payment')
    expect(invoice).toMatchObject({ satang: 60000, ref1: '69000001', payBy: '2026-12-08', status: 'open' })
  })
})
