import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { askOfficer } from '../../../src/actions/ask-officer.ts'
import { handOverChat } from '../../../src/actions/hand-over-chat.ts'
import { hearInChat } from '../../../src/actions/say-in-chat.ts'
import { officer } from '../../../src/officer/table.ts'
import { chatWord, handOver, question } from '../../../src/question/table.ts'
import { openTestContext, runJobs, type TestContext } from '../../support/context.ts'
import { applicantOf, PNG, submitted } from '../../support/people.ts'
import { type Visitor as Guest, openSite, visitor } from '../site.ts'
import { hiddenFields, openWeb, type Visitor, visitorOf } from './desk.ts'

let ctx: TestContext
let app: FastifyInstance
let wanna: Visitor
let kukiat: Visitor
let applicantId: string
beforeEach(async () => {
  ctx = await openTestContext()
  app = await openWeb(ctx)
  applicantId = await applicantOf(ctx)
  wanna = await visitorOf(app, ctx, 'wanna')
  kukiat = await visitorOf(app, ctx, 'kukiat')
})
afterEach(() => app.close())

const EVENT = 'eeeeeeee-0000-4000-8000-000000000001'
const WORD = 'eeeeeeee-0000-4000-8000-000000000002'
const NO_ID = '00000000-0000-4000-8000-000000000000'
const TEXT = 'เลี้ยงช้าง <b>บนดาดฟ้า</b> ได้ไหม'
const plain = (html: string) =>
  html.replace(/<(style|script)[\s\S]*?<\/\1>|<[^>]*>/g, ' ').replace(/\s+/g, ' ')

async function asked(): Promise<string> {
  await askOfficer(ctx, { applicantId, lineEventId: EVENT, text: TEXT, messageId: null, language: 'th' })
  const [row] = await ctx.db.select().from(question)
  return `/o/questions/${row?.id}`
}
async function handedOver(): Promise<string> {
  await handOverChat(ctx, { applicantId, lineEventId: EVENT })
  const [row] = await ctx.db.select().from(handOver)
  return `/o/chats/${row?.id}`
}

