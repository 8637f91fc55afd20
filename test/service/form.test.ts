import { expect, test } from 'vitest'
import type { Condition, Field } from '../../src/service/definition.ts'
import { Field as FieldSchema } from '../../src/service/definition.ts'
import {
  type Answer,
  type Answers,
  checkFields,
  formPages,
  holds,
  isEmpty,
  normalise,
  visiblePages,
} from '../../src/service/form.ts'
import { loadService } from '../../src/service/load.ts'

const TODAY = '2026-11-23'
const label = { th: 'ช่อง', en: 'Field' }

/** A field as a service file would write it. */
const field = (written: { type: Exclude<Field['type'], 'file'> } & Record<string, unknown>): Field =>
  FieldSchema.parse({ id: 'x', label, ...written })
const file: Field = {
  ...field({ type: 'text' }),
  type: 'file',
  formats: ['image/png'],
  maxMegabytes: 10,
  maxFiles: 1,
  stateIssued: false,
}
const options = [
  { value: 'a', label },
  { value: 'b', label },
]
const ADDRESS = {
  houseNo: '1',
  moo: '',
  soi: '',
  road: '',
  subdistrict: 'ศรีภูมิ',
  district: 'เมือง',
  province: 'เชียงใหม่',
  postcode: '50200',
}
const stored = (name: string) => ({ id: name, name, size: 1, type: 'image/png' })

const cases: [string, Field, Answer | undefined, string | undefined][] = [
  ['nothing typed', field({ type: 'text' }), undefined, 'required'],
  ['only spaces', field({ type: 'text' }), '   ', 'required'],
  ['nothing where nothing is needed', field({ type: 'text', optional: true }), '', undefined],
  ['a text too long', field({ type: 'text', max: 3 }), 'กขคง', 'too_long'],
  ['a sign that no document prints', field({ type: 'text' }), 'ร้าน😀', 'unprintable'],
  ['signs and lines that documents print', field({ type: 'textarea' }), 'ร้าน “ใสใจ” ๒๔ ชม.\nCafé', undefined],
  ['such a sign in an address', field({ type: 'address' }), { ...ADDRESS, road: '株' }, 'unprintable'],
  ['a number in Thai numerals', field({ type: 'number' }), '๑,๒๐๐', undefined],
  ['words for a number', field({ type: 'number' }), 'หกสิบ', 'not_a_number'],
  ['a part where whole ones are asked', field({ type: 'number' }), '1.5', 'not_a_number'],
  ['a part where it may be', field({ type: 'number', decimals: 2 }), '1.50', undefined],
  ['a number too small', field({ type: 'number', min: 1 }), '0', 'too_small'],
  ['a number too large', field({ type: 'number', max: 10 }), '11', 'too_large'],
  ['a wrong ID number', field({ type: 'thai_id' }), '1-1017-00207-36-7', 'bad_thai_id'],
  ['an ID number', field({ type: 'thai_id' }), '1-1017-00207-36-6', undefined],
  ['a wrong juristic number', field({ type: 'juristic_id' }), '1101700207366', 'bad_juristic_id'],
  ['a wrong telephone number', field({ type: 'phone' }), '12345', 'bad_phone'],
  ['a wrong address of mail', field({ type: 'email' }), 'kamon@', 'bad_email'],
  ['no date', field({ type: 'date' }), { day: '', month: '', year: '' }, 'required'],
  ['half a date', field({ type: 'date' }), { day: '1', month: '', year: '2530' }, 'incomplete_date'],
  ['a day that is not', field({ type: 'date' }), { day: '31', month: '2', year: '2530' }, 'bad_date'],
  ['a year of the common era', field({ type: 'date' }), { day: '1', month: '2', year: '1987' }, 'year_is_ce'],
  [
    'tomorrow, where it cannot be',
    field({ type: 'date', future: false }),
    { day: '24', month: '11', year: '2569' },
    'date_in_future',
  ],
  [
    'yesterday, where it cannot be',
    field({ type: 'date', past: false }),
    { day: '22', month: '11', year: '2569' },
    'date_in_past',
  ],
  [
    'a day before twenty',
    field({ type: 'date', minAge: 20 }),
    { day: '24', month: '11', year: '2549' },
    'too_young',
  ],
  [
    'the twentieth birthday',
    field({ type: 'date', minAge: 20 }),
    { day: '23', month: '11', year: '2549' },
    undefined,
  ],
  ['a date as it is stored', field({ type: 'date' }), '1987-01-15', undefined],
  ['no choice', field({ type: 'choice', options }), '', 'required_choice'],
  ['a choice that is not offered', field({ type: 'choice', options }), 'c', 'bad_option'],
  ['half an address', field({ type: 'address' }), { ...ADDRESS, district: '' }, 'incomplete_address'],
  ['a wrong postcode', field({ type: 'address' }), { ...ADDRESS, postcode: '5020' }, 'bad_postcode'],
  ['an address', field({ type: 'address' }), ADDRESS, undefined],
  ['no file', file, [], 'required_file'],
  ['more files than may be', file, [stored('a'), stored('b')], 'too_many_files'],
  [
    'no row',
    field({ type: 'repeat', item: label, fields: [{ id: 'y', label, type: 'text' }] }),
    [],
    'required',
  ],
]

