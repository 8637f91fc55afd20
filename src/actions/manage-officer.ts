import { endSessions, listSessions } from '../applicant/sessions.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { Conflict, Invalid, NotFound } from '../errors.ts'
import {
  deleteFactors,
  insertReset,
  listFactors,
  listOpenResets,
  lockReset,
  updateReset,
} from '../officer/factors.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import type { OfficerRole } from '../officer/roles.ts'
import {
  findOfficer,
  listOfficerHistory,
  listOfficers,
  lockOfficers,
  recordOfficer,
  updateOfficer,
} from '../officer/store.ts'
import type { FactorReset, Officer, OfficerHistory } from '../officer/table.ts'
import { inviteOfficer, makeInvitation } from './join-officer.ts'

/** Without what is secret about an officer. */
export type ShownOfficer = Pick<Officer, 'id' | 'name' | 'position' | 'roles' | 'active'> & {
  joined: boolean
  hasFactor: boolean
}
export type ShownReset = FactorReset & { name: string; by: string }

async function shown(ctx: Context, officer: Officer): Promise<ShownOfficer> {
  const { id, name, position, roles, active, lineUserId } = officer
  const hasFactor = (await listFactors(ctx.db, id)).length > 0
  return { id, name, position, roles, active, joined: lineUserId !== null, hasFactor }
}

export async function viewOfficers(
  ctx: Context,
): Promise<{ officers: ShownOfficer[]; resets: ShownReset[] }> {
  const rows = await listOfficers(ctx.db)
  const nameOf = (id: string) => rows.find((each) => each.id === id)?.name ?? ''
  const resets = await listOpenResets(ctx.db)
  return {
    officers: await Promise.all(rows.map((each) => shown(ctx, each))),
    resets: resets.map((each) => ({ ...each, name: nameOf(each.officerId), by: nameOf(each.requestedBy) })),
  }
}

export type OfficerAccount = {
  officer: ShownOfficer
  sessions: number
  resetWaits: boolean
  history: (OfficerHistory & { by: string })[]
}

/** Throws NotFound. */
export async function viewOfficer(ctx: Context, id: string): Promise<OfficerAccount> {
  const found = await findOfficer(ctx.db, id)
  if (!found) throw new NotFound('officer')
  const rows = await listOfficers(ctx.db)
  const sessions = found.lineUserId ? await listSessions(ctx.db, found.lineUserId, ctx.clock.now()) : []
  const history = await listOfficerHistory(ctx.db, id)
  return {
    officer: await shown(ctx, found),
    sessions: sessions.length,
    resetWaits: (await listOpenResets(ctx.db)).some((each) => each.officerId === id),
    history: history.map((each) => ({ ...each, by: rows.find((row) => row.id === each.byId)?.name ?? '' })),
  }
}

/** An invitation by an administrator: its code is shown once. Throws Invalid. */
export async function invite(
  ctx: Context,
  by: ActingOfficer,
  wanted: { name: string; position: string; roles: OfficerRole[] },
): Promise<{ id: string; code: string }> {
  const [name, position] = [wanted.name.trim(), wanted.position.trim()]
  if (!name || !position) throw new Invalid('name_needed')
  if (wanted.roles.length === 0) throw new Invalid('roles_needed')
  return inviteOfficer(ctx, { name, position, roles: wanted.roles, by: by.id })
}

type Change = { roles?: OfficerRole[]; active?: boolean }

/**
 * Changes another officer's roles, or closes and opens their account: closed, all their sessions end. Throws Invalid
 * (`roles_needed`), Conflict (`own_account`, `last_admin`), NotFound.
 */
