import { expect, test } from 'vitest'
import { allowedActions, type ReviewState } from '../../src/review/permission.ts'

const REVIEWER = { id: 'r', roles: ['reviewer' as const] }
const APPROVER = { id: 'a', roles: ['approver' as const] }
const BOTH = { id: 'b', roles: ['reviewer' as const, 'approver' as const] }

const state = (changes: Partial<ReviewState> = {}): ReviewState => ({
  status: 'in_review',
  step: 0,
  stepRoles: ['reviewer', 'approver'],
  officerId: null,
  endorsers: [],
  returnedBefore: false,
  ...changes,
})

test.each([
  ['a reviewer may claim a new case', state({ status: 'submitted' }), REVIEWER, ['claim']],
  ['an approver may not, at the first step', state({ status: 'submitted' }), APPROVER, []],
  [
    'who claimed it may return it or give an opinion',
    state({ officerId: 'r' }),
    REVIEWER,
    ['return', 'object', 'endorse'],
  ],
  ['another reviewer may not', state({ officerId: 'x' }), REVIEWER, []],
  [
    'after one return only the opinion is left',
    state({ officerId: 'r', returnedBefore: true }),
    REVIEWER,
    ['object', 'endorse'],
  ],
  [
    'the approver orders at the last step',
    state({ step: 1, officerId: 'a', returnedBefore: true }),
    APPROVER,
    ['approve', 'refuse'],
  ],
  ['the reviewer does not order', state({ step: 1 }), REVIEWER, []],
  ['four eyes: who endorsed does not order', state({ step: 1, endorsers: ['b'] }), BOTH, []],
  ['another with both roles may', state({ step: 1, endorsers: ['x'] }), BOTH, ['claim']],
  ['nobody acts while the applicant corrects', state({ status: 'returned', officerId: 'r' }), REVIEWER, []],
  ['nobody acts on an ended case', state({ status: 'issued', officerId: 'r' }), REVIEWER, []],
])('%s', (_, given, officer, expected) => {
  expect(allowedActions(given, officer)).toEqual(expected)
})
