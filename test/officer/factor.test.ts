import { Secret, TOTP } from 'otpauth'
import { describe, expect, test } from 'vitest'
import {
  afterWrongCode,
  isFresh,
  isLocked,
  newSecret,
  stepOfCode,
  totpAddress,
} from '../../src/officer/factor.ts'

const NOW = new Date('2026-11-23T03:42:10Z')
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)
const secret = newSecret()
const code = (at: Date) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() })

describe('a code', () => {
  test.each([
    ['its own step', 0, true],
    ['the step before', -30, true],
    ['the step after', 30, true],
    ['two steps before', -60, false],
    ['two steps after', 60, false],
  ])('of %s: %s', (_name, seconds, counts) => {
    expect(stepOfCode(secret, code(later(seconds)), NOW) !== undefined).toBe(counts)
  })

  test('names its step, so that it can be used up', () => {
    expect(stepOfCode(secret, code(later(30)), NOW)).toBe(Math.floor(NOW.getTime() / 30_000) + 1)
  })

  test.each(['', '12345', '1234567', 'abcdef', '12 34'])('that is no code (%s) is wrong', (text) => {
    expect(stepOfCode(secret, text, NOW)).toBeUndefined()
  })

  test('may be typed in two groups, as apps show it', () => {
    const [first, second] = [code(NOW).slice(0, 3), code(NOW).slice(3)]
    expect(stepOfCode(secret, `${first} ${second}`, NOW)).toBeDefined()
  })
})

test('the reference codes of RFC 6238 (SHA-1, last six digits) are right', () => {
  const known = new Secret({ buffer: new TextEncoder().encode('12345678901234567890').buffer }).base32
  expect(stepOfCode(known, '287082', new Date(59_000))).toBe(1)
  expect(stepOfCode(known, '005924', new Date(1_234_567_890_000))).toBe(41_152_263)
})

test('five wrong codes in a row lock for a quarter of an hour, then the count begins anew', () => {
  let tries: ReturnType<typeof afterWrongCode> = { wrongCodes: 0, lockedUntil: null }
  for (let times = 1; times <= 4; times++) {
    tries = afterWrongCode(tries, NOW)
    expect(tries).toEqual({ wrongCodes: times, lockedUntil: null })
  }
  tries = afterWrongCode(tries, NOW)
  expect(isLocked(tries, later(14 * 60))).toBe(true)
  expect(isLocked(tries, later(15 * 60))).toBe(false)
  expect(tries.wrongCodes).toBe(0)
})

test('a proof is fresh for ten minutes', () => {
  expect(isFresh(NOW, later(600))).toBe(true)
  expect(isFresh(NOW, later(601))).toBe(false)
  expect(isFresh(undefined, NOW)).toBe(false)
})

test('the address for the app names the agency and the officer', () => {
  const address = decodeURIComponent(totpAddress(secret, 'เทศบาลเมืองริมน้ำ', 'นางสาววรรณา แก้วใส'))
  expect(address).toContain('otpauth://totp/เทศบาลเมืองริมน้ำ:นางสาววรรณา แก้วใส')
  expect(address).toContain(`secret=${secret}`)
})
