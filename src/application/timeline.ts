/** How a case went, as its applicant is told. Pure: made from the history. */
import type { Status } from './lifecycle.ts'

const STEPS = ['submitted', 'in_review', 'returned', 'decided', 'paid', 'issued'] as const
type StepId = (typeof STEPS)[number]
const PAID_FIRST: readonly StepId[] = ['submitted', 'paid', 'in_review', 'returned', 'decided', 'issued']
/** `when` is an instant; undefined: not yet. */
export type TimelineStep = { id: StepId; when?: Date; state: 'done' | 'current' | 'todo' }

/** The history event that completes each step. */
const DONE_BY: Record<StepId, readonly string[]> = {
  submitted: ['submitted'],
  in_review: ['approved', 'refused'],
  returned: ['corrected'],
  decided: ['approved', 'refused'],
  paid: ['paid'],
  issued: ['issued'],
}
const CURRENT_IN: Record<Status, StepId | undefined> = {
  draft: undefined,
  awaiting_fee: 'paid',
  submitted: 'in_review',
  in_review: 'in_review',
  returned: 'returned',
  awaiting_payment: 'paid',
  issuing: 'issued',
  issued: undefined,
  refused: undefined,
  withdrawn: undefined,
  lapsed: undefined,
  given_back: undefined,
}

const ENDED: readonly Status[] = ['refused', 'withdrawn', 'lapsed', 'given_back']
const UNDECIDED: readonly Status[] = ['lapsed', 'given_back']

type Event = { event: string; at: Date }

/**
 * Steps that do not occur in this case (no correction, no fee, refused) are left out. `feeDue`: when there is
 * something to pay, if there is; a fee due at filing comes before the review.
 */
export function timeline(
  status: Status,
  events: Event[],
  feeDue: 'at_filing' | 'after_approval' | false,
): TimelineStep[] {
  const at = (names: readonly string[]) => events.findLast((each) => names.includes(each.event))?.at
  const wasReturned = events.some((each) => each.event === 'returned')
  const ended = ENDED.includes(status)
  const atFiling = feeDue === 'at_filing'
  // What lapsed before the review began was never reviewed; what was given back was not decided.
  const begun = !UNDECIDED.includes(status) || at(DONE_BY.decided) !== undefined
  const wasPaid = events.some((each) => each.event === 'paid')
  const occurs: Record<StepId, boolean> = {
    submitted: true,
    in_review: begun,
    returned: wasReturned,
    decided: begun,
    paid: feeDue !== false && (!ended || wasPaid),
    issued: !ended,
  }
  return (atFiling ? PAID_FIRST : STEPS)
    .filter((id) => occurs[id])
    .map((id) => {
      const current = CURRENT_IN[status] === id
      const when = current ? undefined : at(DONE_BY[id])
      return { id, when, state: current ? 'current' : when ? 'done' : 'todo' }
    })
}
