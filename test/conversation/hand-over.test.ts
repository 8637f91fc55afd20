import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { answerQuestion } from '../../src/actions/answer-question.ts'
import { giveBackChat } from '../../src/actions/give-back-chat.ts'
import { publishQuestion, withdrawQuestion } from '../../src/actions/publish-question.ts'
import { sayInChat } from '../../src/actions/say-in-chat.ts'
import { takeOverChat } from '../../src/actions/take-over-chat.ts'
import { tidyUp } from '../../src/actions/tidy-up.ts'
import { handleLineEvent } from '../../src/conversation/handle.ts'
import { lineEvent } from '../../src/messages/table.ts'
import type { ActingOfficer } from '../../src/officer/officer.ts'
import { job } from '../../src/outbox/table.ts'
import { chatWord, handOver, question, unanswered } from '../../src/question/table.ts'
import { andThen, closeChat, heardBy, openChat } from '../support/chat.ts'
import { officerOf, runJobs, type TestContext } from '../support/context.ts'
import { PNG } from '../support/people.ts'

let ctx: TestContext
let wanna: ActingOfficer
beforeEach(async () => {
  ctx = await openChat()
  wanna = await officerOf(ctx, 'wanna')
})
afterAll(closeChat)

const QUESTION = 'วันนี้เลี้ยงช้างบนดาดฟ้าได้หรือเปล่า'
const SATURDAY = new Date('2026-11-28T10:00:00+07:00')

const events = () => ctx.db.select().from(lineEvent)
const and = (doing: Promise<unknown>) => andThen(ctx, doing)
const say = (text: string, who = 'kamon') => and(ctx.simulator.text(who, text))
const press = (data: string, who = 'kamon') => and(ctx.simulator.action(who, { type: 'postback', data }))
const heard = (personaId = 'kamon') => heardBy(ctx, personaId)
const last = async (personaId = 'kamon') => (await heard(personaId)).at(-1)
const questions = () => ctx.db.select().from(question)
const words = async () => (await ctx.db.select().from(chatWord)).sort((a, b) => a.seq - b.seq)
async function theQuestion() {
  const [row] = await questions()
  if (!row) throw new Error('nothing was asked')
  return row
}
async function theChat() {
  const [row] = await ctx.db.select().from(handOver)
  if (!row) throw new Error('nothing was handed over')
  return row
}
const wordId = () => crypto.randomUUID()

describe('a question without an answer', () => {
  test('is passed on with one press, and the citizen told when to expect the answer', async () => {
    await say(QUESTION)
    await press('a=ask-officer')
    expect(await questions()).toMatchObject([{ text: QUESTION, expectedOn: '2026-11-24', answeredAt: null }])
    expect(await last()).toBe('รับคำถามแล้ว เจ้าหน้าที่จะตอบในแชตนี้ภายใน 24 พ.ย. 2569')
    expect(await ctx.db.select().from(unanswered)).toEqual([])
  })

  test('is passed on by typing, too', async () => {
    await say(QUESTION)
    await say('ถามเจ้าหน้าที่ค่ะ')
    expect(await questions()).toMatchObject([{ text: QUESTION }])
  })

  test('calls the officers of the first step, without its words', async () => {
    await say(QUESTION)
    await press('a=ask-officer')
    expect(await heard('wanna')).toEqual(['มีคำถามรอตอบ · ควรตอบภายใน 24 พ.ย. 2569'])
    expect(await heard('kukiat')).toEqual([])
    const jobs = await ctx.db.select().from(job)
    expect(JSON.stringify(jobs)).not.toContain('ช้าง')
  })

  test('pressed twice, or delivered again, is one question', async () => {
    await say(QUESTION)
    await press('a=ask-officer')
    await press('a=ask-officer')
    const pressed = (await events()).at(-1)
    await ctx.db.update(lineEvent).set({ handledAt: null })
    await handleLineEvent(ctx, pressed?.id ?? '')
    expect(await questions()).toHaveLength(1)
    expect(await heard('wanna')).toHaveLength(1)
  })

  test('is asked for when there is none, and can be given up', async () => {
    await press('a=ask-officer')
    expect(await last()).toContain('พิมพ์คำถามถึงเจ้าหน้าที่')
    await say('ยกเลิก')
    expect(await last()).toContain('ยกเลิกแล้ว')
    await press('a=ask-officer')
    await say('ค่าธรรมเนียมลดให้ผู้พิการไหม')
    expect(await questions()).toMatchObject([{ text: 'ค่าธรรมเนียมลดให้ผู้พิการไหม' }])
  })

  test('is not the one that was asked in vain long before', async () => {
    await say(QUESTION)
    ctx.clock.advance(0.3)
    await press('a=ask-officer')
    expect(await last()).toContain('พิมพ์คำถามถึงเจ้าหน้าที่')
    expect(await questions()).toEqual([])
  })

  test('waits with at most four others of the same person', async () => {
    for (let number = 1; number <= 6; number++) {
      await press('a=ask-officer&new=1')
      await say(`เลี้ยงช้างตัวที่ ${number} บนดาดฟ้า`)
    }
    expect(await questions()).toHaveLength(5)
    expect(await heard()).toContainEqual(expect.stringContaining('รอคำตอบอยู่ 5 ข้อ'))
  })

  test('taken back by its author is gone', async () => {
    await say(QUESTION)
    const { chats } = await ctx.simulator.state()
    const messageId = chats.kamon?.find((entry) => entry.from === 'user')?.id
    await press('a=ask-officer')
    await ctx.db.insert(lineEvent).values({
      eventId: '01JDUNSEND0000000000000000',
      lineUserId: (await events())[0]?.lineUserId ?? null,
      occurredAt: ctx.clock.now(),
      receivedAt: ctx.clock.now(),
      body: { type: 'unsend', mode: 'active', source: { type: 'user' }, unsend: { messageId } },
    })
    await runJobs(ctx)
    expect(await questions()).toMatchObject([{ text: null }])
  })

  test('never keeps an ID number, in hours or out of them', async () => {
    ctx.clock.set(SATURDAY)
    await press('a=ask-officer')
    await say('เลข 1101700207366 ของฉัน ขอใบอนุญาตได้ไหม')
    expect(await last()).toContain('อย่าส่งเลขประจำตัวประชาชน')
    expect(await questions()).toEqual([])
  })

  test('asked on a Saturday is expected on Tuesday', async () => {
    ctx.clock.set(SATURDAY)
    await say(QUESTION)
    await press('a=ask-officer')
    expect(await theQuestion()).toMatchObject({ expectedOn: '2026-12-01' })
  })
})

