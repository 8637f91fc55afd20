import { describe, expect, test } from 'vitest'
import { clipGraphemes, clipUnits, graphemes, messageFaults } from '../../src/messages/limits.ts'
import type { FlexNode, OutgoingMessage } from '../../src/messages/message.ts'

describe('Thai is counted in graphemes where LINE does', () => {
  test.each([
    ['ติดต่อเจ้าหน้าที่', 17, 11],
    ['สอบถามข้อมูลเพิ่มเติม', 21, 16],
    ['เบี้ยยังชีพผู้สูงอายุ', 21, 13],
    ['น้ำ', 3, 1],
    ['👨‍👩‍👧', 8, 1],
    ['', 0, 0],
  ])('%s: %i units, %i graphemes', (text, units, letters) => {
    expect(text.length).toBe(units)
    expect(graphemes(text)).toBe(letters)
  })
})

describe('cutting', () => {
  test('never parts a letter from its marks', () => {
    expect(clipGraphemes('เจ้าหน้าที่', 4)).toBe('เจ้า…')
    expect(clipUnits('ที่นี่', 4)).toBe('ที่…')
    expect(clipUnits('น้ำดื่ม', 3)).toBe('…')
  })

  test('leaves a text that fits alone', () => {
    expect(clipGraphemes('ติดต่อเจ้าหน้าที่', 11)).toBe('ติดต่อเจ้าหน้าที่')
    expect(clipUnits('น้ำ', 3)).toBe('น้ำ')
  })

  test('keeps within the limit, the mark of omission counted', () => {
    const long = 'ใบอนุญาตประกอบกิจการที่เป็นอันตรายต่อสุขภาพ '.repeat(60)
    expect(clipUnits(long, 1500).length).toBeLessThanOrEqual(1500)
    expect(graphemes(clipGraphemes(long, 40))).toBeLessThanOrEqual(40)
  })
})

const text = (length: number): OutgoingMessage => ({ type: 'text', text: 'ก'.repeat(length) })
const flex = (contents: FlexNode, altText = 'ข้อความ'): OutgoingMessage => ({
  type: 'flex',
  altText,
  contents,
})
const bubble = (...contents: FlexNode[]): FlexNode => ({
  type: 'bubble',
  size: 'kilo',
  body: { type: 'box', layout: 'vertical', contents },
})
const button = (action: FlexNode) => flex(bubble({ type: 'button', action }))
const quick = (...actions: FlexNode[]): OutgoingMessage => ({
  type: 'text',
  text: 'เลือก',
  quickReply: { items: actions.map((action) => ({ type: 'action', action })) },
})
const say = (label: string) => ({ type: 'message', label, text: 'ก' })

describe('refused before it is sent', () => {
  test.each<[string, OutgoingMessage[], string]>([
    ['no message', [], 'messages'],
    ['six messages', Array(6).fill(text(1)), 'messages'],
    ['an empty text', [text(0)], 'messages[0].text'],
    ['a long text', [text(1), text(5001)], 'messages[1].text'],
    ['a long notification', [flex(bubble({ type: 'separator' }), 'ก'.repeat(1501))], 'altText'],
    ['an empty Flex text', [flex(bubble({ type: 'text', text: '' }))], '.text'],
    ['a button without a label', [button({ type: 'uri', uri: 'https://a.example/' })], 'needs one'],
    ['a long label', [button({ type: 'uri', label: 'น้ำ'.repeat(41), uri: 'https://a.example/' })], 'label'],
    ['a strange scheme', [button({ type: 'uri', label: 'ก', uri: 'javascript:alert(1)' })], 'scheme'],
    [
      'a Thai address as it stands',
      [button({ type: 'uri', label: 'ก', uri: 'https://a.example/ก' })],
      'encoded',
    ],
    ['long postback data', [button({ type: 'postback', label: 'ก', data: 'x'.repeat(301) })], 'data'],
    ['a picture over http', [flex(bubble({ type: 'image', url: 'http://a.example/i.png' }))], 'scheme'],
    ['thirteen bubbles', [flex({ type: 'carousel', contents: Array(13).fill(bubble()) })], 'bubbles'],
    [
      'bubbles of two sizes',
      [flex({ type: 'carousel', contents: [bubble(), { ...bubble(), size: 'mega' }] })],
      'one size',
    ],
    [
      'a bubble of more than 30 KB',
      [flex(bubble(...Array(12).fill({ type: 'text', text: 'ก'.repeat(1000) })))],
      'bytes',
    ],
    ['fourteen quick replies', [quick(...Array(14).fill(say('ก')))], 'items'],
    ['a long quick reply', [quick(say('น้ำ'.repeat(21)))], 'label'],
    ['a quick reply without a label', [quick({ type: 'message', text: 'ก' })], 'label'],
  ])('%s', (_, messages, fault) => {
    expect(messageFaults(messages).join('\n')).toContain(fault)
  })
})

test.each<[string, OutgoingMessage[]]>([
  [
    'a label of 40 graphemes though it has 120 units',
    [button({ type: 'postback', label: 'น้ำ'.repeat(40), data: 'a' })],
  ],
  ['a quick reply of 20 graphemes', [quick(say('น้ำ'.repeat(20)))]],
  ['a telephone link', [button({ type: 'uri', label: 'โทร', uri: 'tel:053000111' })]],
  [
    'a picture of a trial run on the same machine',
    [flex(bubble({ type: 'image', url: 'http://127.0.0.1:3000/a.png' }))],
  ],
  ['five messages of the longest text', Array(5).fill(text(5000))],
])('accepted: %s', (_, messages) => {
  expect(messageFaults(messages)).toEqual([])
})
