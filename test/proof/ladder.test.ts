import { describe, expect, test } from 'vitest'
import { isProven, openOffers, proofState, provenLevel, rungOf, validUntil } from '../../src/proof/ladder.ts'
import type { ProofStatus } from '../../src/proof/table.ts'
import { saysSame, subjectOf, verifiedAnswers } from '../../src/proof/verified.ts'
import { Definition, type TransactionType } from '../../src/service/definition.ts'
import type { Answers } from '../../src/service/form.ts'
import { loadService } from '../../src/service/load.ts'

const NOW = new Date('2026-11-23T10:42:00+07:00')
const LATER = new Date('2027-11-23T10:42:00+07:00')
const NUMBER = '1101700207366'
const OTHER = '3100600445635'

const base = loadService('test/services/unseen').definition
/** A form with the applicant's own number and name, both filled in by a proof. */
const definition = Definition.parse({
  ...base,
  onBehalf: undefined,
  identity: {
    minimum: 2,
    methods: [{ method: 'thaid' }, { method: 'e_document' }, { method: 'telephone' }],
    transactions: [
      { types: ['cancel'], minimum: 1 },
      { types: ['replace'], minimum: 0, methods: [{ method: 'line' }] },
    ],
  },
  form: {
    ...base.form,
    pages: [
      {
        id: 'who',
        title: { th: 'ผู้ขอ', en: 'Applicant' },
        fields: [
          { id: 'number', type: 'thai_id', label: { th: 'เลข', en: 'Number' }, proven: 'id_number' },
          { id: 'person', type: 'person_name', label: { th: 'ชื่อ', en: 'Name' }, proven: 'name' },
        ],
      },
    ],
    exits: [],
    blocks: [],
  },
})

const proof = (status: ProofStatus = 'accepted', level = 2, idNumber?: string) => ({
  status,
  level,
  validUntil: LATER,
  subject: { idNumber },
  applicationId: 'case',
  requestedAt: NOW,
})
const about = (answers: Answers = {}) => ({ definition, answers, applicationId: 'case' })

test.each<[TransactionType, { thaid: boolean }, string[]]>([
  ['new', { thaid: true }, ['thaid', 'e_document']],
  ['new', { thaid: false }, ['e_document']],
  ['cancel', { thaid: true }, ['thaid', 'e_document', 'telephone']],
  ['replace', { thaid: true }, ['line']],
])('%s offers, in order, what reaches its level (%o)', (type, joined, expected) => {
  expect(openOffers(rungOf(definition, type), joined).map(({ method }) => method)).toEqual(expected)
})

test('the level that stands is the highest of those accepted and not run out', () => {
  expect(provenLevel([], NOW)).toBe(-1)
  expect(provenLevel([proof('accepted', 1), proof('accepted', 2), proof('requested', 3)], NOW)).toBe(2)
  expect(provenLevel([proof('accepted', 2)], LATER)).toBe(-1)
  expect(provenLevel([{ ...proof('accepted', 2), validUntil: null }], LATER)).toBe(2)
})

test.each([
  ['nothing', [], {}, false],
  ['a proof that waits', [proof('requested')], {}, false],
  ['a refused one', [proof('refused')], {}, false],
  ['too low a level', [proof('accepted', 1)], {}, false],
  ['an accepted one', [proof()], {}, true],
  ['one of the number on the form', [proof('accepted', 2, NUMBER)], { number: '1-1017-00207-36-6' }, true],
  ['one of another number', [proof('accepted', 2, OTHER)], { number: NUMBER }, false],
  ['a lower level where less is asked', [proof('accepted', 1)], { transaction: 'cancel' }, true],
  ['nothing where nothing is asked', [], { transaction: 'replace' }, true],
  [
    'another number where the form names who takes over',
    [proof('accepted', 2, OTHER)],
    { number: NUMBER, transaction: 'transfer' },
    true,
  ],
])('%s: proven %#', (_, proofs, answers, expected) => {
  expect(isProven(proofs, about(answers as Answers), NOW)).toBe(expected)
})

test.each([
  ['nothing yet', [], 'open'],
  ['one that waits', [proof('requested')], 'waiting'],
  ['one refused last', [proof('refused')], 'refused'],
  ['refused, then asked for again', [proof('requested'), proof('refused')], 'waiting'],
  ['given up', [proof('cancelled')], 'open'],
  ['one that stands', [proof('accepted'), proof('refused')], 'proven'],
  ['one that waits in another case', [{ ...proof('requested'), applicationId: 'other' }], 'open'],
  ['one that stood in another case', [{ ...proof('accepted'), applicationId: 'other' }], 'proven'],
])('with %s a case is %#', (_, proofs, expected) => {
  expect(proofState(proofs, about(), NOW).state).toBe(expected)
})

test('a proof holds for so many days from the decision', () => {
  expect(validUntil({ validDays: 365 }, NOW)).toEqual(LATER)
})

describe('what a proof fills in', () => {
  const name = { title: 'นางสาว', first: 'กมล', last: 'ศรีทอง' }
  const standing = [{ subject: { idNumber: NUMBER, name }, decidedAt: NOW }]

  test('is number and name, where the form asks for them', () => {
    expect(verifiedAnswers(about(), standing)).toEqual({ number: NUMBER, person: name })
    expect(verifiedAnswers(about(), [])).toEqual({})
  })

  test('is nothing where the form names who takes the licence over', () => {
    expect(verifiedAnswers(about({ transaction: 'transfer' }), standing)).toEqual({})
  })

  test('is what the newest proof says', () => {
    const newer = { subject: { idNumber: OTHER }, decidedAt: LATER }
    expect(verifiedAnswers(about(), [...standing, newer])).toEqual({ number: OTHER, person: name })
  })

  test('is what an officer confirmed by looking at the form', () => {
    const answers = { number: '1-1017-00207-36-6', person: name }
    expect(subjectOf({ definition, answers })).toEqual({ idNumber: NUMBER, name })
  })
})

test.each([
  ['1-1017-00207-36-6', NUMBER, true],
  [OTHER, NUMBER, false],
  [{ day: '15', month: '1', year: '2530' }, '1987-01-15', true],
  [{ title: 'นาย', first: 'ก', last: 'ข' }, { title: 'นาย', first: 'ก', last: 'ข' }, true],
  [{ title: 'นาย', first: 'ก', last: 'ข' }, { title: 'นาย', first: 'ก', last: 'ค' }, false],
])('%o says the same as %o: %s', (typed, proven, expected) => {
  expect(saysSame(typed, proven)).toBe(expected)
})
