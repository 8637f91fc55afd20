import * as oidc from 'openid-client'
import type { Clock, DigitalId, DigitalIdentity, DigitalIdProblem } from '../context.ts'
import type { Proven } from '../service/definition.ts'
import { digitsOf, isThaiId } from '../service/thai.ts'
import { addressIn, birthDateIn, type Claims, textIn } from './thaid-claims.ts'

type Settings = {
  BASE_URL: string
  THAID_ISSUER: string
  THAID_CLIENT_ID?: string
  THAID_CLIENT_SECRET?: string
  THAID_API_KEY?: string
}

/** Where ThaID sends the browser back to: registered there, letter by letter. */
export const THAID_CALLBACK = '/l/identity/thaid/callback'

const ALWAYS = ['openid', 'pid', 'title', 'given_name', 'family_name', 'ial']
const SCOPES: Partial<Record<Proven, string>> = { birth_date: 'birthdate', address: 'address' }
/** ThaID signs by ES256. A key of both sides (HS256) would prove less, `none` nothing. */
const ALGORITHMS = ['ES256', 'ES384', 'PS256', 'RS256']
const TIMEOUT_SECONDS = 6
const DISCOVERY_MINUTES = 60

/**
 * ThaID, the digital ID of the Department of Provincial Administration: OpenID Connect, authorization code with PKCE,
 * state and nonce. Its token response carries the claims beside the ID token; they count only where the two agree.
 */
export function thaid(settings: Settings, clock: Clock): DigitalId {
  const client = connect(settings, clock)
  const redirectUri = new URL(THAID_CALLBACK, settings.BASE_URL).href
  return {
    configured: Boolean(settings.THAID_CLIENT_ID && settings.THAID_CLIENT_SECRET),
    async begin(asked) {
      const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()]
      const url = oidc.buildAuthorizationUrl(await client(), {
        redirect_uri: redirectUri,
        scope: [...ALWAYS, ...asked.flatMap((each) => SCOPES[each] ?? [])].join(' '),
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
      return { url: url.href, state, nonce, verifier }
    },
    async finish(returned, { nonce, verifier }) {
      const answer = new URL(`${redirectUri}?${new URLSearchParams(withoutEmpty(returned))}`)
      try {
        const tokens = await oidc.authorizationCodeGrant(await client(), answer, {
          pkceCodeVerifier: verifier,
          expectedNonce: nonce,
          // Found by its hash in our own record before this is called.
          expectedState: oidc.skipStateCheck,
        })
        return identityOf(tokens)
      } catch (error) {
        return problemOf(error)
      }
    },
  }
}

/**
 * The discovered endpoints, asked for once an hour, and a client on them. The client is made anew each time: it then
 * fetches the keys of this very moment, so that a rotation is no failure, and takes the present time from our clock.
 */
function connect(settings: Settings, clock: Clock): () => Promise<oidc.Configuration> {
  const { THAID_CLIENT_ID: id = '', THAID_CLIENT_SECRET: secret = '', THAID_API_KEY: apiKey } = settings
  const issuer = new URL(settings.THAID_ISSUER)
  let known: { server: oidc.ServerMetadata; until: number } | undefined
  // Only a simulator speaks http; `config.ts` refuses one in production.
  const insecure = issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []
  const prepare = (configuration: oidc.Configuration) => {
    configuration.timeout = TIMEOUT_SECONDS
    for (const allow of insecure) allow(configuration)
    oidc.enableNonRepudiationChecks(configuration)
    if (apiKey) configuration[oidc.customFetch] = (url, init) => fetch(url, withApiKey(init, apiKey))
    return configuration
  }
  const discover = async () => {
    const found = await oidc.discovery(issuer, id, undefined, undefined, {
      timeout: TIMEOUT_SECONDS,
      execute: insecure,
    })
    const metadata = found.serverMetadata()
    const offered = metadata.id_token_signing_alg_values_supported ?? []
    const id_token_signing_alg_values_supported = offered.filter((each) => ALGORITHMS.includes(each))
    const server: oidc.ServerMetadata = Object.assign(metadata, { id_token_signing_alg_values_supported })
    return { server, until: Date.now() + DISCOVERY_MINUTES * 60_000 }
  }
  return async () => {
    if (!known || known.until < Date.now()) known = await discover()
    const metadata = { [oidc.clockSkew]: Math.round((clock.now().getTime() - Date.now()) / 1000) }
    return prepare(new oidc.Configuration(known.server, id, metadata, oidc.ClientSecretBasic(secret)))
  }
}

function withApiKey(init: oidc.CustomFetchOptions, apiKey: string): RequestInit {
  return { ...init, headers: { ...init.headers, 'x-imauth-apikey': apiKey } } as RequestInit
}

const withoutEmpty = (returned: Record<string, string | undefined>): [string, string][] =>
  Object.entries(returned).flatMap(([name, value]) => (value ? [[name, value]] : []))

type Tokens = Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>

function identityOf(tokens: Tokens): DigitalIdentity | DigitalIdProblem {
  const signed: Claims = { ...tokens.claims() }
  const claims = agreed(signed, tokens)
  if (!claims) return { problem: 'untrusted', code: 'claims_disagree' }
  const pid = textIn(claims.pid)
  const name = {
    title: textIn(claims.title),
    first: textIn(claims.given_name),
    last: textIn(claims.family_name),
  }
  if (!pid || !name.first) return { problem: 'incomplete', code: pid ? 'no_name' : 'no_pid' }
  if (!isThaiId(pid)) return { problem: 'not_a_citizen', code: 'pid' }
  return {
    issuer: textIn(signed.iss),
    subject: textIn(signed.sub),
    idNumber: digitsOf(pid),
    name,
    birthDate: birthDateIn(claims.birthdate),
    address: addressIn(claims.address),
    ial: textIn(claims.ial) || undefined,
  }
}

const READ = ['pid', 'title', 'given_name', 'family_name', 'birthdate', 'address', 'ial']

/**
 * What the signed token and the response around it say together. A response for another subject or another number
 * than the token's is no answer to be mended: undefined.
 */
function agreed(signed: Claims, response: Claims): Claims | undefined {
  const differs = (claim: string) =>
    signed[claim] !== undefined &&
    response[claim] !== undefined &&
    JSON.stringify(signed[claim]) !== JSON.stringify(response[claim])
  if (['sub', ...READ].some(differs)) return undefined
  const claims = Object.fromEntries(READ.map((claim) => [claim, signed[claim] ?? response[claim]]))
  const subject = textIn(signed.sub)
  const namesAnother = isThaiId(subject) && digitsOf(subject) !== digitsOf(textIn(claims.pid))
  return namesAnother ? undefined : claims
}

function problemOf(error: unknown): DigitalIdProblem {
  if (error instanceof oidc.AuthorizationResponseError)
    return { problem: error.error === 'access_denied' ? 'refused' : 'unavailable', code: error.error }
  if (error instanceof oidc.ResponseBodyError)
    return { problem: error.error === 'invalid_grant' ? 'late' : 'unavailable', code: error.error }
  const code = codeOf(error)
  return { problem: UNTRUSTED.includes(code) ? 'untrusted' : 'unavailable', code }
}

/** The library's codes for an answer that came, but is not to be believed. */
const UNTRUSTED = [
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_KEY_SELECTION_FAILED',
  'OAUTH_UNSUPPORTED_OPERATION',
]

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
