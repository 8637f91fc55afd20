import { afterAll, beforeAll, expect, test } from 'vitest'
import { isThaiId } from '../../src/service/thai.ts'
import { type Simulator, startSimulator } from '../../src/simulator/start.ts'
import { citizenOf } from '../../src/simulator/thaid/people.ts'
import { atThaid } from '../support/thaid.ts'

const CALLBACK = 'http://127.0.0.1:9/l/identity/thaid/callback'
const VERIFIER = 'a-verifier-of-at-least-forty-three-characters'
let simulator: Simulator
let challenge: string

beforeAll(async () => {
  simulator = await startSimulator({ botBaseUrl: 'http://127.0.0.1:9' })
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(VERIFIER))
  challenge = Buffer.from(digest).toString('base64url')
})
afterAll(() => simulator.close())

const authorization = (changes: Record<string, string | undefined> = {}) => {
  const query = {
    client_id: 'simulator-thaid',
    response_type: 'code',
    redirect_uri: CALLBACK,
    scope: 'openid pid',
    state: 'a-state',
    nonce: 'a-nonce',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...changes,
  }
  const given = Object.entries(query).filter((each): each is [string, string] => each[1] !== undefined)
  return `${simulator.origins.thaid}/api/v2/oauth2/auth/?${new URLSearchParams(given)}`
}
const open = (url: string) => fetch(url, { redirect: 'manual' })
const errorSent = async (url: string) =>
  new URL((await open(url)).headers.get('location') ?? '', url).searchParams.get('error')
const basic = `Basic ${btoa('simulator-thaid:simulator-thaid-secret')}`

async function redeem(code: string, form: Record<string, string> = {}, authorizedBy = basic) {
  const response = await fetch(`${simulator.origins.thaid}/api/v2/oauth2/token/`, {
    method: 'POST',
    headers: authorizedBy ? { authorization: authorizedBy } : {},
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: CALLBACK,
      code_verifier: VERIFIER,
      ...form,
    }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
const codeOf = async () => (await atThaid(authorization())).searchParams.get('code') ?? ''

test('has DOPA’s paths in its discovery document', async () => {
  const { thaid } = simulator.origins
  const found = await (await fetch(`${thaid}/.well-known/openid-configuration`)).json()
  expect(found).toMatchObject({
    issuer: thaid,
    authorization_endpoint: `${thaid}/api/v2/oauth2/auth/`,
    token_endpoint: `${thaid}/api/v2/oauth2/token/`,
    jwks_uri: `${thaid}/jwks/`,
    id_token_signing_alg_values_supported: ['ES256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic'],
  })
})

test('the token response carries the claims beside the ID token', async () => {
  const { status, body } = await redeem(await codeOf())
  expect(status).toBe(200)
  expect(body).toMatchObject({ pid: '1101700207366', id_token: expect.any(String), token_type: 'Bearer' })
  expect(body).not.toHaveProperty('birthdate')
})

test('only the registered address is returned to, letter by letter', async () => {
  const response = await open(authorization({ redirect_uri: `${CALLBACK}/` }))
  expect(response.status).toBe(400)
  expect(response.headers.get('location')).toBeNull()
})

test('PKCE is demanded, by S256', async () => {
  expect(await errorSent(authorization({ code_challenge: undefined }))).toBe('invalid_request')
  expect(await errorSent(authorization({ code_challenge_method: 'plain' }))).toBe('invalid_request')
})

test('an unknown scope or client is refused', async () => {
  expect((await open(authorization({ scope: 'openid pid religion' }))).status).toBe(400)
  expect((await open(authorization({ client_id: 'another' }))).status).toBe(400)
})

test('a client shows itself by Basic authentication only', async () => {
  const inForm = { client_id: 'simulator-thaid', client_secret: 'simulator-thaid-secret' }
  expect((await redeem(await codeOf(), inForm, '')).body.error).toBe('invalid_client')
  const wrong = `Basic ${btoa('simulator-thaid:wrong')}`
  expect((await redeem(await codeOf(), {}, wrong)).status).toBe(401)
})

test('a code counts once, with its own verifier and address', async () => {
  const code = await codeOf()
  expect((await redeem(code)).status).toBe(200)
  expect((await redeem(code)).body.error).toBe('invalid_grant')
  const other = { code_verifier: 'another-verifier-of-forty-three-characters-' }
  expect((await redeem(await codeOf(), other)).body.error).toBe('invalid_grant')
  expect((await redeem(await codeOf(), { redirect_uri: `${CALLBACK}2` })).body.error).toBe('invalid_grant')
})

test('the personas have numbers with a right check digit, and officers none', async () => {
  const { personas } = await simulator.state()
  const citizens = personas.flatMap((each) => citizenOf({ ...each, blocked: false }) ?? [])
  expect(citizens.length).toBeGreaterThanOrEqual(2)
  expect(citizens.every(({ pid }) => isThaiId(pid))).toBe(true)
})
