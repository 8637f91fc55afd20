import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { applicant } from '../../src/applicant/table.ts'
import { handleLineEvent } from '../../src/conversation/handle.ts'
import { takeLease } from '../../src/conversation/waiting.ts'
import { chat, lineEvent } from '../../src/messages/table.ts'
import { job } from '../../src/outbox/table.ts'
import { surveyAnswer } from '../../src/survey/table.ts'
import { andThen, closeChat, heardBy, openChat } from '../support/chat.ts'
import { lineUserOf, type TestContext } from '../support/context.ts'
import { approved, submitted } from '../support/people.ts'

const KAMON = lineUserOf('kamon')

let ctx: TestContext
beforeEach(async () => {
  ctx = await openChat()
})
afterAll(closeChat)

const events = () => ctx.db.select().from(lineEvent)
const and = (doing: Promise<unknown>) => andThen(ctx, doing)
const heard = (personaId = 'kamon') => heardBy(ctx, personaId)
const REPLY = 'POST /v2/bot/message/reply'
const PUSH = 'POST /v2/bot/message/push'
const calls = async (title: string) =>
  (await ctx.simulator.state()).log.filter((entry) => entry.title === title).length

describe('a question', () => {
  test('is answered with the free reply, and its words are erased', async () => {
    await and(ctx.simulator.text('kamon', 'ค่าธรรมเนียมเท่าไหร่'))
    expect(await heard()).toEqual(['ค่าธรรมเนียม: 300 บาทต่อตู้ต่อปี ชำระเมื่อได้รับอนุญาตแล้ว'])
    expect(await events()).toMatchObject([{ body: null, handledAt: ctx.clock.now(), replyTried: true }])
    expect(await calls(PUSH)).toBe(0)
    expect((await ctx.simulator.findings()).map((entry) => entry.findings)).toEqual([])
  })

  test('handled a second time is not answered again', async () => {
    await and(ctx.simulator.text('kamon', 'สวัสดี'))
    const [event] = await events()
    expect(await handleLineEvent(ctx, event?.id ?? '')).toBe('done')
    expect(await heard()).toHaveLength(1)
  })

  test('in English is answered in English', async () => {
    await and(ctx.simulator.text('kamon', 'How much is the fee?'))
    expect(await heard()).toEqual(['Fee: 300 baht a machine a year, paid after approval.'])
  })

  test('that is not understood twice running leads to the officers', async () => {
    await and(ctx.simulator.text('kamon', 'วันนี้อากาศดีจัง'))
    await and(ctx.simulator.text('kamon', 'ฝนจะตกไหมน้า'))
    expect((await heard()).at(-1)).toContain('โทร 053-000-111')
  })
})

describe('people', () => {
  test('who add the account are greeted by name, and are known from then on', async () => {
    await ctx.simulator.block('kamon')
    await and(ctx.simulator.follow('kamon'))
    expect((await heard()).at(-1)).toContain('ยินดีต้อนรับ')
    expect(await ctx.db.select().from(applicant).where(eq(applicant.lineUserId, KAMON))).toMatchObject([
      { displayName: 'กมล ศรีทอง', language: 'th', following: true },
    ])
  })

  test('who block it are noted and told nothing', async () => {
    await and(ctx.simulator.block('kamon'))
    expect(await heard()).toEqual([])
    expect(await ctx.db.select().from(applicant)).toMatchObject([{ following: false }])
  })

  test('who choose English keep it', async () => {
    await and(ctx.simulator.text('kamon', 'English'))
    await and(ctx.simulator.text('kamon', 'status'))
    expect((await heard()).at(-1)).toContain('No application yet')
  })

  test('who are officers also get the worklist', async () => {
    await and(ctx.simulator.text('wanna', 'งาน'))
    expect(await heard('wanna')).toEqual([expect.stringContaining('งานของเจ้าหน้าที่')])
  })
})

describe('cases', () => {
  test('show where they stand', async () => {
    await submitted(ctx)
    await and(ctx.simulator.text('kamon', 'สถานะ'))
    expect((await heard()).some((text) => /^คำขอ สธ-2569-000001: รับคำขอแล้ว/.test(text))).toBe(true)
  })

  test('of somebody else cannot be rated', async () => {
    const { applicationId } = await approved(ctx)
    await and(
      ctx.simulator.action('teeradet', { type: 'postback', data: `a=survey&id=${applicationId}&s=1` }),
    )
    expect((await heard('teeradet')).at(-1)).toContain('ไม่พบรายการนี้')
    expect(await ctx.db.select().from(surveyAnswer)).toEqual([])
  })

  test('are rated with one tap, and the last tap counts', async () => {
    const { applicationId } = await approved(ctx)
    for (const score of [2, 5])
      await and(
        ctx.simulator.action('kamon', { type: 'postback', data: `a=survey&id=${applicationId}&s=${score}` }),
      )
    expect(await ctx.db.select().from(surveyAnswer)).toMatchObject([{ score: 5 }])
    expect((await heard()).at(-1)).toContain('ขอบคุณสำหรับคะแนน')
  })
})

