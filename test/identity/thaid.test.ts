import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { thaid } from '../../src/identity/thaid.ts'
import type { Proven } from '../../src/service/definition.ts'
import type { FaultName } from '../../src/simulator/faults.ts'
import { type Simulator, startSimulator } from '../../src/simulator/start.ts'
import { type AtThaid, atThaid, returnedIn } from '../support/thaid.ts'

const MONDAY_MORNING = new Date('2026-11-23T10:42:00+07:00')
const BASE_URL = 'http://127.0.0.1:9'
const TOKEN = 'POST /api/v2/oauth2/token/'
let simulator: Simulator

beforeAll(async () => {
  simulator = await startSimulator({ botBaseUrl: BASE_URL, now: MONDAY_MORNING })
})
afterAll(() => simulator.close())
beforeEach(() => simulator.reset())

const settings = (changes: Record<string, string> = {}) => ({
  BASE_URL,
  THAID_ISSUER: simulator.origins.thaid,
  THAID_CLIENT_ID: simulator.env.THAID_CLIENT_ID,
  THAID_CLIENT_SECRET: simulator.env.THAID_CLIENT_SECRET,
  ...changes,
})
const client = (changes?: Record<string, string>, now = MONDAY_MORNING) =>
  thaid(settings(changes), { now: () => now })
const ALL: Proven[] = ['id_number', 'name', 'birth_date', 'address']

async function through(asked: Proven[] = ALL, person?: AtThaid, id = client()) {
  const begun = await id.begin(asked)
  return id.finish(returnedIn(await atThaid(begun.url, person)), begun)
}
async function withFault(fault: FaultName, operation = 'thaid') {
  await simulator.fault(operation, fault)
  return through()
}

test('who consents at ThaID is known by number, name, birth date, address and level', async () => {
  expect(await through()).toEqual({
    issuer: simulator.origins.thaid,
    subject: expect.stringMatching(/^[0-9a-f]{32}$/),
    idNumber: '1101700207366',
    name: { title: 'นางสาว', first: 'กมล', last: 'ศรีทอง' },
    birthDate: '1987-01-15',
    address: { text: expect.stringContaining('88/4 ถนนริมน้ำ'), raw: expect.any(String) },
    ial: '2.3',
  })
  expect(await simulator.findings()).toEqual([])
})

test('only what the service needs is asked for', async () => {
  const { url } = await client().begin(['id_number', 'name'])
  expect(new URL(url).searchParams.get('scope')).toBe('openid pid title given_name family_name ial')
  expect(await through(['id_number', 'name'])).toMatchObject({ birthDate: undefined, address: undefined })
})

test('every way to ThaID has a state, a nonce and a PKCE challenge of its own', async () => {
  const id = client()
  const [first, second] = [await id.begin(ALL), await id.begin(ALL)]
  const query = new URL(first.url).searchParams
  expect(query.get('code_challenge_method')).toBe('S256')
  expect(first.url).not.toContain(first.verifier)
  expect([first.state, first.nonce, first.verifier]).not.toContain(second.state)
  expect(new Set([first.state, second.state, first.nonce, second.nonce]).size).toBe(4)
})

describe('is an outcome, not an error:', () => {
  test.each<[string, FaultName, string]>([
    ['an expired code', 'expired-code', 'late'],
    ['a token for another request (nonce)', 'wrong-nonce', 'untrusted'],
    ['a token for another client', 'wrong-audience', 'untrusted'],
    ['a token that has run out', 'stale-token', 'untrusted'],
    ['a token signed by a key that ThaID does not publish', 'unknown-key', 'untrusted'],
    ['claims of another subject beside the token', 'other-subject', 'untrusted'],
    ['a number that is no Thai ID number', 'not-an-id', 'not_a_citizen'],
  ])('%s', async (_what, fault, problem) => {
    expect(await withFault(fault)).toMatchObject({ problem })
  })

  test('a person who does not consent', async () => {
    expect(await through(ALL, { answer: 'refuse' })).toEqual({ problem: 'refused', code: 'access_denied' })
  })

  test('a server that fails, and one that cuts the line', async () => {
    expect(await withFault('error-503', TOKEN)).toMatchObject({ problem: 'unavailable' })
    expect(await withFault('drop', TOKEN)).toMatchObject({ problem: 'unavailable' })
  })

  test('a server that keeps silent: given up after six seconds', async () => {
    const begun = await client().begin(ALL)
    const back = returnedIn(await atThaid(begun.url))
    await simulator.fault(TOKEN, 'accept-then-delay')
    const before = Date.now()
    expect(await client().finish(back, begun)).toMatchObject({ problem: 'unavailable' })
    expect(Date.now() - before).toBeLessThan(7_500)
  })

  test('an answer without a number, where ThaID gave the scope to nobody', async () => {
    const begun = await client().begin(ALL)
    const narrowed = begun.url.replace('+pid+', '+')
    expect(await client().finish(returnedIn(await atThaid(narrowed)), begun)).toEqual({
      problem: 'incomplete',
      code: 'no_pid',
    })
  })
})

test('keys that were changed meanwhile are fetched anew', async () => {
  const id = client()
  await through(ALL, undefined, id)
  await simulator.fault('thaid', 'rotate-keys')
  expect(await through(ALL, undefined, id)).toMatchObject({ idNumber: '1101700207366' })
})

test('what ThaID does not give is absent; a birth date with the year alone is none', async () => {
  expect(await withFault('no-address')).toMatchObject({ idNumber: '1101700207366', address: undefined })
  expect(await withFault('no-birthdate')).toMatchObject({ idNumber: '1101700207366', birthDate: undefined })
})

test('a code counts once, and only with the verifier of its own request', async () => {
  const id = client()
  const begun = await id.begin(ALL)
  const back = returnedIn(await atThaid(begun.url))
  expect(await id.finish(back, begun)).toMatchObject({ idNumber: '1101700207366' })
  expect(await id.finish(back, begun)).toMatchObject({ problem: 'late' })
  const another = await id.begin(ALL)
  const stolen = returnedIn(await atThaid((await id.begin(ALL)).url))
  expect(await id.finish(stolen, another)).toMatchObject({ problem: 'late' })
})

test('the time of a token is judged by the clock of the service', async () => {
  const later = new Date(MONDAY_MORNING.getTime() + 3600_000)
  expect(await through(ALL, undefined, client({}, later))).toMatchObject({ problem: 'untrusted' })
})

test('without a client it is not offered; with a wrong secret nothing is learned', async () => {
  expect(client({ THAID_CLIENT_ID: '', THAID_CLIENT_SECRET: '' }).configured).toBe(false)
  expect(client().configured).toBe(true)
  const id = client({ THAID_CLIENT_SECRET: 'another-secret' })
  expect(await through(ALL, undefined, id)).toMatchObject({ problem: 'unavailable' })
})

test('a ThaID that cannot be reached is told when one begins', async () => {
  await expect(client({ THAID_ISSUER: 'http://127.0.0.1:9' }).begin(ALL)).rejects.toThrow()
})
