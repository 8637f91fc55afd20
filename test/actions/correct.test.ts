import { beforeEach, describe, expect, test } from 'vitest'
import { correctApplication } from '../../src/actions/correct-application.ts'
import { saveDraft } from '../../src/actions/save-draft.ts'
import { submitApplication } from '../../src/actions/submit-application.ts'
import type { Context } from '../../src/context.ts'
import { Invalid } from '../../src/errors.ts'
import type { Definition } from '../../src/service/definition.ts'
import { definitionHash } from '../../src/service/load.ts'
import { field, text } from '../service/fields.ts'
import { openTestContext, type TestContext } from '../support/context.ts'
import { fillDraft, getCase, type Owner, sentBack } from '../support/people.ts'

type Page = Definition['form']['pages'][number]

let ctx: TestContext
beforeEach(async () => {
  ctx = await openTestContext()
})

/** The service with further questions, and rules of its own. */
function serviceWith(fields: unknown[], blocks: Definition['form']['blocks'] = []): Context {
  const { definition } = ctx.service
  const more = { id: 'more', title: text('เพิ่มเติม'), fields } as Page
  const form = { ...definition.form, pages: [...definition.form.pages, more], blocks }
  const next = { ...definition, form }
  return { ...ctx, service: { ...ctx.service, definition: next, hash: definitionHash(next) } }
}

async function returned(here: Context, answers: Record<string, string>, item: string): Promise<Owner> {
  const owner = await fillDraft(here, { answers })
  await submitApplication(here, { ...owner, declared: true })
  await sentBack(here, owner, [item])
  return owner
}

const problemsOf = async (work: Promise<unknown>) => {
  const error = await work.catch((reason: unknown) => reason)
  return error instanceof Invalid ? error.problems : []
}

describe('a correction', () => {
  test('also opens what hangs on the named answer, and nothing else', async () => {
    const here = serviceWith([
      field({ id: 'tank', label: text('มีถัง'), type: 'yes_no' }),
      field({ id: 'litres', label: text('ลิตร'), type: 'number', when: { field: 'tank', eq: 'yes' } }),
    ])
    const owner = await returned(here, { tank: 'no' }, 'tank')
    await saveDraft(here, { ...owner, answers: { tank: 'yes', first_name: 'แอบแก้' } })
    expect(await problemsOf(correctApplication(here, owner))).toEqual([{ field: 'litres', code: 'required' }])
    await saveDraft(here, { ...owner, answers: { litres: '๕๐๐' } })
    await correctApplication(here, owner)
    expect((await getCase(here, owner)).answers).toMatchObject({
      tank: 'yes',
      litres: '500',
      first_name: 'กมล',
    })
  })

  test('does not fail by a date that was right when it was handed in', async () => {
    const here = serviceWith([field({ id: 'opens', label: text('วันเปิด'), type: 'date', minDaysAhead: 2 })])
    const owner = await returned(here, { opens: '2026-11-25' }, 'machines')
    ctx.clock.advance(72)
    await correctApplication(here, owner)
    expect((await getCase(here, owner)).status).toBe('in_review')
  })

  test('looks at the named date as of today', async () => {
    const here = serviceWith([field({ id: 'opens', label: text('วันเปิด'), type: 'date', minDaysAhead: 2 })])
    const owner = await returned(here, { opens: '2026-11-25' }, 'opens')
    ctx.clock.advance(72)
    expect(await problemsOf(correctApplication(here, owner))).toEqual([
      { field: 'opens', code: 'date_too_early', params: { earliest: '2026-11-28' } },
    ])
  })
})

test('what the definition blocks is not handed in, and its own words say why', async () => {
  const message = text('เกิน 5 ตารางเมตร ยื่นที่เคาน์เตอร์')
  const here = serviceWith(
    [field({ id: 'extra', label: text('อื่นๆ'), type: 'text', optional: true })],
    [{ field: 'area', when: { field: 'area', gt: 5 }, message }],
  )
  const owner = await fillDraft(here)
  expect(await problemsOf(submitApplication(here, { ...owner, declared: true }))).toEqual([
    { field: 'area', code: 'blocked', params: {}, message },
  ])
})

test('what is no answer to its field is refused, and nothing is kept of it', async () => {
  const owner = await fillDraft(ctx)
  const answers = { email: { day: '1', month: '', year: '' }, shop_name: 'ใหม่' }
  expect(await problemsOf(saveDraft(ctx, { ...owner, answers }))).toEqual([
    { field: 'email', code: 'bad_answers' },
  ])
  expect((await getCase(ctx, owner)).answers.shop_name).toBe('น้ำดื่มใสใจ')
})
