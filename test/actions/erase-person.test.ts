import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { erasePerson, previewErasure } from '../../src/actions/erase-person.ts'
import { meetApplicant } from '../../src/actions/meet-applicant.ts'
import { seedOfficers } from '../../src/actions/seed-officers.ts'
import { verifyLicence } from '../../src/actions/verify-licence.ts'
import { withdrawApplication } from '../../src/actions/withdraw-application.ts'
import { applicant, consent, session } from '../../src/applicant/table.ts'
import { application, attachment } from '../../src/application/table.ts'
import { findLicenceOf } from '../../src/licence/store.ts'
import type { ActingOfficer } from '../../src/officer/officer.ts'
import { findOfficerByLineUser } from '../../src/officer/store.ts'
import { disposal } from '../../src/privacy/table.ts'
import { question } from '../../src/question/table.ts'
import { lineUserOf, officerOf, openTestContext, runJobs, type TestContext } from '../support/context.ts'
import { approved, fillDraft, getCase, type Owner, paid, submitted } from '../support/people.ts'

const REQUEST = 'c0ffee00-0000-4000-8000-000000000001'
let ctx: TestContext
let officer: ActingOfficer
beforeEach(async () => {
  ctx = await openTestContext()
  await seedOfficers(ctx, [{ name: 'นางดูแล ข้อมูล', position: 'นิติกร', roles: ['dpo'], lineUserId: 'Udpo' }])
  const found = await findOfficerByLineUser(ctx.db, 'Udpo')
  if (!found) throw new Error('no dpo')
  officer = found
})

const erase = (applicantId: string) => erasePerson(ctx, { applicantId, officer, requestId: REQUEST })
async function issued(): Promise<Owner> {
  const owner = await approved(ctx)
  await runJobs(ctx)
  await paid(ctx, owner)
  await runJobs(ctx)
  return owner
}
async function personOf(id: string) {
  const [row] = await ctx.db.select().from(applicant).where(eq(applicant.id, id))
  return row
}

describe('an erasure that was granted', () => {
  test('takes drafts with their files, what was asked, consents, the name and the LINE account', async () => {
    const { applicantId } = await fillDraft(ctx)
    const files = await ctx.db.select().from(attachment)
    const at = ctx.clock.now()
    const asked = {
      lineEventId: REQUEST,
      text: 'ถามค่ะ',
      language: 'th' as const,
      askedAt: at,
      expectedOn: '2026-11-24',
    }
    await ctx.db.insert(question).values({ applicantId, ...asked })
    const times = { createdAt: at, expiresAt: new Date(at.getTime() + 3600_000) }
    await ctx.db.insert(session).values({ tokenHash: 'x', lineUserId: lineUserOf('kamon'), ...times })
    const { kept, words } = await erase(applicantId)
    await runJobs(ctx)
    expect(kept).toEqual([])
    expect(words.th).toContain('ไม่มีข้อมูลอื่นเหลืออยู่')
    expect(await ctx.db.select().from(application)).toEqual([])
    for (const { storageKey } of files) await expect(ctx.files.get(storageKey)).rejects.toThrow('file')
    expect((await ctx.db.select().from(question))[0]?.text).toBeNull()
    expect(await ctx.db.select().from(consent)).toEqual([])
    expect(await ctx.db.select().from(session)).toEqual([])
    expect(await personOf(applicantId)).toMatchObject({ lineUserId: null, displayName: '' })
  })

  test('leaves a licence that can be verified, and says what stays, until when, by which law', async () => {
    const { applicationId, applicantId } = await issued()
    const licence = await findLicenceOf(ctx.db, applicationId)
    const { reference } = await getCase(ctx, { applicationId })
    const { kept, words } = await erase(applicantId)
    await runJobs(ctx)
    expect(await verifyLicence(ctx, licence?.code ?? '')).toMatchObject({
      status: 'valid',
      number: licence?.number,
      holder: licence?.holder,
    })
    expect(kept.map(({ what }) => what)).toEqual(['licence', 'receipt', 'case'])
    expect(kept[1]?.until).toBe('2037-09-30')
    expect(words.th).toContain(`คำขอ ${reference}`)
    expect(words.th).toContain('ถึง 30 กันยายน 2580')
    expect(words.en).toContain('Electronic Government Procedure Act')
    expect((await getCase(ctx, { applicationId })).answers).toMatchObject({ first_name: 'กมล' })
  })

  test('is told before it is done, in the same words', async () => {
    const { applicantId } = await issued()
    const preview = await previewErasure(ctx, applicantId)
    expect(await erase(applicantId)).toEqual(preview)
  })

  test('who writes again from that account is met as somebody new', async () => {
    const { applicantId } = await issued()
    await erase(applicantId)
    const met = await meetApplicant(ctx, lineUserOf('kamon'))
    expect(met.id).not.toBe(applicantId)
  })

  test('disposes of the cases that nothing keeps any longer', async () => {
    const owner = await submitted(ctx)
    await withdrawApplication(ctx, owner)
    await runJobs(ctx)
    ctx.clock.set(new Date('2037-02-01T09:00:00+07:00'))
    const { kept } = await erase(owner.applicantId)
    await runJobs(ctx)
    expect(kept).toEqual([])
    expect(await getCase(ctx, owner)).toMatchObject({ answers: {}, holder: '' })
  })

  test('waits while a case is under way', async () => {
    const owner = await submitted(ctx)
    await expect(erase(owner.applicantId)).rejects.toThrow('case_open')
    expect((await personOf(owner.applicantId))?.lineUserId).toBe(lineUserOf('kamon'))
  })

  test('done twice is done once, and stands in the record without a name', async () => {
    const { applicantId } = await issued()
    await erase(applicantId)
    await erase(applicantId)
    await runJobs(ctx)
    const rows = (await ctx.db.select().from(disposal)).filter(({ kind }) => kind === 'person')
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ approvedBy: officer.id, reference: '' })
    expect(JSON.stringify(rows)).not.toMatch(/กมล|1101700207366/)
  })

  test('is carried out by the data protection officer alone', async () => {
    const { applicantId } = await fillDraft(ctx)
    const reviewer = await officerOf(ctx, 'wanna')
    await expect(erasePerson(ctx, { applicantId, officer: reviewer, requestId: REQUEST })).rejects.toThrow(
      'not_allowed',
    )
  })
})
