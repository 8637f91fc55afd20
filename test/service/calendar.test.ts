import { expect, test } from 'vitest'
import { bookingProblems, bookingsOf, lastDay, overlaps, takenProblems } from '../../src/service/calendar.ts'
import { loadService } from '../../src/service/load.ts'

const { form } = loadService('services/school-premises').definition
const slot = (from: string, to: string, changes = {}) => ({
  place: 'hall',
  day: '2026-12-01',
  from,
  to,
  ...changes,
})

test.each([
  ['the same time', slot('09:00', '12:00'), slot('09:00', '12:00'), true],
  ['one within the other', slot('09:00', '12:00'), slot('10:00', '11:00'), true],
  ['a minute', slot('09:00', '12:00'), slot('11:59', '13:00'), true],
  ['the end of one is the beginning of the other', slot('09:00', '12:00'), slot('12:00', '13:00'), false],
  ['another place', slot('09:00', '12:00'), slot('09:00', '12:00', { place: 'field' }), false],
  ['another day', slot('09:00', '12:00'), slot('09:00', '12:00', { day: '2026-12-02' }), false],
])('%s', (_, one, other, expected) => {
  expect([overlaps(one, other), overlaps(other, one)]).toEqual([expected, expected])
})

const typed = (from: string, to: string, changes = {}) => ({
  place: 'hall',
  date: { day: '1', month: '12', year: '2569' },
  from,
  to,
  ...changes,
})

test('bookings are read as typed and as stored; those that are not complete are left out', () => {
  const bookings = [
    typed('9.00', '12.00'),
    typed('09:00', ''),
    typed('13:00', '14:00', { date: '2026-12-01' }),
  ]
  expect(bookingsOf(form, { bookings }).map(({ row, from }) => [row, from])).toEqual([
    [0, '09:00'],
    [2, '13:00'],
  ])
})

test('what ends before it begins, or takes its own time twice, is told at its place', () => {
  const bookings = [typed('09:00', '09:00'), typed('10:00', '12:00'), typed('11:00', '13:00')]
  expect(bookingProblems(form, { bookings }).map(({ path }) => path)).toEqual([
    'bookings.0.to',
    'bookings.2.from',
  ])
})

test('a time that is taken says which, in both languages', () => {
  const problems = takenProblems(form, { bookings: [typed('09:00', '12:00')] }, [slot('11:00', '15:00')])
  expect(problems).toEqual([
    {
      path: 'bookings.0.date',
      code: 'blocked',
      params: {},
      message: {
        th: 'หอประชุม 1 ธันวาคม 2569 09:00–12:00 มีผู้จองแล้ว โปรดเลือกวัน เวลา หรือสถานที่อื่น',
        en: 'Hall 1 December 2026 09:00–12:00 is taken. Choose another day, time or place',
      },
    },
  ])
})

test('the last day of several is the last by date', () => {
  const bookings = [{ date: '2026-12-09' }, { date: '2026-12-10' }, { date: '2026-12-01' }]
  expect(lastDay({ bookings }, { rows: 'bookings', date: 'date' })).toBe('2026-12-10')
  expect(lastDay({}, { rows: 'bookings', date: 'date' })).toBeUndefined()
})