describe('questions', () => {
  test('are for officers with a part in the review', async () => {
    const path = await asked()
    const kamon = await visitorOf(app, ctx, 'kamon')
    expect((await kamon.get('/o/questions')).status).toBe(403)
    expect((await kamon.post(`${path}/answer`, [['answer', 'ได้']])).status).toBe(403)
    await ctx.db.update(officer).set({ roles: [] })
    expect((await wanna.get('/o/questions')).status).toBe(403)
    expect((await wanna.get(path)).status).toBe(403)
    expect((await wanna.post(`${path}/answer`, [['answer', 'ได้']])).status).toBe(403)
    expect((await wanna.post(`${path}/withdraw`)).status).toBe(403)
  })

  test('of no such id are not found', async () => {
    expect((await wanna.get('/o/questions/none')).status).toBe(404)
    expect((await wanna.get(`/o/questions/${NO_ID}`)).status).toBe(404)
    expect((await wanna.post(`/o/questions/${NO_ID}/answer`, [['answer', 'ได้']])).status).toBe(404)
    expect((await wanna.post(`/o/questions/${NO_ID}/withdraw`)).status).toBe(404)
  })

  test('stand in the list with their waiting time, and in the menu of every page', async () => {
    await asked()
    ctx.clock.advance(2.25)
    const list = plain((await wanna.get('/o/questions')).html)
    expect(list).toContain('รอ 2 ชม. 15 นาที')
    expect(list).toContain('ภายใน 24 พ.ย. 2569')
    expect(plain((await wanna.get('/o')).html)).toContain('คำถาม 1')
    ctx.clock.advance(48)
    const later = await visitorOf(app, ctx, 'wanna')
    expect(plain((await later.get('/o/questions')).html)).toContain('เลยเวลาที่แจ้ง')
  })

  test('show the words as they were typed, and the cases of who asks', async () => {
    await submitted(ctx)
    const { html } = await wanna.get(await asked())
    expect(html).toContain('&lt;b>บนดาดฟ้า&lt;/b>')
    expect(plain(html)).toContain('สธ-2569-000001')
  })

  test('are answered once; an empty answer is not sent, and a slower colleague’s is shown back', async () => {
    const path = await asked()
    const empty = await wanna.post(`${path}/answer`, [['answer', ' ']])
    expect(empty).toMatchObject({ status: 422 })
    expect(plain(empty.html)).toContain('กรอกคำตอบ')
    const answer: [string, string][] = [['answer', 'ต้องขออนุญาตก่อน']]
    expect(await wanna.post(`${path}/answer`, answer)).toMatchObject({
      status: 303,
      location: `${path}?done=answered`,
    })
    expect(await wanna.post(`${path}/answer`, answer)).toMatchObject({ status: 303 })
    const slower = await kukiat.post(`${path}/answer`, [['answer', 'ไม่ได้เด็ดขาด']])
    expect(slower.status).toBe(409)
    expect(plain(slower.html)).toContain('ข้อความของท่านไม่ได้ถูกส่ง: “ไม่ได้เด็ดขาด”')
    await runJobs(ctx)
    expect(plain((await wanna.get(path)).html)).toContain('ส่งถึงแชตแล้ว 10:42')
  })

  test('offer the guide’s words without a script, too', async () => {
    const path = await asked()
    expect((await wanna.get(`${path}?ready=fee`)).html).toMatch(/<textarea[^>]*id="answer"[^>]*>[^<]*300 บาท/)
  })

  test('become public with one press, stand in the guide, and are withdrawn', async () => {
    const path = await asked()
    await wanna.post(`${path}/answer`, [['answer', 'ต้องขออนุญาตก่อน']])
    const { html } = await wanna.get(path)
    const [, words = ''] = html.match(/<textarea[^>]*id="answer_th"[^>]*>([^<]*)</) ?? []
    expect(words).toBe('ต้องขออนุญาตก่อน')
    const press: [string, string][] = [
      ['question_th', 'เลี้ยงช้างบนดาดฟ้าได้ไหม'],
      ['question_en', ''],
      ['answer_th', words],
      ['answer_en', ''],
      ['wordings', ''],
    ]
    expect(await wanna.post(`${path}/publish`, press)).toMatchObject({ location: `${path}?done=published` })
    const site = await openSite(ctx)
    const guest: Guest = visitor(site)
    expect((await guest.get('/service')).text).toContain('เลี้ยงช้างบนดาดฟ้าได้ไหม')
    expect(plain((await wanna.get('/o/questions?tab=published')).html)).toContain('เผยแพร่โดย')
    const back = await wanna.post(`${path}/withdraw`, [['from', 'list']])
    expect(back.location).toBe('/o/questions?tab=published')
    expect((await guest.get('/service')).text).not.toContain('เลี้ยงช้างบนดาดฟ้าได้ไหม')
    await site.close()
  })

  test('with an ID number are not made public', async () => {
    const path = await asked()
    await wanna.post(`${path}/answer`, [['answer', 'ต้องขออนุญาตก่อน']])
    const press: [string, string][] = [
      ['question_th', 'ของ 1101700207366 ได้ไหม'],
      ['answer_th', 'ได้'],
    ]
    const refused = await wanna.post(`${path}/publish`, press)
    expect(refused.status).toBe(422)
    expect(plain(refused.html)).toContain('คำถามมีเลขประจำตัวประชาชน')
  })
})

