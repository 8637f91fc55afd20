import { expect, test } from 'vitest'
import { freeSlots, remindersFor, slotsByDay } from '../../src/proof/appointment.ts'
import { bangkok, fromBangkok } from '../../src/service/dates.ts'
import { loadService } from '../../src/service/load.ts'

const { agency } = loadService('services/drinking-water').definition
const SETTINGS = {
  minutes: 30,
  daysAhead: 3,
  officersAtOnce: 1,
  checklist: [],
  link: undefined,
  pause: undefined,
}
/** Thursday; Monday the 7th is a holiday. */
const THURSDAY = fromBangkok('2026-12-03', '10:10')

const times = (changes: Partial<Parameters<typeof freeSlots>[0]> = {}) =>
  freeSlots({ agency, settings: SETTINGS, taken: [], now: THURSDAY, ...changes }).map(({ startsAt, seat }) =>
    `${bangkok(startsAt).slice(5, 16)} ${seat}`.replace('T', ' '),
  )

test('calls begin an hour from now at the earliest and end by closing time', () => {
  const today = times().filter((each) => each.startsWith('12-03'))
  expect(today[0]).toBe('12-03 11:30 0')
  expect(today.at(-1)).toBe('12-03 16:00 0')
})

test('none falls on a weekend or a holiday', () => {
  const settings = { ...SETTINGS, daysAhead: 6 }
  const days = [...new Set(times({ settings }).map((each) => each.slice(0, 5)))]
  expect(days).toEqual(['12-03', '12-04', '12-08', '12-09'])
})

test('none falls into the break, nor runs into it', () => {
  const settings = { ...SETTINGS, minutes: 45, pause: { from: '12:00', to: '13:00' } }
  const friday = times({ settings }).filter((each) => each.startsWith('12-04'))
  expect(friday.map((each) => each.slice(6, 11))).toEqual([
    '08:30',
    '09:15',
    '10:00',
    '10:45',
    '13:00',
    '13:45',
    '14:30',
    '15:15',
  ])
})

const taken = (time: string, { seat = 0, minutes = 30 } = {}) => ({
  startsAt: fromBangkok('2026-12-03', time),
  minutes,
  seat,
})

test.each([
  ['a time that is taken is not free', 1, [taken('13:00')], undefined],
  ['a longer call covers the next time as well', 1, [taken('12:30', { minutes: 60 })], undefined],
  ['with two officers the second seat is free', 2, [taken('13:00')], '12-03 13:00 1'],
  ['the first seat goes first', 2, [taken('13:00', { seat: 1 })], '12-03 13:00 0'],
  ['with both seats taken it is not', 2, [taken('13:00'), taken('13:00', { seat: 1 })], undefined],
])('%s', (_, officersAtOnce, booked, expected) => {
  const settings = { ...SETTINGS, officersAtOnce }
  const found = times({ settings, taken: booked }).find((each) => each.startsWith('12-03 13:00'))
  expect(found).toBe(expected)
})

test('slots are shown by their day', () => {
  const slots = freeSlots({ agency, settings: SETTINGS, taken: [], now: THURSDAY })
  expect(slotsByDay(slots).map(({ day }) => day)).toEqual(['2026-12-03', '2026-12-04'])
})

test.each([
  ['2026-12-08', ['day', 'hour']],
  ['2026-12-04', ['hour']],
])('a call on %s at nine is reminded of: %s', (day, expected) => {
  expect(remindersFor(fromBangkok(day, '09:00'), THURSDAY).map(({ reminder }) => reminder)).toEqual(expected)
})
