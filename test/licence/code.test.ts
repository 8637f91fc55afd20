import { expect, test } from 'vitest'
import { newVerificationCode, printedCode, readVerificationCode } from '../../src/licence/code.ts'

test('a code survives being printed, typed in lower case and with spaces', () => {
  const code = newVerificationCode()
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{12}$/)
  expect(readVerificationCode(printedCode(code).toLowerCase().replaceAll('-', ' '))).toBe(code)
})

test.each(['', 'short', 'A7K4-2M9Q-X7T', '../../etc', 'O0I1O0I1O0I1'])('%j is no code', (typed) => {
  expect(readVerificationCode(typed)).toBeUndefined()
})
