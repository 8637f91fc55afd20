import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestContext, type TestContext } from '../../support/context.ts'
import { openWeb, type Visitor, visitorOf } from '../officer/desk.ts'

let ctx: TestContext
let app: FastifyInstance
let anybody: Visitor
beforeEach(async () => {
  ctx = await openTestContext()
  app = await openWeb(ctx)
  anybody = await visitorOf(app, ctx)
})
afterEach(() => app.close())

test.each(['/', '/service', '/privacy', '/v'])(
  '%s opens for anybody, in both languages, without a script',
  async (url) => {
    const thai = await anybody.get(url)
    const english = await anybody.get(`${url}?lang=en`)
    expect([thai.status, english.status]).toEqual([200, 200])
    expect(thai.html).toContain('<html lang="th">')
    expect(english.html).toContain('<html lang="en">')
    expect(thai.html).not.toMatch(/<script(?! type="application\/ld\+json")/)
  },
)

test('a typed code leads to an address that can be shared', async () => {
  const answer = await anybody.get('/v?code=a7k4%202m9q%20x7tr&lang=en')
  expect(answer).toMatchObject({ status: 303, location: '/v/A7K4-2M9Q-X7TR?lang=en' })
})

test('an unknown code, or none at all, is 404 with a way to try again', async () => {
  for (const url of ['/v/A7K4-2M9Q-X7TR', '/v/%3Cscript%3E']) {
    const answer = await anybody.get(url)
    expect(answer.status).toBe(404)
    expect(answer.html).toContain('ลองตรวจอีกครั้ง')
    expect(answer.html).not.toContain('<script>')
  }
})

test('who asks too often has to wait', async () => {
  for (let asked = 0; asked < 30; asked++) expect((await anybody.get('/v/A7K4-2M9Q-X7TR')).status).toBe(404)
  const answer = await anybody.get('/v/A7K4-2M9Q-X7TR')
  expect(answer.status).toBe(429)
  expect(answer.html).toContain('ตรวจบ่อยเกินไป')
  expect((await anybody.get('/v')).status).toBe(200)
})
