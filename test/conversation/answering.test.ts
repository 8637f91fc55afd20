import { describe, expect, test } from 'vitest'
import type { Incoming } from '../../src/conversation/incoming.ts'
import { toMessage } from '../../src/conversation/saying.ts'
import { step } from '../../src/conversation/step.ts'
import type { World } from '../../src/conversation/world.ts'
import { loadFlexTemplates } from '../../src/messages/flex.ts'
import { LIMITS, messageFaults } from '../../src/messages/limits.ts'
import type { FrequentQuestion } from '../../src/service/definition.ts'
import { buildWorld } from './build.ts'

const flex = loadFlexTemplates({ dirs: ['flex-templates'], assetsUrl: 'https://anuyat.example.go.th/assets' })
const written = (text: string): Incoming => ({ kind: 'text', text })
const press = (data: string): Incoming => ({
  kind: 'postback',
  data: Object.fromEntries(new URLSearchParams(data)),
})
const answer = (incoming: Incoming, over: Partial<World> = {}, topic: string | null = null) =>
  step({ topic }, incoming, buildWorld(over))

describe('an answer', () => {
  test('carries the conditions, the law, the time limit and the disclaimer with its day', () => {
    const [card] = answer(written('ต่ออายุใบอนุญาตยังไง')).says
    expect(card).toMatchObject({
      message: 'answer',
      data: {
        topicTitle: 'ต่ออายุใบอนุญาตอย่างไร',
        conditions: expect.arrayContaining(['ผลตรวจคุณภาพน้ำผ่านเกณฑ์และไม่เกิน 1 ปี']),
        law: expect.stringContaining('พ.ร.บ. การสาธารณสุข พ.ศ. 2535'),
        timeLimit: expect.stringContaining('30 วัน'),
        disclaimer: expect.stringContaining('1 ต.ค. 2569'),
        estimate: 'yes',
      },
    })
  })

  test('about a topic leads to its questions, about a question to its neighbours', () => {
    const [topic] = answer(press('a=guide&topic=fee')).says
    expect(topic).toMatchObject({
      data: { related: [{ id: 'late' }, { id: 'pay_how' }, { id: 'receipt' }, { id: 'pay_when' }] },
    })
    const [question] = answer(press('a=guide&topic=receipt')).says
    expect(question).toMatchObject({
      data: { related: [{ id: 'late' }, { id: 'pay_how' }, { id: 'pay_when' }, { id: 'refund' }] },
    })
  })

  test('may be one that an officer has published', () => {
    const published: FrequentQuestion[] = [
      {
        id: 'p1',
        question: { th: 'ติดสติกเกอร์โฆษณาที่ตู้ได้ไหม', en: 'May I put advertising on the machine?' },
        wordings: ['ป้ายโฆษณาบนตู้'],
        answer: { th: 'ได้ หากไม่บังป้ายแสดงคุณภาพน้ำ', en: 'Yes, if the water-quality sign stays visible.' },
      },
    ]
    expect(answer(written('ติดสติ๊กเกอร์โฆษณาหน้าตู้ได้มั้ยคะ'), { published }).says).toMatchObject([
      { data: { answer: 'ได้ หากไม่บังป้ายแสดงคุณภาพน้ำ' } },
    ])
    expect(answer(press('a=guide&topic=p1'), { published }).says).toMatchObject([{ message: 'answer' }])
  })
})

describe('what is not surely known', () => {
  test('is asked back: each choice answers when tapped, and no wording is longer than LINE takes', () => {
    for (const language of ['th', 'en'] as const) {
      const { says, unanswered } = answer(written('ที่ตั้งตู้'), { language })
      const [saying] = says
      expect(unanswered).toBe('ที่ตั้งตู้')
      expect(saying && messageFaults([toMessage(saying, flex, language)])).toEqual([])
      const choices = (saying && 'choices' in saying && saying.choices) || []
      expect(choices.length).toBeLessThanOrEqual(LIMITS.quickReplies)
      for (const choice of choices.slice(0, -2)) {
        const data = 'press' in choice ? choice.press : ''
        expect(answer(press(data)).says).toMatchObject([{ message: 'answer' }])
      }
      expect(choices.at(-1)).toMatchObject({ press: 'a=ask-officer' })
    }
  })

  test('or not at all, offers the topics, an officer and the telephone', () => {
    const [saying] = answer(written('ตู้เติมเงินมือถือเสียแจ้งใคร')).says
    expect(saying).toMatchObject({
      text: expect.stringContaining('053-000-111'),
      choices: expect.arrayContaining([
        expect.objectContaining({ press: 'a=ask-officer' }),
        expect.objectContaining({ press: 'a=handover' }),
        { label: 'ค่าธรรมเนียม', press: 'a=guide&topic=fee' },
      ]),
    })
    expect(saying && messageFaults([toMessage(saying, flex, 'th')])).toEqual([])
  })
})
