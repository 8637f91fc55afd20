import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { IssuedDocument } from '../../src/licence/table.ts'
import { insertProof } from '../../src/proof/store.ts'
import { proof } from '../../src/proof/table.ts'
import { openTestContext, type TestContext } from '../support/context.ts'
import { applicantOf } from '../support/people.ts'
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

describe('where the service opens its papers only after the proof', () => {
  const asking = async (proofs: Partial<typeof proof.$inferInsert>[]) => {
    const { definition } = ctx.service
    const identity = { ...definition.identity, documents: true }
    ctx.service = { ...ctx.service, hash: 'asking', definition: { ...definition, identity } }
    const issued = await issueDocuments(ctx)
    path = `/documents/${issued[0]?.id}`
    const applicantId = await applicantOf(ctx)
    await ctx.db.delete(proof)
    const now = ctx.clock.now()
    const made = { method: 'e_document', status: 'accepted', subject: {}, evidence: {}, applicantId } as const
    for (const each of proofs)
      await insertProof(ctx.db, { ...made, level: 2, requestedAt: now, decidedAt: now, ...each })
  }
  const yesterday = () => new Date(ctx.clock.now().getTime() - 24 * 3600_000)

  test.each<[string, () => Partial<typeof proof.$inferInsert>[]]>([
    ['no proof', () => []],
    ['a proof that is over', () => [{ validUntil: yesterday() }]],
    ['a proof of a lower level', () => [{ level: 1 }]],
    ['a proof that waits', () => [{ status: 'requested', decidedAt: null }]],
  ])('%s does not open them, and leads to proving who one is', async (_, proofs) => {
    await asking(proofs())
    for (const each of [path, `${path}/pdf`]) {
      const answer = await kamon.get(each)
      expect(answer.status).toBe(403)
      expect(answer.text).toContain('ยืนยันตัวตนก่อนเปิดเอกสาร')
      const [, to = ''] = /href="(\/l\/apply\/[^"]*\/identity)"/.exec(answer.text) ?? []
      expect((await kamon.get(to)).status).toBe(200)
      expect((await kamon.get(`${to}/photos`)).status).toBe(200)
    }
    expect((await kamon.send('POST', `${path}/ticket`)).status).toBe(403)
    const officer = await signedIn(site, ctx, 'wanna')
    expect((await officer.get(`${path}/pdf`)).type).toBe('application/pdf')
  })

  test('a proof that stands opens them', async () => {
    await asking([{}])
    expect((await kamon.get(`${path}/pdf`)).type).toBe('application/pdf')
    expect((await visitor(site).get(await ticketPath(kamon))).type).toBe('application/pdf')
  })
})

test('without a proof they open where the service does not ask for one', async () => {
  await ctx.db.delete(proof)
  expect((await kamon.get(`${path}/pdf`)).type).toBe('application/pdf')
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
