import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { type Adapter, type AdapterPayload, Provider } from 'oidc-provider'
import { opaqueToken } from '../ids.ts'
import type { World } from '../world.ts'
import { subjectOf } from './people.ts'

/** As DOPA's discovery document lists them. */
const CLAIMS = ['pid', 'title', 'given_name', 'family_name', 'name', 'birthdate', 'address', 'ial'] as const
export const CALLBACK = '/l/identity/thaid/callback'
const BASE = '/api/v2/oauth2'
export const ROUTES = {
  authorization: `${BASE}/auth/`,
  token: `${BASE}/token/`,
  userinfo: `${BASE}/userinfo/`,
  jwks: '/jwks/',
}
export const isScope = (scope: string): boolean => scope === 'openid' || CLAIMS.some((each) => each === scope)

export type SigningKey = { privateKey: CryptoKey; privateJwk: JWK; kid: string }
export type Store = Map<string, { payload: AdapterPayload; until: number }>

export async function makeSigningKey(): Promise<SigningKey> {
  const kid = opaqueToken()
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const privateJwk = { ...(await exportJWK(privateKey)), kid, alg: 'ES256', use: 'sig' }
  return { privateKey, privateJwk, kid }
}

/**
 * A certified OpenID provider, as strict as ThaID or stricter: this client and its one address, letter by letter,
 * Basic authentication, PKCE, each code once.
 */
export function makeProvider(world: World, key: SigningKey, store: Store): Provider {
  const { thaidClientId, thaidSecret, botBaseUrl } = world.settings
  return new Provider(world.origins.thaid, {
    adapter: (model: string) => adapterOf(store, model),
    clients: [
      {
        client_id: thaidClientId,
        client_secret: thaidSecret,
        redirect_uris: [botBaseUrl + CALLBACK],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_basic',
        id_token_signed_response_alg: 'ES256',
      },
    ],
    clientAuthMethods: ['client_secret_basic'],
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    jwks: { keys: [key.privateJwk as never] },
    routes: ROUTES,
    scopes: ['openid', ...CLAIMS],
    claims: Object.fromEntries(CLAIMS.map((claim) => [claim, [claim]])),
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/login/${interaction.uid}` },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    cookies: { keys: ['simulator'] },
    ttl: {
      AuthorizationCode: 60,
      AccessToken: 600,
      IdToken: 600,
      Interaction: 900,
      Grant: 900,
      Session: 900,
    },
    renderError: (ctx, { error, error_description }) => {
      ctx.type = 'html'
      ctx.body = `<!doctype html><html lang="th"><meta charset="utf-8"><title>ThaID</title><h1>ThaID (จำลอง · simulated)</h1><p>${error}: ${String(error_description).replace(/[<&]/g, '')}</p>`
    },
  })
}

export const personOfSubject = (world: World, subject: string | undefined) =>
  world.people.find((person) => subjectOf(person) === subject)

function adapterOf(store: Store, model: string): Adapter {
  const keyOf = (id: string) => `${model}:${id}`
  const get = (key: string) => {
    const found = store.get(key)
    return found && found.until > Date.now() ? found.payload : undefined
  }
  const findBy = (name: 'uid' | 'userCode', value: string) =>
    [...store].find(([key, { payload }]) => key.startsWith(`${model}:`) && payload[name] === value)?.[0]
  return {
    async upsert(id, payload, expiresIn) {
      store.set(keyOf(id), { payload, until: Date.now() + (expiresIn || 900) * 1000 })
    },
    find: async (id) => get(keyOf(id)),
    findByUid: async (uid) => get(findBy('uid', uid) ?? ''),
    findByUserCode: async (code) => get(findBy('userCode', code) ?? ''),
    async consume(id) {
      const found = get(keyOf(id))
      if (found) found.consumed = Math.floor(Date.now() / 1000)
    },
    async destroy(id) {
      store.delete(keyOf(id))
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of store) if (payload.grantId === grantId) store.delete(key)
    },
  }
}
