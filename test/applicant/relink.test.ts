import { describe, expect, test } from 'vitest'
import {
  confirmationRefusal,
  type Examiner,
  mayObject,
  mergeCases,
  neededLevel,
  proposalRefusal,
  type RelinkProposal,
  stopOf,
} from '../../src/applicant/relink.ts'

const NOW = new Date('2026-11-23T03:42:00Z')
const day = (count: number) => new Date(NOW.getTime() + count * 86_400_000)
const proposal: RelinkProposal = {
  officerId: 'first',
  eyes: ['first', 'delegator'],
  at: NOW.toISOString(),
  reason: 'ตรงกัน',
  seen: [],
  outcome: 'move',
}
const found = {
  status: 'proposed' as const,
  doneAt: null,
  proposal,
  oldLineUserId: 'U-old',
  newLineUserId: 'U-new',
  provenBy: 'checker',
}
const second: Examiner = { eyes: ['second'], lineUserId: 'U-second', mayConfirm: true }

test.each<
  [string, Partial<typeof found> | { status: 'asked' | 'done' }, Partial<Examiner>, string | undefined]
>([
  ['another officer may', {}, {}, undefined],
  ['who proposed may not', {}, { eyes: ['first'] }, 'four_eyes'],
  ['who acts for the one who proposed may not', {}, { eyes: ['second', 'first'] }, 'four_eyes'],
  ['in whose place it was proposed may not', {}, { eyes: ['delegator'] }, 'four_eyes'],
  ['who accepted the proof may not', {}, { eyes: ['checker'] }, 'four_eyes'],
  ['the person of the new account may not', {}, { lineUserId: 'U-new' }, 'own_account'],
  ['the person of the old account may not', {}, { lineUserId: 'U-old' }, 'own_account'],
  ['an officer of another role may not', {}, { mayConfirm: false }, 'not_allowed'],
  ['nothing is confirmed that was not proposed', { status: 'asked' }, {}, 'status_does_not_allow'],
  ['nothing is confirmed twice', { status: 'done' }, {}, 'status_does_not_allow'],
])('confirming: %s', (_what, change, officer, refusal) => {
  expect(confirmationRefusal({ ...found, ...change } as typeof found, { ...second, ...officer })).toBe(
    refusal,
  )
})

test('the applicant does not propose it at their own desk', () => {
  expect(proposalRefusal({ ...found, status: 'asked' }, { ...second, lineUserId: 'U-new' })).toBe(
    'own_account',
  )
})

test.each([
  [[], 2],
  [[0, 1], 2],
  [[2, 3], 3],
])('an account proven at %j asks for level %i', (levels, needed) => {
  expect(neededLevel(levels)).toBe(needed)
})

test.each([
  ['asked', null, true],
  ['proposed', null, true],
  ['done', day(1), true],
  ['done', day(-1), false],
  ['done', null, false],
  ['refused', null, false],
  ['restored', null, false],
] as const)('of one that is %s, with a window until %s, objecting: %s', (status, objectUntil, may) => {
  expect(mayObject({ status, objectUntil }, NOW)).toBe(may)
})

describe('an account is stopped', () => {
  const account = { oldLineUserId: 'U-old', newLineUserId: 'U-new' }
  test.each([
    ['done', 'U-old', 'moved'],
    ['done', 'U-new', undefined],
    ['objected', 'U-old', 'frozen'],
    ['objected', 'U-new', 'frozen'],
    ['restored', 'U-old', undefined],
  ] as const)('%s: %s is %s', (status, lineUserId, stop) => {
    expect(stopOf([{ ...account, status, doneAt: NOW }], lineUserId)).toBe(stop)
  })
  test('not by an objection to what has not happened', () => {
    expect(stopOf([{ ...account, status: 'objected', doneAt: null }], 'U-old')).toBeUndefined()
  })
})

describe('of two accounts with cases', () => {
  const of = (id: string, status: string, updatedAt: Date, serviceId = 'one') => ({
    id,
    serviceId,
    status,
    updatedAt,
  })
  test.each([
    [
      'the newer draft of the new account is kept',
      [of('a', 'draft', NOW)],
      [of('b', 'draft', day(1))],
      ['b'],
      ['a'],
    ],
    [
      'the newer draft of the old account is kept',
      [of('a', 'draft', day(1))],
      [of('b', 'draft', NOW)],
      [],
      ['b'],
    ],
    [
      'of drafts of one age, the earlier account’s',
      [of('a', 'draft', NOW)],
      [of('b', 'draft', NOW)],
      [],
      ['b'],
    ],
    [
      'drafts of two services are both kept',
      [of('a', 'draft', NOW)],
      [of('b', 'draft', NOW, 'two')],
      ['b'],
      [],
    ],
    ['what was handed in always goes over', [of('a', 'draft', NOW)], [of('b', 'issued', NOW)], ['b'], []],
  ])('%s', (_what, kept, added, move, erase) => {
    expect(mergeCases(kept, added)).toEqual({ move, erase })
  })
})
