import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import { opaqueToken } from '../ids.ts'
import type { Person, World } from '../world.ts'

/** LINE Login's keys and tokens. All times are simulated ones, the same that `/clock` tells the product. */
export type LoginKeys = { privateKey: CryptoKey; publicJwk: JWK; kid: string }

/** The issuer is LINE's name, never the simulator's address. */
export const ISSUER = 'https://access.line.me'
const ID_TOKEN_SECONDS = 3600
const ACCESS_TOKEN_SECONDS = 12 * 3600

export async function makeLoginKeys(): Promise<LoginKeys> {
  const kid = opaqueToken()
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const publicJwk = { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' }
  return { privateKey, publicJwk, kid }
}

export function issueIdToken(world: World, keys: LoginKeys, person: Person): Promise<string> {
  const now = Math.floor(world.clock.now().getTime() / 1000)
  return new SignJWT({ amr: ['linesso'], name: person.displayName })
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: keys.kid })
    .setIssuer(ISSUER)
    .setSubject(person.lineUserId)
    .setAudience(world.settings.loginChannelId)
    .setIssuedAt(now)
    .setExpirationTime(now + ID_TOKEN_SECONDS)
    .sign(keys.privateKey)
}

export function issueAccessToken(world: World, person: Person, client: boolean): string {
  const token = opaqueToken()
  const expiresAt = new Date(world.clock.now().getTime() + ACCESS_TOKEN_SECONDS * 1000)
  world.line.accessTokens.set(token, { personaId: person.id, expiresAt, client })
  return token
}
