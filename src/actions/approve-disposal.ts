import { appendHistory, findApplication, lockApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import { Forbidden, Invalid } from '../errors.ts'
import { listDocuments } from '../licence/store.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { hasRole } from '../officer/roles.ts'
import { listOfficers } from '../officer/store.ts'
import { addJob } from '../outbox/store.ts'
import { HOLD_REASONS, type HoldReason } from '../privacy/disposal.ts'
import {
  dropApprovals,
  insertApprovals,
  keepCase,
  letGo,
  listDisposals,
  listHolds,
} from '../privacy/disposal-store.ts'
import type { Disposal, DisposalHold } from '../privacy/table.ts'
import { bangkokDay } from '../service/dates.ts'
import { type DueItem, keyOf, listDue } from './list-disposal.ts'

/** What an officer sees at once; the rest comes when these are dealt with. */
const MOST_SHOWN = 200
const MOST_RECORDS = 100

export type DisposalView = {
  today: string
  /** What waits for a word, or for the job that acts upon it. */
  due: (DueItem & { key: string })[]
  more: number
  kept: (DisposalHold & { reference: string })[]
  record: (Disposal & { approver: string })[]
}

/** The list of what is due, what is kept nevertheless, and what went. Throws Forbidden. */
export async function viewDisposal(ctx: Context, officer: ActingOfficer): Promise<DisposalView> {
  mayDispose(officer)
  const today = bangkokDay(ctx.clock.now())
  const due = (await allDue(ctx, today)).filter(({ approval }) => approval !== 'not_needed')
  const names = new Map((await listOfficers(ctx.db)).map(({ id, name }) => [id, name]))
  const kept: DisposalView['kept'] = []
  for (const hold of await listHolds(ctx.db)) {
    const application = await findApplication(ctx.db, hold.applicationId)
    kept.push({ ...hold, reference: application?.reference ?? '' })
  }
  return {
    today,
    due: due.slice(0, MOST_SHOWN).map((item) => ({ ...item, key: keyOf(item) })),
    more: Math.max(0, due.length - MOST_SHOWN),
    kept,
    record: (await listDisposals(ctx.db, MOST_RECORDS)).map((row) => ({
      ...row,
      approver: names.get(row.approvedBy ?? '') ?? '',
    })),
  }
}

/**
 * Approves what was chosen from the list, as far as it is still due; a job disposes of it at once. What is not due is
 * passed over: nobody can approve what the law still keeps. Gives how many. Throws Forbidden; Invalid for nothing chosen.
 */
export async function approveDisposal(
  ctx: Context,
  officer: ActingOfficer,
  keys: readonly string[],
): Promise<number> {
  mayDispose(officer)
  if (keys.length === 0) throw new Invalid('nothing_chosen')
  const now = ctx.clock.now()
  const chosen = new Set(keys)
  const due = (await allDue(ctx, bangkokDay(now))).filter((item) => chosen.has(keyOf(item)))
  await ctx.db.transaction(async (tx) => {
    const word = { officerId: officer.id, at: now }
    await insertApprovals(
      tx,
      due.map(({ kind, subjectId, rule }) => ({ kind, subjectId, rule, ...word })),
    )
    await addJob(tx, { name: 'dispose', payload: {}, runAt: now, key: `dispose:${now.toISOString()}` })
  })
  ctx.wakeRelay()
  return due.length
}

export type Keep = { applicationId: string; because: string; until?: string }

/** Keeps a case though its time is over, with all its documents. Throws Forbidden, NotFound, Invalid. */
export async function holdCase(
  ctx: Context,
  officer: ActingOfficer,
  { applicationId, because, until }: Keep,
): Promise<void> {
  mayDispose(officer)
  const reason = HOLD_REASONS.find((each) => each === because)
  if (!reason) throw new Invalid('reason_needed')
  const now = ctx.clock.now()
  if (until !== undefined && until < bangkokDay(now)) throw new Invalid('day_is_past')
  await ctx.db.transaction(async (tx) => {
    await lockApplication(tx, applicationId)
    const documents = await listDocuments(tx, applicationId)
    await dropApprovals(tx, [applicationId, ...documents.map(({ id }) => id)])
    await keepCase(tx, { applicationId, because: reason, until, officerId: officer.id, at: now })
    await tell(tx, applicationId, { officer, event: 'kept', reason, at: now })
  })
}

/** From now on its time counts again. Throws Forbidden, NotFound. */
export async function releaseCase(
  ctx: Context,
  officer: ActingOfficer,
  applicationId: string,
): Promise<void> {
  mayDispose(officer)
  await ctx.db.transaction(async (tx) => {
    await lockApplication(tx, applicationId)
    await letGo(tx, applicationId)
    await tell(tx, applicationId, { officer, event: 'let_go', at: ctx.clock.now() })
  })
}

type Told = { officer: ActingOfficer; event: 'kept' | 'let_go'; reason?: HoldReason; at: Date }

async function tell(
  tx: Parameters<typeof appendHistory>[0],
  applicationId: string,
  { officer, event, reason, at }: Told,
): Promise<void> {
  const data = reason ? { because: reason } : {}
  await appendHistory(tx, applicationId, { at, actor: `officer:${officer.id}`, event, data })
}

function mayDispose(officer: ActingOfficer): void {
  if (!hasRole(officer, ['dpo'])) throw new Forbidden('not_allowed')
}

async function allDue(ctx: Context, today: string): Promise<DueItem[]> {
  const all: DueItem[] = []
  for await (const items of listDue(ctx, today)) all.push(...items)
  return all
}