test.each(cases)('%s', (_name, each, value, code) => {
  const problems = checkFields([each], { x: value }, TODAY)
  expect(problems.map((problem) => problem.code)).toEqual(
    code
      ? [expect.stringMatching(code === 'required' ? /^required|too_few_rows/ : new RegExp(`^${code}$`))]
      : [],
  )
})

test('a problem in a row names its path', () => {
  const rows = field({ type: 'repeat', item: label, fields: [{ id: 'y', label, type: 'text' }] })
  expect(checkFields([rows], { x: [{ y: 'ok' }, {}] }, TODAY)).toEqual([{ path: 'x.1.y', code: 'required' }])
})

const answers: Answers = { kind: 'company', count: '3', rows: [{}, {}], empty: '' }
const conditions: [Condition, boolean][] = [
  [{ field: 'kind', eq: 'company' }, true],
  [{ field: 'kind', ne: 'company' }, false],
  [{ field: 'kind', in: ['person', 'company'] }, true],
  [{ field: 'count', gt: 2 }, true],
  [{ field: 'count', lt: 3 }, false],
  [{ field: 'rows', gt: 1 }, true],
  [{ field: 'empty', filled: false }, true],
  [{ field: 'unknown', filled: true }, false],
  [
    {
      all: [
        { field: 'kind', eq: 'company' },
        { field: 'count', gt: 5 },
      ],
    },
    false,
  ],
  [
    {
      any: [
        { field: 'kind', eq: 'person' },
        { field: 'count', gt: 2 },
      ],
    },
    true,
  ],
  [{ not: { field: 'kind', eq: 'person' } }, true],
]

test.each(conditions)('%j holds: %s', (condition, expected) => {
  expect(holds(condition, answers)).toBe(expected)
})

test.each<[Answer | undefined, boolean]>([
  [undefined, true],
  ['', true],
  [[], true],
  [{ day: '', month: '', year: '' }, true],
  [{ day: '1', month: '', year: '' }, false],
  ['0', false],
])('%j is empty: %s', (value, expected) => {
  expect(isEmpty(value)).toBe(expected)
})

const { definition } = loadService('services/drinking-water')
const pages = formPages(definition)

test('the documents are the last page', () => {
  expect(pages.at(-1)?.id).toBe('documents')
  expect(pages.at(-1)?.fields.every((each) => each.type === 'file')).toBe(true)
})

test('only what applies to the answers is asked', () => {
  const shown = visiblePages(pages, { applicant_type: 'company' })[0]?.fields.map((each) => each.id)
  expect(shown).toEqual(['applicant_type', 'company_name', 'company_id', 'authorised_person'])
})

test('what is stored is without hidden answers and in its normal form', () => {
  const normal = normalise(pages, {
    applicant_type: 'person',
    company_name: 'ไม่แสดงแล้ว',
    first_name: ' กมล ',
    national_id: '๑-๑๐๑๗-๐๐๒๐๗-๓๖-๖',
    birth_date: { day: '15', month: '1', year: '๒๕๓๐' },
    phone: '081-234-5678',
    area: '๑,๐๐๐',
    machines: [{ serial: ' RN-1 ', spot: '', installed_on: { day: '1', month: '1', year: '2569' } }],
  })
  expect(normal).toEqual({
    applicant_type: 'person',
    first_name: 'กมล',
    national_id: '1101700207366',
    birth_date: '1987-01-15',
    phone: '0812345678',
    area: '1000',
    machines: [{ serial: 'RN-1', installed_on: '2026-01-01' }],
  })
})
