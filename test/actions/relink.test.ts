import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { askRelink, viewRelink, withdrawRelink } from '../../src/actions/ask-relink.ts'
import { confirmRelink, objectRelink, proposeRelink } from '../../src/actions/decide-relink.ts'
import { meetApplicant } from '../../src/actions/meet-applicant.ts'
import { findSession, hashToken } from '../../src/actions/open-session.ts'
import { seedOfficers } from '../../src/actions/seed-officers.ts'
import { startApplication } from '../../src/actions/start-application.ts'
import { viewCase } from '../../src/actions/view-case.ts'
import { type RelinkProposal, SEEN } from '../../src/applicant/relink.ts'
import { insertSession } from '../../src/applicant/sessions.ts'
import { findApplicant } from '../../src/applicant/store.ts'
import { relink } from '../../src/applicant/table.ts'
import { listHistory } from '../../src/application/store.ts'
import { application } from '../../src/application/table.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '../../src/errors.ts'
import type { ActingOfficer } from '../../src/officer/officer.ts'
import { findOfficerByLineUser } from '../../src/officer/store.ts'
import { accessLog } from '../../src/privacy/table.ts'
import { identityIndexOf, insertProof } from '../../src/proof/store.ts'
import { type Proof, proof } from '../../src/proof/table.ts'
import { lineUserOf, officerOf, openTestContext, runJobs, type TestContext } from '../support/context.ts'
import { applicantOf, fillDraft, type Owner, submitted } from '../support/people.ts'

const NUMBER = '1101700207366'
const STORY = { story: 'โทรศัพท์หาย สมัครไลน์ใหม่' }
let ctx: TestContext
let reviewer: ActingOfficer
let approver: ActingOfficer
let old: Owner
let newId: string

beforeEach(async () => {
  ctx = await openTestContext()
  reviewer = await officerOf(ctx, 'wanna')
  approver = await officerOf(ctx, 'kukiat')
  old = await submitted(ctx)
  newId = await applicantOf(ctx, 'teeradet')
  // What the case itself needed: here every account is proven as the test says.
  await ctx.db.delete(proof)
  await prove(old.applicantId)
})

/** `by`: the officer who accepted it. */
async function prove(applicantId: string, change: Partial<Proof> = {}, idNumber = NUMBER) {
  const now = ctx.clock.now()
  return insertProof(ctx.db, {
    applicantId,
    method: 'e_document',
    level: 2,
    status: 'accepted',
    subject: { idNumber, name: { title: 'นางสาว', first: 'กมล', last: 'ศรีทอง' } },
    evidence: {},
    identityIndex: identityIndexOf(idNumber),
    requestedAt: now,
    decidedAt: now,
    ...change,
  })
}
const rows = () => ctx.db.select().from(relink)
const row = async () => {
  const [found] = await rows()
  if (!found) throw new Error('nothing was asked')
  return found
}
async function asked() {
  await prove(newId)
  await askRelink(ctx, { applicantId: newId, ...STORY })
  return row()
}
const propose = (by: ActingOfficer, relinkId: string, outcome: RelinkProposal['outcome'] = 'move') =>
  proposeRelink(ctx, by, { relinkId, outcome, reason: 'ใบหน้าและบัตรตรงกัน', seen: [...SEEN] })
async function confirm(by: ActingOfficer, relinkId: string, seen?: string) {
  const at = seen ?? (await row()).proposal?.at ?? ''
  await confirmRelink(ctx, by, { relinkId, seen: at, agree: true, reason: '' })
}
async function moved() {
  const { id } = await asked()
  await propose(reviewer, id)
  await confirm(approver, id)
  return id
}
async function officerNamed(personaId: string, roles: ActingOfficer['roles']): Promise<ActingOfficer> {
  const lineUserId = lineUserOf(personaId)
  await seedOfficers(ctx, [{ name: personaId, position: 'เจ้าหน้าที่', roles, lineUserId }])
  const found = await findOfficerByLineUser(ctx.db, lineUserId)
  if (!found) throw new Error('no officer')
  return found
}

