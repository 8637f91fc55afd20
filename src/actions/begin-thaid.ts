import { getOwnApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import { offerOf } from '../proof/ladder.ts'
import { insertLogin, lockLogin, updateLogin } from '../proof/store.ts'
import type { ReturnedAnswer } from '../proof/thaid.ts'
import { askedOf, LOGIN_MINUTES } from '../proof/thaid.ts'
import type { Proven } from '../service/definition.ts'
import { transactionType } from '../service/transaction.ts'
import { definitionOf } from './definition-of.ts'
import { hashToken, makeToken } from './open-session.ts'

type Asking = { applicantId: string; applicationId?: string }

/**
 * What would be read from ThaID, for this case or for the service as it is now; undefined where it is no way to prove
 * oneself. Throws NotFound for a stranger's case.
 */
export async function thaidReads(
  ctx: Context,
  { applicantId, applicationId }: Asking,
): Promise<Proven[] | undefined> {
  const application =
    applicationId === undefined ? undefined : await getOwnApplication(ctx.db, { applicationId, applicantId })
  const definition = application ? await definitionOf(ctx, ctx.db, application) : ctx.service.definition
  const type = application && transactionType(application.answers)
  const isOffered = ctx.digitalId.configured && offerOf(definition, 'thaid', type) !== undefined
  return isOffered ? askedOf(definition) : undefined
}

/**
 * Begins a way to ThaID: the address that the browser is sent to, or why nothing has begun: it is not offered, or does
 * not answer. Throws NotFound for a stranger's case.
 */
export async function beginThaid(
  ctx: Context,
  asking: Asking,
): Promise<{ url: string } | 'not_offered' | 'unavailable'> {
  const asked = await thaidReads(ctx, asking)
  if (!asked) return 'not_offered'
  const begun = await ctx.digitalId.begin(asked).catch((error: unknown) => {
    const code = error instanceof Error ? error.name : 'unknown'
    ctx.log.warn({ event: 'thaid.unavailable', code })
    return undefined
  })
  if (!begun) return 'unavailable'
  const { url, state, nonce, verifier } = begun
  const createdAt = ctx.clock.now()
  const expiresAt = new Date(createdAt.getTime() + LOGIN_MINUTES * 60_000)
  const kept = { nonce, verifier }
  await insertLogin(ctx.db, { ...asking, stateHash: hashToken(state), asked, kept, createdAt, expiresAt })
  return { url }
}

/**
 * A browser came back from ThaID, whoever it belongs to. The answer is kept sealed, and only a visitor with the ticket,
 * given to this browser alone, may use it (docs/decisions/0011-thaid.md). The same answer again finds the same login
 * and gives no second ticket. Undefined for a state we never gave.
 */
export async function returnFromThaid(
  ctx: Context,
  { state, returned }: { state: string; returned: ReturnedAnswer },
): Promise<{ loginId: string; ticket?: string } | undefined> {
  const ticket = makeToken()
  return ctx.db.transaction(async (tx) => {
    const login = await lockLogin(tx, { stateHash: hashToken(state) })
    if (!login) return undefined
    const now = ctx.clock.now()
    if (login.returnedAt || login.expiresAt <= now) return { loginId: login.id }
    await updateLogin(tx, login.id, { returned, returnedAt: now, ticketHash: hashToken(ticket) })
    return { loginId: login.id, ticket }
  })
}
