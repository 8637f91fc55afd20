import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { EXAMPLES } from '../../src/messages/examples.ts'
import { loadFlexTemplates, renderMessage } from '../../src/messages/flex.ts'
import type { MessageName } from '../../src/messages/message.ts'
import { lineLength } from '../../src/simulator/line/length.ts'
import { messageFindings, richMenuFindings } from '../../src/simulator/line/limits.ts'
import { schemaFindings } from '../../src/simulator/line/schemas.ts'

const BOT = 'http://127.0.0.1:3000'
const findings = (...messages: unknown[]) => [
  ...schemaFindings('api', 'ReplyMessageRequest', { replyToken: 'a', messages }),
  ...messageFindings(messages, BOT),
]
const properties = (...messages: unknown[]) => findings(...messages).map(({ property }) => property)

const text = (value: string) => ({ type: 'text', text: value })
const box = (layout: string, ...contents: unknown[]) => ({ type: 'box', layout, contents })
const bubble = (body: unknown, over = {}) => ({ type: 'bubble', body, ...over })
const flex = (contents: unknown) => ({ type: 'flex', altText: 'ใบแจ้ง', contents })
const inBody = (...parts: unknown[]) => flex(bubble(box('vertical', ...parts)))
const button = (label: string) => ({ type: 'button', action: { type: 'message', label, text: 'ก' } })
const quick = (label: string) => ({
  ...text('เลือก'),
  quickReply: { items: [{ type: 'action', action: { type: 'message', label, text: 'ก' } }] },
})

test.each([
  ['ติดต่อเจ้าหน้าที่', 17, 11],
  ['สอบถามข้อมูลเพิ่มเติม', 21, 16],
  ['เบี้ยยังชีพผู้สูงอายุ', 21, 13],
])('%s is %i in UTF-16 units and %i in graphemes', (thai, utf16, grapheme) => {
  expect([lineLength(thai, 'utf16'), lineLength(thai, 'grapheme')]).toEqual([utf16, grapheme])
})

test('a quick reply label of 21 units but 16 letters is good', () => {
  expect(findings(quick('สอบถามข้อมูลเพิ่มเติม'))).toEqual([])
})

test.each([
  ['a text of 5001 units', text('ก'.repeat(5001)), 'messages[0].text'],
  ['an empty text', text(''), 'messages[0].text'],
  [
    'a quick reply label of 21 letters',
    quick('ก'.repeat(21)),
    'messages[0].quickReply.items[0].action.label',
  ],
  [
    'a Flex button label of 41 letters',
    inBody(button('ก'.repeat(41))),
    'messages[0].contents.body.contents[0].action.label',
  ],
  ['an alternative text of 1501', { ...inBody(text('ก')), altText: 'ก'.repeat(1501) }, 'messages[0].altText'],
  ['a layout "diagonal"', flex(bubble(box('diagonal', text('ก')))), 'messages[0].contents.body.layout'],
  ['an unknown component', inBody({ type: 'nonsense' }), 'messages[0].contents.body.contents[0]'],
  ['an unknown property', { ...text('ก'), bold: true }, 'messages[0].bold'],
  ['a text without text', { type: 'text' }, 'messages[0].text'],
  ['an empty Flex text', inBody(text('')), 'messages[0].contents.body.contents[0].text'],
  [
    'a button in a baseline box',
    flex(bubble(box('baseline', button('ก')))),
    'messages[0].contents.body.contents[0].type',
  ],
  [
    'a span outside a text',
    inBody({ type: 'span', text: 'ก' }),
    'messages[0].contents.body.contents[0].type',
  ],
  ['a colour by name', inBody({ ...text('ก'), color: 'red' }), 'messages[0].contents.body.contents[0].color'],
  ['a margin in em', inBody({ ...text('ก'), margin: '1em' }), 'messages[0].contents.body.contents[0].margin'],
  [
    'a picture by plain http',
    inBody({ type: 'image', url: 'http://example.com/a.png' }),
    'messages[0].contents.body.contents[0].url',
  ],
  [
    'an address in Thai letters',
    inBody({ type: 'image', url: 'https://example.com/ก.png' }),
    'messages[0].contents.body.contents[0].url',
  ],
  [
    'a javascript link',
    inBody({ ...text('ก'), action: { type: 'uri', uri: 'javascript:alert(1)' } }),
    'messages[0].contents.body.contents[0].action.uri',
  ],
  ['a bubble without blocks', flex({ type: 'bubble' }), 'messages[0].contents'],
  [
    'a rich menu switch in Flex',
    inBody({ ...text('ก'), action: { type: 'richmenuswitch', richMenuAliasId: 'a', data: 'a' } }),
    'messages[0].contents.body.contents[0].action.type',
  ],
])('refused: %s', (_name, message, property) => {
  expect(properties(message)).toContain(property)
})

