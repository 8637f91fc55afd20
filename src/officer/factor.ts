/**
 * The rules of the second factor. Pure.
 * It is asked for once a session, and again before an act that binds the agency when the last proof is older than ten
 * minutes. A code counts once, a step early or late (RFC 6238 section 5.2); five wrong ones in a row, and none is
 * taken for a quarter of an hour.
 */
import { Secret, TOTP } from 'otpauth'

export const FRESH_MINUTES = 10
const STEP_SECONDS = 30
const TRIES = 5
const LOCK_MINUTES = 15

export const isFresh = (factorAt: Date | undefined, now: Date): boolean =>
  factorAt !== undefined && now.getTime() - factorAt.getTime() <= FRESH_MINUTES * 60_000

type Tries = { wrongCodes: number; lockedUntil: Date | null }

export const isLocked = ({ lockedUntil }: Pick<Tries, 'lockedUntil'>, now: Date): boolean =>
  lockedUntil !== null && now < lockedUntil

/** What a wrong code does to the count: the fifth locks, and the count begins anew. */
export function afterWrongCode({ wrongCodes }: Pick<Tries, 'wrongCodes'>, now: Date): Tries {
  if (wrongCodes + 1 < TRIES) return { wrongCodes: wrongCodes + 1, lockedUntil: null }
  return { wrongCodes: 0, lockedUntil: new Date(now.getTime() + LOCK_MINUTES * 60_000) }
}

/** A new secret of 160 bits (RFC 4226 section 4), in base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32

/** The step that a code belongs to, this one or a neighbour; undefined: it is wrong. */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const timestamp = now.getTime()
  const delta = totpOf(secret).validate({ token, timestamp, window: 1 })
  return delta === null ? undefined : Math.floor(timestamp / (STEP_SECONDS * 1000)) + delta
}

/** What an authenticator app reads from the QR code. */
export const totpAddress = (secret: string, issuer: string, label: string): string =>
  totpOf(secret, issuer, label).toString()

const totpOf = (secret: string, issuer?: string, label?: string) =>
  new TOTP({ secret: Secret.fromBase32(secret), issuer, label, period: STEP_SECONDS, digits: 6 })
