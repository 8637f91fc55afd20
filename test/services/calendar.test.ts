/** Places booked by the hour: who files first has the time, and nobody else can have it as long as that stands. */
import { beforeEach, describe, expect, test } from 'vitest'
import { claimApplication } from '../../src/actions/claim-application.ts'
import { correctApplication } from '../../src/actions/correct-application.ts'
import { returnApplication } from '../../src/actions/return-application.ts'
import { saveDraft } from '../../src/actions/save-draft.ts'
import { submitApplication } from '../../src/actions/submit-application.ts'
import { viewCase } from '../../src/actions/view-case.ts'
import { viewOfficerCase } from '../../src/actions/view-officer-case.ts'
import { withdrawApplication } from '../../src/actions/withdraw-application.ts'
import { Invalid } from '../../src/errors.ts'
import type { Answers } from '../../src/service/form.ts'
import { runJobs, type TestContext } from '../support/context.ts'
import { getCase, type Owner } from '../support/people.ts'
import { approve, draftOf, filed, officerOfStep, openService } from './stage.ts'
import { begun, licenceOf } from './transactions.ts'

let ctx: TestContext
beforeEach(async () => {
  ctx = await openService('services/school-premises')
})

const booking = (from: string, to: string, day = '1') => ({
  place: 'hall',
  date: { day, month: '12', year: '2569' },
  from,
  to,
})
const wanting = (...bookings: ReturnType<typeof booking>[]) => ({ forced: { bookings } })
const MORNING = wanting(booking('09:00', '12:00'))
const other = { persona: 'teeradet' }

const refusal = async (filing: Promise<unknown>): Promise<string[]> => {
  const error = await filing.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return error instanceof Invalid ? error.problems.map(({ field }) => field) : [String(error)]
}

test('a time that was asked for, or granted, is refused to the next', async () => {
  const first = await filed(ctx, MORNING)
  expect(await refusal(filed(ctx, { ...other, ...wanting(booking('11:00', '14:00')) }))).toEqual([
    'bookings.0.date',
  ])
  await approve(ctx, first)
  await runJobs(ctx)
  expect((await viewCase(ctx, first)).licence).toMatchObject({ expiresOn: '2026-12-01' })
  expect(await refusal(filed(ctx, { ...other, ...wanting(booking('11:00', '14:00')) }))).toEqual([
    'bookings.0.date',
  ])
})

test('of two who file at once, one gets the time', async () => {
  const drafts = [await draftOf(ctx, MORNING), await draftOf(ctx, { ...other, ...MORNING })]
  const outcomes = await Promise.allSettled(
    drafts.map((draft) => submitApplication(ctx, { ...draft, declared: true })),
  )
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('beside it, after it and once it was given up, the place is free', async () => {
  const first = await filed(ctx, MORNING)
  const second = await filed(ctx, {
    ...other,
    ...wanting(booking('12:00', '13:00'), booking('09:00', '12:00', '2')),
  })
  expect(
    (await viewOfficerCase(ctx, await officerOfStep(ctx, 0), second.applicationId)).heldTimes,
  ).toMatchObject([{ from: '09:00', overlaps: false }])
  await withdrawApplication(ctx, first)
  expect(await refusal(filed(ctx, MORNING))).toEqual(['undefined'])
})

test('a correction may not take the time of another; the officer sees what overlaps', async () => {
  await filed(ctx, MORNING)
  const second = await filed(ctx, { ...other, ...wanting(booking('13:00', '15:00')) })
  const officer = await officerOfStep(ctx, 0)
  await claimApplication(ctx, officer, second.applicationId)
  const { version } = await getCase(ctx, second)
  await returnApplication(ctx, officer, {
    ...second,
    version,
    items: [{ field: 'bookings', reason: 'โรงเรียนมีกิจกรรม' }],
  })
  await saveDraft(ctx, { ...second, answers: { bookings: [booking('10:00', '15:00')] } })
  expect(await refusal(correctApplication(ctx, second))).toEqual(['bookings.0.date'])
  expect((await viewOfficerCase(ctx, officer, second.applicationId)).heldTimes).toMatchObject([
    { overlaps: true },
  ])
  await saveDraft(ctx, { ...second, answers: { bookings: [booking('12:00', '15:00')] } })
  await correctApplication(ctx, second)
  expect((await getCase(ctx, second)).status).toBe('in_review')
})

describe('a permission that was given', () => {
  let first: Owner
  beforeEach(async () => {
    first = await filed(ctx, MORNING)
    await approve(ctx, first)
    await runJobs(ctx)
  })

  const about = async (type: 'amend' | 'cancel', answers: Answers): Promise<Owner> => {
    const { id: licenceId } = await licenceOf(ctx, first)
    const owner = await begun(ctx, first, { licenceId, type })
    await saveDraft(ctx, { ...owner, answers })
    await submitApplication(ctx, { ...owner, declared: true })
    return owner
  }
  const decide = async (owner: Owner) => {
    await approve(ctx, owner)
    await runJobs(ctx)
  }

  test('is moved to another day: its own time is no obstacle, and the old one is free once it is moved', async () => {
    const moved = await about('amend', {
      bookings: [booking('10:00', '13:00'), booking('09:00', '12:00', '3')],
      change_reason: 'วิทยากรติดภารกิจ',
    })
    expect(await refusal(filed(ctx, { ...other, ...MORNING }))).toEqual(['bookings.0.date'])
    const { about: changing } = await viewOfficerCase(ctx, await officerOfStep(ctx, 0), moved.applicationId)
    expect(changing?.changes).toMatchObject([
      { before: expect.stringContaining('09:00'), after: expect.stringContaining('10:00') },
    ])
    await decide(moved)
    const { number } = await licenceOf(ctx, first)
    expect(await licenceOf(ctx, moved)).toMatchObject({ number, expiresOn: '2026-12-03', status: 'valid' })
    expect(await refusal(filed(ctx, { ...other, ...wanting(booking('09:00', '10:00')) }))).toEqual([
      'undefined',
    ])
  })

  test('may not be moved to a time of somebody else', async () => {
    await filed(ctx, { ...other, ...wanting(booking('13:00', '15:00')) })
    const moving = about('amend', { bookings: [booking('14:00', '16:00')], change_reason: 'เลื่อน' })
    expect(await refusal(moving)).toEqual(['bookings.0.date'])
  })

  test('is free for others once it was given up', async () => {
    await decide(await about('cancel', { cancel_reason: 'called_off' }))
    expect(await refusal(filed(ctx, { ...other, ...MORNING }))).toEqual(['undefined'])
  })
})
