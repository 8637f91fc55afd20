import type { Status } from '../application/lifecycle.ts'
import { listByStatus } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { listOfficers } from '../officer/store.ts'
import { allowedActions } from '../review/permission.ts'
import { bangkokDay, daysBetween } from '../service/dates.ts'
import type { Text } from '../service/definition.ts'
import { transactionOf } from '../service/transaction.ts'
import { definitionOf } from './definition-of.ts'
import { reviewState } from './review-case.ts'

export type WorkItem = {
  id: string
  reference: string
  holder: string
  summary: string
  status: Status
  step: number
  stepTitle: Text
  /** What is asked for, where it is not a first licence. */
  asks?: Text
  receivedAt: Date
  dueOn: string
  /** Days until due; negative when late; undefined while the applicant corrects, and once it is decided. */
  daysLeft?: number
  officer?: { id: string; name: string }
  /** It is this officer's turn: the step's role is theirs and nobody else holds it. */
  mine: boolean
}
export type Worklist = {
  items: WorkItem[]
  counts: { waiting: number; mine: number; late: number; returned: number; awaitingPayment: number }
}
export const WORKLIST_TABS = ['todo', 'returned', 'awaiting_payment', 'done'] as const
export type WorklistTab = (typeof WORKLIST_TABS)[number]

const TAB_STATUSES: Record<WorklistTab, readonly Status[]> = {
  todo: ['submitted', 'in_review'],
  returned: ['returned'],
  awaiting_payment: ['awaiting_fee', 'awaiting_payment', 'issuing'],
  done: ['issued', 'refused', 'lapsed'],
}
const LIST_LIMIT = 200

/** What is on the desk, most urgent first. */
export async function viewWorklist(
  ctx: Context,
  officer: ActingOfficer,
  tab: WorklistTab,
): Promise<Worklist> {
  const open = await itemsIn(ctx, officer, TAB_STATUSES.todo)
  const items = tab === 'todo' ? open : await itemsIn(ctx, officer, TAB_STATUSES[tab])
  const returned = await listByStatus(ctx.db, TAB_STATUSES.returned, LIST_LIMIT)
  const awaiting = await listByStatus(ctx.db, TAB_STATUSES.awaiting_payment, LIST_LIMIT)
  const counts = {
    waiting: open.length,
    mine: open.filter((item) => item.mine).length,
    late: open.filter((item) => (item.daysLeft ?? 0) < 0).length,
    returned: returned.length,
    awaitingPayment: awaiting.length,
  }
  return { items, counts }
}

async function itemsIn(
  ctx: Context,
  officer: ActingOfficer,
  statuses: readonly Status[],
): Promise<WorkItem[]> {
  return workItems(ctx, officer, await listByStatus(ctx.db, statuses, LIST_LIMIT))
}

/** The cases as the worklist shows them to this officer. */
export async function workItems(
  ctx: Context,
  officer: ActingOfficer,
  rows: Application[],
): Promise<WorkItem[]> {
  const names = new Map((await listOfficers(ctx.db)).map((each) => [each.id, each.name]))
  return Promise.all(rows.map((row) => workItem(ctx, officer, row, names)))
}

async function workItem(
  ctx: Context,
  officer: ActingOfficer,
  application: Application,
  names: Map<string, string>,
): Promise<WorkItem> {
  const definition = await definitionOf(ctx, ctx.db, application)
  const today = bangkokDay(ctx.clock.now())
  const state = await reviewState(ctx.db, { application, definition, today })
  const { id, holder, summary, status, step, officerId } = application
  return {
    id,
    holder,
    summary,
    status,
    step,
    reference: application.reference ?? '',
    asks: transactionOf(definition, application.answers)?.short,
    stepTitle: definition.review.steps[step]?.title ?? definition.short,
    receivedAt: application.receivedAt ?? application.createdAt,
    dueOn: application.dueOn ?? '',
    daysLeft: daysLeft(ctx, application),
    officer: officerId ? { id: officerId, name: names.get(officerId) ?? '' } : undefined,
    mine: allowedActions(state, officer).length > 0,
  }
}

/** Days until due while the clock runs; undefined while it stands still or the case is decided. */
export function daysLeft(
  ctx: Context,
  { status, dueOn }: Pick<Application, 'status' | 'dueOn'>,
): number | undefined {
  const runs = status === 'submitted' || status === 'in_review'
  return runs && dueOn ? daysBetween(bangkokDay(ctx.clock.now()), dueOn) : undefined
}
