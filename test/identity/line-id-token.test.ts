/** LINE's ID tokens: what is believed, and what is not, whoever wrote it. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { Unauthenticated } from '../../src/errors.ts'
import { lineIdTokens } from '../../src/identity/line-id-token.ts'

const CHANNEL = '1234567890'
const NOW = new Date('2026-11-23T03:42:00Z')
const seconds = Math.floor(NOW.getTime() / 1000)
const USER = `U${'a'.repeat(32)}`

type Key = { privateKey: CryptoKey; kid: string; jwk: JWK }
let keys: Key[]
let published: JWK[]
let fetched = 0
let line: Server
let identity: ReturnType<typeof lineIdTokens>

async function makeKey(kid: string): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  return { privateKey, kid, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' } }
}

beforeAll(async () => {
  keys = await Promise.all(['one', 'two'].map(makeKey))
  line = createServer((_request, response) => {
    fetched++
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: published }))
  })
  await new Promise<void>((done) => line.listen(0, '127.0.0.1', done))
})
afterAll(() => line.close())
beforeEach(() => {
  published = keys.slice(0, 1).map(({ jwk }) => jwk)
  const { port } = line.address() as AddressInfo
  const settings = { LINE_API_BASE_URL: `http://127.0.0.1:${port}`, LINE_LOGIN_CHANNEL_ID: CHANNEL }
  identity = lineIdTokens(settings, { now: () => NOW })
})

const good: JWTPayload = {
  iss: 'https://access.line.me',
  sub: USER,
  aud: CHANNEL,
  iat: seconds - 10,
  exp: seconds + 3590,
}

function sign(
  claims: JWTPayload = {},
  { key = keys[0], kid = key?.kid ?? '' }: { key?: Key; kid?: string } = {},
) {
  if (!key) throw new Error('no key')
  return new SignJWT({ ...good, ...claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid })
    .sign(key.privateKey)
}

const unsigned = (header: object, claims: object = good) =>
  `${[header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`

test('a token that LINE signed names the person', async () => {
  expect(await identity.verify(await sign({ name: 'กมล' }))).toMatchObject({ lineUserId: USER, name: 'กมล' })
})

describe('is refused:', () => {
  test.each<[string, () => Promise<string> | string]>([
    ['signed by another key under the same name', () => sign({}, { key: keys[1], kid: 'one' })],
    ['signed by a key that LINE does not publish', () => sign({}, { key: keys[1] })],
    ['unsigned', () => unsigned({ alg: 'none', typ: 'JWT' })],
    [
      'signed with a shared secret',
      () =>
        new SignJWT(good)
          .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: 'one' })
          .sign(new TextEncoder().encode(JSON.stringify(published[0]).padEnd(64))),
    ],
    ['with a changed payload', async () => swapPayload(await sign(), { ...good, sub: `U${'b'.repeat(32)}` })],
    ['expired', () => sign({ exp: seconds - 31 })],
    ['not valid yet', () => sign({ nbf: seconds + 60 })],
    ['of another issuer', () => sign({ iss: 'https://access.line.example' })],
    ['for another channel', () => sign({ aud: '9999999999' })],
    ['for nobody', () => sign({ aud: undefined })],
    ['without a subject', () => sign({ sub: undefined })],
    ['with a subject that is no LINE user', () => sign({ sub: 'admin' })],
    ['without an expiry', () => sign({ exp: undefined })],
    ['without the time of issue', () => sign({ iat: undefined })],
    ['no token at all', () => 'a.b.c'],
  ])('%s', async (_name, make) => {
    await expect(identity.verify(await make())).rejects.toThrow(Unauthenticated)
  })
})

function swapPayload(token: string, claims: object): string {
  const [header, , signature] = token.split('.')
  return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.')
}

test('a new key of LINE’s is fetched when a token names it, at most every half minute', async () => {
  const [, next] = keys
  await identity.verify(await sign())
  const before = fetched
  published = keys.map(({ jwk }) => jwk)
  await expect(identity.verify(await sign({}, { key: next }))).rejects.toThrow(Unauthenticated)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31_000 })
  expect(await identity.verify(await sign({}, { key: next }))).toMatchObject({ lineUserId: USER })
  vi.useRealTimers()
  expect(fetched).toBe(before + 1)
})

test('every writing of one token has the same key, two tokens have two', async () => {
  const token = await sign()
  const key = (await identity.verify(token)).tokenKey
  expect((await identity.verify(mirrored(token))).tokenKey).toBe(key)
  expect((await identity.verify(await sign())).tokenKey).not.toBe(key)
})

/** The other signature that is as good: (r, n - s) for (r, s). */
function mirrored(token: string): string {
  const n = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
  const [header, payload, signature = ''] = token.split('.')
  const bytes = Buffer.from(signature, 'base64url')
  const s = n - BigInt(`0x${bytes.subarray(32).toString('hex')}`)
  const other = Buffer.from(s.toString(16).padStart(64, '0'), 'hex')
  return [header, payload, Buffer.concat([bytes.subarray(0, 32), other]).toString('base64url')].join('.')
}
