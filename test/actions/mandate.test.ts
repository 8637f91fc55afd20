import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import {
  acceptMandateOnPaper,
  answerMandate,
  recordAuthority,
  viewMandate,
} from '../../src/actions/answer-mandate.ts'
import { askMandate, makeMandateLink } from '../../src/actions/ask-mandate.ts'
import { claimApplication } from '../../src/actions/claim-application.ts'
import { decideApplication } from '../../src/actions/decide-application.ts'
import { viewOfficerCase } from '../../src/actions/view-officer-case.ts'
import { lockApplication, updateApplication } from '../../src/application/store.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '../../src/errors.ts'
import { mandate } from '../../src/mandate/table.ts'
import { job } from '../../src/outbox/table.ts'
import { identityIndexOf, insertProof } from '../../src/proof/store.ts'
import { proof } from '../../src/proof/table.ts'
import type { Definition } from '../../src/service/definition.ts'
import { officerOf, openTestContext, runJobs, type TestContext } from '../support/context.ts'
import { applicantOf, endorsed, getCase, type Owner, submitted } from '../support/people.ts'

const NUMBER = '1101700207366'
let ctx: TestContext
let owner: Owner
let principalId: string

/** The service of the tests, in which everybody files for the person whose number is typed. */
beforeEach(async () => {
  ctx = await openTestContext()
  const behalf: Definition['behalf'] = {
    when: { field: 'applicant_type', eq: 'person' },
    principal: { name: ctx.service.definition.roles.holder, number: 'national_id' },
    document: 'id_card',
  }
  const { definition } = ctx.service
  ctx.service = {
    ...ctx.service,
    definition: { ...definition, identity: { ...definition.identity, minimum: 0, transactions: [] }, behalf },
  }
  principalId = await applicantOf(ctx, 'kamon')
})
const file = async () => {
  owner = await submitted(ctx, { persona: 'teeradet' })
  return row()
}
const row = async () => {
  const [found] = await ctx.db.select().from(mandate).where(eq(mandate.applicationId, owner.applicationId))
  if (!found) throw new Error('nobody was asked')
  return found
}
async function prove(applicantId: string, idNumber = NUMBER) {
  const at = ctx.clock.now()
  await insertProof(ctx.db, {
    ...{
      applicantId,
      method: 'thaid',
      level: 2,
      status: 'accepted',
      evidence: {},
      requestedAt: at,
      decidedAt: at,
    },
    subject: { idNumber },
    identityIndex: identityIndexOf(idNumber),
  })
}
const approveNow = async () => {
  const officer = await officerOf(ctx, 'kukiat')
  await claimApplication(ctx, officer, owner.applicationId)
  const { version } = await getCase(ctx, owner)
  const decision = { outcome: 'approve' as const, checklist: [], conditions: [], reason: '' }
  await decideApplication(ctx, officer, { ...owner, version, ...decision })
}

test('the principal is found by a standing proof of the number, and told in the chat', async () => {
  await prove(principalId)
  const { id, principalApplicantId, status } = await file()
  expect({ principalApplicantId, status }).toEqual({ principalApplicantId: principalId, status: 'asked' })
  const told = (await ctx.db.select().from(job)).filter(({ name }) => name === 'tell-mandate')
  expect(told).toHaveLength(1)
  expect(JSON.stringify(told)).not.toContain(NUMBER)
  await runJobs(ctx)
  expect(await viewMandate(ctx, { applicantId: principalId, mandateId: id })).toMatchObject({
    status: 'asked',
  })
  await expect(viewMandate(ctx, { applicantId: owner.applicantId, mandateId: id })).rejects.toThrow(NotFound)
})

test('nothing is approved before the principal agrees; then it may be', async () => {
  await prove(principalId)
  const { id } = await file()
  await endorsed(ctx, owner)
  await expect(approveNow()).rejects.toThrow('mandate_open')
  const { unmet } = await viewOfficerCase(ctx, await officerOf(ctx, 'kukiat'), owner.applicationId)
  expect(unmet).toEqual(['mandate_open'])
  await answerMandate(ctx, { applicantId: principalId, mandateId: id, agrees: true })
  await approveNow()
  expect((await getCase(ctx, owner)).status).toBe('awaiting_payment')
})

