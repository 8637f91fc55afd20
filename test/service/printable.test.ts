import { expect, test } from 'vitest'
import { unprintable } from '../../src/documents/fonts/sarabun.ts'
import { unprintableSigns } from '../../src/service/printable.ts'

test('what may be typed is exactly what the font of the documents can print', () => {
  const differing: string[] = []
  for (let code = 0; code < 0x10000; code++) {
    const sign = String.fromCharCode(code)
    const needsNoGlyph = /[\s\p{Cc}\p{Cf}]/u.test(sign)
    const standsForNothing = /[\p{Cs}\p{Co}\p{Cn}]/u.test(sign)
    const printable = needsNoGlyph || (!standsForNothing && unprintable(sign).length === 0)
    if (printable !== (unprintableSigns(sign).length === 0)) differing.push(`U+${code.toString(16)}`)
  }
  expect(differing).toEqual([])
})

test.each([
  ['ร้านน้ำดื่ม “ใสใจ” ๒๔ ชม. (สาขา 2) – Ñandú & Trần', []],
  ['บรรทัดแรก\nบรรทัดที่\u200bสอง\t½ ซ.', []],
  ['ร้าน😀株 😀', ['😀', '株']],
  ['ที่ ① ㎡', ['①', '㎡']],
])('%j has these signs that cannot be printed: %j', (text, signs) => {
  expect(unprintableSigns(text)).toEqual(signs)
})
