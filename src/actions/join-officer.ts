import { createHash, randomBytes } from 'node:crypto'
import type { Context } from '../context.ts'
import { NotFound } from '../errors.ts'
import { bindOfficer, insertOfficer } from '../review/store.ts'
import type { Role } from '../service/definition.ts'

const hash = (code: string): string => createHash('sha256').update(code).digest('hex')

/** Names an officer and gives the one-time invitation that binds them to their LINE user. */
export async function inviteOfficer(
  ctx: Pick<Context, 'db' | 'clock'>,
  officer: { name: string; position: string; roles: Role[] },
): Promise<{ code: string }> {
  const code = randomBytes(24).toString('base64url')
  await insertOfficer(ctx.db, { ...officer, invitationHash: hash(code), createdAt: ctx.clock.now() })
  return { code }
}

/** Uses up an invitation. Throws NotFound when it is unknown or used. */
export async function joinOfficer(
  ctx: Context,
  { code, lineUserId }: { code: string; lineUserId: string },
): Promise<void> {
  const bound = await ctx.db.transaction((tx) => bindOfficer(tx, hash(code), lineUserId))
  if (!bound) throw new NotFound('invitation')
}
