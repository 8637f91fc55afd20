import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  bangkok,
  bangkokDay,
  daysBetween,
  fromBangkok,
  isoFromParts,
  longDate,
  parseIsoDate,
  shortDate,
  shortDateTime,
  weekday,
} from '../../src/service/dates.ts'

test.each([
  ['15', '1', '2530', '1987-01-15'],
  ['29', '2', '2567', '2024-02-29'],
  ['๒๙', '๒', '๒๕๖๗', '2024-02-29'],
  ['29', '2', '2566', undefined],
  ['31', '4', '2569', undefined],
  ['15', '1', '1987', undefined],
  ['0', '1', '2530', undefined],
  ['15', '13', '2530', undefined],
  ['', '1', '2530', undefined],
])('day %s month %s year %s is %s', (day, month, year, expected) => {
  expect(isoFromParts({ day, month, year })).toBe(expected)
})

test('a stored date comes back as the boxes it was typed in', () => {
  expect(parseIsoDate('1987-01-15')).toEqual({ day: '15', month: '1', year: '2530' })
  expect(parseIsoDate('15/1/2530')).toBeUndefined()
})

test('an evening in Europe is the next day in Bangkok', () => {
  const instant = new Date('2026-11-22T18:30:00Z')
  expect(bangkok(instant)).toBe('2026-11-23T01:30:00')
  expect(bangkokDay(instant)).toBe('2026-11-23')
  expect(fromBangkok('2026-11-23', '01:30')).toEqual(instant)
})

test.each([
  ['2026-12-30', 3, '2027-01-02'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2026-01-01', -1, '2025-12-31'],
])('%s and %i days is %s', (day, days, expected) => {
  expect(addDays(day, days)).toBe(expected)
  expect(daysBetween(day, expected)).toBe(days)
})

test.each([
  ['2026-12-03', 12, '2027-12-03'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
])('%s and %i months is %s', (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected)
})

test('weeks begin on Monday', () => {
  expect(weekday('2026-11-23')).toBe(1)
  expect(weekday('2026-11-29')).toBe(7)
})

test('dates are shown in the Buddhist era in Thai, in the common era in English', () => {
  expect(longDate('2026-11-22')).toBe('22 พฤศจิกายน 2569')
  expect(longDate('2026-11-22', 'en')).toBe('22 November 2026')
  expect(shortDate('2026-11-02')).toBe('2 พ.ย. 2569')
  expect(shortDateTime(new Date('2026-11-22T03:42:00Z'))).toBe('22 พ.ย. 2569 10:42\u00a0น.')
  expect(shortDateTime(new Date('2026-11-22T03:42:00Z'), 'en')).toBe('22 Nov 2026 10:42')
})
