import { createHash } from 'node:crypto'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import type { Clock, IdentityProvider } from '../context.ts'
import { Unauthenticated } from '../errors.ts'

/** Always LINE's, whatever host serves the keys (LINE Login: ID token payload). */
const ISSUER = 'https://access.line.me'
const TOLERANCE_SECONDS = 30

type Settings = { LINE_API_BASE_URL: string; LINE_LOGIN_CHANNEL_ID: string }

/**
 * Verifies ID tokens by LINE's published keys: ES256 signature, issuer, audience (our LINE Login channel), expiry.
 * HS256 is refused: a token signed with a shared secret proves less, and LIFF never makes one.
 */
export function lineIdTokens(
  { LINE_API_BASE_URL, LINE_LOGIN_CHANNEL_ID }: Settings,
  clock: Clock,
): IdentityProvider {
  const keys = createRemoteJWKSet(new URL('/oauth2/v2.1/certs', LINE_API_BASE_URL), { timeoutDuration: 5000 })
  return {
    async verify(idToken) {
      const { payload } = await jwtVerify(idToken, keys, {
        issuer: ISSUER,
        audience: LINE_LOGIN_CHANNEL_ID,
        algorithms: ['ES256'],
        requiredClaims: ['sub', 'exp', 'iat'],
        currentDate: clock.now(),
        clockTolerance: TOLERANCE_SECONDS,
      }).catch((cause: unknown) => {
        throw new Unauthenticated('id_token', [], { cause })
      })
      if (!/^U[0-9a-f]{32}$/.test(payload.sub ?? '')) throw new Unauthenticated('id_token')
      return {
        lineUserId: payload.sub ?? '',
        name: typeof payload.name === 'string' ? payload.name : undefined,
        tokenKey: tokenKeyOf(idToken),
        expiresAt: new Date(((payload.exp ?? 0) + TOLERANCE_SECONDS) * 1000),
      }
    },
  }
}

/**
 * LINE's tokens carry no `jti`: what was signed and the signature's first half (r) name one. The second half is left
 * out, because anybody can turn an ECDSA signature (r, s) into the equally good (r, n - s).
 */
function tokenKeyOf(idToken: string): string {
  const [header, payload, signature = ''] = idToken.split('.')
  const r = Buffer.from(signature, 'base64url').subarray(0, 32)
  return createHash('sha256').update(`${header}.${payload}.`).update(r).digest('hex')
}
