import { describe, expect, test } from 'vitest'
import { STATUSES } from '../../src/application/lifecycle.ts'
import { caseAskedFor } from '../../src/conversation/cases.ts'
import type { Incoming } from '../../src/conversation/incoming.ts'
import { readIncoming } from '../../src/conversation/incoming.ts'
import { libraryIndex } from '../../src/conversation/library.ts'
import type { Saying } from '../../src/conversation/saying.ts'
import { LOST, step } from '../../src/conversation/step.ts'
import type { World } from '../../src/conversation/world.ts'
import { buildCase, buildView, buildWorld } from './build.ts'

const written = (text: string): Incoming => ({ kind: 'text', text })
const press = (data: string): Incoming => ({
  kind: 'postback',
  data: Object.fromEntries(new URLSearchParams(data)),
})

const PHOTO: Incoming = { kind: 'file', file: { format: 'photo', messageId: '1', name: 'photo.jpg' } }

/** What is said, in short: the name of the card and where its button leads, or the words. */
const short = (saying: Saying): string => {
  if (!('message' in saying)) return saying.text
  const { data } = saying
  const more =
    'topicTitle' in data ? data.topicTitle : 'url' in data ? data.url : 'caseUrl' in data ? data.caseUrl : ''
  return `${saying.message} ${more}`.trim()
}
const says = (incoming: Incoming, over: Partial<World> = {}, topic: string | null = null) =>
  step({ topic }, incoming, buildWorld(over)).says.map(short)

const LIFF = 'https://liff.line.me/1-Abc'

describe('somebody without a case', () => {
  test.each<[string, Incoming, string[]]>([
    ['adds the account', { kind: 'follow' }, ['greeting']],
    ['asks about the fee', written('ค่าธรรมเนียมเท่าไหร่'), ['answer ค่าธรรมเนียม']],
    ['asks two things', written('ใช้เอกสารอะไร เสียเงินเท่าไร'), ['answer เอกสารที่ใช้', 'answer ค่าธรรมเนียม']],
    ['taps a topic', press('a=guide&topic=fee'), ['answer ค่าธรรมเนียม']],
    ['taps the guide', press('a=guide'), ['guide']],
    ['taps a topic that is gone', press('a=guide&topic=gone'), ['guide']],
    ['wants to apply', written('ยื่นคำขอ'), [`link-card ${LIFF}/apply`]],
    ['asks for the status', written('สถานะ'), [`link-card ${LIFF}/apply`]],
    ['asks for the licence', written('ใบอนุญาต'), [`link-card ${LIFF}/apply`]],
    [
      'wants to pay',
      written('จ่ายเงิน'),
      [expect.stringContaining('ไม่มีรายการ'), 'answer ค่าธรรมเนียม'] as string[],
    ],
    ['wants an officer', written('ติดต่อเจ้าหน้าที่'), ['contact']],
    ['taps for an officer', press('a=handover'), ['contact']],
    ['sends a photo', PHOTO, [`link-card ${LIFF}/apply`]],
    ['blocks the account', { kind: 'unfollow' }, []],
    ['does something LINE invented today', { kind: 'ignored' }, []],
  ])('%s', (_, incoming, expected) => {
    expect(says(incoming)).toEqual(expected)
  })

  test.each<[string, Incoming]>([
    ['a sticker', { kind: 'sticker' }],
    ['a place', { kind: 'location' }],
    ['thanks', written('ขอบคุณค่ะ')],
    ['a greeting', written('สวัสดี')],
    ['an old button', press('a=claim&req=1')],
  ])('%s is answered with words', (_, incoming) => {
    expect(says(incoming)).toEqual([expect.stringMatching(/[ก-๙]{4}/)])
  })
})

describe('what is not understood', () => {
  test('is admitted, with ways on', () => {
    const { says, topic } = step({ topic: null }, written('วันนี้อากาศดีจัง'), buildWorld())
    expect(says[0]).toMatchObject({ text: expect.stringContaining('ขออภัย') })
    expect(says[0]).toMatchObject({ choices: expect.arrayContaining([{ label: 'ดูคู่มือ', press: 'a=guide' }]) })
    expect(topic).toBe(LOST)
  })

  test('the second time in a row leads to the officers', () => {
    expect(says(written('อากาศดีจังเลยนะวันนี้'), {}, LOST)).toEqual(['contact'])
  })

  test('nearly understood is asked back, with the questions to tap', () => {
    const [saying] = step({ topic: null }, written('ที่ตั้งตู้'), buildWorld()).says
    expect(saying).toMatchObject({
      text: expect.stringContaining('ตั้งตู้ตรงไหนได้บ้าง'),
      choices: expect.arrayContaining([{ label: 'ตั้งตู้ตรงไหนได้บ้าง', press: 'a=guide&topic=placement' }]),
    })
  })
})

