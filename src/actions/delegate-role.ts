import type { Context } from '../context.ts'
import { Invalid, NotFound } from '../errors.ts'
import {
  type DelegationState,
  type DelegationWish,
  delegationProblem,
  delegationState,
} from '../officer/delegation.ts'
import { insertDelegation, listDelegations, updateDelegation } from '../officer/delegations.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { listOfficers, lockOfficers, recordOfficer } from '../officer/store.ts'
import type { Delegation } from '../officer/table.ts'
import { bangkokDay } from '../service/dates.ts'

export type ShownDelegation = Delegation & {
  from: string
  position: string
  to: string
  state: DelegationState
}

/** All that were ever recorded, the newest first. */
export async function viewDelegations(ctx: Context): Promise<ShownDelegation[]> {
  const officers = await listOfficers(ctx.db)
  const today = bangkokDay(ctx.clock.now())
  const find = (id: string) => officers.find((each) => each.id === id)
  return (await listDelegations(ctx.db)).map((each) => ({
    ...each,
    from: find(each.fromId)?.name ?? '',
    position: find(each.fromId)?.position ?? '',
    to: find(each.toId)?.name ?? '',
    state: delegationState(each, today),
  }))
}

/** Records an order that one officer acts in the place of another. Throws Invalid with the reason. */
export async function delegateRole(ctx: Context, by: ActingOfficer, wish: DelegationWish): Promise<void> {
  const at = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    const officers = await lockOfficers(tx)
    const given = await listDelegations(tx)
    const problem = delegationProblem(wish, { officers, given, byId: by.id, today: bangkokDay(at) })
    if (problem) throw new Invalid(problem)
    const orderNumber = wish.orderNumber.trim()
    await insertDelegation(tx, { ...wish, orderNumber, createdBy: by.id, createdAt: at })
    const data = { role: wish.role, order: orderNumber, firstDay: wish.firstDay, lastDay: wish.lastDay }
    for (const officerId of [wish.fromId, wish.toId])
      await recordOfficer(tx, { officerId, byId: by.id, event: 'delegation_given', data, at })
  })
}

/** Ends a delegation now, before its last day; one that has ended stays as it is. Throws NotFound. */
export async function endDelegation(ctx: Context, by: ActingOfficer, id: string): Promise<void> {
  const at = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    await lockOfficers(tx)
    const found = (await listDelegations(tx)).find((each) => each.id === id)
    if (!found) throw new NotFound('delegation')
    if (found.endedAt) return
    await updateDelegation(tx, id, { endedAt: at })
    const data = { role: found.role, order: found.orderNumber }
    for (const officerId of [found.fromId, found.toId])
      await recordOfficer(tx, { officerId, byId: by.id, event: 'delegation_ended', data, at })
  })
}
