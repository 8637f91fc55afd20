import { beforeEach, describe, expect, test } from 'vitest'
import { carryOverDraft } from '../../src/actions/carry-over-draft.ts'
import { noticeToShow } from '../../src/actions/privacy-notice.ts'
import { saveDraft } from '../../src/actions/save-draft.ts'
import { submitApplication } from '../../src/actions/submit-application.ts'
import { brokenEntry } from '../../src/application/history.ts'
import { listHistory } from '../../src/application/store.ts'
import type { Context } from '../../src/context.ts'
import { NotFound } from '../../src/errors.ts'
import type { Definition } from '../../src/service/definition.ts'
import { definitionHash } from '../../src/service/load.ts'
import { field, text } from '../service/fields.ts'
import { openTestContext, type TestContext } from '../support/context.ts'
import { applicantOf, fillDraft, getCase, type Owner } from '../support/people.ts'

let ctx: TestContext
let owner: Owner
beforeEach(async () => {
  ctx = await openTestContext()
  owner = await fillDraft(ctx)
  ctx.clock.advance(24)
})

type Page = Definition['form']['pages'][number]

/** The service as it is after somebody changed the first page of its form. */
function changed(change: (page: Page) => Page): Context {
  const { definition } = ctx.service
  const [first, ...others] = definition.form.pages
  if (!first) throw new Error('the form has no page')
  const form = { ...definition.form, pages: [change(first), ...others] }
  const next = { ...definition, version: definition.version + 1, form }
  return { ...ctx, service: { ...ctx.service, definition: next, hash: definitionHash(next) } }
}
const withNickname = () =>
  changed((page) => ({
    ...page,
    fields: [
      ...page.fields,
      field({ id: 'nickname', label: text('ชื่อเล่น'), type: 'text', optional: true }),
    ] as Page['fields'],
  }))
const without = (id: string) =>
  changed((page) => ({ ...page, fields: page.fields.filter((each) => each.id !== id) }))
const eventsOf = async () => (await listHistory(ctx.db, owner.applicationId)).map(({ event }) => event)

describe('a draft begun under an older version', () => {
  test('goes on under the present one, with its answers, and is told what is new', async () => {
    const later = withNickname()
    const before = await getCase(ctx, owner)
    const changes = await carryOverDraft(later, owner)
    const after = await getCase(ctx, owner)
    expect(changes).toEqual({ added: [text('ชื่อเล่น')], removed: [], changed: [] })
    expect(after.definitionHash).toBe(later.service.hash)
    expect(after.answers).toEqual(before.answers)
    expect(after.updatedAt).toEqual(before.updatedAt)
    await submitApplication(later, { ...owner, declared: true })
  })

  test('is carried over once, and that stands in its history', async () => {
    const later = withNickname()
    await Promise.all([carryOverDraft(later, owner), carryOverDraft(later, owner)])
    expect(await eventsOf()).toEqual(['carried_over'])
    expect(brokenEntry(owner.applicationId, await listHistory(ctx.db, owner.applicationId))).toBeUndefined()
  })

  test('is told until the next answer is saved', async () => {
    const later = withNickname()
    await carryOverDraft(later, owner)
    expect(await carryOverDraft(later, owner)).toBeDefined()
    ctx.clock.advance(1)
    await saveDraft(later, { ...owner, answers: { nickname: 'มล' } })
    expect(await carryOverDraft(later, owner)).toBeUndefined()
  })

  test('stays under it when an answer would be lost', async () => {
    expect(await carryOverDraft(without('first_name'), owner)).toBeUndefined()
    expect((await getCase(ctx, owner)).definitionHash).toBe(ctx.service.hash)
    expect(await eventsOf()).toEqual([])
  })

  test('loses a question that was never answered', async () => {
    const changes = await carryOverDraft(without('company_name'), owner)
    expect(changes?.removed.map(({ en }) => en)).toEqual(['Company name'])
  })
})

describe('a draft whose service has a new privacy notice', () => {
  const withNotice = (): Context => {
    const { definition } = ctx.service
    const privacyNotice = { version: 'next', text: text('ประกาศใหม่') }
    const next = { ...definition, version: definition.version + 1, privacyNotice }
    return { ...ctx, service: { ...ctx.service, definition: next, hash: definitionHash(next) } }
  }

  test('is not handed in before that was read, and then is', async () => {
    const later = withNotice()
    await carryOverDraft(later, owner)
    expect(await noticeToShow(later, owner)).toEqual(text('ประกาศใหม่'))
    await expect(submitApplication(later, { ...owner, declared: true })).rejects.toMatchObject({
      problems: [{ field: 'privacy_notice', code: 'notice_needed' }],
    })
    await submitApplication(later, { ...owner, declared: true, noticed: true })
    expect(await noticeToShow(later, owner)).toBeUndefined()
  })

  test('is asked nothing when the notice stayed the same', async () => {
    const later = withNickname()
    await carryOverDraft(later, owner)
    expect(await noticeToShow(later, owner)).toBeUndefined()
  })
})

test('a draft of the present version, or one handed in, is left as it is', async () => {
  expect(await carryOverDraft(ctx, owner)).toBeUndefined()
  await submitApplication(ctx, { ...owner, declared: true })
  expect(await carryOverDraft(withNickname(), owner)).toBeUndefined()
  expect((await getCase(ctx, owner)).definitionHash).toBe(ctx.service.hash)
})

test("a stranger's draft is not found", async () => {
  const stranger = { ...owner, applicantId: await applicantOf(ctx, 'teeradet') }
  await expect(carryOverDraft(withNickname(), stranger)).rejects.toThrow(NotFound)
})