describe('an answer', () => {
  const ANSWER = 'ต้องขออนุญาตเลี้ยงสัตว์ก่อน ติดต่อกองสาธารณสุข'
  beforeEach(async () => {
    await say(QUESTION)
    await press('a=ask-officer')
  })
  const answer = async (officer = wanna, words = ANSWER) =>
    answerQuestion(ctx, officer, { questionId: (await theQuestion()).id, answer: words })

  test('comes back in the chat with the question, once, though pressed twice', async () => {
    await Promise.all([answer(), answer()])
    await runJobs(ctx)
    await answer()
    await runJobs(ctx)
    expect((await heard()).filter((text) => text.includes(ANSWER))).toHaveLength(1)
    const { chats } = await ctx.simulator.state()
    expect(JSON.stringify(chats.kamon?.at(-1)?.message)).toContain(QUESTION)
    expect(await theQuestion()).toMatchObject({ answeredBy: wanna.id, sentAt: ctx.clock.now() })
    expect((await ctx.simulator.findings()).map((entry) => entry.findings)).toEqual([])
  })

  test('of a colleague who was faster stands', async () => {
    await answer()
    await expect(answer(await officerOf(ctx, 'kukiat'), 'ได้เลย')).rejects.toMatchObject({
      code: 'answered_already',
    })
  })

  test('is refused to who has no part in the review', async () => {
    await expect(answer({ ...wanna, roles: [] })).rejects.toMatchObject({ code: 'not_your_step' })
  })

  test.each([
    ['empty', '  ', 'required'],
    ['too long', 'ก'.repeat(1001), 'too_long'],
    ['with an ID number', 'ของคุณ 1101700207366', 'id_number'],
  ])('%s is refused', async (_, words, code) => {
    await expect(answer(wanna, words)).rejects.toMatchObject({ problems: [{ field: 'answer', code }] })
  })

  test('waits for who has blocked the account, until they come back', async () => {
    await and(ctx.simulator.block('kamon'))
    await answer()
    await runJobs(ctx)
    expect(await theQuestion()).toMatchObject({ sentAt: null })
    await and(ctx.simulator.follow('kamon'))
    expect(await heard()).toContain(`คำตอบจากเจ้าหน้าที่: ${ANSWER}`)
    expect((await theQuestion()).sentAt).not.toBeNull()
  })

  test('and its question are erased when their time is over', async () => {
    await answer()
    ctx.clock.advance(24 * 89)
    await tidyUp(ctx)
    expect(await theQuestion()).toMatchObject({ text: QUESTION, answer: ANSWER })
    ctx.clock.advance(24 * 2)
    await tidyUp(ctx)
    expect(await theQuestion()).toMatchObject({ text: null, answer: null, answeredBy: wanna.id })
  })

  test('made public answers the next citizen, until it is withdrawn', async () => {
    await answer()
    await runJobs(ctx)
    const { id: questionId } = await theQuestion()
    const publication = {
      questionId,
      question: { th: 'เลี้ยงช้างบนดาดฟ้าได้ไหม', en: '' },
      answer: { th: 'ต้องขออนุญาตเลี้ยงสัตว์ก่อน', en: 'You need a licence to keep animals.' },
      wordings: [],
    }
    await publishQuestion(ctx, wanna, publication)
    await publishQuestion(ctx, wanna, publication)
    await say('เลี้ยงช้างบนดาดฟ้าได้ไหมคะ', 'teeradet')
    expect(await last('teeradet')).toContain('ต้องขออนุญาตเลี้ยงสัตว์ก่อน')
    await withdrawQuestion(ctx, wanna, questionId)
    await say('เลี้ยงช้างบนดาดฟ้าได้ไหมคะ', 'teeradet')
    expect(await last('teeradet')).not.toContain('ต้องขออนุญาตเลี้ยงสัตว์ก่อน')
  })

  test('is not public before it is given, nor with an ID number in it', async () => {
    const { id: questionId } = await theQuestion()
    const text = { th: 'เลี้ยงช้าง', en: 'An elephant' }
    const publication = { questionId, question: text, answer: text, wordings: [] }
    await expect(publishQuestion(ctx, wanna, publication)).rejects.toMatchObject({ code: 'not_answered' })
    await answer()
    const leaking = { ...publication, answer: { th: 'ของ 1101700207366', en: '' } }
    await expect(publishQuestion(ctx, wanna, leaking)).rejects.toMatchObject({
      problems: [{ field: 'answer', code: 'id_number' }],
    })
  })
})

