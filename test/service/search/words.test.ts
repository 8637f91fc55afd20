import { describe, expect, test } from 'vitest'
import { mend, spellerOf } from '../../../src/service/search/mend.ts'
import { LONGEST, normalise } from '../../../src/service/search/normalise.ts'
import { dictionaryOf, segment } from '../../../src/service/search/segment.ts'

const heard = (text: string) =>
  normalise(text)
    .map((run) => run.text)
    .join(' ')

describe('a text is read as it sounds', () => {
  test.each([
    ['ค่าทำเนียม', 'ค่าธรรมเนียม', 'letters of one sound'],
    ['เท่าไหล่', 'เท่าไร', 'leading ห and ร for ล'],
    ['มั้ย', 'ไหม', 'two ways to write a word'],
    ['นํ้าดื่ม', 'น้ำดื่ม', 'sara am in two signs'],
    ['นํา', 'นำ', 'sara am without a tone mark'],
    ['เเก้ไข', 'แก้ไข', 'two เ for one แ'],
    ['ตู้นำดืม', 'ตู้น้ำดื่ม', 'tone marks left out'],
    ['มากกกก', 'มาก', 'letters held down'],
    ['บ่อยๆ', 'บ่อย', 'ๆ'],
    ['กรุงเทพฯ', 'กรุงเทพ', 'ฯ'],
    ['พ.ร.บ.', 'พรบ', 'initials'],
    ['License', 'licence', 'capitals and American spelling'],
    ['machines', 'machine', 'plurals'],
    ['ตู้ ๓', 'ตู้ 3', 'Thai digits, which say nothing here'],
  ])('%s is %s (%s)', (typed, meant) => {
    expect(heard(typed)).toBe(heard(meant))
  })

  test('two consonants alike may belong to two words', () => {
    expect(heard('แต่งงาน')).toContain('งง')
  })

  test('and no further than a question is long', () => {
    expect(heard('ก'.repeat(2 * LONGEST)).length).toBeLessThanOrEqual(LONGEST)
  })
})

describe('Thai without spaces is cut', () => {
  const dictionary = dictionaryOf(new Set(['ตา', 'กลม', 'ตาก', 'ลม', 'เตา', 'มะลิ']), new Set())
  const cut = (run: string) => segment(run, dictionary).map(({ text, known }) => (known ? text : `?${text}`))

  test('with as little left over as can be, then in as few words as can be', () => {
    expect(cut('ตากลม')).toHaveLength(2)
    expect(cut('เตากลม')).toEqual(['เตา', 'กลม'])
    expect(cut('ตามะลิ')).toEqual(['ตา', 'มะลิ'])
  })

  test('what is no word stays together', () => {
    expect(cut('ฟฟตาฟฟ')).toEqual(['?ฟฟ', 'ตา', '?ฟฟ'])
    expect(cut('')).toEqual([])
  })

  test('never between a letter and its vowel', () => {
    expect(cut('ลมะ')).toEqual(['?ลมะ'])
  })
})

describe('a slip of the finger', () => {
  const speller = spellerOf(['เอกสาร', 'ค่าธรรมเนียม', 'documents', 'บาดาล', 'ตู้'])
  const known = new Set(['เอกสาร', 'ค่า', 'ค่าธรรมเนียม', 'ตู้', 'the', 'documents', 'ใช้'])
  const mended = (text: string) => mend(text, speller, (word) => known.has(word))

  test.each([
    ['เอกสสาร', 'เอกสาร'],
    ['เออกสาร', 'เอกสาร'],
    ['เอกสาน', 'เอกสาร'],
    ['ค่าธรรเนียม', 'ค่าธรรมเนียม'],
    ['the docuemnts', 'the documents'],
  ])('%s is read as %s', (typed, meant) => {
    expect(mended(typed)).toBe(meant)
  })

  test.each(['เอกสาร', 'ตู้', 'เอกชน', 'บาดแผล', 'government', ''])('%s is left as it is', (typed) => {
    expect(mended(typed)).toBe(typed)
  })
})
