import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { IssuedDocument } from '../../src/licence/table.ts'
import { openTestContext, type TestContext } from '../support/context.ts'
import { issueDocuments } from './issued.ts'
import { openSite, signedIn, type Visitor, visitor } from './site.ts'

let ctx: TestContext
let site: FastifyInstance
let kamon: Visitor
let documents: IssuedDocument[]
let path: string

beforeEach(async () => {
  ctx = await openTestContext()
  site = await openSite(ctx)
  kamon = await signedIn(site, ctx, 'kamon')
  documents = await issueDocuments(ctx)
  path = `/documents/${documents[0]?.id}`
})
afterEach(() => site.close())

const ticketPath = async (person: Visitor) =>
  JSON.parse((await person.send('POST', `${path}/ticket`)).text).path as string

test('the address in the chat is a small page, which no browser takes for a PDF', async () => {
  const page = await kamon.get(path)
  expect(page).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' })
  expect(page.text).toContain(`href="${path}/pdf"`)
  expect(await kamon.get(`${path}/pdf`)).toMatchObject({ status: 200, type: 'application/pdf' })
})

test("a document is the applicant's and the officers', and nobody else's", async () => {
  const stranger = await signedIn(site, ctx, 'teeradet')
  for (const each of [path, `${path}/pdf`]) {
    expect((await stranger.get(each)).status).toBe(404)
    expect((await visitor(site).get(each)).status).toBe(401)
  }
  expect((await stranger.send('POST', `${path}/ticket`)).status).toBe(404)
  expect((await visitor(site).send('POST', `${path}/ticket`)).status).toBe(401)
  const officer = await signedIn(site, ctx, 'wanna')
  expect((await officer.get(`${path}/pdf`)).type).toBe('application/pdf')
  expect((await officer.get(await ticketPath(officer))).type).toBe('application/pdf')
})

test('a ticket opens its document without a session, and leaves no trace', async () => {
  const opened = await visitor(site).get(await ticketPath(kamon))
  expect(opened).toMatchObject({ status: 200, type: 'application/pdf' })
  expect(opened.headers).toMatchObject({
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
  })
})

test('a ticket is over after five minutes, and says how to go on', async () => {
  const ticket = await ticketPath(kamon)
  const [, expires = ''] = /ticket=(\d+)\./.exec(ticket) ?? []
  expect(Number(expires) - Math.floor(ctx.clock.now().getTime() / 1000)).toBe(300)
  ctx.clock.advance(1)
  const late = await visitor(site).get(ticket)
  expect(late.status).toBe(410)
  expect(late.text).toContain('อีกครั้งจากแชตใน LINE')
  expect(late.text).not.toContain('<script')
})

test('no other ticket opens it', async () => {
  const good = await ticketPath(kamon)
  const [, ticket = ''] = good.split('ticket=')
  const [expires = '', mac = ''] = ticket.split('.')
  const forged = [
    `${Number(expires) + 1}.${mac}`,
    `${expires}.${mac.startsWith('A') ? 'B' : 'A'}${mac.slice(1)}`,
    `${expires}.`,
    `${ticket}x`,
    '',
  ]
  for (const each of forged) {
    expect((await visitor(site).get(`${path}?ticket=${each}`)).status).toBe(410)
  }
  expect((await visitor(site).get(`${good}&ticket=${ticket}`)).status).toBe(410)
  const other = documents[1]?.id
  expect(other).not.toBe(documents[0]?.id)
  expect((await visitor(site).get(`/documents/${other}?ticket=${ticket}`)).status).toBe(410)
})
