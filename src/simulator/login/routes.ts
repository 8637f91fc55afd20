import { createLocalJWKSet, errors, jwtVerify } from 'jose'
import { type Exchange, Refusal, type Routes } from '../exchange.ts'
import { say } from '../people.ts'
import { findPerson, type Person } from '../world.ts'
import { ISSUER, type LoginKeys } from './tokens.ts'

/** LINE Login on LINE's API origin, and what the LIFF SDK calls there. */
export function loginRoutes(keys: LoginKeys): Routes {
  return {
    'GET /oauth2/v2.1/certs': () => ({ status: 200, body: { keys: [keys.publicJwk] } }),
    'GET /.well-known/openid-configuration': ({ world }) => ({
      status: 200,
      body: {
        issuer: ISSUER,
        jwks_uri: `${world.origins.api}/oauth2/v2.1/certs`,
        id_token_signing_alg_values_supported: ['ES256'],
        subject_types_supported: ['pairwise'],
      },
    }),
    'POST /oauth2/v2.1/verify': (exchange) => verifyIdToken(exchange, keys),
    'GET /oauth2/v2.1/verify': verifyAccessToken,
    'GET /v2/profile': profile,
    'GET /friendship/v1/status': (exchange) => ({
      status: 200,
      body: { friendFlag: ownerOfToken(exchange).following },
    }),
    'POST /message/v3/share': share,
  }
}

/** Why a token is refused, by the claim that the check stumbled over. The texts are LINE's. */
const CLAIM_FAULTS: { [claim: string]: string } = {
  iss: 'Invalid IdToken Issuer.',
  aud: 'Invalid IdToken Audience.',
  exp: 'IdToken expired.',
  nonce: 'Invalid IdToken Nonce.',
  sub: 'Invalid IdToken Subject Identifier.',
}

async function verifyIdToken(exchange: Exchange, keys: LoginKeys) {
  const form = (exchange.body ?? {}) as { [field: string]: string | undefined }
  if (!form.id_token) refuseLogin('id_token is not specified')
  if (form.client_id !== exchange.world.settings.loginChannelId) refuseLogin('Invalid IdToken Audience.')
  try {
    const { payload } = await jwtVerify(form.id_token, createLocalJWKSet({ keys: [keys.publicJwk] }), {
      issuer: ISSUER,
      audience: form.client_id,
      currentDate: exchange.world.clock.now(),
      ...(form.user_id && { subject: form.user_id }),
    })
    if (form.nonce && payload.nonce !== form.nonce) refuseLogin('Invalid IdToken Nonce.')
    return { status: 200, body: payload }
  } catch (error) {
    if (error instanceof Refusal) throw error
    const claim =
      error instanceof errors.JWTExpired || error instanceof errors.JWTClaimValidationFailed
        ? error.claim
        : ''
    return refuseLogin(CLAIM_FAULTS[claim] ?? 'Invalid IdToken.')
  }
}

function verifyAccessToken({ world, url }: Exchange) {
  const token = world.line.accessTokens.get(url.searchParams.get('access_token') ?? '')
  const secondsLeft = token ? Math.floor((token.expiresAt.getTime() - world.clock.now().getTime()) / 1000) : 0
  if (secondsLeft <= 0) return refuseLogin('access token expired')
  const scope = 'openid profile chat_message.write'
  return { status: 200, body: { scope, client_id: world.settings.loginChannelId, expires_in: secondsLeft } }
}

function profile(exchange: Exchange) {
  const person = ownerOfToken(exchange)
  return { status: 200, body: { userId: person.lineUserId, displayName: person.displayName } }
}

/** `liff.sendMessages`: said by the person. LINE tells the bot of texts, not of Flex or templates. */
async function share(exchange: Exchange) {
  const { world } = exchange
  const person = ownerOfToken(exchange)
  const token = world.line.accessTokens.get(bearer(exchange))
  if (!token?.client)
    refuseLogin('user doesn’t grant required permissions yet', { status: 403, error: 'FORBIDDEN' })
  const { messages } = exchange.body as { messages: { type: string; text?: string }[] }
  for (const message of messages) await say(world, person, message)
  return { status: 200, body: {} }
}

function ownerOfToken(exchange: Exchange): Person {
  const { world } = exchange
  const token = world.line.accessTokens.get(bearer(exchange))
  const person = token && token.expiresAt > world.clock.now() ? findPerson(world, token.personaId) : undefined
  if (!person)
    throw new Refusal(
      { status: 401, body: { message: 'The access token expired' } },
      'no valid user access token',
    )
  exchange.personaId = person.id
  return person
}

const bearer = ({ headers }: Exchange) => headers.authorization?.replace(/^Bearer /, '') ?? ''

function refuseLogin(description: string, { status = 400, error = 'invalid_request' } = {}): never {
  throw new Refusal({ status, body: { error, error_description: description } }, description)
}
