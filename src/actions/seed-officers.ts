import type { Context } from '../context.ts'
import { hasFactor, insertFactor } from '../officer/factors.ts'
import type { OfficerRole } from '../officer/roles.ts'
import { findOfficerByLineUser, insertOfficer } from '../officer/store.ts'

/** `totpSecret`: base32, already set up in the app of whoever plays them. */
type Seed = {
  name: string
  position: string
  roles: OfficerRole[]
  lineUserId: string
  totpSecret?: string
}

/** Officers bound to known LINE users, for the demo and tests. Repeating it changes nothing. */
export async function seedOfficers(ctx: Pick<Context, 'db' | 'clock'>, officers: Seed[]): Promise<void> {
  const at = ctx.clock.now()
  for (const { totpSecret, ...officer } of officers) {
    const known =
      (await findOfficerByLineUser(ctx.db, officer.lineUserId)) ??
      (await insertOfficer(ctx.db, { ...officer, createdAt: at }))
    if (!known || !totpSecret || (await hasFactor(ctx.db, known.id))) continue
    const factor = { officerId: known.id, kind: 'totp', secret: totpSecret } as const
    await insertFactor(ctx.db, { ...factor, createdAt: at, confirmedAt: at })
  }
}
