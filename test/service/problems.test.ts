import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ProblemCode } from '../../src/service/form.ts'
import { problemText } from '../../src/service/problems.ts'

const CODES = [...readFileSync('src/service/form/problem.ts', 'utf8').matchAll(/^ {2}\| '(\w+)'$/gm)].map(
  (match) => match[1] as ProblemCode,
)

test.each([
  [{ code: 'required' }, 'ชื่อ', 'th', 'กรอกชื่อ'],
  [{ code: 'required_choice' }, 'คำนำหน้าชื่อ', 'th', 'เลือกคำนำหน้าชื่อ'],
  [{ code: 'too_long', params: { max: 60 } }, 'ชื่อ', 'th', 'ย่อให้ไม่เกิน 60 ตัวอักษร'],
  [
    { code: 'year_is_ce', params: { year: '2530' } },
    'วันเกิด',
    'th',
    'ใส่ปีเป็นพุทธศักราช หมายถึง พ.ศ. 2530 ใช่หรือไม่',
  ],
  [{ code: 'unprintable', params: { signs: '😀 株' } }, 'ชื่อ', 'th', 'ลบ 😀 株 ออก เอกสารพิมพ์อักขระนี้ไม่ได้'],
  [{ code: 'too_large', params: { max: 50000 } }, 'พื้นที่', 'th', 'ต้องไม่เกิน 50,000'],
  [
    { code: 'date_too_early', params: { earliest: '2026-11-26' } },
    'วันที่',
    'th',
    'ต้องเป็นวันที่ 26 พฤศจิกายน 2569 หรือหลังจากนั้น',
  ],
  [
    { code: 'date_too_late', params: { latest: '2026-11-30' } },
    'Day',
    'en',
    'Must be 30 November 2026 or earlier',
  ],
  [
    { code: 'not_unique', params: { row: 1, th: 'เครื่องที่', en: 'Machine' } },
    'เลขเครื่อง',
    'th',
    'ซ้ำกับเครื่องที่ 1 แก้ให้ไม่ซ้ำกัน',
  ],
  [
    { code: 'exclusive_option', params: { th: 'ไม่มี', en: 'None' } },
    'Kinds',
    'en',
    '“None” cannot be chosen with others. Choose one or the other',
  ],
  [
    { code: 'blocked', params: {}, message: { th: 'เกิน 100 ตารางเมตร', en: 'Over 100 sq m' } },
    'Area',
    'en',
    'Over 100 sq m',
  ],
  [{ code: 'required_file' }, 'ID card', 'en', 'Attach: ID card'],
] as const)('%j of %s in %s says %s', (problem, label, language, expected) => {
  expect(problemText(problem, label, language)).toBe(expected)
})

const DAYS = { earliest: '2026-11-26', latest: '2026-11-30', from: '08:30', to: '16:30' }
const EVERY_PARAM = { min: 1, max: 2, year: '2530', signs: '😀', row: 1, th: 'ก', en: 'A', ...DAYS }

test('the codes were found', () => {
  expect(CODES).toContain('blocked')
})

test.each(CODES)('%s tells what to do in both languages, without a gap', (code) => {
  for (const language of ['th', 'en'] as const) {
    const text = problemText({ code, params: EVERY_PARAM }, 'X', language)
    expect(text.length).toBeGreaterThan(3)
    expect(text).not.toMatch(/[{}]|undefined/)
  }
})
