/** Reviews of three levels, with a visit to the place: what is required, who may act, and what is kept. */
import { beforeEach, expect, test } from 'vitest'
import { claimApplication } from '../../src/actions/claim-application.ts'
import { decideApplication } from '../../src/actions/decide-application.ts'
import { verifyLicence } from '../../src/actions/verify-licence.ts'
import { viewCase } from '../../src/actions/view-case.ts'
import { viewOfficerCase } from '../../src/actions/view-officer-case.ts'
import { Forbidden, Invalid } from '../../src/errors.ts'
import { findDocumentOf } from '../../src/licence/store.ts'
import type { InspectedPoint } from '../../src/review/inspection.ts'
import { officerOf, runJobs, type TestContext } from '../support/context.ts'
import { getCase, type Owner } from '../support/people.ts'
import { approve, filed, officerOfStep, openService, passStep } from './stage.ts'

let ctx: TestContext
let owner: Owner
beforeEach(async () => {
  ctx = await openService('services/hazardous-activities')
  owner = await filed(ctx)
})

const first = () => ctx.service.definition.review.steps[0]
const points = (changes: Partial<InspectedPoint> = {}): InspectedPoint[] =>
  (first()?.inspection?.points ?? []).map(({ id }, index) => ({
    point: id,
    result: 'pass',
    note: '',
    ...(index === 0 && changes),
  }))

async function find(finding: Partial<Parameters<typeof decideApplication>[2]>): Promise<string[]> {
  const officer = await officerOfStep(ctx, (await getCase(ctx, owner)).step)
  await claimApplication(ctx, officer, owner.applicationId)
  const { version } = await getCase(ctx, owner)
  const checklist = first()?.checklist.map(({ id }) => id) ?? []
  const given = { ...owner, version, outcome: 'endorse' as const, checklist, conditions: [], reason: '' }
  return decideApplication(ctx, officer, { ...given, ...finding }).then(
    () => [],
    (error: unknown) =>
      error instanceof Invalid ? error.problems.map(({ field }) => field) : [String(error)],
  )
}

test('every point of the visit is looked at, and what fails is described, before an opinion is given', async () => {
  expect(first()?.inspection?.points).toHaveLength(12)
  expect(await find({})).toHaveLength(12)
  expect(await find({ inspection: points().slice(1) })).toEqual(['point.drains'])
  expect(await find({ inspection: points({ result: 'fail', note: ' ' }) })).toEqual(['point.drains'])
  expect(await find({ inspection: points({ result: 'fail', note: 'รางระบายน้ำอุดตัน' }) })).toEqual([])
  const [decision] = (await viewOfficerCase(ctx, await officerOfStep(ctx, 1), owner.applicationId)).decisions
  expect(decision?.inspection[0]).toMatchObject({ result: 'fail', note: 'รางระบายน้ำอุดตัน' })
  expect(decision?.inspection[0]?.text.th).toBe(first()?.inspection?.points[0]?.text.th)
})

test('an opinion against it says why, and goes on to who decides', async () => {
  expect(await find({ outcome: 'object', inspection: points() })).toEqual(['reason'])
  expect(
    await find({ outcome: 'object', checklist: [], inspection: points(), reason: 'ใกล้โรงเรียน' }),
  ).toEqual([])
  expect(await getCase(ctx, owner)).toMatchObject({ status: 'in_review', step: 1, officerId: null })
  await passStep(ctx, owner, 1)
  await passStep(ctx, owner, 2)
  expect((await getCase(ctx, owner)).status).toBe('awaiting_payment')
})

test('four eyes at every level: who gave an opinion does nothing at the next', async () => {
  await passStep(ctx, owner, 0)
  const wanna = { ...(await officerOf(ctx, 'wanna')), roles: ['supervisor' as const, 'approver' as const] }
  await expect(claimApplication(ctx, wanna, owner.applicationId)).rejects.toThrow(Forbidden)
  await passStep(ctx, owner, 1)
  const pranee = { ...(await officerOf(ctx, 'pranee')), roles: ['approver' as const] }
  await expect(claimApplication(ctx, pranee, owner.applicationId)).rejects.toThrow(Forbidden)
})

test('a step is not for officers of another role', async () => {
  await expect(claimApplication(ctx, await officerOf(ctx, 'kukiat'), owner.applicationId)).rejects.toThrow(
    Forbidden,
  )
  await passStep(ctx, owner, 0)
  await expect(passStep(ctx, owner, 0)).rejects.toThrow(Forbidden)
})

test('a notifier has the acknowledgement at once, in the chat and on the case; it ends with the certificate', async () => {
  ctx = await openService('services/food-premises')
  owner = await filed(ctx)
  await runJobs(ctx)
  const document = await findDocumentOf(ctx.db, owner.applicationId, 'acknowledgement')
  expect((await viewCase(ctx, owner)).documents.map(({ kind }) => kind)).toEqual(['acknowledgement'])
  const { chats } = await ctx.simulator.state()
  expect(JSON.stringify(chats.kamon)).toContain(`/documents/${document?.id}`)
  expect(await verifyLicence(ctx, document?.code ?? '')).toMatchObject({
    status: 'valid',
    holder: '',
    published: [],
  })
  await approve(ctx, owner)
  expect((await getCase(ctx, owner)).status).toBe('awaiting_payment')
  expect(await verifyLicence(ctx, document?.code ?? '')).toMatchObject({
    kind: 'acknowledgement',
    status: 'valid',
  })
})
