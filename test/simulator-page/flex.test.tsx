import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { FlexMessage } from '../../src/simulator/page/flex/flex-message.tsx'
import { type FlexNode, nodeOf, nodesWithin, textOf } from '../../src/simulator/page/flex/node.ts'
import { MESSAGES } from './all-messages.ts'
import { cardsOf } from './story.ts'

const draw = (contents: FlexNode) =>
  render(<FlexMessage contents={contents} altText="ทดสอบ" onAction={() => {}} />)

/** A bubble whose body is a vertical box with these. */
const bubble = (...contents: FlexNode[]): FlexNode => ({
  type: 'bubble',
  body: { type: 'box', layout: 'vertical', contents },
})
const row = (...contents: FlexNode[]): FlexNode => ({ type: 'box', layout: 'horizontal', contents })
const text = (words: string, more: FlexNode = {}): FlexNode => ({ type: 'text', text: words, ...more })

test.each(MESSAGES)('every text of the message "%s" is drawn', (name) => {
  const contents = nodeOf(cardsOf('http://127.0.0.1')(name).contents) ?? {}
  const html = draw(contents)
  const texts = nodesWithin(contents).flatMap((node) =>
    node.type === 'text' ? (textOf(node.text) ?? []) : [],
  )
  expect(texts.length).toBeGreaterThan(0)
  for (const words of texts) expect(html).toContain(words)
})

test.each([
  ['nano', 120],
  ['micro', 160],
  ['deca', 220],
  ['hecto', 241],
  ['kilo', 260],
  ['mega', 300],
  ['giga', 386],
])('a %s bubble is %i pixels wide', (size, width) => {
  expect(draw({ ...bubble(text('ก')), size })).toContain(`width:${width}px`)
})

test('a size nobody knows is drawn as mega', () => {
  expect(draw({ ...bubble(text('ก')), size: 'constructor' })).toContain('width:300px')
})

test('a carousel draws its bubbles side by side and can be reached by keyboard', () => {
  const html = draw({ type: 'carousel', contents: [bubble(text('หนึ่ง')), bubble(text('สอง'))] })
  expect(html.match(/flex-bubble/g)).toHaveLength(2)
  expect(html).toMatch(/flex-carousel[^>]*tabindex="0"/)
})

test('what a message holds is shown, never run', () => {
  const attack = '<img src=x onerror=alert(1)>'
  const html = draw({
    ...bubble(
      text(attack, { color: 'red;background:url(javascript:alert(1))', size: '1px;position:fixed' }),
      { type: 'image', url: 'javascript:alert(1)', aspectRatio: '1:1;x', backgroundColor: '"><script>' },
      { type: 'icon', url: 'data:text/html,<script>alert(1)</script>' },
      {
        type: 'button',
        action: { type: 'uri', label: '"><script>alert(1)</script>', uri: 'javascript:alert(1)' },
      },
      {
        type: 'box',
        layout: 'vertical',
        background: { type: 'linearGradient', angle: '0deg', startColor: 'url(x)' },
      },
    ),
    size: 'mega" onload="alert(1)',
  })
  expect(html).toContain('&lt;img src=x onerror=alert(1)>')
  expect(html).not.toMatch(/<script|<img[^>]+onerror|javascript:|position:fixed|url\(|data:text/)
})

test.each(['https://a.example/x.png', 'http://127.0.0.1:3000/qr/1.png', 'data:image/png;base64,AAAA'])(
  'a picture at %s is shown',
  (url) => {
    expect(draw(bubble({ type: 'image', url }))).toContain(`src="${url}"`)
  },
)

test('in a row the parts share the width; a part with flex 0 or a fixed width takes its own', () => {
  const html = draw(
    bubble(row(text('ก'), text('ข', { flex: 3 }), text('ค', { flex: 0 }), { type: 'box', width: '40px' })),
  )
  expect(html).toContain('flex:1 1 0px')
  expect(html).toContain('flex:3 3 0px')
  expect(html.match(/flex:0 0 auto/g)?.length).toBeGreaterThanOrEqual(2)
})

test("a part's margin goes before the spacing of the box, the first part has no spacing", () => {
  const box = {
    type: 'box',
    layout: 'vertical',
    spacing: 'md',
    contents: [text('ก'), text('ข'), text('ค', { margin: 'xxl' })],
  }
  const html = draw(bubble(box))
  expect(html.match(/margin-top:8px/g)).toHaveLength(1)
  expect(html.match(/margin-top:20px/g)).toHaveLength(1)
})

test('a part may stand at a place of its own over the others', () => {
  const html = draw(
    bubble({ type: 'box', position: 'absolute', offsetTop: '12px', offsetEnd: 'lg', contents: [] }),
  )
  expect(html).toMatch(/position:absolute[^"]*top:12px[^"]*inset-inline-end:12px/)
})

test('a gradient runs from its start over its middle to its end', () => {
  const background = {
    type: 'linearGradient',
    angle: '90deg',
    startColor: '#000000',
    centerColor: '#888888',
    centerPosition: '30%',
    endColor: '#ffffff',
  }
  const html = draw(bubble({ type: 'box', background, contents: [] }))
  expect(html).toContain('linear-gradient(90deg, #000000 0%, #888888 30%, #ffffff 100%)')
})

test('spans take the place of the text, each in its own lettering', () => {
  const spans = [
    { type: 'span', text: 'ชำระ', weight: 'bold' },
    { type: 'span', text: 'แล้ว', color: '#0b6443', decoration: 'underline' },
  ]
  const html = draw(bubble(text('ไม่แสดง', { contents: spans })))
  expect(html).not.toContain('ไม่แสดง')
  expect(html).toMatch(/<span style="font-weight:700;?">ชำระ<\/span>/)
  expect(html).toMatch(/color:#0b6443;text-decoration:underline;?">แล้ว/)
})

test('a text that does not wrap is cut sideways only, so that tone marks stay whole', () => {
  const html = draw(bubble(text('น้ำดื่ม')))
  expect(html).toContain('overflow-x:clip;overflow-y:visible')
})

test('a button inside a box that can be tapped stays the only button', () => {
  const action = { type: 'postback', label: 'กล่อง', data: 'a' }
  const inner = { type: 'button', action: { type: 'message', label: 'ปุ่ม', text: 'ปุ่ม' } }
  const html = draw(bubble({ type: 'box', layout: 'vertical', action, contents: [inner] }))
  expect(html.match(/role="button"/g)).toHaveLength(1)
})

test('a picture that can be tapped has a name', () => {
  const action = { type: 'uri', label: 'เปิดคิวอาร์', uri: 'https://a.example' }
  expect(draw(bubble({ type: 'image', url: 'https://a.example/q.png', action }))).toContain(
    'aria-label="เปิดคิวอาร์"',
  )
})

test.each([
  {},
  { type: 'bubble', body: 7 },
  { type: 'carousel' },
  bubble({ type: 'toString' }, { type: 'text' }),
])('a message that makes no sense draws nothing and breaks nothing: %j', (contents) => {
  expect(draw(contents)).toContain('role="group"')
})
