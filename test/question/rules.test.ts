import { describe, expect, test } from 'vitest'
import { expectedAnswerOn, holdsIdNumber, keepable, mayAnswer } from '../../src/question/rules.ts'

const agency = {
  hours: { days: [1, 2, 3, 4, 5], from: '08:30', to: '16:30' },
  holidays: [{ on: '2026-12-07', name: { th: 'ชดเชยวันพ่อ', en: 'Substitution day' } }],
}
const at = (text: string) => new Date(`${text}+07:00`)

describe('an answer may be expected', () => {
  test.each([
    ['in office hours', '2026-11-23T10:42:00', '2026-11-24'],
    ['a minute before closing', '2026-11-23T16:29:00', '2026-11-24'],
    ['after closing: counts from tomorrow', '2026-11-23T16:30:00', '2026-11-25'],
    ['before opening: counts from this morning', '2026-11-23T06:00:00', '2026-11-24'],
    ['on Friday: by Monday', '2026-11-27T09:00:00', '2026-11-30'],
    ['on a Saturday: by Tuesday', '2026-11-28T09:00:00', '2026-12-01'],
    ['before a holiday: not on it', '2026-12-04T09:00:00', '2026-12-08'],
  ])('asked %s', (_, asked, expected) => {
    expect(expectedAnswerOn(at(asked), agency)).toBe(expected)
  })
})

describe('national ID numbers', () => {
  test.each([
    ['written together', 'เลข 1101700207366 ค่ะ', 'เลข 1-1017-xxxxx-36-6 ค่ะ'],
    ['written with dashes', '1-1017-00207-36-6', '1-1017-xxxxx-36-6'],
    ['in Thai numerals', 'เลข ๑๑๐๑๗๐๐๒๐๗๓๖๖', 'เลข 1-1017-xxxxx-36-6'],
    ['of thirteen digits that are none stay', 'โทร 1101700207367', 'โทร 1101700207367'],
    ['are not seen in a telephone number', 'โทร 081-234-5678', 'โทร 081-234-5678'],
  ])('%s', (_, text, kept) => {
    expect(keepable(text, 100)).toBe(kept)
    expect(holdsIdNumber(text)).toBe(text !== kept)
  })
})

test('a long question is cut', () => {
  expect(keepable('ก'.repeat(2000), 1000)).toHaveLength(1000)
})

test('only who has a part in the review may answer', () => {
  expect(mayAnswer({ roles: ['reviewer'] })).toBe(true)
  expect(mayAnswer({ roles: [] })).toBe(false)
})