export async function changeOfficer(
  ctx: Context,
  by: ActingOfficer,
  asked: { id: string } & Change,
): Promise<void> {
  const { id, ...change } = asked
  if (change.roles?.length === 0) throw new Invalid('roles_needed')
  const at = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    const officers = await lockOfficers(tx)
    const officer = officers.find((each) => each.id === id)
    if (!officer) throw new NotFound('officer')
    if (officer.id === by.id) throw new Conflict('own_account')
    const after = officers.map((each) => (each.id === id ? { ...each, ...change } : each))
    if (!after.some(({ active, roles }) => active && roles.includes('admin')))
      throw new Conflict('last_admin')
    await updateOfficer(tx, id, change)
    if (change.active === false) await endAll(tx, officer, at)
    const event = change.roles ? 'roles_changed' : change.active ? 'activated' : 'deactivated'
    const data = change.roles ? { before: officer.roles, roles: change.roles } : {}
    await recordOfficer(tx, { officerId: id, byId: by.id, event, data, at })
  })
}

/** Signs another officer out everywhere. Throws NotFound. */
export async function endOfficerSessions(ctx: Context, by: ActingOfficer, id: string): Promise<void> {
  const officer = await findOfficer(ctx.db, id)
  if (!officer) throw new NotFound('officer')
  const at = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    await endAll(tx, officer, at)
    await recordOfficer(tx, { officerId: id, byId: by.id, event: 'sessions_ended', at })
  })
}

async function endAll(tx: Transaction, { lineUserId }: Officer, at: Date): Promise<void> {
  if (lineUserId) await endSessions(tx, { lineUserId, at })
}

/** Asks that a lost factor be taken away; a second person confirms. Throws Conflict, NotFound. */
export async function askReset(ctx: Context, by: ActingOfficer, officerId: string): Promise<void> {
  const at = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    const officer = (await lockOfficers(tx)).find(({ id }) => id === officerId)
    if (!officer) throw new NotFound('officer')
    if (officer.id === by.id) throw new Conflict('own_account')
    if ((await listOpenResets(tx)).some((each) => each.officerId === officerId))
      throw new Conflict('reset_waits')
    await insertReset(tx, { officerId, requestedBy: by.id, requestedAt: at })
    await recordOfficer(tx, { officerId, byId: by.id, event: 'reset_asked', at })
  })
}

/**
 * The second pair of eyes: factors, LINE account and sessions go, and a new invitation, shown once, lets the officer
 * in again; undefined where it had been decided already. Throws Conflict (`four_eyes`), NotFound.
 */
export async function confirmReset(
  ctx: Context,
  by: ActingOfficer,
  resetId: string,
): Promise<{ code: string; name: string } | undefined> {
  const at = ctx.clock.now()
  return ctx.db.transaction(async (tx) => {
    const officers = await lockOfficers(tx)
    const reset = await lockReset(tx, resetId)
    const officer = officers.find(({ id }) => id === reset?.officerId)
    if (!reset || !officer) throw new NotFound('reset')
    if (reset.decidedAt) return undefined
    // A role held in another's place does not reach accounts.
    const own = officers.find(({ id }) => id === by.id)?.roles ?? []
    const may = own.includes('admin') || own.includes('approver')
    if (!may || [reset.requestedBy, reset.officerId].includes(by.id)) throw new Conflict('four_eyes')
    const { code, kept } = makeInvitation(at)
    await endAll(tx, officer, at)
    await deleteFactors(tx, officer.id)
    await updateOfficer(tx, officer.id, { ...kept, lineUserId: null, wrongCodes: 0, lockedUntil: null })
    await updateReset(tx, resetId, { decidedBy: by.id, decidedAt: at, outcome: 'confirmed' })
    await recordOfficer(tx, { officerId: officer.id, byId: by.id, event: 'reset_confirmed', at })
    return { code, name: officer.name }
  })
}

/** Whoever may confirm a reset, or asked for it, may let it go. */
export async function withdrawReset(ctx: Context, by: ActingOfficer, resetId: string): Promise<void> {
  const at = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    const reset = await lockReset(tx, resetId)
    if (!reset) throw new NotFound('reset')
    if (reset.decidedAt) return
    await updateReset(tx, resetId, { decidedBy: by.id, decidedAt: at, outcome: 'withdrawn' })
    await recordOfficer(tx, { officerId: reset.officerId, byId: by.id, event: 'reset_withdrawn', at })
  })
}
