import { describe, expect, test } from 'vitest'
import type { Condition, RepeatField } from '../../src/service/definition.ts'
import {
  type Answers,
  answerFrom,
  blocksOf,
  checkFields,
  checkForm,
  exitOf,
  formPages,
  holds,
  liveAnswers,
  normalise,
  visibleInRow,
  visibleOptions,
  visiblePages,
  withDependents,
} from '../../src/service/form.ts'
import { loadService } from '../../src/service/load.ts'
import { field, fileField, label, options, page, question, TODAY, text } from './fields.ts'

const answers: Answers = {
  kind: 'company',
  count: '๓',
  money: '1,200.50',
  rows: [{}, {}],
  several: ['a', 'c'],
  empty: '',
}
const conditions: [Condition, boolean][] = [
  [{ field: 'kind', eq: 'company' }, true],
  [{ field: 'kind', ne: 'company' }, false],
  [{ field: 'kind', in: ['person', 'company'] }, true],
  [{ field: 'count', gt: 2 }, true],
  [{ field: 'count', lt: 3 }, false],
  [{ field: 'count', eq: '3' }, true],
  [{ field: 'money', gt: 1200 }, true],
  [{ field: 'rows', gt: 1 }, true],
  [{ field: 'rows', lt: 2 }, false],
  [{ field: 'several', eq: 'c' }, true],
  [{ field: 'several', ne: 'c' }, false],
  [{ field: 'several', in: ['b', 'a'] }, true],
  [{ field: 'several', in: ['b'] }, false],
  [{ field: 'empty', filled: false }, true],
  [{ field: 'empty', lt: 5 }, false],
  [{ field: 'unknown', filled: true }, false],
  [{ field: 'unknown', ne: 'x' }, true],
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

test('in a row a condition looks at the row first, then at the form', () => {
  const form = { kind: 'company', own: 'form' }
  expect(holds({ field: 'kind', eq: 'company' }, { own: 'row' }, form)).toBe(true)
  expect(holds({ field: 'own', eq: 'row' }, { own: 'row' }, form)).toBe(true)
  expect(holds({ field: 'own', filled: false }, { own: '' }, form)).toBe(true)
})

describe('an option', () => {
  const size = { field: 'size', eq: 'large' }
  const choice = question({
    type: 'choice',
    options: [...options, { value: 'd', label, when: size }],
  })
  if (choice.type !== 'choice') throw new Error('a choice is asked for')

  test('shows while its condition holds', () => {
    expect(visibleOptions(choice, { size: 'large' }).map(({ value }) => value)).toEqual(['a', 'b', 'c', 'd'])
    expect(visibleOptions(choice, {}).map(({ value }) => value)).toEqual(['a', 'b', 'c'])
  })

  test('that was chosen and no longer shows has to be chosen anew', () => {
    expect(checkFields([choice], { size: 'large', x: 'd' }, TODAY)).toEqual([])
    expect(checkFields([choice], { size: 'small', x: 'd' }, TODAY)).toEqual([
      { path: 'x', code: 'bad_option' },
    ])
  })
})

test.each<[Answers, string[]]>([
  [{ kind: 'other' }, ['required']],
  [{ kind: 'other', x: 'ก' }, []],
  [{ kind: 'usual' }, []],
])('an optional field is needed while its condition holds: %j', (given, codes) => {
  const other = field({ type: 'text', optional: true, requireWhen: { field: 'kind', eq: 'other' } })
  expect(checkFields([other], given, TODAY).map(({ code }) => code)).toEqual(codes)
})

const machines = (written: Record<string, unknown> = {}): RepeatField => {
  const made = question({
    id: 'machines',
    type: 'repeat',
    item: { th: 'เครื่องที่', en: 'Machine' },
    fields: [
      { id: 'serial', label, type: 'text' },
      { id: 'kind', label, type: 'choice', options, optional: true },
      { id: 'why', label, type: 'text', when: { field: 'kind', eq: 'b' } },
      { id: 'power', label, type: 'number', when: { field: 'site', eq: 'factory' } },
      { id: 'note', label, type: 'text', optional: true, requireWhen: { field: 'why', filled: true } },
    ],
    ...written,
  })
  if (made.type !== 'repeat') throw new Error('a repeat group is asked for')
  return made
}

describe('a row', () => {
  test.each<[object, string, string[]]>([
    [{ serial: '1' }, 'shop', ['serial', 'kind', 'note']],
    [{ serial: '1', kind: 'b' }, 'shop', ['serial', 'kind', 'why', 'note']],
    [{ serial: '1' }, 'factory', ['serial', 'kind', 'power', 'note']],
  ])('%j in a %s asks %j', (row, site, ids) => {
    expect(visibleInRow(machines(), { ...row }, { site }).map(({ id }) => id)).toEqual(ids)
  })

  test('needs what its own answers ask for', () => {
    const problems = checkFields([machines()], { machines: [{ serial: '1', kind: 'b', why: 'ก' }] }, TODAY)
    expect(problems).toEqual([{ path: 'machines.0.note', code: 'required' }])
  })

  test('that answers like an earlier one is to be mended, and names that one', () => {
    const rows = [{ serial: 'RN-1' }, { serial: '' }, { serial: ' rn-1 ' }, { serial: 'RN-2' }]
    const found = checkFields([machines({ unique: 'serial' })], { machines: rows }, TODAY)
    expect(found).toEqual([
      { path: 'machines.1.serial', code: 'required' },
      { path: 'machines.2.serial', code: 'not_unique', params: { row: 1, th: 'เครื่องที่', en: 'Machine' } },
    ])
  })

  test('is stored without what is hidden', () => {
    const rows = [{ serial: ' 1 ', kind: 'a', why: 'เก่า', power: '5' }]
    expect(normalise([page([machines()])], { site: 'shop', machines: rows })).toEqual({
      machines: [{ serial: '1', kind: 'a' }],
    })
  })
})

describe('what is hidden', () => {
  const chain = page([
    field({ id: 'a', type: 'yes_no' }),
    field({ id: 'b', type: 'yes_no', when: { field: 'a', eq: 'yes' } }),
    field({ id: 'c', type: 'text', when: { field: 'b', eq: 'yes' } }),
    field({ id: 'd', type: 'text', when: { not: { field: 'b', filled: true } } }),
  ])
  const given = { a: 'no', b: 'yes', c: 'เก่า', d: 'ใหม่' }

  test('has no say in what else shows', () => {
    expect(visiblePages([chain], given)[0]?.fields.map(({ id }) => id)).toEqual(['a', 'd'])
    expect(liveAnswers([chain], given)).toEqual({ a: 'no', d: 'ใหม่' })
    expect(normalise([chain], given)).toEqual({ a: 'no', d: 'ใหม่' })
  })

  test('comes to an end where conditions go round in a circle', () => {
    const circle = page([
      field({ id: 'a', type: 'text', when: { field: 'b', filled: false } }),
      field({ id: 'b', type: 'text', when: { field: 'a', filled: true } }),
    ])
    expect(() => visiblePages([circle], { a: '1', b: '2' })).not.toThrow()
  })

  test('leaves no page of headings alone, but keeps a page that never asks', () => {
    const hidden = field({ type: 'text', when: { field: 'a', eq: 'never' } })
    const heading = field({ id: 'h', type: 'heading' })
    const pages = [page([heading, hidden], { id: 'asks' }), page([heading], { id: 'tells' })]
    expect(visiblePages(pages, {}).map(({ id }) => id)).toEqual(['tells'])
  })
})

const form = {
  pages: [
    page([
      field({ id: 'site', type: 'choice', options }),
      field({ id: 'area', type: 'number', when: { field: 'site', ne: 'c' } }),
    ]),
  ],
  documents: [],
  declaration: label,
  blocks: [{ field: 'area', when: { field: 'area', gt: 100 }, message: text('เกิน 100 ตารางเมตร') }],
  exits: [{ id: 'large', when: { field: 'area', gt: 1000 }, title: label, text: label }],
} as Parameters<typeof checkForm>[0]

describe('a rule of the definition', () => {
  const blocked = { path: 'area', code: 'blocked', params: {}, message: text('เกิน 100 ตารางเมตร') }

  test.each<[Answers, unknown[]]>([
    [{ site: 'a', area: '100' }, []],
    [{ site: 'a', area: '๑๐๑' }, [blocked]],
    [{ site: 'c', area: '101' }, []],
  ])('keeps %j from being handed in: %j', (given, problems) => {
    expect(checkForm(form, given, TODAY)).toEqual(problems)
  })

  test('is told on the page of its field alone', () => {
    expect(blocksOf(form.blocks, [], { area: '101' })).toEqual([])
  })

  test.each<[Answers, string | undefined]>([
    [{ site: 'a', area: '1001' }, 'large'],
    [{ site: 'a', area: '1000' }, undefined],
    [{ site: 'c', area: '1001' }, undefined],
  ])('tells that nothing need be asked for: %j → %s', (given, exit) => {
    expect(exitOf(form, given)?.id).toBe(exit)
  })
})

test('what hangs on a question comes after those that were named', () => {
  const definition = {
    form: {
      ...form,
      pages: [
        page([
          field({ id: 'end', type: 'text', when: { field: 'middle', filled: true } }),
          field({ id: 'middle', type: 'text', when: { field: 'start', eq: 'x' } }),
          field({ id: 'apart', type: 'text' }),
          field({ id: 'start', type: 'text' }),
          field({
            id: 'chosen',
            type: 'choice',
            options: [...options, { value: 'd', label, when: { field: 'end', eq: 'y' } }],
          }),
        ]),
        page([field({ id: 'later', type: 'text' })], { id: 'later', when: { field: 'start', filled: true } }),
      ],
    },
  } as Parameters<typeof withDependents>[0]
  const ids = (named: string[]) => withDependents(definition, named).map(({ id }) => id)
  expect(ids(['start'])).toEqual(['start', 'end', 'middle', 'chosen', 'later'])
  expect(ids(['apart'])).toEqual(['apart'])
})

const normal: [string, Parameters<typeof field>[0], unknown, unknown][] = [
  ['a text', { type: 'text' }, ' กมล ', 'กมล'],
  [
    'a name',
    { type: 'person_name' },
    { title: 'นาย', first: ' กมล', last: 'ใจดี ' },
    { title: 'นาย', first: 'กมล', last: 'ใจดี' },
  ],
  ['a number', { type: 'number' }, '๑,๐๐๐', '1000'],
  ['money', { type: 'money' }, '๑,๒๓๔.๕', '1234.50'],
  ['an ID number', { type: 'thai_id' }, '๑-๑๐๑๗-๐๐๒๐๗-๓๖-๖', '1101700207366'],
  ['a passport', { type: 'passport' }, 'aa 123-4567', 'AA1234567'],
  ['a telephone', { type: 'phone' }, '+66 81 234 5678', '0812345678'],
  ['a date', { type: 'date' }, { day: '15', month: '1', year: '๒๕๓๐' }, '1987-01-15'],
  ['a time', { type: 'time' }, '๙.๓๐ น.', '09:30'],
  ['several', { type: 'multi', options }, ['c', 'a', 'c'], ['a', 'c']],
  [
    'a place',
    { type: 'location' },
    { lat: '16.41899012', lng: '๑๐๑.๑๕๕๐๙', accuracy: '12', source: 'device' },
    { lat: '16.41899', lng: '101.15509', accuracy: '12', source: 'device' },
  ],
]

test.each(normal)('%s is stored in its normal form', (_name, written, given, expected) => {
  expect(normalise([page([field(written)])], { x: given } as Answers)).toEqual({ x: expected })
})

const sent: [string, Parameters<typeof question>[0] | 'file', unknown, unknown][] = [
  ['a text', { type: 'text' }, 'x', 'x'],
  ['parts for a text', { type: 'text' }, { a: 'x' }, undefined],
  ['nothing', { type: 'date' }, '', ''],
  ['parts of a date', { type: 'date' }, { day: '1', more: 'x' }, { day: '1', month: '', year: '' }],
  ['a number in a date', { type: 'date' }, { day: 1 }, undefined],
  ['a list for several', { type: 'multi', options }, ['a'], ['a']],
  ['one word for several', { type: 'multi', options }, 'a', undefined],
  [
    'a row with more than is asked',
    { type: 'repeat', item: label, fields: [{ id: 'y', label, type: 'text' }] },
    [{ y: 'a', z: 'b' }],
    [{ y: 'a' }],
  ],
  [
    'a row that is none',
    { type: 'repeat', item: label, fields: [{ id: 'y', label, type: 'text' }] },
    [null],
    undefined,
  ],
  ['a file that was never uploaded', 'file', [{ id: 'x' }], undefined],
]

test.each(sent)('%s is taken for an answer only in its shape', (_name, written, given, expected) => {
  expect(answerFrom(written === 'file' ? fileField() : question(written), given)).toEqual(expected)
})

const { definition } = loadService('services/drinking-water')
const pages = formPages(definition)

test('the documents are the last page', () => {
  expect(pages.at(-1)?.id).toBe('documents')
  expect(pages.at(-1)?.fields.every((each) => each.type === 'file')).toBe(true)
})
