/** How a case went, as its applicant is told. Pure: made from the history. */
import type { Status } from './lifecycle.ts'

const STEPS = ['submitted', 'in_review', 'returned', 'decided', 'paid', 'issued'] as const
type StepId = (typeof STEPS)[number]
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
  submitted: 'in_review',
  in_review: 'in_review',
  returned: 'returned',
  awaiting_payment: 'paid',
  issuing: 'issued',
  issued: undefined,
  refused: undefined,
  withdrawn: undefined,
}

type Event = { event: string; at: Date }

/** Steps that do not occur in this case (no correction, no fee, refused) are left out. */
export function timeline(status: Status, events: Event[], feeDue: boolean): TimelineStep[] {
  const at = (names: readonly string[]) => events.findLast((each) => names.includes(each.event))?.at
  const wasReturned = events.some((each) => each.event === 'returned')
  const ended = status === 'refused' || status === 'withdrawn'
  const occurs: Record<StepId, boolean> = {
    submitted: true,
    in_review: true,
    returned: wasReturned,
    decided: true,
    paid: feeDue && !ended,
    issued: !ended,
  }
  return STEPS.filter((id) => occurs[id]).map((id) => {
    const current = CURRENT_IN[status] === id
    const when = current ? undefined : at(DONE_BY[id])
    return { id, when, state: current ? 'current' : when ? 'done' : 'todo' }
  })
}
