import { endSessions } from '../applicant/sessions.ts'
import type { Context } from '../context.ts'
import { Conflict, NotFound } from '../errors.ts'
import type { OfficerRole } from '../officer/roles.ts'
import { bindOfficer, findOfficerByLineUser, insertOfficer, recordOfficer } from '../officer/store.ts'
import { hashToken, makeToken } from './open-session.ts'

export const INVITATION_DAYS = 7

/** A new one-time invitation: its code, shown once, and what is kept of it. */
export function makeInvitation(now: Date) {
  const code = makeToken()
  const invitedUntil = new Date(now.getTime() + INVITATION_DAYS * 86_400_000)
  return { code, kept: { invitationHash: hashToken(code), invitedUntil } }
}

/** Names an officer and gives the one-time invitation that binds them to their LINE user. */
export async function inviteOfficer(
  ctx: Pick<Context, 'db' | 'clock'>,
  { by, ...officer }: { name: string; position: string; roles: OfficerRole[]; by?: string },
): Promise<{ id: string; code: string }> {
  const at = ctx.clock.now()
  const { code, kept } = makeInvitation(at)
  return ctx.db.transaction(async (tx) => {
    const invited = await insertOfficer(tx, { ...officer, ...kept, createdAt: at })
    if (!invited) throw new Conflict('invitation')
    const data = { roles: officer.roles }
    await recordOfficer(tx, { officerId: invited.id, byId: by, event: 'invited', data, at })
    return { id: invited.id, code }
  })
}

/**
 * Uses up an invitation. Every session of the LINE user ends but this one: from now on they are an officer's. Throws
 * NotFound when it is unknown, used or run out, Conflict when this LINE user is an officer already.
 */
export async function joinOfficer(
  ctx: Context,
  asked: { code: string; lineUserId: string; sessionId?: string },
): Promise<void> {
  const { code, lineUserId, sessionId } = asked
  const now = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    if (await findOfficerByLineUser(tx, lineUserId)) throw new Conflict('officer_already')
    const bound = await bindOfficer(tx, { invitationHash: hashToken(code), lineUserId, now })
    if (!bound) throw new NotFound('invitation')
    await endSessions(tx, { lineUserId, except: sessionId, at: now })
    await recordOfficer(tx, { officerId: bound.id, byId: bound.id, event: 'joined', at: now })
  })
}
