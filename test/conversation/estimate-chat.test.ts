import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { meetApplicant } from '../../src/actions/meet-applicant.ts'
import { startApplication } from '../../src/actions/start-application.ts'
import { getOwnApplication } from '../../src/application/store.ts'
import { lineWebhook } from '../../src/line/webhook.ts'
import { loadFlexTemplates } from '../../src/messages/flex.ts'
import { lineUserOf, openTestContext, runJobs, type TestContext } from '../support/context.ts'

let ctx: TestContext
let app: FastifyInstance | undefined
beforeEach(async () => {
  ctx = await openTestContext()
  await app?.close()
  app = Fastify()
  await app.register(lineWebhook, { ctx })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  ctx.simulator.pointAt(url)
  ctx.flex = loadFlexTemplates({ dirs: ['flex-templates'], assetsUrl: `${url}/assets` })
})
afterAll(async () => {
  ctx.simulator.pointAt(ctx.config.BASE_URL)
  await app?.close()
})

async function and(doing: Promise<unknown>): Promise<string> {
  await doing
  await runJobs(ctx)
  const { chats } = await ctx.simulator.state()
  const { message } = (chats.kamon ?? []).filter((entry) => entry.from === 'bot').at(-1) ?? {}
  return String(message?.altText ?? message?.text)
}
const press = (data: string) => and(ctx.simulator.action('kamon', { type: 'postback', data }))
const say = (text: string) => and(ctx.simulator.text('kamon', text))

test('a person works out the own case in the chat, and goes on with it in the form', async () => {
  expect(await press('a=estimate')).toContain('ผู้ขอเป็น')
  expect(await say('นิติบุคคล')).toContain('กี่รายการ')
  expect(await say('3 ตู้')).toBe('ค่าธรรมเนียม 900 บาท ทราบผลไม่เกินวันที่ 23 ธันวาคม 2569')
  expect(await say('ขอบคุณค่ะ')).toContain('ยินดี')
  const { id: applicantId } = await meetApplicant(ctx, lineUserOf('kamon'))
  const { applicationId } = await startApplication(ctx, applicantId)
  expect((await getOwnApplication(ctx.db, { applicationId, applicantId })).answers).toEqual({
    applicant_type: 'company',
  })
  expect((await ctx.simulator.findings()).map((entry) => entry.findings)).toEqual([])
})

test('a question that may mean several things is answered by tapping one', async () => {
  expect(await say('ที่ตั้งตู้')).toContain('ท่านหมายถึงข้อไหน')
  expect(await press('a=guide&topic=placement')).toContain('ตั้งตู้ตรงไหนได้บ้าง: ตั้งให้ห่างจากฝุ่น')
  expect((await ctx.simulator.findings()).map((entry) => entry.findings)).toEqual([])
})
