/** The chat of an officer's page, live: what the citizen says appears, and what the officer is typing stays. */
import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { handOverChat } from '../../../src/actions/hand-over-chat.ts'
import { hearInChat } from '../../../src/actions/say-in-chat.ts'
import { takeOverChat } from '../../../src/actions/take-over-chat.ts'
import { chatWord, handOver } from '../../../src/question/table.ts'
import { officerOf } from '../../support/context.ts'
import { applicantOf } from '../../support/people.ts'
import { signedInPage, useLiveSite } from '../live-site.ts'

const live = useLiveSite()
let page: Page
let applicantId: string

beforeEach(async () => {
  const { ctx, origin } = live
  applicantId = await applicantOf(ctx)
  await handOverChat(ctx, { applicantId, lineEventId: crypto.randomUUID() })
  const [chat] = await ctx.db.select().from(handOver)
  await takeOverChat(ctx, await officerOf(ctx, 'wanna'), chat?.id ?? '')
  page = await signedInPage(live, 'wanna')
  await page.goto(`${origin}/o/chats/${chat?.id}`)
  await page.locator('html.live').waitFor({ state: 'attached' })
})

const hear = (text: string) =>
  hearInChat(live.ctx, { applicantId, lineEventId: crypto.randomUUID(), kind: 'text', text })
const said = async () => (await live.ctx.db.select().from(chatWord)).filter((word) => word.from === 'officer')

test('what the citizen says appears by itself, and half an answer stays in its box', async () => {
  await page.getByLabel('ข้อความถึงผู้ถาม').fill('กำลังดูให้')
  await hear('มีใครอยู่ไหมคะ')
  await page.getByText('มีใครอยู่ไหมคะ').waitFor()
  expect(await page.getByLabel('ข้อความถึงผู้ถาม').inputValue()).toBe('กำลังดูให้')
})

test('messages are sent one after the other without leaving the page, each once', async () => {
  const box = page.getByLabel('ข้อความถึงผู้ถาม')
  for (const words of ['สวัสดีค่ะ', 'มีอะไรให้ช่วยคะ']) {
    await box.fill(words)
    await box.press('Enter')
    await page.getByText(words).waitFor()
    expect(await box.inputValue()).toBe('')
  }
  await box.fill('บรรทัดแรก')
  await box.press('Shift+Enter')
  await box.pressSequentially('บรรทัดสอง')
  await page.getByRole('button', { name: 'ส่ง', exact: true }).dblclick()
  await page.getByText('บรรทัดสอง').waitFor()
  expect((await said()).map(({ text }) => text)).toEqual(['สวัสดีค่ะ', 'มีอะไรให้ช่วยคะ', 'บรรทัดแรก\nบรรทัดสอง'])
})

test('a chat that ends takes its box away', async () => {
  await live.ctx.db.update(handOver).set({ endedAt: live.ctx.clock.now(), endedBy: 'silence' })
  await page.getByText('ระบบรับช่วงต่อแล้ว').waitFor()
  expect(await page.locator('textarea').count()).toBe(0)
})
