/**
 * Another person's id gives nothing. Every route with a parameter is asked by people whom the thing does not belong
 * to; the routes are the server's own table, so that a new one is asked by itself.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { insertOfficer } from '../../src/officer/store.ts'
import type { RouteAccess } from '../../src/web/access.ts'
import { lineUserOf, openTestContext, type TestContext } from '../support/context.ts'
import { type Belongings, giveEverything, type Kind } from './belongings.ts'
import { openSessionOf } from './officer/desk.ts'

/**
 * What stands behind each parameter, by the path up to it: things of a person; one value that is nobody's own; or why
 * anybody may ask.
 */
const BEHIND: Record<string, Kind[] | { always: string } | { open: string }> = {
  '/assets/*': { open: 'files of the pages themselves' },
  '/assets/flex/:file': { open: 'pictures of the chat cards' },
  '/v/:code': { open: 'printed on the document to be checked by anybody' },
  '/qr/:id': { open: 'LINE fetches it for the card: an id nobody can guess, and what to pay behind it' },
  '/files/:id': ['attachment'],
  '/proof-pictures/:id': ['picture'],
  '/documents/:id': ['document'],
  '/l/apply/:id': ['draft', 'returned', 'case'],
  '/l/apply/:id/:page': { always: 'applicant' },
  '/l/apply/:id/files/:field': { always: 'id_card' },
  '/l/apply/:id/files/:file': ['attachment'],
  '/l/cases/:id': ['case', 'returned'],
  '/l/identity/thaid/:id': ['login'],
  '/l/identity/thaid/for/:applicationId': ['draft', 'returned'],
  '/l/my-data/consents/:purpose': { open: 'a purpose of the notice: everybody chooses for themselves' },
  '/l/my-data/copies/:id': ['export'],
  '/l/my-data/copies/:id/:format': { always: 'json' },
  '/l/my-data/requests/:id': ['request'],
  '/l/mandates/:id': ['mandate'],
  '/l/mandates/by/:code': { open: 'a link for who is acted for: works once, with few tries of the number' },
  '/l/take-over/:code': { open: 'a link given to whom the holder chose, another account than their own' },
  '/l/licences/:licenceId': ['licence'],
  '/l/licences/:licenceId/:type': { always: 'renew' },
  '/o/cases/:id': ['case', 'returned'],
  '/o/cases/:id/mask/:file': ['attachment'],
  '/o/cases/:id/decide/:outcome': { always: 'approve' },
  '/o/chats/:id': ['handOver'],
  '/o/chats/:id/files/:file': ['chatFile'],
  '/o/questions/:id': ['question'],
  '/o/intake/:id': ['draft', 'case'],
  '/o/intake/:id/:page': { always: 'applicant' },
  '/o/intake/calls/:id': ['case'],
  '/o/sessions/:id': ['session'],
  '/o/officers/:id': ['officer'],
  '/o/privacy/:id': ['request'],
  '/o/relinks/:id': ['relink'],
  '/o/resets/:id': ['reset'],
  '/o/factors/:id': ['factor'],
  '/o/delegations/:id': ['delegation'],
}

/** What would be read, were anything of Kamon's given out. */
const HERS = [
  'ศรีทอง',
  '1101700207366',
  '1-1017-00207-36-6',
  '0812345678',
  '081-234-5678',
  'kamon@example.com',
]

let ctx: TestContext
let app: FastifyInstance
let hers: Belongings
let asking: Record<'nobody' | 'another applicant' | 'an officer without the office', string>

beforeAll(async () => {
  ctx = await openTestContext()
  hers = await giveEverything(ctx)
  const ready = async () => {}
  app = await createApp(ctx, { database: ready, queue: ready, relay: ready })
  await app.ready()
  const lineUserId = `U${'7'.repeat(32)}`
  const idle = { name: 'นายว่าง งานน้อย', position: 'ยังไม่มีหน้าที่', roles: [], lineUserId }
  await insertOfficer(ctx.db, { ...idle, createdAt: ctx.clock.now() })
  asking = {
    nobody: '',
    'another applicant': await openSessionOf(ctx, lineUserOf('teeradet')),
    'an officer without the office': await openSessionOf(ctx, lineUserId),
  }
})
afterAll(() => app.close())

