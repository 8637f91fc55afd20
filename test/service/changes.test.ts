import { describe, expect, test } from 'vitest'
import { carriedAnswers, compareForms, isSame } from '../../src/service/changes.ts'
import type { Field } from '../../src/service/definition.ts'
import type { Answers } from '../../src/service/form.ts'
import { field, options, page, text } from './fields.ts'

type Version = Parameters<typeof compareForms>[0]['before']
const version = (fields: Field[]): Version => ({
  form: {
    pages: [page(fields)],
    documents: [],
    blocks: [],
    exits: [],
    declaration: text('-'),
  } as Version['form'],
})
const named = (id: string, more: Parameters<typeof field>[0] = { type: 'text' }) =>
  field({ id, label: text(id), ...more })
const rows = (fields: object[]) => named('rows', { type: 'repeat', item: text('row'), fields })
const name = named('name')
const cell = (id: string, type = 'text') => ({ id, label: text(id), type })

const NONE = { added: [], removed: [], changed: [] }
const differences: [string, Field[], Field[], object][] = [
  ['nothing', [name], [name], NONE],
  ['another order', [name, named('b')], [named('b'), name], NONE],
  ['words of help', [name], [named('name', { type: 'text', hint: text('ช่วย') })], NONE],
  ['a question more', [name], [name, named('b')], { ...NONE, added: [text('b')] }],
  ['a question less', [name, named('b')], [name], { ...NONE, removed: [text('b')] }],
  ['another type', [name], [named('name', { type: 'textarea' })], { ...NONE, changed: [text('name')] }],
  [
    'a narrower limit',
    [name],
    [named('name', { type: 'text', max: 20 })],
    { ...NONE, changed: [text('name')] },
  ],
  [
    'an option more',
    [named('c', { type: 'choice', options })],
    [named('c', { type: 'choice', options: [...options, { value: 'd', label: text('d') }] })],
    { ...NONE, changed: [text('c')] },
  ],
  [
    'another wording',
    [name],
    [field({ id: 'name', label: text('ชื่อเต็ม'), type: 'text' })],
    { ...NONE, changed: [text('ชื่อเต็ม')] },
  ],
  [
    'a column more',
    [rows([cell('y')])],
    [rows([cell('y'), cell('z')])],
    { ...NONE, changed: [text('rows')] },
  ],
  ['a heading', [name], [name, named('h', { type: 'heading' })], NONE],
]

test.each(differences)('%s is told', (_name, before, after, expected) => {
  const changes = compareForms({ before: version(before), after: version(after) })
  expect(changes).toEqual(expected)
  expect(isSame(changes)).toBe(expected === NONE)
})

test('the order in which a database gives the keys back says nothing', () => {
  const turned = Object.fromEntries(Object.entries(name).reverse()) as Field
  expect(compareForms({ before: version([turned]), after: version([name]) })).toEqual(NONE)
})

describe('a draft', () => {
  const hidden = named('b', { type: 'text', when: { field: 'name', eq: 'never' } })
  const cases: [string, Field[], Field[], Answers, Answers | undefined][] = [
    ['whose questions are all there', [name], [name, named('b')], { name: 'ก' }, { name: 'ก' }],
    [
      'whose question moved',
      [name, named('b')],
      [named('b'), name],
      { name: 'ก', b: 'ข' },
      { name: 'ก', b: 'ข' },
    ],
    ['with an answer nobody asks for', [name, named('b')], [name], { b: 'ข' }, undefined],
    ['without that answer', [name, named('b')], [name], { name: 'ก', b: ' ' }, { name: 'ก' }],
    ['with such an answer hidden', [name, hidden], [name], { name: 'ก', b: 'ข' }, { name: 'ก' }],
    ['with an answer of another type', [name], [named('name', { type: 'number' })], { name: 'ก' }, undefined],
    [
      'with rows that fit',
      [rows([cell('y')])],
      [rows([cell('y'), cell('z')])],
      { rows: [{ y: 'ก' }] },
      { rows: [{ y: 'ก' }] },
    ],
    [
      'with a column less',
      [rows([cell('y'), cell('z')])],
      [rows([cell('y')])],
      { rows: [{ z: 'ก' }] },
      undefined,
    ],
    [
      'with that column empty',
      [rows([cell('y'), cell('z')])],
      [rows([cell('y')])],
      { rows: [{ y: 'ก', z: '' }] },
      { rows: [{ y: 'ก', z: '' }] },
    ],
    [
      'about a licence',
      [name],
      [name],
      { name: 'ก', transaction: 'renew' },
      { name: 'ก', transaction: 'renew' },
    ],
  ]

  test.each(cases)('%s', (_name, before, after, answers, expected) => {
    expect(carriedAnswers({ before: version(before), after: version(after) }, answers)).toEqual(expected)
  })
})
