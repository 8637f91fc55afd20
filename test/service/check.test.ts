import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { definitionFaults } from '../../src/service/check/definition-findings.ts'
import { nearest } from '../../src/service/check/nearest.ts'
import type { Definition } from '../../src/service/definition.ts'
import { loadService } from '../../src/service/load.ts'

const SERVICES = readdirSync('services').filter((name) => !name.includes('.'))
const { definition } = loadService('services/drinking-water')
const change = (mutate: (copy: Definition) => void): Definition => {
  const copy = structuredClone(definition)
  mutate(copy)
  return copy
}

test.each(SERVICES)('the sample %s fits together', (name) => {
  expect(definitionFaults(loadService(`services/${name}`).definition)).toEqual([])
})

test.each<[string, (copy: Definition) => void, string]>([
  [
    'a condition on a field that is not there',
    (copy) =>
      Object.assign(copy.form.pages[0]?.fields[1] ?? {}, {
        when: { not: { all: [{ field: 'nobody', filled: true }] } },
      }),
    'nobody',
  ],
  [
    'a computed value with an unknown placeholder',
    (copy) => copy.computed.push({ id: 'more', cases: [{ text: '{nothing}' }] }),
    '{nothing}',
  ],
  ['a role that names nothing', (copy) => Object.assign(copy.roles, { place: 'nowhere' }), 'nowhere'],
  [
    'a published value that names nothing',
    (copy) => copy.licence.register.push({ label: { th: 'ก', en: 'a' }, value: 'ghost' }),
    'ghost',
  ],
  [
    'a fee per row of what has no rows',
    (copy) => Object.assign(copy.fees.items[0] ?? {}, { rule: 'per_row', rows: 'phone' }),
    'phone',
  ],
  [
    'two fields of one id',
    (copy) => copy.form.pages[1]?.fields.push(...(copy.form.pages[0]?.fields.slice(0, 1) ?? [])),
    'applicant_type',
  ],
])('%s stops the start', (_, mutate, named) => {
  expect(definitionFaults(change(mutate)).join('\n')).toContain(named)
})

test('what only a person can judge does not stop the start', () => {
  const faults = definitionFaults(
    change((copy) => {
      copy.agency.holidays = []
      copy.review.steps.splice(1)
      copy.transactions = copy.transactions.map((each) => ({ ...each, steps: [] }))
      copy.licence.register.push({ label: { th: 'ก', en: 'a' }, value: 'national_id' })
    }),
  )
  expect(faults).toEqual([])
})

test.each([
  ['optinal', 'optional'],
  ['feild', 'field'],
  ['Payer', 'payer'],
  ['zebra', undefined],
])('the word meant by %s is %s', (word, meant) => {
  expect(nearest(word, ['field', 'optional', 'payer', 'unit'])).toBe(meant)
})
