import { decodeJwt, SignJWT } from 'jose'
import type { FaultName } from '../faults.ts'
import type { World } from '../world.ts'
import { citizenOf } from './people.ts'
import { makeSigningKey, personOfSubject, type SigningKey } from './provider.ts'

export type TokenResponse = { id_token: string; scope: string; [name: string]: unknown }
type Dressing = { world: World; key: SigningKey; fault?: FaultName }

const IAL = '2.3'

/**
 * The provider's token response as ThaID gives it: the claims stand beside the ID token. The token is dated by the
 * simulated clock, which the provider does not know, and signed again.
 */
export async function dress(given: TokenResponse, { world, key, fault }: Dressing): Promise<TokenResponse> {
  const claims = decodeJwt(given.id_token)
  const aheadSeconds = Math.round((world.clock.now().getTime() - Date.now()) / 1000)
  const signer = fault === 'unknown-key' ? await makeSigningKey() : key
  const id_token = await new SignJWT({
    ...claims,
    iat: (claims.iat ?? 0) + aheadSeconds,
    exp: (claims.exp ?? 0) + aheadSeconds - (fault === 'stale-token' ? 7200 : 0),
    ...(fault === 'wrong-nonce' && { nonce: 'of-somebody-else' }),
    ...(fault === 'wrong-audience' && { aud: 'another-client' }),
  })
    .setProtectedHeader({ alg: 'ES256', kid: signer.kid })
    .sign(signer.privateKey)
  return { ...given, id_token, ...spoken(world, claims.sub, given.scope, fault) }
}

function spoken(world: World, subject: string | undefined, scope: string, fault?: FaultName): object {
  const person = personOfSubject(world, subject)
  const citizen = person && citizenOf(person)
  if (!citizen) return {}
  const all: { [claim: string]: string } = {
    ...citizen,
    name: `${citizen.title}${citizen.given_name} ${citizen.family_name}`,
    ial: IAL,
  }
  if (fault === 'no-address') delete all.address
  if (fault === 'no-birthdate') all.birthdate = `${citizen.birthdate.slice(0, 4)}-00-00`
  if (fault === 'not-an-id') all.pid = '0012345678901'
  const asked = scope.split(' ').filter((name) => all[name] !== undefined)
  const claims = Object.fromEntries(asked.map((name) => [name, all[name]]))
  return fault === 'other-subject' ? { ...claims, sub: 'somebody-else' } : claims
}
