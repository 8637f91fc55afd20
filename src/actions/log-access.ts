import type { Context } from '../context.ts'
import type { Db } from '../db/client.ts'
import { actingLine } from '../officer/delegation.ts'
import { type ActingOfficer, actingFor } from '../officer/officer.ts'
import { findOfficer, withDelegations } from '../officer/store.ts'
import { type AccessReason, type AccessWhat, roleOfReader, slotOf } from '../privacy/rules.ts'
import { insertAccess } from '../privacy/store.ts'
import { bangkokDay, longDate } from '../service/dates.ts'

/** `reason`: where it is not the one of the officer's own part in the case. `words`: more about it. */
export type Look = {
  applicantId: string
  applicationId?: string
  what: AccessWhat
  reason?: AccessReason
  words?: string
}

/**
 * Writes down that an officer is shown somebody's personal data: in which office, by whose order, and why. Called
 * before it is shown, so that nothing is read unseen; the same look within ten minutes is one row.
 */
export async function logAccess(
  ctx: Pick<Context, 'clock'>,
  db: Db,
  officer: ActingOfficer,
  ...looks: Look[]
): Promise<void> {
  const at = ctx.clock.now()
  const { role, reason: ownReason } = roleOfReader(officer.roles)
  const acting = officer.acting?.find((each) => each.role === role)
  const order = acting && actingFor(officer, acting.role)
  const rows = looks.map(({ applicantId, applicationId, what, words, reason = ownReason }) => ({
    key: [officer.id, applicantId, applicationId ?? '', what, reason, slotOf(at)].join(':'),
    at,
    officerId: officer.id,
    position: officer.position,
    role,
    acting: order && actingLine(order, longDate),
    applicantId,
    applicationId,
    what,
    reason,
    words,
  }))
  await insertAccess(db, rows)
}

/** The same, where only the officer's id is at hand. */
export async function logAccessBy(ctx: Context, officerId: string, look: Look): Promise<void> {
  const found = await findOfficer(ctx.db, officerId)
  if (!found) return
  const officer = await withDelegations(ctx.db, found, bangkokDay(ctx.clock.now()))
  await logAccess(ctx, ctx.db, officer, look)
}
