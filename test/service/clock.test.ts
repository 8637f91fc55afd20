import { expect, test } from 'vitest'
import { deemedReceived, dueDay, extendedDueDay, isOpen, thaiFiscalYear } from '../../src/service/clock.ts'

const agency = {
  hours: { days: [1, 2, 3, 4, 5], from: '08:30', to: '16:30' },
  holidays: [{ on: '2026-12-10', name: { th: 'วันรัฐธรรมนูญ', en: 'Constitution Day' } }],
}
const bangkok = (text: string) => new Date(`${text}:00+07:00`)

test.each([
  ['in office hours: at once', '2026-11-23T10:42', '2026-11-23T10:42'],
  ['the minute of opening: at once', '2026-11-23T08:30', '2026-11-23T08:30'],
  ['before opening: the same day at opening', '2026-11-23T05:00', '2026-11-23T08:30'],
  ['the minute of closing: the next day', '2026-11-23T16:30', '2026-11-24T08:30'],
  ['on Friday evening: Monday', '2026-11-27T18:00', '2026-11-30T08:30'],
  ['on Saturday: Monday', '2026-11-28T10:00', '2026-11-30T08:30'],
  ['the evening before a holiday: after it', '2026-12-09T20:00', '2026-12-11T08:30'],
  ['past midnight in Bangkok, still the day before in UTC', '2026-11-24T00:30', '2026-11-24T08:30'],
])('what comes %s', (_, entered, received) => {
  expect(deemedReceived(bangkok(entered), agency)).toEqual(bangkok(received))
})

test.each([
  ['30 calendar days from Monday', { days: 30, unit: 'calendar' }, '2026-11-23T10:42', '2026-12-23'],
  ['7 working days over a weekend', { days: 7, unit: 'working' }, '2026-11-23T10:42', '2026-12-02'],
  ['3 working days over a holiday', { days: 3, unit: 'working' }, '2026-12-08T10:00', '2026-12-14'],
] as const)('%s end on the right day, the first one not counted', (_, clock, received, due) => {
  expect(dueDay(bangkok(received), clock, agency)).toBe(due)
})

test('days of correction are added to the due day', () => {
  expect(extendedDueDay('2026-12-23', '2026-11-25', '2026-11-28')).toBe('2026-12-26')
  expect(extendedDueDay('2026-12-23', '2026-11-25', '2026-11-25')).toBe('2026-12-23')
})

test('the fiscal year turns on 1 October', () => {
  expect(thaiFiscalYear('2026-09-30')).toBe(2569)
  expect(thaiFiscalYear('2026-10-01')).toBe(2570)
})

test('the counter is closed on a holiday', () => {
  expect(isOpen(bangkok('2026-12-10T10:00'), agency)).toBe(false)
  expect(isOpen(bangkok('2026-12-11T10:00'), agency)).toBe(true)
})
