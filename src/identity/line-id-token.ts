import { createRemoteJWKSet, jwtVerify } from 'jose'
import type { Clock, IdentityProvider } from '../context.ts'
import { Unauthenticated } from '../errors.ts'

/** Always LINE's, whatever host serves the keys (LINE Login: ID token payload). */
const ISSUER = 'https://access.line.me'

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
        clockTolerance: 30,
      }).catch((cause: unknown) => {
        throw new Unauthenticated('id_token', [], { cause })
      })
      if (!/^U[0-9a-f]{32}$/.test(payload.sub ?? '')) throw new Unauthenticated('id_token')
      return {
        lineUserId: payload.sub ?? '',
        name: typeof payload.name === 'string' ? payload.name : undefined,
      }
    },
  }
}
