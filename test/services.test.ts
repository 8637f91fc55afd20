/** Every folder of services/, and one the program was never written for, from the first answer to the licence. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { saveDraft } from '../src/actions/save-draft.ts'
import { startApplication } from '../src/actions/start-application.ts'
import { submitApplication } from '../src/actions/submit-application.ts'
import { verifyLicence } from '../src/actions/verify-licence.ts'
import { viewCase } from '../src/actions/view-case.ts'
import { parseTemplate } from '../src/documents/template.ts'
import { Invalid } from '../src/errors.ts'
import type { Licence } from '../src/licence/table.ts'
import type { Definition } from '../src/service/definition.ts'
import { feeLines, feeTotal } from '../src/service/fee.ts'
import { type Answers, checkForm, formPages, isQuestion, visiblePages } from '../src/service/form.ts'
import { loadService } from '../src/service/load.ts'
import { readPdf } from './documents/read-pdf.ts'
import { branchesOf, isStopped, questionsOf, rightAnswers, wrongAnswers } from './services/answers.ts'
import { approve, bytesOf, CONDITION, filed, openService, pay, typedOf } from './services/stage.ts'
import {
  begun,
  expectRefused,
  filedAbout,
  licenceOf,
  nearTheEnd,
  otherHolder,
} from './services/transactions.ts'
import { runJobs, type TestContext } from './support/context.ts'
import { applicantOf, getCase, type Owner } from './support/people.ts'

const TODAY = '2026-11-23'
const UNSEEN = 'test/services/unseen'
const DIRS = [
  ...readdirSync('services', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `services/${name}`),
  UNSEEN,
]

describe.each(DIRS)('%s', (dir) => {
  const { definition, documents } = loadService(dir)

  test('has layouts that fit the language of documents', () => {
    for (const template of Object.values(documents)) expect(() => parseTemplate(template)).not.toThrow()
    expect(Object.keys(documents)).toContain('licence')
  })

  test('can be answered down every branch, or says why not', () => {
    for (const { given, answers } of branches(definition)) {
      const problems = checkForm(definition.form, answers, TODAY)
      const stopped = isStopped(definition, answers)
      expect({ given, problems: problems.filter(({ code }) => !stopped || code !== 'blocked') }).toEqual({
        given,
        problems: [],
      })
    }
  })

  test('refuses every wrong answer at the place where it stands', () => {
    const seen = new Set<string>()
    for (const { answers } of branches(definition)) {
      for (const field of asked(definition, answers)) {
        if (seen.has(field.id)) continue
        seen.add(field.id)
        for (const { value, path } of wrongAnswers(field, answers[field.id] ?? '', TODAY)) {
          const problems = checkForm(definition.form, { ...answers, [field.id]: value }, TODAY)
          expect({ value, paths: problems.map((each) => each.path) }).toEqual({
            value,
            paths: expect.arrayContaining([path]),
          })
        }
      }
    }
  })

  describe('with an applicant', () => {
    let ctx: TestContext
    beforeEach(async () => {
      ctx = await openService(dir)
    })

    test('is not handed in with wrong answers, and says all of them', async () => {
      const answers = rightAnswers(definition, { today: TODAY })
      const wrong = asked(definition, answers).flatMap((field) => {
        const bad = wrongAnswers(field, answers[field.id] ?? '', TODAY).find(({ value }) => value !== '')
        return bad && ['text', 'person_name', 'thai_id', 'address'].includes(field.type)
          ? [{ field, ...bad }]
          : []
      })
      const applicantId = await applicantOf(ctx)
      const owner = { applicantId, ...(await startApplication(ctx, applicantId)) }
      const typed = Object.fromEntries(wrong.map(({ field, value }) => [field.id, value]))
      await saveDraft(ctx, { ...owner, answers: { ...typedOf(definition, answers), ...typed } })
      const refused = await submitApplication(ctx, { ...owner, declared: true }).catch(
        (error: unknown) => error,
      )
      expect(refused).toBeInstanceOf(Invalid)
      const paths = (refused as Invalid).problems.map((problem) => problem.field)
      expect(paths).toEqual(expect.arrayContaining(wrong.map(({ path }) => path)))
      expect((await getCase(ctx, owner)).status).toBe('draft')
    })

    test('leads to a licence with everything answered', async () => {
      const owner = await filed(ctx, { optional: true })
      await expectGranted(ctx, owner)
    })

    test('leads with only what is needed to a licence, and through its other applications to what follows', async () => {
      const first = await filed(ctx, { optional: false, forced: lastBranch(definition) })
      await expectGranted(ctx, first)
      let current = await licenceOf(ctx, first)
      for (const type of ORDER.filter((each) => definition.transactions.some((one) => one.type === each))) {
        if (type === 'renew') current = { ...current, expiresOn: await nearTheEnd(ctx, current) }
        const owner = await begun(ctx, first, { licenceId: current.id, type })
        await expectRefused(ctx, owner)
        await filedAbout(ctx, owner, type === 'transfer' ? otherHolder(definition) : {})
        await granted(ctx, owner)
        current = await FOLLOWS[type](ctx, owner, current)
      }
      const { log } = await ctx.simulator.state()
      expect(log.filter((entry) => 'status' in entry && Number(entry.status) >= 500)).toEqual([])
    })
  })
})

test('src names no service, the unseen one included', () => {
  const { definition } = loadService(UNSEEN)
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  )
  expect(files.filter((file) => readFileSync(join('src', file), 'utf8').includes(definition.id))).toEqual([])
})

/** The licence is replaced, changed and handed on while it lasts, then renewed, then given up. */
const ORDER = ['replace', 'amend', 'transfer', 'renew', 'cancel'] as const