test('what was declined is not approved, and no paper makes it good', async () => {
  await prove(principalId)
  const { id } = await file()
  await endorsed(ctx, owner)
  await answerMandate(ctx, { applicantId: principalId, mandateId: id, agrees: false })
  await runJobs(ctx)
  const paper = { ...owner, reason: 'มีหนังสือ' }
  await expect(acceptMandateOnPaper(ctx, await officerOf(ctx, 'wanna'), paper)).rejects.toThrow(
    'mandate_answered',
  )
  await expect(approveNow()).rejects.toThrow('mandate_open')
})

test('not answered, an officer decides on the paper with the reason', async () => {
  await file()
  const officer = await officerOf(ctx, 'wanna')
  await expect(acceptMandateOnPaper(ctx, officer, { ...owner, reason: ' ' })).rejects.toThrow(Invalid)
  await acceptMandateOnPaper(ctx, officer, { ...owner, reason: 'ลงนามครบ พยานสองคน' })
  expect(await row()).toMatchObject({ status: 'on_paper', officerId: officer.id })
  await expect(recordAuthority(ctx, officer, { ...owner, reason: 'x' })).rejects.toThrow('no_company')
})

test('the link works once, for the number named, and not for the representative', async () => {
  await file()
  await ctx.db.delete(proof)
  const code = await makeMandateLink(ctx, owner)
  const answer = (applicantId: string, typed?: string) =>
    answerMandate(ctx, { applicantId, code, agrees: true, typed })
  await expect(answer(owner.applicantId, NUMBER)).rejects.toThrow(Forbidden)
  await expect(answer(principalId, '3100600123452')).rejects.toThrow(Invalid)
  expect(await answer(principalId, '1-1017-00207-36-6')).toBe('confirmed')
  await expect(answer(principalId, NUMBER)).rejects.toThrow(Conflict)
  expect(await row()).toMatchObject({ status: 'confirmed', principalApplicantId: principalId, proofId: null })
})

test('after five wrong numbers the link is over; a new one ends the one before', async () => {
  await file()
  await ctx.db.delete(proof)
  const code = await makeMandateLink(ctx, owner)
  const wrong = () =>
    answerMandate(ctx, { applicantId: principalId, code, agrees: true, typed: '3100600123452' })
  for (let tries = 0; tries < 5; tries++) await expect(wrong()).rejects.toThrow(Invalid)
  await expect(
    answerMandate(ctx, { applicantId: principalId, code, agrees: true, typed: NUMBER }),
  ).rejects.toThrow('link_over')
  await makeMandateLink(ctx, owner)
  await expect(viewMandate(ctx, { applicantId: principalId, code })).rejects.toThrow(NotFound)
})

test('an account proven as somebody else does not answer, whatever is typed', async () => {
  await file()
  await ctx.db.delete(proof)
  await prove(principalId, '3100600123452')
  const code = await makeMandateLink(ctx, owner)
  await expect(
    answerMandate(ctx, { applicantId: principalId, code, agrees: true, typed: NUMBER }),
  ).rejects.toThrow('other_person')
})

test('corrected for the same principal nobody is asked again; for another one they are', async () => {
  await prove(principalId)
  const { id } = await file()
  await answerMandate(ctx, { applicantId: principalId, mandateId: id, agrees: true })
  const again = (answers: object) =>
    ctx.db.transaction(async (tx) => {
      const application = await lockApplication(tx, owner.applicationId)
      const given = { ...application.answers, ...answers }
      await updateApplication(tx, application.id, { answers: given })
      await askMandate(ctx, tx, { application, definition: ctx.service.definition, answers: given })
    })
  await again({})
  expect((await row()).status).toBe('confirmed')
  await again({ national_id: '3100600123452' })
  expect(await row()).toMatchObject({ status: 'asked', principalApplicantId: null })
})