describe('a person with a new LINE account', () => {
  test('goes on with everything, and the old account is cut off and told', async () => {
    const draft = await startApplication(ctx, newId)
    await insertSession(ctx.db, session('old-browser', 'kamon'))
    await moved()
    await runJobs(ctx)
    const person = await findApplicant(ctx.db, old.applicantId)
    expect(person?.lineUserId).toBe(lineUserOf('teeradet'))
    expect(await applicantOf(ctx, 'teeradet')).toBe(old.applicantId)
    expect(await viewCase(ctx, old)).toMatchObject({ status: 'submitted' })
    expect(await viewCase(ctx, { ...draft, applicantId: old.applicantId })).toMatchObject({ status: 'draft' })
    expect(await findSession(ctx, 'old-browser')).toBeUndefined()
    await expect(meetApplicant(ctx, lineUserOf('kamon'))).rejects.toThrow(Forbidden)
  })

  test('leaves a row in the history of every case, and in the log of looks', async () => {
    await moved()
    expect((await listHistory(ctx.db, old.applicationId)).at(-1)).toMatchObject({
      event: 'relinked',
      actor: `officer:${approver.id}`,
    })
    expect(
      await ctx.db.select().from(accessLog).where(eq(accessLog.applicantId, old.applicantId)),
    ).toHaveLength(1)
  })

  test('keeps the newer of two drafts', async () => {
    const before = await fillDraft(ctx, {})
    ctx.clock.advance(1)
    const after = await startApplication(ctx, newId)
    const { id } = await asked()
    expect(
      await ctx.db.select().from(application).where(eq(application.id, before.applicationId)),
    ).toHaveLength(1)
    await propose(reviewer, id)
    await confirm(approver, id)
    const left = await ctx.db.select().from(application).where(eq(application.status, 'draft'))
    expect(left.map((each) => each.id)).toEqual([after.applicationId])
  })

  test('may give it up', async () => {
    const { id } = await asked()
    await expect(withdrawRelink(ctx, { applicantId: old.applicantId, relinkId: id })).rejects.toThrow(
      NotFound,
    )
    await withdrawRelink(ctx, { applicantId: newId, relinkId: id })
    await expect(propose(reviewer, id)).rejects.toThrow(Conflict)
  })
})

const session = (token: string, persona: string) => ({
  tokenHash: hashToken(token),
  lineUserId: lineUserOf(persona),
  createdAt: ctx.clock.now(),
  expiresAt: new Date(ctx.clock.now().getTime() + 3600_000),
})

describe('nobody is moved', () => {
  const cannotAsk = () =>
    expect(askRelink(ctx, { applicantId: newId, ...STORY })).rejects.toThrow('relink_not_possible')

  test('with a stolen photo of the card, whose face an officer refused', async () => {
    await prove(newId, { status: 'refused', reason: 'ใบหน้าไม่ตรง' })
    await cannotAsk()
    expect((await viewRelink(ctx, newId)).state).toBe('unproven')
  })

  test('with a proof below the best of the old account', async () => {
    await prove(old.applicantId, { level: 3 })
    await prove(newId)
    await cannotAsk()
    expect(await viewRelink(ctx, newId)).toMatchObject({ state: 'too_low', level: 2, needed: 3 })
  })

  test('by a telephone call alone, though the old account was never proven higher', async () => {
    await prove(newId, { level: 1, method: 'telephone' })
    await cannotAsk()
  })

  test('with a proof that has run out', async () => {
    await prove(newId, { validUntil: ctx.clock.now() })
    await cannotAsk()
  })

  test('with the proof of another number', async () => {
    await prove(newId, {}, '3100600123452')
    await cannotAsk()
    expect((await viewRelink(ctx, newId)).state).toBe('none')
  })

  test('into an account in which somebody else is proven', async () => {
    await prove(newId, {}, '3100600123452')
    await prove(newId)
    await cannotAsk()
  })

  test('by one officer alone, nor by the same one twice', async () => {
    const { id } = await asked()
    await propose(approver, id)
    await expect(confirm(approver, id)).rejects.toThrow('four_eyes')
    expect((await row()).status).toBe('proposed')
  })

  test('by somebody who acts for the one who proposed it', async () => {
    const { id } = await asked()
    await propose(approver, id)
    const order = {
      name: 'ก',
      position: 'นายก',
      kind: 'delegated',
      order: '1/2569',
      orderedOn: '2026-11-01',
    } as const
    const acting: ActingOfficer = {
      ...reviewer,
      roles: ['approver'],
      acting: [{ role: 'approver', for: { officerId: approver.id, ...order } }],
    }
    await expect(confirm(acting, id)).rejects.toThrow('four_eyes')
  })

  test('by the officer who accepted the proof', async () => {
    await prove(newId, { officerId: approver.id })
    await askRelink(ctx, { applicantId: newId, ...STORY })
    const { id } = await row()
    await propose(reviewer, id)
    await expect(confirm(approver, id)).rejects.toThrow('four_eyes')
  })

  test('by an officer who is the applicant', async () => {
    const { id } = await asked()
    const themself = await officerNamed('teeradet', ['reviewer', 'approver'])
    await expect(propose(themself, id)).rejects.toThrow('own_account')
    await propose(reviewer, id)
    await expect(confirm(themself, id)).rejects.toThrow('own_account')
  })

  test('by an officer without the role', async () => {
    const { id } = await asked()
    const finance = await officerNamed('manee', ['finance']).catch(() => ({
      ...reviewer,
      id: reviewer.id,
      roles: [],
    }))
    await expect(propose({ ...finance, roles: ['finance'] }, id)).rejects.toThrow('not_allowed')
    await propose(approver, id)
    await expect(confirm(reviewer, id)).rejects.toThrow('not_allowed')
  })

  test('without a reason, or with a point that was not looked at', async () => {
    const { id } = await asked()
    const input = { relinkId: id, outcome: 'move' as const, reason: ' ', seen: [] }
    await expect(proposeRelink(ctx, reviewer, input)).rejects.toThrow(Invalid)
  })

  test('by confirming what was sent back and proposed otherwise meanwhile', async () => {
    const { id } = await asked()
    await propose(reviewer, id)
    const seen = (await row()).proposal?.at ?? ''
    await confirmRelink(ctx, approver, { relinkId: id, seen, agree: false, reason: 'ขอหลักฐานเพิ่ม' })
    ctx.clock.advance(1)
    await propose(reviewer, id, 'keep')
    await expect(confirm(approver, id, seen)).rejects.toThrow('changed_meanwhile')
  })

  test('when the proof was taken back before it was confirmed', async () => {
    const { id } = await asked()
    await propose(reviewer, id)
    ctx.clock.advance(1)
    await ctx.db.update(proof).set({ status: 'cancelled' }).where(eq(proof.applicantId, newId))
    await expect(confirm(approver, id)).rejects.toThrow('changed_meanwhile')
  })
})