/** From what was handed in to the licence, with what the applicant and the public see of it. */
async function expectGranted(ctx: TestContext, owner: Owner): Promise<void> {
  const { definition, documents } = ctx.service
  const due = feeTotal(feeLines(definition.fees, (await getCase(ctx, owner)).answers, TODAY))
  await runJobs(ctx)
  const atFiling = definition.fees.due === 'at_filing'
  if (atFiling) expect(await pay(ctx, owner)).toBe(due > 0)
  await runJobs(ctx)
  await approve(ctx, owner)
  await runJobs(ctx)
  if (!atFiling) expect(await pay(ctx, owner)).toBe(due > 0)
  await runJobs(ctx)
  await expectLicence(ctx, owner, due)
  if (documents.acknowledgement) await expectAcknowledgement(ctx, owner)
  const { log } = await ctx.simulator.state()
  expect(log.filter((entry) => 'status' in entry && Number(entry.status) >= 500)).toEqual([])
}

/** From what was handed in to its end: paid when it has to be, decided, issued. */
async function granted(ctx: TestContext, owner: Owner): Promise<void> {
  await runJobs(ctx)
  await pay(ctx, owner)
  await runJobs(ctx)
  await approve(ctx, owner)
  await runJobs(ctx)
  await pay(ctx, owner)
  await runJobs(ctx)
  expect((await getCase(ctx, owner)).status).toBe('issued')
}

type Follows = (ctx: TestContext, owner: Owner, before: Licence) => Promise<Licence>

/** What every kind of application must have made of the licence. */
const FOLLOWS: Record<(typeof ORDER)[number], Follows> = {
  async replace(ctx, owner, before) {
    const after = await reissued(ctx, owner, before)
    expect(after).toMatchObject({ holder: before.holder, expiresOn: before.expiresOn })
    const printed = plain(readPdf(await bytesOf(ctx, owner, 'licence')).text)
    const marked = readFileSync(join(ctx.service.dir, 'documents/licence.yaml'), 'utf8').includes(
      'reissue.mark',
    )
    if (marked)
      for (const words of ['23พ.ย.2569', `ใบแทนออกแทนเลขที่${before.number}`]) expect(printed).toContain(words)
    return after
  },
  async amend(ctx, owner, before) {
    const after = await reissued(ctx, owner, before)
    expect(after.holder).toBe(before.holder)
    if (!ctx.service.definition.licence.validUntil) expect(after.expiresOn).toBe(before.expiresOn)
    return after
  },
  async transfer(ctx, owner, before) {
    const after = await reissued(ctx, owner, before)
    expect(after.holder).not.toBe(before.holder)
    const versions = (await verifyLicence(ctx, after.code))?.versions
    expect(versions?.at(-1)).toMatchObject({ type: 'transfer', holder: after.holder })
    expect(plain(readPdf(await bytesOf(ctx, owner, 'licence')).text)).toContain(plain(before.holder))
    return after
  },
  async renew(ctx, owner, before) {
    const after = await licenceOf(ctx, owner)
    const { keepsNumber } = ctx.service.definition.transactions.find(({ type }) => type === 'renew') ?? {}
    expect(after.number === before.number).toBe(keepsNumber)
    expect(after.expiresOn > before.expiresOn).toBe(true)
    await expectReplaced(ctx, before, after)
    return after
  },
  async cancel(ctx, owner, before) {
    expect((await verifyLicence(ctx, before.code))?.status).toBe('cancelled')
    const again = begun(ctx, owner, { licenceId: before.id, type: 'cancel' })
    await expect(again).rejects.toMatchObject({ code: 'not_open' })
    return before
  },
}