describe('a chat', () => {
  const typed = async (path: string, text: string): Promise<[string, string][]> => [
    ...hiddenFields((await wanna.get(path)).html),
    ['text', text],
  ]

  test('is not for citizens, nor for officers without a part in the review', async () => {
    const path = await handedOver()
    const kamon = await visitorOf(app, ctx, 'kamon')
    for (const each of [path, `${path}/state`]) expect((await kamon.get(each)).status).toBe(403)
    await ctx.db.update(officer).set({ roles: [] })
    expect((await wanna.get(path)).status).toBe(403)
    for (const each of ['take', 'say', 'give-back'])
      expect((await wanna.post(`${path}/${each}`, [['text', 'สวัสดี']])).status).toBe(403)
  })

  test('is taken from the list, answered, and given back', async () => {
    const path = await handedOver()
    expect((await wanna.get('/o/questions')).html).toContain(`${path}/take"`)
    expect(await wanna.post(`${path}/take`)).toMatchObject({ status: 303, location: path })
    const form = await typed(path, 'สวัสดีค่ะ')
    expect(await wanna.post(`${path}/say`, form)).toMatchObject({ status: 303, location: path })
    await wanna.post(`${path}/say`, form)
    const words = await ctx.db.select().from(chatWord)
    expect(words.filter((word) => word.from === 'officer')).toMatchObject([{ text: 'สวัสดีค่ะ' }])
    expect((await kukiat.get(path)).html).not.toContain('<textarea')
    expect(await wanna.post(`${path}/give-back`)).toMatchObject({ status: 303 })
    expect((await wanna.get(path)).html).not.toContain('<textarea')
  })

  test('shows a photo that was sent, and gives it to nobody under another address', async () => {
    const path = await handedOver()
    await ctx.simulator.image('kamon', PNG, 'image/png')
    const { chats } = await ctx.simulator.state()
    const messageId = chats.kamon?.at(-1)?.id ?? ''
    const file = { messageId, name: 'ตู้น้ำ.png' }
    await hearInChat(ctx, { applicantId, lineEventId: WORD, kind: 'file', messageId, file })
    expect(plain((await wanna.get(path)).html)).toContain('กำลังรับไฟล์จาก LINE')
    await runJobs(ctx)
    const address = `${path}/files/${WORD}`
    expect((await wanna.get(path)).html).toContain(`<img src="${address}"`)
    expect((await wanna.get(address)).status).toBe(200)
    expect((await kukiat.get(address)).status).toBe(200)
    expect((await wanna.get(`/o/chats/${NO_ID}/files/${WORD}`)).status).toBe(404)
    expect((await wanna.get(`${path}/files/${NO_ID}`)).status).toBe(404)
    const kamon = await visitorOf(app, ctx, 'kamon')
    expect((await kamon.get(address)).status).toBe(403)
  })

  test('held by a colleague says so, and keeps what was typed in vain', async () => {
    const path = await handedOver()
    await wanna.post(`${path}/take`)
    const form = await typed(path, 'ยังอยู่ไหมคะ')
    const late = await kukiat.post(`${path}/take`)
    expect(late.status).toBe(409)
    expect(plain(late.html)).toContain('เพื่อนร่วมงานรับแชตนี้ไปแล้ว')
    await wanna.post(`${path}/give-back`)
    const inVain = await wanna.post(`${path}/say`, form)
    expect(inVain.status).toBe(409)
    expect(plain(inVain.html)).toContain('ส่งไม่ได้')
  })

  test('tells the watching page when something was said', async () => {
    const path = await handedOver()
    const stamp = async () => JSON.parse((await wanna.get(`${path}/state`)).html).stamp
    const before = await stamp()
    expect(await stamp()).toBe(before)
    const lineEventId = WORD
    await hearInChat(ctx, { applicantId, lineEventId, kind: 'text', text: 'มีใครอยู่ไหมคะ' })
    await hearInChat(ctx, { applicantId, lineEventId, kind: 'text', text: 'มีใครอยู่ไหมคะ' })
    expect(await stamp()).not.toBe(before)
    expect(plain((await wanna.get(path)).html).match(/มีใครอยู่ไหมคะ/g)).toHaveLength(1)
  })
})
