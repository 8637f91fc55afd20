import { describe, expect, test } from 'vitest'
import { meetApplicant } from '../../src/actions/meet-applicant.ts'
import { startApplication } from '../../src/actions/start-application.ts'
import { getOwnApplication } from '../../src/application/store.ts'
import { estimate, typedEstimate } from '../../src/conversation/estimate.ts'
import type { Incoming } from '../../src/conversation/incoming.ts'
import { step } from '../../src/conversation/step.ts'
import type { World } from '../../src/conversation/world.ts'
import { chat } from '../../src/messages/table.ts'
import type { Definition } from '../../src/service/definition.ts'
import { lineUserOf, openTestContext } from '../support/context.ts'
import { buildCase, buildWorld } from './build.ts'

const { definition } = buildWorld()
const written = (text: string): Incoming => ({ kind: 'text', text })
const data = (press: string) => Object.fromEntries(new URLSearchParams(press))

/** A chat that keeps what each step leaves. */
function chatWith(over: Partial<World> = {}) {
  let world = buildWorld(over)
  let topic: string | null = null
  return (said: string) => {
    const incoming: Incoming = said.startsWith('a=') ? { kind: 'postback', data: data(said) } : written(said)
    const outcome = step({ topic }, incoming, world)
    topic = outcome.topic ?? null
    world = { ...world, estimate: outcome.estimate ?? world.estimate }
    return outcome.says
  }
}

describe('for my case', () => {
  test('asks with buttons and for numbers, and tells fee and last day', () => {
    const say = chatWith()
    expect(say('a=estimate')).toMatchObject([
      {
        text: expect.stringContaining('ผู้ขอเป็น'),
        choices: [
          { label: 'บุคคลธรรมดา', press: 'a=estimate&f=applicant_type&v=person' },
          { label: 'นิติบุคคล', press: 'a=estimate&f=applicant_type&v=company' },
        ],
      },
    ])
    expect(say('a=estimate&f=applicant_type&v=company')).toMatchObject([
      { text: expect.stringMatching(/กี่รายการ/) },
    ])
    expect(say('๓ ตู้')).toMatchObject([
      {
        message: 'estimate',
        data: {
          given: [{ value: 'นิติบุคคล' }, { value: '3' }],
          lines: [{ amount: '900' }],
          total: '900 บาท',
          dueOn: '23 ธันวาคม 2569',
          dueNote: expect.stringContaining('23 พฤศจิกายน 2569'),
          startLabel: 'เริ่มยื่นคำขอด้วยคำตอบนี้',
        },
      },
    ])
  })

  test('takes a typed option, and says in the reader’s language', () => {
    const say = chatWith({ language: 'en' })
    say('calculate my fee')
    say('a company')
    expect(say('2')).toMatchObject([{ message: 'estimate', data: { total: '600 baht' } }])
  })

  test('counts from the next working day when asked at night', () => {
    const say = chatWith({ now: new Date('2026-11-27T20:00:00+07:00') })
    say('a=estimate&f=applicant_type&v=person')
    expect(say('1')).toMatchObject([
      { data: { dueOn: '30 ธันวาคม 2569', dueNote: expect.stringContaining('30 พฤศจิกายน 2569') } },
    ])
  })

  test.each([
    ['0', '1–50'],
    ['51', '1–50'],
    ['สิบกว่า', 'ยังไม่เข้าใจคำตอบ'],
  ])('asks again for "%s"', (typed, told) => {
    const say = chatWith()
    say('a=estimate&f=applicant_type&v=person')
    expect(say(typed)).toMatchObject([{ text: expect.stringContaining(told) }])
    expect(say('2')).toMatchObject([{ message: 'estimate' }])
  })

  test('lets something else be asked in between', () => {
    const say = chatWith()
    say('a=estimate&f=applicant_type&v=person')
    expect(say('ต้องใช้เอกสารอะไรบ้าง')).toMatchObject([{ message: 'answer' }])
    expect(say('a=estimate&f=applicant_type&v=person')).toMatchObject([{ text: expect.stringMatching(/กี่/) }])
  })

  test('refuses an option that does not exist', () => {
    const { says } = estimate({ f: 'applicant_type', v: 'ghost' }, buildWorld())
    expect(says).toMatchObject([{ choices: [{}, {}] }])
  })

  test('offers to go on where a draft is open', () => {
    const say = chatWith({ cases: [buildCase({ status: 'draft' })] })
    say('a=estimate&f=applicant_type&v=person')
    expect(say('1')).toMatchObject([{ data: { startLabel: 'กรอกคำขอที่ค้างไว้ต่อ' } }])
  })

  test('tells at once that no licence is needed', () => {
    const exit = {
      id: 'free',
      when: { field: 'applicant_type', eq: 'company' },
      title: { th: 'ไม่ต้องขอใบอนุญาต', en: 'No licence is needed' },
      text: { th: 'ติดต่อกองช่าง', en: 'Ask the works division' },
    }
    const changed: Definition = { ...definition, form: { ...definition.form, exits: [exit] } }
    const { says, topic } = estimate(
      { f: 'applicant_type', v: 'company' },
      buildWorld({ definition: changed }),
    )
    expect(says).toMatchObject([{ text: 'ไม่ต้องขอใบอนุญาต\nติดต่อกองช่าง' }])
    expect(topic).toBeUndefined()
  })

  test('is not offered where the guide names no question', () => {
    const none: Definition = { ...definition, guide: { ...definition.guide, eligibility: [] } }
    expect(estimate({}, buildWorld({ definition: none })).says).toMatchObject([
      { text: expect.stringContaining('คู่มือ') },
    ])
    expect(typedEstimate('estimate:machines', '2', buildWorld({ definition: none }))).toBeUndefined()
  })
})

test('a draft begun afterwards starts with the answers, once', async () => {
  const ctx = await openTestContext()
  const lineUserId = lineUserOf('kamon')
  const { id: applicantId } = await meetApplicant(ctx, lineUserId)
  await ctx.db
    .insert(chat)
    .values({ lineUserId, estimate: { applicant_type: 'company', machines: [{}, {}] } })
  const { applicationId } = await startApplication(ctx, applicantId)
  const draft = await getOwnApplication(ctx.db, { applicationId, applicantId })
  expect(draft.answers).toEqual({ applicant_type: 'company' })
  expect(await ctx.db.select({ estimate: chat.estimate }).from(chat)).toEqual([{ estimate: null }])
  expect(await startApplication(ctx, applicantId)).toEqual({ applicationId })
})