/** Another document of the same licence: its number, its fee and the conditions of its period. */
async function reissued(ctx: TestContext, owner: Owner, before: Licence): Promise<Licence> {
  const after = await licenceOf(ctx, owner)
  expect(after.number).toBe(before.number)
  await expectReplaced(ctx, before, after)
  const printed = plain(readPdf(await bytesOf(ctx, owner, 'licence')).text)
  for (const words of [after.holder, after.number, CONDITION]) expect(printed).toContain(plain(words))
  expect(printed).not.toContain('ศูนย์บาท')
  return after
}

async function expectReplaced(ctx: TestContext, before: Licence, after: Licence): Promise<void> {
  expect((await verifyLicence(ctx, before.code))?.status).toBe('replaced')
  const found = await verifyLicence(ctx, after.code)
  expect(found?.status).toBe('valid')
  expect(found?.versions?.length).toBeGreaterThan(1)
}

/** Right answers for every way the form can go: each option of each question once. */
function branches(definition: Definition): { given: Answers; answers: Answers }[] {
  const ways = questionsOf(definition).flatMap((field) =>
    branchesOf(field).map((value): Answers => ({ [field.id]: value })),
  )
  return [{}, ...ways].map((given) => ({
    given,
    answers: rightAnswers(definition, { today: TODAY, forced: given }),
  }))
}

/** The last option of the first question that the form does not stop. */
function lastBranch(definition: Definition): Answers {
  for (const field of questionsOf(definition))
    for (const value of branchesOf(field).slice(1).reverse()) {
      const forced: Answers = { [field.id]: value }
      const answers = rightAnswers(definition, { today: TODAY, forced, optional: false })
      if (!isStopped(definition, answers)) return forced
    }
  return {}
}

const asked = (definition: Definition, answers: Answers) =>
  visiblePages(formPages(definition), answers).flatMap((page) => page.fields.filter(isQuestion))

async function expectLicence(ctx: TestContext, owner: Owner, due: number): Promise<void> {
  const view = await viewCase(ctx, owner)
  expect(view.status).toBe('issued')
  expect(view.receipt?.satang).toBe(due > 0 ? due : undefined)
  const { licence, holder } = view
  if (!licence) throw new Error('no licence')
  const printed = plain(readPdf(await bytesOf(ctx, owner, 'licence')).text)
  const wanted = [holder, licence.number, CONDITION]
  expect(wanted.filter((text) => !printed.includes(plain(text)))).toEqual([])
  if (due > 0) expect(plain(readPdf(await bytesOf(ctx, owner, 'receipt')).text)).toContain(plain(holder))
  const found = await verifyLicence(ctx, licence.code)
  expect(found).toMatchObject({ status: 'valid', number: licence.number })
  expect(found?.holder).toBe(view.definition.licence.holderPublic ? holder : '')
}

async function expectAcknowledgement(ctx: TestContext, owner: Owner): Promise<void> {
  const { documents, reference = '' } = await viewCase(ctx, owner)
  expect(documents.map(({ kind }) => kind)).toContain('acknowledgement')
  expect(plain(readPdf(await bytesOf(ctx, owner, 'acknowledgement')).text)).toContain(plain(reference))
}

/** Without blanks, and with one kind of digits: lines break where they must. */
const plain = (text: string): string =>
  text.replace(/\s/g, '').replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
