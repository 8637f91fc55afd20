import { expect, test } from 'vitest'
import { getFonts } from '../../src/documents/fonts/sarabun.ts'
import { airIn, breakParagraph } from '../../src/documents/lines/paragraph.ts'
import { phrasesOf } from '../../src/documents/lines/phrases.ts'
import { createTypesetter } from '../../src/documents/lines/typesetter.ts'
import { withMarks } from '../../src/documents/marks.ts'
import { CONDITIONS } from './samples.ts'

const phrases = (text: string, names: string[] = []) =>
  phrasesOf(withMarks(text), names).map((phrase) => phrase.text)
const BODY = { weight: 'regular', size: 11.5 } as const
const typeset = createTypesetter(getFonts(), [])
const lines = (text: string, width: number) =>
  typeset.paragraph(text, BODY, width).map(({ pieces }) => pieces.join(''))

/** One phrase each: no line may end inside them. */
const KEPT = [
  'พ.ศ. ๒๕๓๕',
  'มาตรา ๕๔',
  '๒๒ พฤศจิกายน พ.ศ. ๒๕๖๙',
  'หมู่ที่ ๔',
  'นายกเทศมนตรี',
  'เจ้าพนักงานท้องถิ่น',
  'ค่าธรรมเนียม',
  'ตำบลในเมือง',
  'A7K4-2M9Q-X7TR',
  'anuyat.rimnam.example.go.th/v',
  'ภายใน 15 วัน',
  '1,234.00 บาท',
  '(บาท)',
]
test.each(KEPT)('%s stays on one line', (text) => {
  expect(phrases(text)).toEqual([text])
})

test('a line never begins with ๆ or a closing mark, nor ends with an opening one', () => {
  for (const text of phrases('ต่าง ๆ (ถ้ามี) “ใบแทน” และอื่น ๆ ฯลฯ')) {
    expect(text).not.toMatch(/^[ๆฯ)”]/)
    expect(text).not.toMatch(/[(“]$/)
  }
})

test('ณ stays with the place it names, a prefix with its noun', () => {
  for (const text of phrases('แสดงไว้ ณ สถานที่ทำการ โดยความเห็นของผู้ตรวจการขนส่ง'))
    expect(text.trim()).not.toMatch(/(^|[^ก-๙])(ณ|การ|ความ|ผู้)$/)
})

test('a name from the data never splits', () => {
  const name = 'น้ำทิพย์บริสุทธิ์เพชรบูรณ์'
  expect(phrases(`ออกให้แก่ ${name} แล้ว`).some((text) => text.includes(name))).toBe(false)
  expect(phrases(`ออกให้แก่ ${name} แล้ว`, [name]).some((text) => text.includes(name))).toBe(true)
})

test('phrases put together are the text again', () => {
  for (const text of CONDITIONS) expect(phrases(text).join('')).toBe(text)
})

test('no line is wider than its column, whatever the column', () => {
  for (const width of [420, 300, 180, 90, 40])
    for (const line of typeset.paragraph(CONDITIONS.join(' '), BODY, width))
      expect(line.width).toBeLessThanOrEqual(width + 0.01)
})

test('lines put together are the text again, even where words have to be cut', () => {
  const text = CONDITIONS.join(' ')
  for (const width of [400, 60, 25])
    expect(lines(text, width).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
})

test('a paragraph is broken as a whole', () => {
  expect(lines(CONDITIONS[1] ?? '', 396)).toEqual([
    'ต้องทำความสะอาดตู้และหัวจ่ายน้ำทุกวัน ล้างถังเก็บน้ำไม่น้อยกว่าเดือนละ 1 ครั้ง',
    'และเปลี่ยนไส้กรองตามระยะเวลาที่ผู้ผลิตกำหนด',
  ])
})

test('a line break in the text is a line break', () => {
  expect(lines('เลขที่ 1\nลงวันที่ 2', 400)).toEqual(['เลขที่ 1', 'ลงวันที่ 2'])
})

test('an empty text is one empty line', () => {
  expect(breakParagraph('', [], 100, () => 0)).toEqual([
    { pieces: [''], width: 0, isLast: true, endsInSpace: false },
  ])
})

test('a heading is cut only at its phrase borders, into even lines', () => {
  const heading = typeset.heading(
    withMarks('ใบอนุญาตประกอบกิจการ|ที่เป็นอันตราย|ต่อสุขภาพ'),
    { weight: 'semibold', size: 21 },
    340,
  )
  expect(heading.map(({ pieces }) => pieces.join(''))).toEqual(['ใบอนุญาตประกอบกิจการ', 'ที่เป็นอันตรายต่อสุขภาพ'])
})

test('a heading that fits is not cut', () => {
  const heading = typeset.heading(withMarks('ใบเสร็จ|รับเงิน'), { weight: 'semibold', size: 18 }, 400)
  expect(heading.map(({ pieces }) => pieces.join(''))).toEqual(['ใบเสร็จรับเงิน'])
})

test('a line is filled only where nobody sees it', () => {
  const line = { pieces: ['ก ข ', 'ค ง'], width: 97, isLast: false, endsInSpace: false }
  expect(airIn(line, 100, 11.5)).toEqual({ atSpace: 0.92, betweenPieces: expect.closeTo(0.24) })
  expect(airIn(line, 120, 11.5)).toEqual({ atSpace: 0, betweenPieces: 0 })
  expect(airIn({ ...line, isLast: true }, 100, 11.5)).toEqual({ atSpace: 0, betweenPieces: 0 })
})
