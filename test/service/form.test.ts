import { expect, test } from 'vitest'
import type { Field } from '../../src/service/definition.ts'
import { type Answer, checkFields, isEmpty } from '../../src/service/form.ts'
import { field, fileField, label, options, TODAY } from './fields.ts'

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
const NAME = { title: 'นาย', first: 'กมล', last: 'ใจดี' }
const PLACE = { lat: '16.418990', lng: '101.155090', accuracy: '12', source: 'device' } as const
const stored = (name: string) => ({ id: name, name, size: 1, type: 'image/png' })
const day = (date: string, month: string, year: string) => ({ day: date, month, year })
const rows = (written: Record<string, unknown> = {}) =>
  field({ type: 'repeat', item: label, fields: [{ id: 'y', label, type: 'text' }], ...written })

const cases: [string, Field, Answer | undefined, string | undefined][] = [
  ['nothing typed', field({ type: 'text' }), undefined, 'required'],
  ['only spaces', field({ type: 'text' }), '   ', 'required'],
  ['nothing where nothing is needed', field({ type: 'text', optional: true }), '', undefined],
  ['spaces where nothing is needed', field({ type: 'text', optional: true }), '  ', undefined],
  ['a text too long', field({ type: 'text', max: 3 }), 'กขคง', 'too_long'],
  ['a sign that no document prints', field({ type: 'text' }), 'ร้าน😀', 'unprintable'],
  ['signs and lines that documents print', field({ type: 'textarea' }), 'ร้าน “ใสใจ” ๒๔ ชม.\nCafé', undefined],
  ['a signature', field({ type: 'signature' }), 'กมล ใจดี', undefined],
  ['a drawing for a signature', field({ type: 'signature' }), '✍', 'unprintable'],

  ['a name', field({ type: 'person_name' }), NAME, undefined],
  ['no name', field({ type: 'person_name' }), { title: '', first: ' ', last: '' }, 'required'],
  ['a name without its title', field({ type: 'person_name' }), { ...NAME, title: '' }, 'incomplete_name'],
  ['a person without a last name', field({ type: 'person_name' }), { ...NAME, last: '-' }, undefined],
  ['a name with a picture', field({ type: 'person_name' }), { ...NAME, first: '😀' }, 'unprintable'],
  ['a name without end', field({ type: 'person_name' }), { ...NAME, first: 'ก'.repeat(121) }, 'too_long'],

  ['an address', field({ type: 'address' }), ADDRESS, undefined],
  ['such a sign in an address', field({ type: 'address' }), { ...ADDRESS, road: '株' }, 'unprintable'],
  ['half an address', field({ type: 'address' }), { ...ADDRESS, district: '' }, 'incomplete_address'],
  ['a wrong postcode', field({ type: 'address' }), { ...ADDRESS, postcode: '5020' }, 'bad_postcode'],
  ['a postcode in Thai numerals', field({ type: 'address' }), { ...ADDRESS, postcode: '๕๐๒๐๐' }, undefined],

  ['a number in Thai numerals', field({ type: 'number' }), '๑,๒๐๐', undefined],
  ['words for a number', field({ type: 'number' }), 'หกสิบ', 'not_a_number'],
  ['a part where whole ones are asked', field({ type: 'number' }), '1.5', 'not_a_number'],
  ['a part where it may be', field({ type: 'number', decimals: 2 }), '1.50', undefined],
  ['too small a part', field({ type: 'number', decimals: 2 }), '1.505', 'too_many_decimals'],
  ['a number too small', field({ type: 'number', min: 1 }), '0', 'too_small'],
  ['a number too large', field({ type: 'number', max: 10 }), '11', 'too_large'],
  ['less than nothing', field({ type: 'number' }), '-1', 'too_small'],
  ['less than nothing where it may be', field({ type: 'number', min: -20 }), '-๑๒', undefined],

  ['baht and satang', field({ type: 'money' }), '1,234.50', undefined],
  ['baht in Thai numerals', field({ type: 'money' }), '๑๒๓๔', undefined],
  ['a part of a satang', field({ type: 'money' }), '1.005', 'too_many_decimals'],
  ['too little money', field({ type: 'money', min: 100 }), '99.99', 'too_small'],
  ['too much money', field({ type: 'money', max: 100 }), '100.01', 'too_large'],
  ['words for money', field({ type: 'money' }), 'ร้อยบาท', 'not_a_number'],

  ['a wrong ID number', field({ type: 'thai_id' }), '1-1017-00207-36-7', 'bad_thai_id'],
  ['an ID number', field({ type: 'thai_id' }), '1-1017-00207-36-6', undefined],
  ['an ID number in Thai numerals', field({ type: 'thai_id' }), '๑๑๐๑๗๐๐๒๐๗๓๖๖', undefined],
  ['a wrong juristic number', field({ type: 'juristic_id' }), '1101700207366', 'bad_juristic_id'],
  ['a passport', field({ type: 'passport' }), 'aa 1234567', undefined],
  ['a passport in Thai numerals', field({ type: 'passport' }), 'AA๑๒๓๔๕๖๗', undefined],
  ['a passport of letters alone', field({ type: 'passport' }), 'ABCDEFG', 'bad_passport'],
  ['a passport too long', field({ type: 'passport' }), 'AA12345678', 'bad_passport'],
  ['a telephone', field({ type: 'phone' }), '081-234-5678', undefined],
  ['a telephone as dialled from abroad', field({ type: 'phone' }), '+66 81 234 5678', undefined],
  ['a wrong telephone number', field({ type: 'phone' }), '12345', 'bad_phone'],
  ['a wrong address of mail', field({ type: 'email' }), 'kamon@', 'bad_email'],

  ['no place', field({ type: 'location' }), { ...PLACE, lat: '', lng: '' }, 'required_location'],
  ['a place', field({ type: 'location' }), PLACE, undefined],
  ['half a place', field({ type: 'location' }), { ...PLACE, lng: '' }, 'incomplete_location'],
  ['degrees and minutes', field({ type: 'location' }), { ...PLACE, lat: '16°25′' }, 'bad_location'],
  ['a place in Thai numerals', field({ type: 'location' }), { ...PLACE, lat: '๑๖.๔', lng: '๑๐๑' }, undefined],
  [
    'latitude and longitude exchanged',
    field({ type: 'location' }),
    { ...PLACE, lat: PLACE.lng, lng: PLACE.lat },
    'outside_thailand',
  ],

  ['no date', field({ type: 'date' }), day('', '', ''), 'required'],
  ['half a date', field({ type: 'date' }), day('1', '', '2530'), 'incomplete_date'],
  ['a day that is not', field({ type: 'date' }), day('31', '2', '2530'), 'bad_date'],
  ['a year of the common era', field({ type: 'date' }), day('1', '2', '1987'), 'year_is_ce'],
  ['a date in Thai numerals', field({ type: 'date' }), day('๑', '2', '๒๕๓๐'), undefined],
  [
    'tomorrow, where it cannot be',
    field({ type: 'date', future: false }),
    day('24', '11', '2569'),
    'date_in_future',
  ],
  [
    'yesterday, where it cannot be',
    field({ type: 'date', past: false }),
    day('22', '11', '2569'),
    'date_in_past',
  ],
  ['a day before twenty', field({ type: 'date', minAge: 20 }), day('24', '11', '2549'), 'too_young'],
  ['the twentieth birthday', field({ type: 'date', minAge: 20 }), day('23', '11', '2549'), undefined],
  [
    'two days ahead of three',
    field({ type: 'date', minDaysAhead: 3 }),
    day('25', '11', '2569'),
    'date_too_early',
  ],
  ['three days ahead of three', field({ type: 'date', minDaysAhead: 3 }), day('26', '11', '2569'), undefined],
  [
    'eight days ahead of seven',
    field({ type: 'date', maxDaysAhead: 7 }),
    day('1', '12', '2569'),
    'date_too_late',
  ],
  ['seven days ahead of seven', field({ type: 'date', maxDaysAhead: 7 }), day('30', '11', '2569'), undefined],
  ['a date as it is stored', field({ type: 'date' }), '1987-01-15', undefined],

  ['a time', field({ type: 'time' }), '09:30', undefined],
  ['a time with a point, in Thai', field({ type: 'time' }), '๙.๓๐ น.', undefined],
  ['a time in four digits', field({ type: 'time' }), '0930', undefined],
  ['an hour that is not', field({ type: 'time' }), '24:00', 'bad_time'],
  ['an hour alone', field({ type: 'time' }), '9', 'bad_time'],
  ['before opening', field({ type: 'time', from: '08:30' }), '8:29', 'time_too_early'],
  ['the opening', field({ type: 'time', from: '08:30' }), '8.30', undefined],
  ['after closing', field({ type: 'time', to: '16:30' }), '16:31', 'time_too_late'],

  ['neither yes nor no', field({ type: 'yes_no' }), '', 'required_choice'],
  ['no', field({ type: 'yes_no' }), 'no', undefined],
  ['perhaps', field({ type: 'yes_no' }), 'perhaps', 'bad_option'],
  ['no choice', field({ type: 'choice', options }), '', 'required_choice'],
  ['a choice', field({ type: 'choice', options }), 'a', undefined],
  ['a choice that is not offered', field({ type: 'choice', options }), 'd', 'bad_option'],
  ['a selection that is not offered', field({ type: 'select', options }), 'd', 'bad_option'],
  ['words that were looked up and not found', field({ type: 'lookup', options }), 'แอ', 'bad_option'],
  ['several', field({ type: 'multi', options }), ['a', 'b'], undefined],
  ['none of several', field({ type: 'multi', options }), [], 'required_choice'],
  ['one of several that is not offered', field({ type: 'multi', options }), ['a', 'd'], 'bad_option'],
  ['fewer than asked', field({ type: 'multi', options, min: 2 }), ['a'], 'too_few_options'],
  ['the same twice', field({ type: 'multi', options, min: 2 }), ['a', 'a'], 'too_few_options'],
  ['more than allowed', field({ type: 'multi', options, max: 1 }), ['a', 'b'], 'too_many_options'],
  ['none and another', field({ type: 'multi', options, exclusive: 'c' }), ['a', 'c'], 'exclusive_option'],
  ['none alone', field({ type: 'multi', options, exclusive: 'c', min: 2 }), ['c'], undefined],
  ['no agreement', field({ type: 'consent', text: label, version: '2' }), '', 'required_consent'],
  [
    'agreement to an older text',
    field({ type: 'consent', text: label, version: '2' }),
    '1',
    'required_consent',
  ],
  ['agreement', field({ type: 'consent', text: label, version: '2' }), '2', undefined],

  ['no file', fileField(), [], 'required_file'],
  ['more files than may be', fileField({ maxFiles: 1 }), [stored('a'), stored('b')], 'too_many_files'],
  ['no row', rows(), [], 'too_few_rows'],
  ['no row where none is needed', rows({ optional: true }), [], undefined],
  ['no row where none may be', rows({ min: 0 }), undefined, undefined],
  ['fewer rows than needed, where none are', rows({ optional: true, min: 2 }), [{ y: 'ก' }], 'too_few_rows'],
  ['more rows than may be', rows({ max: 1 }), [{ y: 'ก' }, { y: 'ข' }], 'too_many_rows'],

  ['a heading', field({ type: 'heading' }), undefined, undefined],
  ['a note', field({ type: 'note' }), 'never asked', undefined],
]

