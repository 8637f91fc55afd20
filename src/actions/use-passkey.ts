import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { lockSession, updateSession } from '../applicant/sessions.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { Invalid } from '../errors.ts'
import { isLocked } from '../officer/factor.ts'
import { insertFactor, listFactors, updateFactor } from '../officer/factors.ts'
import {
  acceptAuthentication,
  acceptRegistration,
  authenticationOptions,
  registrationOptions,
  type Site,
  siteOf,
} from '../officer/passkey.ts'
import { lockOfficer, recordOfficer, updateOfficer } from '../officer/store.ts'
import { afterWrongTry } from './prove-factor.ts'

const CHALLENGE_MINUTES = 5

type Asking = { officerId: string; sessionId: string }

/** What the browser needs to make a passkey for this officer. Throws Invalid where the site can have none. */
export async function offerPasskey(ctx: Context, asking: Asking & { name: string }) {
  const known = await listFactors(ctx.db, asking.officerId)
  const options = await registrationOptions(
    passkeySite(ctx),
    { id: asking.officerId, name: asking.name },
    known,
  )
  await keepChallenge(ctx, asking.sessionId, options.challenge)
  return options
}

/** Keeps a new passkey; making it was the proof. Throws Invalid (`passkey`) when the answer does not count. */
export async function addPasskey(
  ctx: Context,
  asking: Asking & { response: RegistrationResponseJSON; label: string },
): Promise<void> {
  const { officerId, sessionId, response, label } = asking
  const site = passkeySite(ctx)
  const at = ctx.clock.now()
  const challenge = await takeChallenge(ctx, sessionId)
  const kept = challenge && (await acceptRegistration(site, challenge, response))
  if (!kept) throw new Invalid('passkey')
  await ctx.db.transaction(async (tx) => {
    const row = { ...kept, officerId, kind: 'passkey', label, createdAt: at, confirmedAt: at } as const
    if (!(await insertFactor(tx, row))) throw new Invalid('passkey')
    await updateSession(tx, sessionId, { factorAt: at })
    await recordOfficer(tx, {
      officerId,
      byId: officerId,
      event: 'factor_added',
      data: { kind: 'passkey' },
      at,
    })
  })
}

/** What the browser needs to prove one of the officer's passkeys. */
export async function askPasskey(ctx: Context, { officerId, sessionId }: Asking) {
  const options = await authenticationOptions(passkeySite(ctx), await listFactors(ctx.db, officerId))
  await keepChallenge(ctx, sessionId, options.challenge)
  return options
}

/** A passkey's answer: counts once, for the challenge of this session. Throws Invalid (`passkey`). */
export async function proveByPasskey(
  ctx: Context,
  asking: Asking & { response: AuthenticationResponseJSON },
): Promise<void> {
  const challenge = await takeChallenge(ctx, asking.sessionId)
  const proved = await ctx.db.transaction((tx) => judgeAnswer(ctx, tx, asking, challenge))
  if (!proved) throw new Invalid('passkey')
}

async function judgeAnswer(
  ctx: Context,
  tx: Transaction,
  { officerId, sessionId, response }: Parameters<typeof proveByPasskey>[1],
  challenge: string | undefined,
): Promise<boolean> {
  const now = ctx.clock.now()
  const officer = await lockOfficer(tx, officerId)
  if (isLocked(officer, now)) return false
  const factor = (await listFactors(tx, officerId)).find((each) => each.credentialId === response.id)
  const counter =
    challenge && factor && (await acceptAuthentication(passkeySite(ctx), challenge, { factor, response }))
  if (!factor || typeof counter !== 'number') {
    await afterWrongTry(tx, officer, now)
    return false
  }
  await updateFactor(tx, factor.id, { counter, usedAt: now })
  await updateOfficer(tx, officerId, { wrongCodes: 0, lockedUntil: null })
  await updateSession(tx, sessionId, { factorAt: now })
  return true
}

function passkeySite(ctx: Context): Site {
  const site = siteOf(ctx.config.BASE_URL, ctx.service.definition.agency.name.th)
  if (!site) throw new Invalid('no_passkeys_here')
  return site
}

async function keepChallenge(ctx: Context, sessionId: string, challenge: string): Promise<void> {
  const challengeUntil = new Date(ctx.clock.now().getTime() + CHALLENGE_MINUTES * 60_000)
  await updateSession(ctx.db, sessionId, { challenge, challengeUntil })
}

/** Gone with the first answer, right or wrong. */
async function takeChallenge(ctx: Context, sessionId: string): Promise<string | undefined> {
  return ctx.db.transaction(async (tx) => {
    const session = await lockSession(tx, sessionId)
    await updateSession(tx, sessionId, { challenge: null, challengeUntil: null })
    const { challenge, challengeUntil } = session ?? {}
    return challenge && challengeUntil && challengeUntil > ctx.clock.now() ? challenge : undefined
  })
}
