/** What every answer says about itself to a browser; asked of every route that the server has. */
import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { lineUserOf, openTestContext, type TestContext } from '../support/context.ts'
import { openSessionOf } from './officer/desk.ts'

let ctx: TestContext
let app: FastifyInstance
beforeAll(async () => {
  ctx = await openTestContext()
  app = await serverAt('https://anuyat.example.go.th')
})
afterAll(() => app.close())

async function serverAt(BASE_URL: string): Promise<FastifyInstance> {
  const ready = async () => {}
  const server = await createApp(
    { ...ctx, config: { ...ctx.config, BASE_URL } },
    { database: ready, queue: ready, relay: ready },
  )
  await server.ready()
  return server
}

/** Nothing personal is in these, and a phone need not fetch them twice. */
const KEPT_BY_BROWSERS = [
  '/assets/*',
  '/assets/flex/:file',
  '/qr/:id.png',
  '/api/address',
  '/guide.json',
  '/guide.csv',
]

const addressOf = (path: string) =>
  path.replace(/:(\w+)(\([^)]*\))?/g, '00000000-0000-4000-8000-000000000000').replace('*', 'nothing.js')

async function answers(path: string, method: string, cookie: string) {
  const headers = { accept: 'text/html', 'sec-fetch-site': 'same-origin', cookie: `anuyat_session=${cookie}` }
  const options = { method: method as InjectOptions['method'], url: addressOf(path), headers }
  const { headers: said, statusCode } = await app.inject(options)
  return { statusCode, said: said as Record<string, string | undefined> }
}

const people = async () => ({
  nobody: '',
  'an applicant': await openSessionOf(ctx, lineUserOf('kamon')),
  'an officer': await openSessionOf(ctx, lineUserOf('wanna')),
})

/** Faults of one answer, in words. */
function faultsOf(path: string, said: Record<string, string | undefined>): string[] {
  const policy = said['content-security-policy'] ?? ''
  const directive = (name: string) => new RegExp(`(?:^|; )${name} ([^;]*)`).exec(policy)?.[1]
  const rules: [string, boolean][] = [
    ['can be sniffed', said['x-content-type-options'] === 'nosniff'],
    [
      'sends addresses elsewhere',
      /^(no-referrer|same-origin|strict-origin)/.test(said['referrer-policy'] ?? ''),
    ],
    ['may use the camera', /camera=\(\)/.test(said['permissions-policy'] ?? '')],
    ['may use the microphone', /microphone=\(\)/.test(said['permissions-policy'] ?? '')],
    ['has no policy for scripts', /'self'|'none'/.test(directive('default-src') ?? '')],
    [
      'lets any script in',
      !/unsafe-inline|unsafe-eval|\*(?!\.line-scdn\.net)/.test(directive('script-src') ?? ''),
    ],
    ['may be framed', /^'(self|none)'/.test(directive('frame-ancestors') ?? '')],
    ['can be asked for without TLS', /max-age=\d{8}/.test(said['strict-transport-security'] ?? '')],
    ['is kept', KEPT_BY_BROWSERS.includes(path) || /no-store/.test(said['cache-control'] ?? '')],
    ['names its software', said['x-powered-by'] === undefined && said.server === undefined],
  ]
  return rules.flatMap(([fault, holds]) => (holds ? [] : [fault]))
}

test('every route tells browsers to run, frame, keep and pass on nothing that it need not', async () => {
  const wrong: string[] = []
  for (const [who, cookie] of Object.entries(await people()))
    for (const { method, path } of app.routeTable) {
      const { said, statusCode } = await answers(path, method, cookie)
      for (const fault of faultsOf(path, said))
        wrong.push(`${who}: ${method} ${path} (${statusCode}): ${fault}`)
    }
  expect(wrong).toEqual([])
})

describe('what no route answers', () => {
  test.each<[string, InjectOptions]>([
    ['an unknown address', { url: '/nothing/here' }],
    ['an address that is not one', { url: '/%zz' }],
    [
      'a body that is not what it says',
      {
        url: '/session',
        method: 'POST',
        payload: '{"idToken',
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      },
    ],
    [
      'a kind of body that nobody reads',
      {
        url: '/session',
        method: 'POST',
        payload: '<a/>',
        headers: { 'content-type': 'text/xml', 'sec-fetch-site': 'same-origin' },
      },
    ],
  ])('%s', async (_what, options) => {
    const { headers } = await app.inject(options)
    expect(faultsOf('', headers as Record<string, string>)).toEqual([])
  })
})

test('on plain http, as on one machine, nothing is promised of TLS', async () => {
  const local = await serverAt('http://127.0.0.1:3000')
  const { headers } = await local.inject({ url: '/' })
  expect(headers['strict-transport-security']).toBeUndefined()
  await local.close()
})

test("only ourselves may frame a page: LINE's app shows it in a web view, which is no frame", async () => {
  const lines = {
    ...ctx.config,
    LIFF_BASE_URL: 'https://liff.line.me',
    BASE_URL: 'https://anuyat.example.go.th',
  }
  const ready = async () => {}
  const server = await createApp({ ...ctx, config: lines }, { database: ready, queue: ready, relay: ready })
  const { headers } = await server.inject({ url: '/', headers: { accept: 'text/html' } })
  expect(headers['content-security-policy']).toMatch(/frame-ancestors 'self'$/)
  await server.close()
})