test.each(cases)('%s', (_name, each, value, code) => {
  const problems = checkFields([each], { x: value }, TODAY)
  expect(problems.map((problem) => problem.code)).toEqual(code ? [code] : [])
})

test('a problem in a row names its path', () => {
  expect(checkFields([rows()], { x: [{ y: 'ok' }, {}] }, TODAY)).toEqual([
    { path: 'x.1.y', code: 'required' },
  ])
})

test('a date says the earliest and the latest day', () => {
  const date = field({ type: 'date', minDaysAhead: 3, maxDaysAhead: 7 })
  const paramsFor = (value: Answer) => checkFields([date], { x: value }, TODAY)[0]?.params
  expect(paramsFor('2026-11-24')).toEqual({ earliest: '2026-11-26' })
  expect(paramsFor('2026-12-24')).toEqual({ latest: '2026-11-30' })
})

/** What no honest browser sends: it is told as wrong, and nothing breaks. */
const JUNK: unknown[] = ['text', ['a'], { lat: '1' }, { day: '1' }, [{}], [{ y: ['z'] }], {}]
const EVERY_TYPE: Field[] = [
  ...(['text', 'textarea', 'person_name', 'signature', 'email', 'address', 'number', 'money'] as const),
  ...(['thai_id', 'juristic_id', 'passport', 'phone', 'location', 'date', 'time', 'yes_no'] as const),
].map((type) => field({ type }))

test.each(EVERY_TYPE)('$type bears an answer of any shape', (each) => {
  for (const junk of JUNK) expect(() => checkFields([each], { x: junk as Answer }, TODAY)).not.toThrow()
})

test.each<[Answer | undefined, boolean]>([
  [undefined, true],
  ['', true],
  [' ', true],
  [[], true],
  [day('', '', ''), true],
  [day('1', '', ''), false],
  [{ lat: '', lng: '', accuracy: '', source: 'typed' }, true],
  ['0', false],
])('%j is empty: %s', (value, expected) => {
  expect(isEmpty(value)).toBe(expected)
})
