import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { KAMON, openStage, type Stage } from './bot.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())
beforeEach(() => stage.simulator.reset())

const CHANNEL = '2000000001'
const liffLink = (path: string) => `${stage.simulator.origins.liff}/2000000001-Simulate${path}`

/** Opens the LIFF app in the phone; gives the address and its tokens. */
async function open(path: string, persona = 'kamon') {
  const src = new URL(await stage.simulator.openLiff(persona, liffLink(path)))
  const hash = new URLSearchParams(src.hash.slice(1))
  const token = (name: string) => hash.get(name) ?? ''
  return { src, idToken: token('id_token'), accessToken: token('access_token') }
}

const verify = (form: Record<string, string>) =>
  fetch(`${stage.simulator.origins.api}/oauth2/v2.1/verify`, {
    method: 'POST',
    body: new URLSearchParams(form),
  })

describe('a LIFF link', () => {
  test('opens the bot’s address with the wanted path in liff.state and tokens in the hash', async () => {
    const { src } = await open('/apply/new?step=2')
    expect(src.origin).toBe((await stage.simulator.state()).bot.baseUrl)
    expect(src.pathname).toBe('/')
    expect(src.searchParams.get('liff.state')).toBe('/apply/new?step=2')
    expect(src.hash).toContain('context_token=')
  })

  test('in an ordinary browser asks who it is, then goes the same way', async () => {
    const page = await fetch(liffLink('/apply?a=1'))
    const html = await page.text()
    const href = html.match(/href="([^"]*kamon)"/)?.[1]?.replaceAll('&#38;', '&')
    const opened = await fetch(stage.simulator.origins.liff + href, { redirect: 'manual' })
    const target = new URL(opened.headers.get('location') ?? '')
    expect(html).toContain('กมล ศรีทอง')
    expect(target.searchParams.get('liff.state')).toBe('/apply?a=1')
    expect(target.hash).toContain('id_token=')
  })

  test('of another app is not found', async () => {
    expect((await fetch(`${stage.simulator.origins.liff}/1-x/apply`)).status).toBe(404)
  })

  test('cannot send a login elsewhere', async () => {
    const query = new URLSearchParams({ redirect_uri: 'https://evil.example/' })
    expect((await fetch(`${stage.simulator.origins.liff}/login?${query}`)).status).toBe(400)
  })
})

describe('an ID token', () => {
  test('verifies by the published keys, with LINE as its issuer', async () => {
    const { idToken } = await open('/apply')
    const keys = createRemoteJWKSet(new URL(`${stage.simulator.origins.api}/oauth2/v2.1/certs`))
    const { payload, protectedHeader } = await jwtVerify(idToken, keys, {
      issuer: 'https://access.line.me',
      audience: CHANNEL,
    })
    expect(protectedHeader.alg).toBe('ES256')
    expect(payload).toMatchObject({ sub: KAMON, name: 'กมล ศรีทอง' })
  })

  test('is dated by the simulated clock and lasts an hour of it', async () => {
    const now = await stage.simulator.advance(30 * 24 * 3600)
    const { idToken } = await open('/apply')
    const { iat = 0, exp = 0 } = decodeJwt(idToken)
    expect(Math.abs(iat - now.getTime() / 1000)).toBeLessThan(5)
    expect(exp - iat).toBe(3600)
    const clock = (await (await fetch(stage.simulator.env.CLOCK_URL ?? '')).json()) as { now: string }
    expect(Date.parse(clock.now)).toBeGreaterThanOrEqual(now.getTime())
  })

  test('is judged by the verify endpoint in LINE’s words', async () => {
    const { idToken } = await open('/apply')
    const good = await verify({ id_token: idToken, client_id: CHANNEL })
    expect(await good.json()).toMatchObject({ sub: KAMON, aud: CHANNEL })
    const refused = async (form: Record<string, string>) => {
      const response = await verify({ id_token: idToken, client_id: CHANNEL, ...form })
      return [response.status, (await response.json()).error_description]
    }
    expect(await refused({ client_id: '1' })).toEqual([400, 'Invalid IdToken Audience.'])
    expect(await refused({ id_token: `${idToken.slice(0, -6)}AAAAAA` })).toEqual([400, 'Invalid IdToken.'])
    expect(await refused({ nonce: 'x' })).toEqual([400, 'Invalid IdToken Nonce.'])
    expect(await refused({ user_id: 'x' })).toEqual([400, 'Invalid IdToken Subject Identifier.'])
    await stage.simulator.advance(3601)
    expect(await refused({})).toEqual([400, 'IdToken expired.'])
  })
})

test('sendMessages of a page is said by the person and told to the bot', async () => {
  const { accessToken } = await open('/apply')
  const share = (token: string) =>
    fetch(`${stage.simulator.origins.api}/message/v3/share`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ messages: [{ type: 'text', text: 'ยื่นแล้ว' }] }),
    })
  expect((await share(accessToken)).status).toBe(200)
  expect((await share('unknown')).status).toBe(401)
  expect(stage.lastEvent().message.text).toBe('ยื่นแล้ว')
})

test('the SDK is served to pages of any origin, with the simulator’s addresses in it', async () => {
  const response = await fetch(stage.simulator.env.LIFF_SDK_URL ?? '')
  const script = await response.text()
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('content-type')).toContain('text/javascript')
  expect(script).toContain(stage.simulator.origins.liff)
  expect(() => new Function(script)).not.toThrow()
})
