import { expect, test } from 'vitest'
import {
  digitsOf,
  formatBaht,
  formatMoney,
  formatPhone,
  formatThaiId,
  isJuristicId,
  isPhone,
  isThaiId,
  maskPassport,
  maskThaiId,
  thaiNumerals,
} from '../../src/service/thai.ts'

test.each([
  ['1-1017-00207-36-6', true, 'the right check digit'],
  ['๑๑๐๑๗๐๐๒๐๗๓๖๖', true, 'Thai numerals'],
  ['1-1017-00207-36-7', false, 'a wrong check digit'],
  ['110170020736', false, 'twelve digits'],
  ['11017002073666', false, 'fourteen digits'],
  ['0105536000313', false, 'a juristic number'],
  ['', false, 'nothing'],
])('%s as an ID number: %s (%s)', (text, expected) => {
  expect(isThaiId(text)).toBe(expected)
})

test.each([
  ['0105536000313', true],
  ['0-1055-36000-31-3', true],
  ['0105536000314', false],
  ['1101700207366', false],
])('%s as a juristic number: %s', (text, expected) => {
  expect(isJuristicId(text)).toBe(expected)
})

test.each([
  ['081-234-5678', true],
  ['02 123 4567', true],
  ['๐๘๑๒๓๔๕๖๗๘', true],
  ['81234567', false],
  ['+66812345678', true],
  ['+66 (0)81 234 5678', true],
  ['66812345678', false],
  ['08123456789', false],
])('%s as a telephone number: %s', (text, expected) => {
  expect(isPhone(text)).toBe(expected)
})

test.each([
  [formatThaiId, '1101700207366', '1-1017-00207-36-6'],
  [formatThaiId, '11017', '1-1017'],
  [formatThaiId, '', ''],
  [formatPhone, '0812345678', '081-234-5678'],
  [formatPhone, '021234567', '02-123-4567'],
  [formatPhone, '0812', '081-2'],
  [maskThaiId, '1101700207366', '1-1017-xxxxx-36-6'],
  [maskThaiId, '1101', 'xxx'],
  [maskPassport, 'aa 1234567', 'xxxxxx567'],
  [digitsOf, 'โทร ๐๘๑-234', '081234'],
  [thaiNumerals, 'พ.ศ. 2569', 'พ.ศ. ๒๕๖๙'],
])('%o writes %s as %s', (write, text, expected) => {
  expect(write(text)).toBe(expected)
})

test.each([
  [60_000, '600.00', '600'],
  [123_456_789, '1,234,567.89', '1,234,567.89'],
  [0, '0.00', '0'],
])('%i satang are %s, or %s in a sentence', (satang, exact, short) => {
  expect(formatMoney(satang)).toBe(exact)
  expect(formatBaht(satang)).toBe(short)
})