test('an ID number in the chat is warned about, not looked up', () => {
  expect(says(written('เลขบัตรผม 1-1017-00207-36-6 ครับ'))).toEqual([expect.stringContaining('โปรดอย่าส่งเลข')])
  expect(says(written('0812345678'))).not.toEqual([expect.stringContaining('โปรดอย่าส่งเลข')])
})

describe('the language', () => {
  test('of the answer is the world’s', () => {
    const [saying] = step(
      { topic: null },
      written('how much is the fee'),
      buildWorld({ language: 'en' }),
    ).says
    expect(saying).toMatchObject({ data: { topicTitle: 'Fee', agency: 'Rim Nam Town Municipality' } })
  })

  test.each([
    ['English', 'en', 'The chat now speaks English'],
    ['ภาษาไทย', 'th', 'เปลี่ยนเป็นภาษาไทยแล้ว'],
  ])('%s is chosen and answered in itself', (text, language, answer) => {
    const { says, effect } = step({ topic: null }, written(text), buildWorld())
    expect(effect).toEqual({ do: 'choose-language', language })
    expect(says[0]).toMatchObject({ text: expect.stringContaining(answer) })
  })
})

describe('somebody with cases', () => {
  test.each(STATUSES)('in status %s sees where it stands and where to go', (status) => {
    const view = buildView({ status, correction: { items: [], dueOn: '2026-12-02', returnedAt: new Date() } })
    const [saying] = step(
      { topic: null },
      written('สถานะ'),
      buildWorld({ cases: [buildCase({ status })], shown: view }),
    ).says
    expect(saying).toMatchObject({ message: 'status', data: { status: expect.stringMatching(/[ก-๙]/) } })
    expect(JSON.stringify(saying)).not.toMatch(/\{\w+\}/)
  })

  test('a returned case leads to its corrections, with the day', () => {
    const shown = buildView({
      status: 'returned',
      correction: { items: [], dueOn: '2026-12-02', returnedAt: new Date() },
    })
    const [saying] = step(
      { topic: null },
      written('สถานะ'),
      buildWorld({ cases: [buildCase({ status: 'returned' })], shown }),
    ).says
    expect(saying).toMatchObject({
      data: {
        caseUrl: `${LIFF}/l/cases/case-1/correct`,
        explanation: expect.stringContaining('2\u00a0ธันวาคม\u00a02569'),
      },
    })
  })

  test('several open ones are listed, each to be asked for', () => {
    const cases = [
      buildCase(),
      buildCase({ id: 'case-2', reference: 'สธ-2569-000002', status: 'awaiting_payment' }),
    ]
    const [card, list] = step(
      { topic: null },
      written('สถานะ'),
      buildWorld({ cases, shown: buildView() }),
    ).says
    expect(card).toMatchObject({ message: 'status' })
    expect(list).toMatchObject({
      text: expect.stringContaining('สธ-2569-000002 · อนุญาตแล้ว รอชำระเงิน'),
      choices: [{ say: 'สธ-2569-000001' }, { say: 'สธ-2569-000002' }],
    })
  })

  test('a reference number is enough, however it is typed', () => {
    const cases = [buildCase(), buildCase({ id: 'case-2', reference: 'สธ-2569-000002' })]
    for (const text of ['สธ-2569-000002', 'สธ 2569 000002', 'ขอดู สธ2569000002 ครับ'])
      expect(caseAskedFor(written(text), cases, libraryIndex(buildWorld()))).toBe('case-2')
    expect(says(written('สธ-2569-000002'), { cases, shown: buildView({ id: 'case-2' }) })).toEqual([
      `status ${LIFF}/l/cases/case-2`,
    ])
  })

  test('a stranger’s reference number shows nothing', () => {
    expect(caseAskedFor(written('สธ-2569-000009'), [buildCase()], libraryIndex(buildWorld()))).toBeUndefined()
  })

  test('who has a draft goes on with it', () => {
    const [saying] = step(
      { topic: null },
      written('ยื่นคำขอ'),
      buildWorld({ cases: [buildCase({ status: 'draft' })] }),
    ).says
    expect(saying).toMatchObject({ data: { title: 'คำขอที่กรอกค้างไว้' } })
  })

  test('who has an invoice is led to pay it', () => {
    expect(says(written('จ่ายเงิน'), { cases: [buildCase({ status: 'awaiting_payment' })] })).toEqual([
      `link-card ${LIFF}/l/cases/case-1/pay`,
    ])
  })

  test('a photo while a correction is open leads to the corrections', () => {
    expect(says(PHOTO, { cases: [buildCase({ status: 'returned' })] })).toEqual([
      `link-card ${LIFF}/l/cases/case-1/correct`,
    ])
  })

  test('who has a licence sees it', () => {
    const terms = { number: '42/2569', code: 'YK3FQ9W1', issuedOn: '2026-12-08', expiresOn: '2027-12-07' }
    const licence = { id: 'licence-1', status: 'valid' as const, ...terms }
    const [saying] = step(
      { topic: null },
      written('ใบอนุญาต'),
      buildWorld({
        cases: [buildCase({ status: 'issued' })],
        licence: { ...buildView({ status: 'issued' }), licence },
      }),
    ).says
    expect(saying).toMatchObject({
      message: 'licence',
      data: { licenceNumber: '42/2569', verifyUrl: 'https://anuyat.example.go.th/v/YK3FQ9W1' },
    })
  })

  test('who gave the licence up is not told that an application is under way', () => {
    expect(says(written('ใบอนุญาต'), { cases: [buildCase({ status: 'issued' })] })).toEqual([
      expect.stringContaining('ไม่มีใบอนุญาตที่ใช้อยู่'),
    ])
    expect(says(written('ใบอนุญาต'), { cases: [buildCase({ status: 'in_review' })] })).toEqual([
      expect.stringContaining('กำลังดำเนินการ'),
    ])
  })

  test('a score is an effect with thanks', () => {
    const { says, effect } = step({ topic: null }, press('a=survey&id=case-1&s=5'), buildWorld())
    expect(effect).toEqual({ do: 'answer-survey', applicationId: 'case-1', score: 5 })
    expect(says).toHaveLength(1)
  })
})