const PARAMETER = /:(\w+)(\([^)]*\))?|\*/g
const swept = () => app.routeTable.filter(({ method, path }) => method !== 'HEAD' && /[:*]/.test(path))
/** `/l/apply/:id/:page` → `/l/apply/:id` and `/l/apply/:id/:page`. */
const parametersOf = (path: string) =>
  [...path.matchAll(PARAMETER)].map(({ index, 0: text, 1: name }) => ({
    key: `${path.slice(0, index)}${name ? `:${name}` : '*'}`,
    text,
  }))
const isOpen = ({ path }: RouteAccess) => parametersOf(path).some(({ key }) => 'open' in (BEHIND[key] ?? {}))

/** Every address of this route with things of hers in it; `strange`: the same with ids that nothing has. */
function addressesOf(path: string, strange = false): string[] {
  let addresses = [path]
  for (const { key, text } of parametersOf(path)) {
    const behind = BEHIND[key] ?? []
    const values = Array.isArray(behind) ? behind.map((kind) => (strange ? randomUUID() : hers[kind])) : []
    if ('always' in behind) values.push(behind.always)
    addresses = addresses.flatMap((address) => values.map((value) => address.replace(text, value)))
  }
  return addresses
}

/** Each body names all that is hers, in every word a route might read. */
function wishes(): Record<string, string> {
  const named = Object.entries(hers).flatMap(([kind, id]) => [
    [kind, id],
    [`${kind}Id`, id],
    [`${kind}_id`, id],
  ])
  return {
    ...Object.fromEntries(named),
    id: hers.applicant,
    userId: hers.applicant,
    _csrf: '',
    declared: 'yes',
  }
}

/** What each route reads: a plain form, but JSON where our own scripts send it, and a file. */
function bodyOf(method: string, url: string): { type: string; payload: string } | undefined {
  if (method === 'GET') return undefined
  if (method === 'PUT')
    return { type: 'application/json', payload: JSON.stringify({ answers: {}, ...wishes() }) }
  if (method === 'POST' && /\/files\/\w+$/.test(url)) {
    const head = 'Content-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png'
    const payload = `--part\r\n${head}\r\n\r\nbytes\r\n--part--\r\n`
    return { type: 'multipart/form-data; boundary=part', payload }
  }
  return { type: 'application/x-www-form-urlencoded', payload: new URLSearchParams(wishes()).toString() }
}

async function ask(cookie: string, method: string, url: string, query = '') {
  const body = bodyOf(method, url)
  const headers = {
    accept: 'text/html',
    'sec-fetch-site': 'same-origin',
    cookie: cookie && `anuyat_session=${cookie}`,
    ...(body && { 'content-type': body.type }),
  }
  const payload = body?.payload
  const options = { method: method as InjectOptions['method'], url: url + query, headers, payload }
  const { statusCode: status, body: text, headers: sent } = await app.inject(options)
  return { status, body: text, location: String(sent.location ?? '') }
}

/** An answer without what differs each time. */
const plain = (text: string) =>
  text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID').replace(/nonce(=|-)"?[\w+/=]+/g, 'NONCE')

/** All rows in which an id of hers stands, as one digest a table. */
async function herRows(): Promise<Record<string, string>> {
  const tables = await rowsOf<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public'`,
  )
  const any = `%(${Object.values(hers).join('|')})%`
  const digests: Record<string, string> = {}
  for (const { name } of tables) {
    const [row] = await rowsOf<{ digest: string }>(
      sql`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest
        from ${sql.identifier(name)} t where t::text similar to ${any}`,
    )
    digests[name] = row?.digest ?? ''
  }
  return digests
}

const rowsOf = async <Row>(query: ReturnType<typeof sql>): Promise<Row[]> =>
  (await ctx.db.execute(query)).rows as Row[]

