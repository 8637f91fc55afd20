import { describe, expect, test } from 'vitest'
import { type Confirming, confirmRefusal, mandateStands, wantedMandate } from '../../src/mandate/mandate.ts'
import { loadService } from '../../src/service/load.ts'

const NOW = new Date('2026-11-23T03:42:00Z')
const later = new Date(NOW.getTime() + 1000)
const NUMBER = '1101700207366'
const asked = {
  kind: 'attorney' as const,
  status: 'asked' as const,
  principal: { name: 'นางสาวกมล ศรีทอง', number: NUMBER },
  codeUntil: later,
  tries: 0,
}
const by: Confirming = { isRepresentative: false, byLink: true, proofs: [], minimum: 0, now: NOW }
const proven = (idNumber: string, level = 2) => ({ proofs: [{ level, idNumber }] })

test.each<[string, object, Partial<Confirming>, string | undefined]>([
  [
    'the link and the number are enough where no proof is asked',
    {},
    { typed: '1-1017-00207-36-6' },
    undefined,
  ],
  ['the link alone is not', {}, {}, 'number_needed'],
  ['another number is not', {}, { typed: '1101700207365' }, 'number_wrong'],
  ['a link that is over is not', { codeUntil: NOW }, { typed: NUMBER }, 'link_over'],
  ['a number tried too often is not', { tries: 5 }, { typed: NUMBER }, 'link_over'],
  ['without the link the number alone is not', {}, { byLink: false, typed: NUMBER }, 'link_over'],
  ['a proof of the number needs no link', {}, { byLink: false, ...proven(NUMBER) }, undefined],
  [
    'a proof of another number is somebody else, whatever is typed',
    {},
    { ...proven('3100600123452'), typed: NUMBER },
    'other_person',
  ],
  ['where a proof is asked the number does not do', {}, { minimum: 2, typed: NUMBER }, 'proof_needed'],
  [
    'a proof below the level does not do',
    {},
    { minimum: 2, typed: NUMBER, ...proven(NUMBER, 1) },
    'proof_needed',
  ],
  [
    'the representative does not confirm for the principal',
    {},
    { isRepresentative: true, ...proven(NUMBER) },
    'own_case',
  ],
  ['nobody answers twice', { status: 'declined' }, proven(NUMBER), 'status_does_not_allow'],
  ['for a company a proven person with the link may', { kind: 'company' }, proven(NUMBER), undefined],
  ['for a company nobody unproven may', { kind: 'company' }, { typed: NUMBER }, 'proof_needed'],
  [
    'for a company nobody without the link may',
    { kind: 'company' },
    { byLink: false, ...proven(NUMBER) },
    'link_over',
  ],
  [
    'without a number, such as with a passport, nobody may',
    { principal: { name: 'A', number: '' } },
    { typed: '1' },
    'number_wrong',
  ],
])('%s', (_what, mandate, change, refusal) => {
  expect(confirmRefusal({ ...asked, ...mandate }, { ...by, ...change })).toBe(refusal)
})

test.each([
  ['asked', 'attorney', null, false],
  ['declined', 'attorney', null, false],
  ['confirmed', 'attorney', null, true],
  ['on_paper', 'attorney', null, true],
  ['confirmed', 'company', null, false],
  ['confirmed', 'company', NOW, true],
  ['on_paper', 'company', NOW, true],
  ['asked', 'company', NOW, false],
] as const)(
  '%s for a %s, register looked at: %s → an approval may rest on it: %s',
  (status, kind, authorityAt, stands) => {
    expect(mandateStands({ status, kind, authorityAt })).toBe(stands)
  },
)

describe('who is acted for', () => {
  const { definition } = loadService('services/food-premises')
  const answers = { by_proxy: 'yes', proxy: { title: 'นาย', first: 'ธีรเดช', last: 'ใจดี' } }
  test('a person, by the number asked of persons', () => {
    const person = { applicant_type: 'person', nationality: 'thai', national_id: '1-1017-00207-36-6' }
    expect(wantedMandate({ definition, answers: { ...answers, ...person } })).toMatchObject({
      kind: 'attorney',
      principal: { number: NUMBER },
      representative: expect.stringContaining('ธีรเดช'),
    })
  })
  test('a company, by its registration number', () => {
    const company = { applicant_type: 'company', company_name: 'บริษัท ก', company_id: '0105536000013' }
    expect(wantedMandate({ definition, answers: { ...answers, ...company } })).toMatchObject({
      kind: 'company',
      principal: { name: 'บริษัท ก', number: '0105536000013' },
    })
  })
  test('nobody, where the applicant files for themself', () => {
    expect(wantedMandate({ definition, answers: { ...answers, by_proxy: 'no' } })).toBeUndefined()
  })
})