describe('an officer', () => {
  test('who writes also gets the worklist', () => {
    expect(says(written('ค่าธรรมเนียม'), { isOfficer: true })).toEqual([
      `link-card ${LIFF}/o`,
      'answer ค่าธรรมเนียม',
    ])
    expect(says(written('งาน'), { isOfficer: true })).toEqual([`link-card ${LIFF}/o`])
  })

  test('is nobody else: a citizen asking for the worklist is not understood', () => {
    expect(says(written('งาน'))).toEqual([expect.stringContaining('ขออภัย')])
  })
})

describe('events of LINE', () => {
  const event = (over: object) => ({
    mode: 'active',
    source: { type: 'user', userId: 'U1' },
    replyToken: 't',
    ...over,
  })
  test.each<[string, object, Incoming]>([
    ['text', event({ type: 'message', message: { type: 'text', text: 'ก' } }), { kind: 'text', text: 'ก' }],
    ['image', event({ type: 'message', message: { type: 'image', id: '1' } }), PHOTO],
    ['an unknown message', event({ type: 'message', message: { type: 'hologram' } }), { kind: 'ignored' }],
    [
      'a postback',
      event({ type: 'postback', postback: { data: 'a=guide&topic=fee' } }),
      press('a=guide&topic=fee'),
    ],
    [
      'a switch of the rich menu',
      event({
        type: 'postback',
        postback: { data: 'a=menu', params: { newRichMenuAliasId: 'x', status: 'SUCCESS' } },
      }),
      { kind: 'ignored' },
    ],
    [
      'a group',
      event({ type: 'message', source: { type: 'group' }, message: { type: 'text', text: 'ก' } }),
      { kind: 'ignored' },
    ],
    [
      'standby',
      event({ type: 'message', mode: 'standby', message: { type: 'text', text: 'ก' } }),
      { kind: 'ignored' },
    ],
    ['an unknown event', event({ type: 'hologram' }), { kind: 'ignored' }],
    ['nothing at all', {}, { kind: 'ignored' }],
  ])('%s', (_, body, expected) => {
    expect(readIncoming(body)).toEqual(expected)
  })
})
