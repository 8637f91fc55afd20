import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { FrozenFont } from '../../src/documents/fonts/frozen-font.ts'
import { getFonts, unprintable, WEIGHTS } from '../../src/documents/fonts/sarabun.ts'
import { clustersOf } from '../../src/documents/fonts/shaper.ts'

/** What a reader would copy. */
function copied(font: FrozenFont, text: string): string {
  const codes = font.encode(text).match(/.{4}/g) ?? []
  const map = inflateSync(font.program().toUnicode).toString('latin1')
  return codes
    .map((code) => new RegExp(`^<${code}> <([0-9a-f]+)>$`, 'm').exec(map)?.[1] ?? 'fffd')
    .map((units) => Buffer.from(units, 'hex').swap16().toString('utf16le'))
    .join('')
}

const WORDS = [
  'น้ำ',
  'ทำ',
  'ก่ำ',
  'ปำ',
  'ฝ้ำ',
  'ปู่กู้',
  'ฟื้น',
  'ญาณิฐา ฏฐิติรัตน์กุล',
  'ฎีกา กฎุมพี ญู',
  'ป้าย ฝ่าย ฬ่อ ปี่',
  'ฤๅษี ฦๅ ๆ ฯ',
  'เเละ',
  'ABC น้ำ 123 ก็',
  '“ใบอนุญาต” — ฿1,234.00',
  'é ü ñ',
]
for (const weight of WEIGHTS)
  test.each(WORDS)(`${weight} copies %s as it was written`, (text) => {
    expect(copied(getFonts()[weight], text)).toBe(text)
  })

test('every consonant with every vowel and tone copies as it was written', () => {
  const clusters = [...'กขคงจชญฎฏฐฑณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ'].flatMap((consonant) =>
    ['ั', 'ิ', 'ี', 'ึ', 'ื', 'ุ', 'ู', ''].flatMap((vowel) =>
      ['', '่', '้', '๊', '๋', '์'].map((tone) => consonant + vowel + tone),
    ),
  )
  expect(copied(getFonts().semibold, clusters.join(' '))).toBe(clusters.join(' '))
})

test('a cluster nobody foresaw is added, and codes already given stay', () => {
  const { regular } = getFonts()
  const before = regular.encode('น้ำ')
  const glyphs = regular.program().widths.length
  expect(copied(regular, 'ก็ุ้')).toBe('ก็ุ้')
  expect(regular.program().widths.length).toBeGreaterThan(glyphs)
  expect(regular.encode('น้ำ')).toBe(before)
})

test('a sign without a glyph is printed as a question mark, and can be known beforehand', () => {
  expect(copied(getFonts().regular, 'ร้าน😀株')).toBe('ร้าน??')
  expect(unprintable('ร้าน😀株')).toEqual(['😀', '株'])
  expect(unprintable('ร้านน้ำดื่ม Ñandú 12')).toEqual([])
})

test('the width of a text is that of its clusters', () => {
  const { regular } = getFonts()
  expect(clustersOf('น้ำปู่')).toEqual(['น้ำ', 'ปู่'])
  expect(regular.width('น้ำปู่')).toBe(regular.width('น้ำ') + regular.width('ปู่'))
  expect(regular.width('ก้')).toBe(regular.width('ก'))
})