test('refused: 6 messages, 13 bubbles, 14 quick replies', () => {
  expect(properties(...Array.from({ length: 6 }, () => text('ก')))).toContain('messages')
  const carousel = (count: number) =>
    flex({
      type: 'carousel',
      contents: Array.from({ length: count }, () => bubble(box('vertical', text('ก')))),
    })
  expect(properties(carousel(13))).toEqual(['messages[0].contents.contents'])
  expect(properties(carousel(12))).toEqual([])
  const [item] = quick('ก').quickReply.items
  const many = { ...text('ก'), quickReply: { items: Array.from({ length: 14 }, () => item) } }
  expect(properties(many)).toContain('messages[0].quickReply.items')
})

test('refused: a bubble over 30 KB, a carousel of different sizes', () => {
  const long = Array.from({ length: 12 }, () => text('ก'.repeat(900)))
  expect(properties(inBody(...long))).toEqual(['messages[0].contents'])
  const small = bubble(box('vertical', text('ก')), { size: 'micro' })
  const mixed = flex({ type: 'carousel', contents: [small, { ...small, size: 'mega' }] })
  expect(properties(mixed)).toEqual(['messages[0].contents.contents'])
})

test('pictures of the bot itself may come by http: its address stands for the public one', () => {
  expect(findings(inBody({ type: 'image', url: `${BOT}/qr/1.png` }))).toEqual([])
})

const templates = loadFlexTemplates({ dirs: ['flex-templates'], assetsUrl: `${BOT}/assets` })
test.each(Object.keys(EXAMPLES) as MessageName[])('the template %s is what LINE takes', (name) => {
  for (const language of ['th', 'en'] as const)
    expect(findings(renderMessage(templates, name, EXAMPLES[name], language))).toEqual([])
})

test('every template has been tried', () => {
  const names = readdirSync('flex-templates').flatMap((file) => file.match(/^(.*)\.json$/)?.[1] ?? [])
  expect(names.filter((name) => !(name in EXAMPLES))).toEqual([])
})

const menu = {
  size: { width: 2500, height: 1686 },
  selected: true,
  name: 'เมนูหลัก',
  chatBarText: 'เมนูบริการ',
  areas: [{ bounds: { x: 0, y: 0, width: 833, height: 843 }, action: { type: 'message', text: 'สถานะ' } }],
}
test.each([
  ['without chatBarText', { ...menu, chatBarText: undefined }, 'chatBarText'],
  ['with 15 letters in the bar', { ...menu, chatBarText: 'ก'.repeat(15) }, 'chatBarText'],
  ['that is too high', { ...menu, size: { width: 1200, height: 1200 } }, 'size'],
  [
    'with an area outside',
    { ...menu, areas: [{ ...menu.areas[0], bounds: { x: 2000, y: 0, width: 833, height: 10 } }] },
    'areas[0].bounds',
  ],
])('a rich menu %s is refused', (_name, wrong, property) => {
  expect(richMenuFindings(wrong).map((detail) => detail.property)).toContain(property)
  expect(richMenuFindings(menu)).toEqual([])
})
