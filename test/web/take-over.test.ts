/** The pages on which a transferred licence is handed on, and a refund is recorded. */
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashToken } from '../../src/actions/open-session.ts'
import { insertOffer } from '../../src/licence/store.ts'
import { licence as licenceTable } from '../../src/licence/table.ts'
import { openTestContext, type TestContext } from '../support/context.ts'
import { giveEverything } from './belongings.ts'
import { openSite, signedIn, visitor } from './site.ts'

let ctx: TestContext
let site: FastifyInstance
beforeEach(async () => {
  ctx = await openTestContext()
  site = await openSite(ctx)
})
afterEach(() => site.close())

const CODE = 'a-code-for-this-test'

/** A link to a licence that asks for a number nobody can type: its case is no transfer. */
async function offered(): Promise<void> {
  const kept = await giveEverything(ctx)
  const [found] = await ctx.db.select().from(licenceTable)
  const validUntil = new Date(ctx.clock.now().getTime() + 86_400_000)
  await ctx.db.transaction((tx) =>
    insertOffer(tx, { codeHash: hashToken(CODE), licenceId: found?.id ?? kept.licence, validUntil }),
  )
}

test('the link asks for the end of the number, counts wrong ones, and says nothing of the holder', async () => {
  await offered()
  const heir = await signedIn(site, ctx, 'teeradet')
  const page = await heir.get(`/l/take-over/${CODE}`)
  expect(page.status).toBe(200)
  expect(page.text).toContain('เลข 4 ตัวท้าย')
  expect(page.text).not.toContain('ศรีทอง')
  const wrong = await heir.post(`/l/take-over/${CODE}`, { ending: '0000' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('4 ครั้ง')
})

test('the link is nothing to the old holder, and asks a stranger to sign in', async () => {
  await offered()
  const kamon = await signedIn(site, ctx, 'kamon')
  expect((await kamon.get(`/l/take-over/${CODE}`)).status).toBe(404)
  expect((await kamon.get('/l/take-over/another')).status).toBe(404)
  expect((await visitor(site).get(`/l/take-over/${CODE}`)).status).toBe(401)
})

test('codes cannot be tried out: after thirty a minute the link is not looked up', async () => {
  const heir = await signedIn(site, ctx, 'teeradet')
  for (let tried = 0; tried < 30; tried++) expect((await heir.get(`/l/take-over/${tried}`)).status).toBe(404)
  expect((await heir.get('/l/take-over/again')).status).toBe(429)
})