describe('repeated and at once', () => {
  test('a confirmation sent again changes nothing', async () => {
    const id = await moved()
    const before = await listHistory(ctx.db, old.applicationId)
    await confirm(approver, id)
    expect(await listHistory(ctx.db, old.applicationId)).toHaveLength(before.length)
    expect((await findApplicant(ctx.db, old.applicantId))?.lineUserId).toBe(lineUserOf('teeradet'))
  })

  test('of two accounts that ask for the same one, one does', async () => {
    const third = (await meetApplicant(ctx, 'U0000000000000000000000000000third')).id
    await prove(newId)
    await prove(third)
    const outcomes = await Promise.allSettled(
      [newId, third].map((applicantId) => askRelink(ctx, { applicantId, ...STORY })),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await rows()).toHaveLength(1)
  })

  test('who was moved once can be moved on from there', async () => {
    await moved()
    const third = (await meetApplicant(ctx, 'U0000000000000000000000000000third')).id
    await prove(third)
    await askRelink(ctx, { applicantId: third, ...STORY })
    expect((await rows()).find(({ status }) => status === 'asked')).toMatchObject({
      fromId: old.applicantId,
      oldLineUserId: lineUserOf('teeradet'),
    })
  })
})

describe('the old account', () => {
  test('stops by an objection what was not done yet', async () => {
    const { id } = await asked()
    await propose(reviewer, id)
    await objectRelink(ctx, { relinkId: id, lineUserId: lineUserOf('kamon') })
    await expect(confirm(approver, id)).rejects.toThrow('changed_meanwhile')
    expect(await applicantOf(ctx, 'kamon')).toBe(old.applicantId)
  })

  test('freezes by an objection what was done, and gets it back from two officers', async () => {
    const draft = await startApplication(ctx, newId)
    const id = await moved()
    await insertSession(ctx.db, session('new-browser', 'teeradet'))
    await objectRelink(ctx, { relinkId: id, lineUserId: lineUserOf('kamon') })
    expect(await findSession(ctx, 'new-browser')).toBeUndefined()
    await expect(meetApplicant(ctx, lineUserOf('teeradet'))).rejects.toThrow(Forbidden)
    await propose(reviewer, id, 'restore')
    await confirm(approver, id)
    await runJobs(ctx)
    expect(await applicantOf(ctx, 'kamon')).toBe(old.applicantId)
    expect(await applicantOf(ctx, 'teeradet')).toBe(newId)
    expect(await viewCase(ctx, old)).toMatchObject({ status: 'submitted' })
    expect(await viewCase(ctx, { ...draft, applicantId: newId })).toMatchObject({ status: 'draft' })
  })

  test('cannot object for another account, nor when its time is over', async () => {
    const id = await moved()
    await expect(objectRelink(ctx, { relinkId: id, lineUserId: lineUserOf('teeradet') })).rejects.toThrow(
      NotFound,
    )
    ctx.clock.advance(15 * 24)
    await expect(objectRelink(ctx, { relinkId: id, lineUserId: lineUserOf('kamon') })).rejects.toThrow(
      'objection_over',
    )
  })
})