describe('when the answer goes wrong on the way', () => {
  const attempt = async () => {
    const [event] = await events()
    return handleLineEvent(ctx, event?.id ?? '')
  }
  const ask = async () => {
    await ctx.simulator.text('kamon', 'สวัสดี')
    await expect.poll(async () => (await events()).length).toBe(1)
  }

  test('a reply that arrived though its confirmation was lost is not repeated', async () => {
    await ask()
    await ctx.simulator.fault(REPLY, 'accept-then-drop')
    await expect(attempt()).rejects.toMatchObject({ reason: 'unavailable' })
    expect(await attempt()).toBe('done')
    expect(await heard()).toHaveLength(1)
    expect(await calls(PUSH)).toBe(0)
  })

  test('a reply that did not arrive is sent again with the same token', async () => {
    await ask()
    await ctx.simulator.fault(REPLY, 'error-500')
    await expect(attempt()).rejects.toMatchObject({ reason: 'unavailable' })
    expect(await heard()).toEqual([])
    expect(await attempt()).toBe('done')
    expect(await heard()).toHaveLength(1)
    expect(await calls(PUSH)).toBe(0)
  })

  test('a reply too late for its token is pushed, once, however often the push is tried', async () => {
    await ask()
    await ctx.simulator.advance(120)
    await ctx.simulator.fault(PUSH, 'accept-then-500')
    await expect(attempt()).rejects.toMatchObject({ reason: 'unavailable' })
    expect(await attempt()).toBe('done')
    expect(await calls(PUSH)).toBe(2)
    expect(await heard()).toHaveLength(1)
  })
})

describe('order', () => {
  const text = (words: string, second: number, user = KAMON) => ({
    type: 'message',
    mode: 'active',
    timestamp: ctx.clock.now().getTime() + second * 1000,
    webhookEventId: `01JD${String(second).padStart(22, '0')}`,
    source: { type: 'user', userId: user },
    message: { type: 'text', id: String(second), text: words },
  })
  async function store(...waiting: ReturnType<typeof text>[]) {
    const rows = waiting.map((body) => ({
      eventId: body.webhookEventId,
      lineUserId: body.source.userId,
      occurredAt: new Date(body.timestamp),
      receivedAt: ctx.clock.now(),
      body,
    }))
    return ctx.db.insert(lineEvent).values(rows).returning({ id: lineEvent.id })
  }
  const topicOf = async () => (await ctx.db.select().from(chat))[0]?.topic

  test('what happened first is answered first, whichever job comes first', async () => {
    const [second] = await store(text('ค่าธรรมเนียม', 2), text('กี่วัน', 1))
    expect(await handleLineEvent(ctx, second?.id ?? '')).toBe('done')
    expect((await events()).every((event) => event.handledAt)).toBe(true)
    expect(await topicOf()).toBe('fee')
  })

  test('while one worker answers a person another finds them busy, and takes over after its death', async () => {
    const [event] = await store(text('กี่วัน', 1))
    await takeLease(ctx.db, KAMON)
    expect(await handleLineEvent(ctx, event?.id ?? '')).toBe('busy')
    await ctx.db.update(chat).set({ leaseUntil: new Date(Date.now() - 60_000) })
    expect(await handleLineEvent(ctx, event?.id ?? '')).toBe('done')
    expect(await ctx.db.select().from(chat)).toMatchObject([{ leaseUntil: null, leaseBy: null }])
  })

  test('a later question waits for an earlier one that failed, until that is given up', async () => {
    const failing = { ...text('สวัสดี', 1), replyToken: 'f'.repeat(32) }
    const [first, second] = await store(failing, text('กี่วัน', 2))
    await ctx.simulator.fault(REPLY, 'error-500')
    expect(await handleLineEvent(ctx, second?.id ?? '')).toBe('busy')
    expect(await topicOf()).toBeNull()
    const uniqueKey = `line-event:${first?.id}`
    await ctx.db.insert(job).values({
      queue: 'chat',
      name: 'handle-line-event',
      payload: {},
      uniqueKey,
      runAt: ctx.clock.now(),
      state: 'dead',
    })
    expect(await handleLineEvent(ctx, second?.id ?? '')).toBe('done')
    expect(await topicOf()).toBe('time')
  })

  test('a message taken back before it was read is not answered', async () => {
    const unsend = { ...text('', 2), type: 'unsend', unsend: { messageId: '1' }, message: undefined }
    const [first] = await store(text('ค่าธรรมเนียม', 1), unsend as never)
    expect(await handleLineEvent(ctx, first?.id ?? '')).toBe('done')
    expect(await topicOf()).toBeNull()
    expect((await events()).every((event) => event.body === null)).toBe(true)
  })

  test('two people do not wait for each other', async () => {
    const [mine, theirs] = await store(text('กี่วัน', 1), text('กี่วัน', 2, lineUserOf('teeradet')))
    await takeLease(ctx.db, KAMON)
    expect(await handleLineEvent(ctx, mine?.id ?? '')).toBe('busy')
    expect(await handleLineEvent(ctx, theirs?.id ?? '')).toBe('done')
  })
})
