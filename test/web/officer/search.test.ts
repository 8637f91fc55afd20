import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createLogger } from '../../../src/logger.ts'
import { openTestContext, type TestContext } from '../../support/context.ts'
import { getCase, type Owner, submitted } from '../../support/people.ts'
import { openWeb, type Visitor, visitorOf } from './desk.ts'

let ctx: TestContext
let app: FastifyInstance
let owner: Owner
let wanna: Visitor
let logged: string[]
beforeEach(async () => {
  logged = []
  ctx = await openTestContext({ log: createLogger('trace', { write: (line) => void logged.push(line) }) })
  app = await openWeb(ctx)
  owner = await submitted(ctx)
  wanna = await visitorOf(app, ctx, 'wanna')
})
afterEach(() => app.close())

const search = (typed: string, visitor = wanna) => visitor.post('/o/search', [['q', typed]])

describe('looking up a case', () => {
  test.each(['1101700207366', '1-1017-00207-36-6', '๑๑๐๑๗๐๐๒๐๗๓๖๖ '])(
    'by the person’s number, written as %s, shows the cases and the number masked',
    async (typed) => {
      const { status, html } = await search(typed)
      expect(status).toBe(200)
      expect(html).toContain(`/o/cases/${owner.applicationId}"`)
      expect(html).toContain('1-1017-xxxxx-36-6')
      expect(html).not.toContain('00207')
    },
  )

  test('by its reference opens it', async () => {
    const { reference } = await getCase(ctx, owner)
    expect(await search(` ${reference?.toLowerCase()} `)).toMatchObject({
      status: 303,
      location: `/o/cases/${owner.applicationId}`,
    })
  })

  test('that is not there says so, and why a number cannot be right', async () => {
    expect((await search('3100600445635')).html).toContain('ไม่พบคำขอของเลข')
    expect((await search('9999')).html).toContain('ไม่พบคำขอเลขที่ 9999')
    expect((await search('1101700207367')).html).toContain('เลขประจำตัว 13 หลักไม่ถูกต้อง')
    expect(await search('   ')).toMatchObject({ status: 303, location: '/o' })
  })

  test('with a character that no text has is not found', async () => {
    const answer = await search('ศรีทอง 1101700207366\0')
    expect(answer.status).toBe(200)
    expect(answer.html).toContain('ไม่พบคำขอเลขที่')
  })

  test('is logged with who looked, and without what for', async () => {
    await search('1101700207366')
    expect(logged.join()).toContain('cases.searched')
    expect(logged.join()).not.toMatch(/1101700207366|00207/)
  })

  test('is not for citizens', async () => {
    expect((await search('1101700207366', await visitorOf(app, ctx, 'kamon'))).status).toBe(403)
  })
})
