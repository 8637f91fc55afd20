import type { Context } from '../context.ts'
import { findOfficerByLineUser, insertOfficer } from '../review/store.ts'
import type { Role } from '../service/definition.ts'

type Seed = { name: string; position: string; roles: Role[]; lineUserId: string }

/** Officers bound to known LINE users, for the demo and tests. Repeating it changes nothing. */
export async function seedOfficers(ctx: Pick<Context, 'db' | 'clock'>, officers: Seed[]): Promise<void> {
  for (const officer of officers) {
    const known = await findOfficerByLineUser(ctx.db, officer.lineUserId)
    if (!known) await insertOfficer(ctx.db, { ...officer, createdAt: ctx.clock.now() })
  }
}
