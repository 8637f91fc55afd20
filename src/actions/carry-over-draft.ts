import {
  appendHistory,
  keepDefinition,
  listHistory,
  lockOwnApplication,
  updateApplication,
} from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { type Changes, carriedAnswers, compareForms, isSame } from '../service/changes.ts'
import type { Definition } from '../service/definition.ts'
import { transactionType } from '../service/transaction.ts'
import { definitionOf } from './definition-of.ts'

const EVENT = 'carried_over'

/**
 * Takes a draft begun under an older version of the service over to the present one, where every answer finds its
 * question again; otherwise it goes on under the rules it was begun under. Gives what is asked otherwise now, for the
 * applicant to be told, until the next answer is saved. Repeating it changes nothing. Throws NotFound.
 */
export async function carryOverDraft(
  ctx: Context,
  owner: { applicationId: string; applicantId: string },
): Promise<Changes | undefined> {
  return ctx.db.transaction(async (tx) => {
    const draft = await lockOwnApplication(tx, owner)
    if (draft.status !== 'draft') return undefined
    await carryOver(ctx, tx, draft)
    return untold(tx, draft)
  })
}

async function carryOver(ctx: Context, tx: Transaction, draft: Application): Promise<void> {
  const { definition: after, hash } = ctx.service
  if (draft.definitionHash === hash || draft.serviceId !== after.id) return
  if (draft.licenceId && !offers(after, draft)) return
  const before = await definitionOf(ctx, tx, draft)
  const answers = carriedAnswers({ before, after }, draft.answers)
  if (!answers) return
  const now = ctx.clock.now()
  await keepDefinition(tx, hash, after, now)
  await updateApplication(tx, draft.id, { definitionHash: hash, answers })
  await appendHistory(tx, draft.id, {
    at: now,
    actor: 'system',
    event: EVENT,
    data: { from: before.version, to: after.version, ...compareForms({ before, after }) },
  })
}

const offers = ({ transactions }: Definition, { answers }: Application): boolean =>
  transactions.some(({ type }) => type === transactionType(answers))

/** Nothing has been saved since it was carried over: it has not been answered to yet. */
async function untold(tx: Transaction, draft: Application): Promise<Changes | undefined> {
  const last = (await listHistory(tx, draft.id)).findLast(({ event }) => event === EVENT)
  if (!last || last.at < draft.updatedAt) return undefined
  const { added, removed, changed } = last.data as Changes
  const changes = { added, removed, changed }
  return isSame(changes) ? undefined : changes
}
