import { updateSession } from '../applicant/sessions.ts'
import type { Context } from '../context.ts'
import { Conflict } from '../errors.ts'
import { isLocked, newSecret, stepOfCode, totpAddress } from '../officer/factor.ts'
import { deleteFactor, findPendingTotp, insertFactor, listFactors, useStep } from '../officer/factors.ts'
import { lockOfficer, recordOfficer, updateOfficer } from '../officer/store.ts'
import type { SecondFactor } from '../officer/table.ts'
import { afterWrongTry, type Proof } from './prove-factor.ts'

type Owner = { officerId: string; sessionId: string }

/** The secret that an authenticator app is to take over; the same one until its first code has been typed. */
export async function offerTotp(
  ctx: Context,
  { officerId, name }: { officerId: string; name: string },
): Promise<{ secret: string; address: string }> {
  const secret = await ctx.db.transaction(async (tx) => {
    await lockOfficer(tx, officerId)
    const pending = await findPendingTotp(tx, officerId)
    if (pending?.secret) return pending.secret
    const made = newSecret()
    await insertFactor(tx, { officerId, kind: 'totp', secret: made, createdAt: ctx.clock.now() })
    return made
  })
  return { secret, address: totpAddress(secret, ctx.service.definition.agency.name.en, name) }
}

/** The app's first code: from now on the secret counts, and the session is proved. */
export async function confirmTotp(
  ctx: Context,
  { officerId, sessionId, code }: Owner & { code: string },
): Promise<Proof> {
  const at = ctx.clock.now()
  return ctx.db.transaction(async (tx) => {
    const officer = await lockOfficer(tx, officerId)
    if (isLocked(officer, at)) return 'locked'
    const pending = await findPendingTotp(tx, officerId)
    const step = pending?.secret ? stepOfCode(pending.secret, code, at) : undefined
    if (!pending || step === undefined || !(await useStep(tx, pending.id, step, at)))
      return afterWrongTry(tx, officer, at)
    await updateOfficer(tx, officerId, { wrongCodes: 0, lockedUntil: null })
    await updateSession(tx, sessionId, { factorAt: at })
    await recordOfficer(tx, { officerId, byId: officerId, event: 'factor_added', data: { kind: 'totp' }, at })
    return 'proved'
  })
}

/** The officer's own, oldest first. */
export const ownFactors = (ctx: Context, officerId: string): Promise<SecondFactor[]> =>
  listFactors(ctx.db, officerId)

/** Takes one of the officer's own factors away. Throws Conflict (`last_factor`). */
export async function removeFactor(
  ctx: Context,
  { officerId, factorId }: { officerId: string; factorId: string },
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await lockOfficer(tx, officerId)
    const factors = await listFactors(tx, officerId)
    const gone = factors.find(({ id }) => id === factorId)
    if (!gone) return
    if (factors.length === 1) throw new Conflict('last_factor')
    await deleteFactor(tx, officerId, factorId)
    const at = ctx.clock.now()
    const data = { kind: gone.kind }
    await recordOfficer(tx, { officerId, byId: officerId, event: 'factor_removed', data, at })
  })
}
