import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ProblemCode } from '../../src/service/form.ts'
import { problemText } from '../../src/service/problems.ts'

const CODES = [...readFileSync('src/service/form.ts', 'utf8').matchAll(/^ {2}\| '(\w+)'$/gm)].map(
  (match) => match[1] as ProblemCode,
)

test.each([
  [{ code: 'required' }, 'ชื่อ', 'th', 'กรอกชื่อ'],
  [{ code: 'required_choice' }, 'คำนำหน้าชื่อ', 'th', 'เลือกคำนำหน้าชื่อ'],
  [{ code: 'too_long', params: { max: 60 } }, 'ชื่อ', 'th', 'ย่อให้ไม่เกิน 60 ตัวอักษร'],
  [{ code: 'year_is_ce', params: { year: 2530 } }, 'วันเกิด', 'th', 'ใส่ปีเป็นพุทธศักราช หมายถึง พ.ศ. 2530 ใช่หรือไม่'],
  [{ code: 'unprintable', params: { signs: '😀 株' } }, 'ชื่อ', 'th', 'ลบ 😀 株 ออก เอกสารพิมพ์อักขระนี้ไม่ได้'],
  [{ code: 'required_file' }, 'ID card', 'en', 'Attach: ID card'],
] as const)('%j of %s in %s says %s', (problem, label, language, expected) => {
  expect(problemText(problem, label, language)).toBe(expected)
})

test.each(CODES)('%s tells what to do in both languages, without a gap', (code) => {
  for (const language of ['th', 'en'] as const) {
    const text = problemText({ code, params: { min: 1, max: 2, year: 2530, signs: '😀' } }, 'X', language)
    expect(text.length).toBeGreaterThan(3)
    expect(text).not.toMatch(/[{}]|undefined/)
  }
})
