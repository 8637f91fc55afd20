/** Passkeys (WebAuthn level 2): what a browser is asked for, and whether its answer counts. */
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { SecondFactor } from './table.ts'

/** The site that passkeys are made for. */
export type Site = { id: string; origin: string; name: string }

/** Undefined where browsers make none: they want a name, not a number, and https unless it is this machine. */
export function siteOf(baseUrl: string, name: string): Site | undefined {
  const { hostname, origin, protocol } = new URL(baseUrl)
  const isNumber = /^[\d.]+$/.test(hostname) || hostname.startsWith('[')
  const isSafe = protocol === 'https:' || hostname === 'localhost'
  return isNumber || !isSafe ? undefined : { id: hostname, origin, name }
}

type Owner = { id: string; name: string }

export function registrationOptions(site: Site, owner: Owner, known: SecondFactor[]) {
  return generateRegistrationOptions({
    rpName: site.name,
    rpID: site.id,
    userID: new TextEncoder().encode(owner.id),
    userName: owner.name,
    attestationType: 'none',
    excludeCredentials: known.flatMap(credentialOf),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  })
}

export function authenticationOptions(site: Site, known: SecondFactor[]) {
  return generateAuthenticationOptions({
    rpID: site.id,
    allowCredentials: known.flatMap(credentialOf),
    userVerification: 'required',
  })
}

/** What is kept of a new passkey; undefined: the answer does not count. */
export async function acceptRegistration(site: Site, challenge: string, response: RegistrationResponseJSON) {
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    ...expected(site, challenge),
    response,
  }).catch(() => NOT_VERIFIED)
  if (!verified || !registrationInfo) return undefined
  const { id, publicKey, counter } = registrationInfo.credential
  return {
    credentialId: id,
    publicKey: Buffer.from(publicKey).toString('base64url'),
    counter,
    transports: response.response.transports ?? [],
  }
}

/** The passkey's new counter; undefined: the answer does not count, such as with a counter that went back. */
export async function acceptAuthentication(
  site: Site,
  challenge: string,
  answered: { factor: SecondFactor; response: AuthenticationResponseJSON },
): Promise<number | undefined> {
  const { factor, response } = answered
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    ...expected(site, challenge),
    response,
    credential: {
      id: factor.credentialId ?? '',
      publicKey: new Uint8Array(Buffer.from(factor.publicKey ?? '', 'base64url')),
      counter: factor.counter,
    },
  }).catch(() => NOT_VERIFIED)
  return verified ? authenticationInfo?.newCounter : undefined
}

const NOT_VERIFIED = { verified: false, registrationInfo: undefined, authenticationInfo: undefined }

const expected = (site: Site, challenge: string) => ({
  expectedChallenge: challenge,
  expectedOrigin: site.origin,
  expectedRPID: site.id,
  requireUserVerification: true,
})

type Transport = 'ble' | 'cable' | 'hybrid' | 'internal' | 'nfc' | 'smart-card' | 'usb'
const TRANSPORTS: readonly string[] = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']

function credentialOf({ credentialId, transports }: SecondFactor) {
  const known = transports.filter((each): each is Transport => TRANSPORTS.includes(each))
  return credentialId ? [{ id: credentialId, transports: known }] : []
}
