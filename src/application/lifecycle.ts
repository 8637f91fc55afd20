/**
 * The life of an application. One table says what may happen in which status and where it leads;
 * everything else (screens, chat, jobs) asks this table. Money comes before the licence is made, because the licence
 * prints the receipt number: after approval, or, where the service says so, at filing and before the review. What is
 * not paid in time lapses; what is not corrected in time is given back, and may be filed again (Licensing Facilitation
 * Act s.9). The clock stands still while the applicant corrects, or has not paid what is due before the review.
 */
import { Conflict } from '../errors.ts'

export const STATUSES = [
  'draft',
  'awaiting_fee',
  'submitted',
  'in_review',
  'returned',
  'awaiting_payment',
  'issuing',
  'issued',
  'refused',
  'withdrawn',
  'lapsed',
  'given_back',
] as const
export type Status = (typeof STATUSES)[number]

/** Handed in, and not ended. */
export const UNDER_WAY = [
  'awaiting_fee',
  'submitted',
  'in_review',
  'returned',
  'awaiting_payment',
  'issuing',
] as const satisfies readonly Status[]

export const TRANSITIONS = {
  submit: { from: ['draft'], to: 'submitted' },
  submit_unpaid: { from: ['draft'], to: 'awaiting_fee' },
  pay_at_filing: { from: ['awaiting_fee'], to: 'submitted' },
  claim: { from: ['submitted', 'in_review'], to: 'in_review' },
  return: { from: ['in_review'], to: 'returned' },
  correct: { from: ['returned'], to: 'in_review' },
  correct_unpaid: { from: ['returned'], to: 'awaiting_fee' },
  pay_difference: { from: ['awaiting_fee'], to: 'in_review' },
  give_back: { from: ['returned'], to: 'given_back' },
  endorse: { from: ['in_review'], to: 'in_review' },
  approve: { from: ['in_review'], to: 'awaiting_payment' },
  approve_settled: { from: ['in_review'], to: 'issuing' },
  refuse: { from: ['in_review'], to: 'refused' },
  pay: { from: ['awaiting_payment'], to: 'issuing' },
  issue: { from: ['issuing'], to: 'issued' },
  withdraw: {
    from: ['draft', 'awaiting_fee', 'submitted', 'in_review', 'returned', 'awaiting_payment'],
    to: 'withdrawn',
  },
  lapse: { from: ['awaiting_fee', 'awaiting_payment'], to: 'lapsed' },
} as const satisfies Record<string, { from: readonly Status[]; to: Status }>
export type Transition = keyof typeof TRANSITIONS

export function isAllowed(status: Status, transition: Transition): boolean {
  return (TRANSITIONS[transition].from as readonly Status[]).includes(status)
}

/** The status a transition leads to. Throws Conflict when it is not allowed from this one. */
export function next(status: Status, transition: Transition): Status {
  if (!isAllowed(status, transition)) throw new Conflict('status_does_not_allow')
  return TRANSITIONS[transition].to
}
