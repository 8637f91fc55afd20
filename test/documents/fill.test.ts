import { expect, test } from 'vitest'
import { fill, pathsIn } from '../../src/documents/fill.ts'
import { cleaned, PHRASE_BORDER, withNumerals } from '../../src/documents/marks.ts'

const DATA = {
  no: '27/2569',
  holder: 'นายปู่กู้',
  fee: { satang: 90000 },
  conditions: ['ข้อหนึ่ง', 'ทุก 3 เดือน'],
  empty: '',
}

test('values take the place of their paths, in whatever depth', () => {
  const filled = fill({ a: ['เลขที่ {{no}}', { b: '{{fee.satang|money}} บาท' }] }, DATA, 'arabic')
  expect(filled).toEqual({ a: ['เลขที่ 27/2569', { b: '900.00 บาท' }] })
})

test('a path that is not in the data is named', () => {
  expect(() => fill('{{holder}} {{a.company_id}}', DATA, 'thai')).toThrow(
    'There is no value for a.company_id',
  )
})

test('a path of the object prototype is not in the data', () => {
  expect(() => fill('{{constructor.name}}', DATA, 'thai')).toThrow('There is no value for constructor.name')
})

test('an empty value is a value', () => {
  expect(fill('{{empty}}', DATA, 'thai')).toBe('')
  expect(fill('{{empty|date}}', DATA, 'thai')).toBe('')
})

test('a value that does not suit its filter is named', () => {
  expect(() => fill('{{holder|money}}', DATA, 'thai')).toThrow('The value holder is not a number')
  expect(() => fill('{{holder|shout}}', DATA, 'thai')).toThrow('There is no filter shout (for holder)')
})

test('a text that is only the path of a list becomes the list', () => {
  expect(fill('{{conditions}}', DATA, 'thai')).toEqual(['ข้อหนึ่ง', 'ทุก ๓ เดือน'])
})

test('a list inside a sentence is refused', () => {
  expect(() => fill('เงื่อนไข {{conditions}}', DATA, 'thai')).toThrow('The value conditions is not a text')
})

test('what people typed is never read as layout', () => {
  const typed = { name: 'ร้าน|น้ำ `1` {{no}}', no: 'ลับ' }
  expect(fill('ชื่อ|{{name}}', typed, 'arabic')).toBe(`ชื่อ${PHRASE_BORDER}ร้าน|น้ำ \`1\` {{no}}`)
})

test('invisible characters in data are taken out, and each sign is written one way', () => {
  expect(cleaned('น\u0e49\u0e4d\u0e32\u200b\u00adดื่ม\u202e\tเเก้ว')).toBe('น้ำดื่ม แก้ว')
  expect(cleaned('ท\u0e4d\u0e32')).toBe('ทำ')
})

const NUMERALS = [
  ['เลขที่ 27/2569', 'เลขที่ ๒๗/๒๕๖๙'],
  ['RN-2570/000142 เล่ม 3', 'RN-2570/000142 เล่ม ๓'],
  ['09.41 น.', '๐๙.๔๑ น.'],
] as const

test.each(NUMERALS)('Thai numerals: %s is %s', (text, shown) => {
  expect(withNumerals(text, 'thai')).toBe(shown)
  expect(withNumerals(text, 'arabic')).toBe(text)
})

test('backticks of the layout keep Arabic digits', () => {
  expect(fill('ทะเบียน `{{no}}` เล่ม 3', DATA, 'thai')).toBe('ทะเบียน 27/2569 เล่ม ๓')
})

test('the paths of a layout are what it makes public', () => {
  expect(pathsIn({ a: '{{holder}} {{fee.satang|words}}', b: ['{{holder}}'] })).toEqual([
    'holder',
    'fee.satang',
  ])
})