describe('a chat with an officer', () => {
  test('is queued in office hours, and the officers are called', async () => {
    await say('ขอคุยกับเจ้าหน้าที่หน่อยค่ะ')
    expect(await last()).toBe('ส่งต่อให้เจ้าหน้าที่แล้ว ท่านเป็นคิวถัดไป')
    await say('talk to an officer', 'teeradet')
    expect(await last('teeradet')).toBe('Passed on to an officer. Number 2 in the queue')
    expect((await heard('wanna'))[0]).toBe('มีผู้รอคุยในแชต · รอตั้งแต่ 10:42 น.')
  })

  test('outside office hours is not: the hours are told and a question can be left', async () => {
    ctx.clock.set(SATURDAY)
    await say('คุยกับเจ้าหน้าที่')
    expect(await last()).toContain('เปิดอีกครั้งวันจันทร์ 30 พ.ย. 2569 เวลา 08:30')
    expect(await last()).toContain('ถามเจ้าหน้าที่')
    expect(await ctx.db.select().from(handOver)).toEqual([])
  })

  test('silences the bot, keeps what is said, and answers buttons', async () => {
    await say('คุยกับเจ้าหน้าที่')
    const before = await heard()
    await say('ค่าธรรมเนียมเท่าไหร่')
    await say('เลขบัตร 1101700207366')
    await and(ctx.simulator.image('kamon', PNG, 'image/png'))
    expect(await heard()).toEqual(before)
    expect(await words()).toMatchObject([
      { from: 'applicant', kind: 'text', text: 'ค่าธรรมเนียมเท่าไหร่' },
      { from: 'applicant', kind: 'text', text: 'เลขบัตร 1-1017-xxxxx-36-6' },
      { from: 'applicant', kind: 'file', text: null },
    ])
    await press('a=status')
    expect(await last()).toContain('ยังไม่มีคำขอ')
  })

  test('is taken by one officer, whose words arrive once and in order', async () => {
    await say('คุยกับเจ้าหน้าที่')
    const { id } = await theChat()
    await takeOverChat(ctx, wanna, id)
    await takeOverChat(ctx, wanna, id)
    await expect(takeOverChat(ctx, await officerOf(ctx, 'kukiat'), id)).rejects.toMatchObject({
      code: 'taken_by_another',
    })
    const first = { handOverId: id, wordId: wordId(), text: 'สวัสดีค่ะ มีอะไรให้ช่วยคะ' }
    await sayInChat(ctx, wanna, first)
    await sayInChat(ctx, wanna, first)
    await sayInChat(ctx, wanna, { handOverId: id, wordId: wordId(), text: 'ขอเลขที่คำขอด้วยค่ะ' })
    // A word whose turn has not come waits a moment: each round sends at least one of the three.
    for (const _ of [1, 2, 3]) {
      await runJobs(ctx)
      ctx.clock.advance(0.01)
    }
    expect((await heard()).slice(1)).toEqual([
      expect.stringContaining('วรรณา แก้วใส เจ้าพนักงานสาธารณสุข รับเรื่องแล้ว'),
      'สวัสดีค่ะ มีอะไรให้ช่วยคะ',
      'ขอเลขที่คำขอด้วยค่ะ',
    ])
    await press('a=talk')
    expect(await last()).toContain('วรรณา แก้วใส กำลังคุยกับท่าน')
    expect((await ctx.simulator.findings()).map((entry) => entry.findings)).toEqual([])
  })

  test('is nobody’s to speak in but its officer’s', async () => {
    await say('คุยกับเจ้าหน้าที่')
    const { id } = await theChat()
    const word = { handOverId: id, wordId: wordId(), text: 'สวัสดี' }
    await expect(sayInChat(ctx, wanna, word)).rejects.toMatchObject({ code: 'not_yours_now' })
    const stranger = { ...wanna, roles: [] }
    await expect(takeOverChat(ctx, stranger, id)).rejects.toMatchObject({ code: 'not_your_step' })
    await takeOverChat(ctx, wanna, id)
    const kukiat = await officerOf(ctx, 'kukiat')
    await expect(sayInChat(ctx, kukiat, word)).rejects.toMatchObject({ code: 'not_yours_now' })
    await expect(giveBackChat(ctx, kukiat, id)).rejects.toMatchObject({ code: 'not_yours_now' })
    await expect(takeOverChat(ctx, wanna, 'none')).rejects.toMatchObject({ code: 'chat' })
  })

  test('given back is the bot’s again', async () => {
    await say('คุยกับเจ้าหน้าที่')
    const { id } = await theChat()
    await takeOverChat(ctx, wanna, id)
    await runJobs(ctx)
    await giveBackChat(ctx, wanna, id)
    await giveBackChat(ctx, wanna, id)
    await runJobs(ctx)
    expect((await heard()).filter((text) => text.startsWith('เจ้าหน้าที่จบการสนทนาแล้ว'))).toHaveLength(1)
    await say('ค่าธรรมเนียมเท่าไหร่')
    expect(await last()).toContain('300 บาท')
    await expect(takeOverChat(ctx, wanna, id)).rejects.toMatchObject({ code: 'chat_ended' })
  })

  test('is given back after half an hour of silence, not before', async () => {
    await say('คุยกับเจ้าหน้าที่')
    const { id } = await theChat()
    await takeOverChat(ctx, wanna, id)
    await runJobs(ctx)
    ctx.clock.advance(0.4)
    await say('ยังอยู่ไหมคะ')
    ctx.clock.advance(0.4)
    await runJobs(ctx)
    expect(await theChat()).toMatchObject({ endedAt: null })
    ctx.clock.advance(0.2)
    await runJobs(ctx)
    expect(await theChat()).toMatchObject({ endedBy: 'silence' })
    expect(await last()).toContain('ระบบอัตโนมัติจึงกลับมาตอบ')
    await say('ค่าธรรมเนียมเท่าไหร่')
    expect(await last()).toContain('300 บาท')
  })

  test('that nobody takes ends with the offer to leave a question', async () => {
    await say('คุยกับเจ้าหน้าที่')
    ctx.clock.advance(0.51)
    await runJobs(ctx)
    expect(await last()).toContain('ยังไม่มีเจ้าหน้าที่ว่าง')
    expect(await theChat()).toMatchObject({ endedBy: 'silence', officerId: null })
  })

  test('is left by its citizen with a word, and ended by a block', async () => {
    await say('คุยกับเจ้าหน้าที่')
    await say('กลับไปใช้ระบบอัตโนมัติ')
    expect(await theChat()).toMatchObject({ endedBy: 'applicant' })
    expect(await last()).toContain('กลับมาใช้ระบบอัตโนมัติแล้ว')
    await say('คุยกับเจ้าหน้าที่')
    await and(ctx.simulator.block('kamon'))
    expect((await ctx.db.select().from(handOver)).every((chat) => chat.endedBy === 'applicant')).toBe(true)
  })

  test('is erased some time after its end', async () => {
    await say('คุยกับเจ้าหน้าที่')
    await say('มีเรื่องส่วนตัวจะปรึกษา')
    await say('จบการสนทนา')
    ctx.clock.advance(24 * 91)
    await tidyUp(ctx)
    expect((await words()).every((word) => word.text === null)).toBe(true)
  })
})
