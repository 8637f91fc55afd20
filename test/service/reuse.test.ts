import { expect, test } from 'vitest'
import { Form } from '../../src/service/definition/form.ts'
import type { Definition } from '../../src/service/definition.ts'
import type { Answers } from '../../src/service/form.ts'
import { reusableAnswers } from '../../src/service/reuse.ts'

const label = { th: 'ช่อง', en: 'Field' }
const TODAY = '2026-11-23'

type Fields = Record<string, unknown>[]
const rules = (fields: Fields, onBehalf?: Definition['onBehalf']) => ({
  onBehalf,
  form: Form.parse({
    pages: [{ id: 'one', title: label, fields: fields.map((field) => ({ label, ...field })) }],
    documents: [{ id: 'paper', label }],
    declaration: label,
  }),
})
const taken = (before: Fields, now: Fields, answers: Answers) =>
  reusableAnswers({ definition: rules(before), answers }, rules(now), TODAY)

const text = { id: 'a', type: 'text' }
const choice = (...values: string[]) => ({
  id: 'c',
  type: 'choice',
  options: values.map((value) => ({ value, label })),
})

test.each([
  ['an answer to the same question', [text], [text], { a: 'x' }, { a: 'x' }],
  ['nothing of another type', [text], [{ id: 'a', type: 'email' }], { a: 'x@y.example' }, {}],
  ['nothing that is asked no more', [text], [{ id: 'b', type: 'text' }], { a: 'x' }, {}],
  ['nothing the service keeps out', [text], [{ ...text, reuse: false }], { a: 'x' }, {}],
  ['no file', [text], [text], { paper: [{ id: '1', name: 'a', size: 1, type: 'image/png' }] }, {}],
  ['no signature', [{ id: 'a', type: 'signature' }], [{ id: 'a', type: 'signature' }], { a: 'ก ข' }, {}],
  [
    'no agreement',
    [{ id: 'a', type: 'consent', text: label, version: '1' }],
    [{ id: 'a', type: 'consent', text: label, version: '1' }],
    { a: '1' },
    {},
  ],
  ['an option that is still there', [choice('x', 'y')], [choice('y', 'z')], { c: 'y' }, { c: 'y' }],
  ['no option that is gone', [choice('x', 'y')], [choice('y', 'z')], { c: 'x' }, {}],
  ['nothing that is too long now', [text], [{ ...text, max: 2 }], { a: 'xyz' }, {}],
  [
    'no day that has passed where it may not',
    [{ id: 'a', type: 'date' }],
    [{ id: 'a', type: 'date', past: false }],
    { a: '2026-11-22' },
    {},
  ],
  [
    'nothing behind a choice that was not taken over',
    [choice('x', 'y'), { ...text, when: { field: 'c', eq: 'x' } }],
    [choice('y', 'z'), { ...text, when: { field: 'c', eq: 'x' } }],
    { c: 'x', a: 'secret' },
    {},
  ],
  [
    'the columns of rows that are still asked',
    [
      {
        id: 'r',
        type: 'repeat',
        item: label,
        fields: [
          { ...text, label },
          { id: 'b', type: 'text', label },
        ],
      },
    ],
    [{ id: 'r', type: 'repeat', item: label, fields: [{ ...text, label }] }],
    { r: [{ a: '1', b: '2' }] },
    { r: [{ a: '1' }] },
  ],
])('takes over %s', (_, before, now, answers, expected) => {
  expect(taken(before, now, answers as Answers)).toEqual(expected)
})

test('takes nothing from an application made for somebody else', () => {
  const definition = rules([text, choice('self', 'other')], { field: 'c', eq: 'other' })
  const from = (c: string) => reusableAnswers({ definition, answers: { a: 'x', c } }, definition, TODAY)
  expect(from('other')).toEqual({})
  expect(from('self')).toEqual({ a: 'x', c: 'self' })
})