test('the sweep knows what stands behind every parameter', () => {
  const keys = new Set(swept().flatMap(({ path }) => parametersOf(path).map(({ key }) => key)))
  const unknown = [...keys].filter((key) => !(key in BEHIND))
  const advice = unknown.map(
    (key) => `${key}: say in BEHIND what it is the id of; if that is new, give Kamon one in belongings.ts`,
  )
  expect(advice).toEqual([])
  expect(Object.keys(BEHIND).filter((key) => !keys.has(key))).toEqual([])
})

test('every id is real: its owner, or the office it belongs to, is answered', async () => {
  const owner = await openSessionOf(ctx, lineUserOf('kamon'))
  const answered = new Set<string>()
  for (const { method, path, access } of swept()) {
    if (method !== 'GET' || typeof access === 'object') continue
    for (const url of addressesOf(path))
      if ((await ask(owner, 'GET', url)).status < 400)
        for (const { key } of parametersOf(path)) answered.add(key)
  }
  const asked = swept().filter(
    (route) => route.method === 'GET' && typeof route.access === 'string' && !isOpen(route),
  )
  const never = asked.flatMap(({ path }) => parametersOf(path).map(({ key }) => key))
  expect(never.filter((key) => !answered.has(key))).toEqual([])
})

test('whoever it does not belong to is told the same as of an id that nothing has, and changes nothing', async () => {
  const before = await herRows()
  const wrong: string[] = []
  for (const route of swept().filter((each) => !isOpen(each)))
    for (const [who, cookie] of Object.entries(asking)) wrong.push(...(await problems(route, who, cookie)))
  expect(wrong).toEqual([])
  expect(await herRows()).toEqual(before)
})

async function problems(route: RouteAccess, who: string, cookie: string): Promise<string[]> {
  const wrong: string[] = []
  const strange = addressesOf(route.path, true)
  for (const [at, url] of addressesOf(route.path).entries()) {
    const said = await ask(cookie, route.method, url)
    const other = await ask(cookie, route.method, strange[at] ?? '')
    const line = `${who}: ${route.method} ${route.path}`
    if (said.status !== refusal(route, who)) wrong.push(`${line}: ${said.status}, not ${refusal(route, who)}`)
    if (HERS.some((mark) => said.body.includes(mark))) wrong.push(`${line}: says something of hers`)
    if (said.status !== other.status || plain(said.body) !== plain(other.body))
      wrong.push(`${line}: an id of hers and an id of nothing are answered differently`)
  }
  return wrong
}

/** To end one's own twice is no failure: what is another's is ended no more than what does not exist. */
const QUIET = ['/o/factors/:id/remove', '/o/sessions/:id/end']

function refusal({ access, path }: RouteAccess, who: string): number {
  if (who === 'nobody') return 401
  if (typeof access === 'string') return 404
  if (who === 'another applicant' || access.officer !== 'any') return 403
  return QUIET.includes(path) ? 303 : 404
}

test('her ids in the query and the body of what is asked for oneself are not listened to', async () => {
  const before = await herRows()
  const told: string[] = []
  const query = `?${new URLSearchParams(wishes())}`
  const others = app.routeTable.filter(({ method, path }) => method !== 'HEAD' && !/[:*]/.test(path))
  for (const { method, path } of others)
    for (const [who, cookie] of Object.entries(asking)) {
      const { status, body, location } = await ask(cookie, method, path, query)
      if (status >= 500 || HERS.some((mark) => body.includes(mark) || location.includes(mark)))
        told.push(`${who}: ${method} ${path}: ${status}`)
      // Signing out ends a session: the next one asks with another.
      if (path.startsWith('/session') || /sessions/.test(path)) await signInAgain()
    }
  expect(told).toEqual([])
  expect(await herRows()).toEqual(before)
})

async function signInAgain(): Promise<void> {
  asking['another applicant'] = await openSessionOf(ctx, lineUserOf('teeradet'))
  asking['an officer without the office'] = await openSessionOf(ctx, `U${'7'.repeat(32)}`)
}
