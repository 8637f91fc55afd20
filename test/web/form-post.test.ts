import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startApplication } from '../../src/actions/start-application.ts'
import { viewCase } from '../../src/actions/view-case.ts'
import type { Definition } from '../../src/service/definition.ts'
import { definitionHash } from '../../src/service/load.ts'
import { field, label, options, page, text } from '../service/fields.ts'
import { openTestContext, type TestContext } from '../support/context.ts'
import { sendIdentity } from '../support/identity.ts'
import { applicantOf, fillDraft, type Owner } from '../support/people.ts'
import { openSite, signedIn, type Visitor } from './site.ts'

type Form = Definition['form']
let ctx: TestContext
let site: FastifyInstance | undefined
beforeEach(async () => {
  ctx = await openTestContext()
})
afterEach(() => site?.close())

/** The test service with another form, opened by kamon. */
async function openWith(change: (form: Form) => Form): Promise<{ kamon: Visitor; here: TestContext }> {
  const { definition } = ctx.service
  const next = { ...definition, form: change(definition.form) }
  const here = { ...ctx, service: { ...ctx.service, definition: next, hash: definitionHash(next) } }
  site = await openSite(here)
  return { kamon: await signedIn(site, ctx, 'kamon'), here }
}

const EVERY = page(
  [
    field({ id: 'person', type: 'person_name' }),
    field({ id: 'price', type: 'money' }),
    field({ id: 'opens', type: 'time', from: '08:00' }),
    field({ id: 'kinds', type: 'multi', options, exclusive: 'c' }),
    field({ id: 'place', type: 'location' }),
    field({ id: 'tank', type: 'yes_no' }),
    field({ id: 'agree', type: 'consent', text: label, version: '2' }),
    field({
      id: 'rows',
      type: 'repeat',
      item: { th: 'รายการที่', en: 'Row' },
      unique: 'serial',
      fields: [
        { id: 'serial', label: text('เลข'), type: 'text' },
        { id: 'kinds', label: text('ชนิด'), type: 'multi', options },
      ],
    }),
  ],
  { id: 'every', title: text('ทุกชนิด') },
)
const EVERY_FORM = (form: Form): Form => ({ ...form, pages: [EVERY as Form['pages'][number]], documents: [] })
const SHOWN = `_shown=${EVERY.fields.map(({ id }) => id).join('+')}`
const GOOD = [
  'person.title=&person.title=ดร.&person.first=กมล&person.last=ใจดี',
  'price=๑,๒๐๐&opens=๙.๓๐&kinds=a&kinds=b&place.lat=16.4&place.lng=101.1&place.source=typed',
  'tank=no&agree=2&rows.0.serial=1&rows.0.kinds=a&rows.0.kinds=c',
]
const form = (...parts: string[]) => ({
  method: 'POST' as const,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  payload: [SHOWN, ...parts].join('&'),
})

describe('a page with every kind of question, sent without script', () => {
  async function openEvery(): Promise<{ kamon: Visitor; here: TestContext; owner: Owner }> {
    const { kamon, here } = await openWith(EVERY_FORM)
    const applicantId = await applicantOf(ctx)
    return { kamon, here, owner: { ...(await startApplication(here, applicantId)), applicantId } }
  }

  test('is kept as typed, and handed in in its normal form', async () => {
    const { kamon, here, owner } = await openEvery()
    const url = `/l/apply/${owner.applicationId}/every`
    expect(await kamon.ask({ url, ...form(...GOOD) })).toMatchObject({ status: 303 })
    expect((await viewCase(here, owner)).answers).toMatchObject({
      price: '๑,๒๐๐',
      kinds: ['a', 'b'],
      opens: '๙.๓๐',
    })
    await sendIdentity(here, owner)
    await kamon.post(`/l/apply/${owner.applicationId}/check`, { declared: 'yes' })
    expect((await viewCase(here, owner)).answers).toEqual({
      person: { title: 'ดร.', first: 'กมล', last: 'ใจดี' },
      price: '1200.00',
      opens: '09:30',
      kinds: ['a', 'b'],
      place: { lat: '16.4', lng: '101.1', accuracy: '', source: 'typed' },
      tank: 'no',
      agree: '2',
      rows: [{ serial: '1', kinds: ['a', 'c'] }],
    })
  })

  test.each([
    ['kinds=c', '“C” ร่วมกับข้ออื่นไม่ได้'],
    ['rows.1.serial=1&rows.1.kinds=a', 'ซ้ำกับรายการที่ 1'],
    ['rows.1.serial=2', 'เลือกชนิด'],
  ])('says what to do about %s', async (more, words) => {
    const { kamon, owner } = await openEvery()
    const url = `/l/apply/${owner.applicationId}/every`
    const answer = await kamon.ask({ url, ...form(...GOOD, more) })
    expect(answer).toMatchObject({ status: 422, text: expect.stringContaining(words) })
  })

  test('is saved by a script in the same shapes, and in no others', async () => {
    const { kamon, here, owner } = await openEvery()
    const url = `/l/apply/${owner.applicationId}/answers`
    const answers = { kinds: ['b'], rows: [{ serial: '7', kinds: ['a'] }], tank: 'yes' }
    expect(await kamon.send('PUT', url, { answers })).toMatchObject({ status: 200 })
    expect((await viewCase(here, owner)).answers).toMatchObject(answers)
    expect(await kamon.send('PUT', url, { answers: { kinds: { day: '1' } } })).toMatchObject({ status: 422 })
    expect(await kamon.send('PUT', url, { answers: { kinds: null } })).toMatchObject({ status: 422 })
  })
})

test('a draft says what its form asks since it was begun', async () => {
  const { applicationId } = await fillDraft(ctx)
  ctx.clock.advance(1)
  const { kamon } = await openWith((old) => ({
    ...old,
    pages: [
      ...old.pages,
      page([field({ id: 'nickname', label: text('ชื่อเล่น'), type: 'text' })]) as Form['pages'][number],
    ],
  }))
  const { text: shown } = await kamon.get(`/l/apply/${applicationId}`)
  expect(shown).toContain('แบบฟอร์มมีการปรับปรุง')
  expect(shown).toContain('เพิ่มใหม่: ชื่อเล่น')
  await kamon.post(`/l/apply/${applicationId}/page`, { _shown: 'nickname', nickname: 'มล' })
  expect((await kamon.get(`/l/apply/${applicationId}`)).text).toContain('แบบฟอร์มมีการปรับปรุง')
  ctx.clock.advance(1)
  await kamon.post(`/l/apply/${applicationId}/page`, { _shown: 'nickname', nickname: 'มล' })
  expect((await kamon.get(`/l/apply/${applicationId}`)).text).not.toContain('แบบฟอร์มมีการปรับปรุง')
})
