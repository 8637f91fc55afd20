import { describe, expect, test } from 'vitest'
import {
  dayAfter,
  deemedReceived,
  delayNoticeDue,
  dueDay,
  isOpen,
  nextExtension,
  resumedDueDay,
  thaiFiscalYear,
} from '../../src/service/clock.ts'
import { loadService } from '../../src/service/load.ts'

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

const calendar = { unit: 'calendar' } as const
const working = { unit: 'working' } as const

test.each([
  ['three days', calendar, { from: '2026-11-25', until: '2026-11-28' }, '2026-12-23', '2026-12-26'],
  ['no day at all', calendar, { from: '2026-11-25', until: '2026-11-25' }, '2026-12-23', '2026-12-23'],
  [
    'in working days, over a weekend: two',
    working,
    { from: '2026-11-27', until: '2026-12-01' },
    '2026-12-04',
    '2026-12-08',
  ],
  [
    'in working days, a weekend alone: none',
    working,
    { from: '2026-11-27', until: '2026-11-29' },
    '2026-12-04',
    '2026-12-04',
  ],
  [
    'in working days, over a holiday: one',
    working,
    { from: '2026-12-09', until: '2026-12-11' },
    '2026-12-14',
    '2026-12-15',
  ],
])('a pause of %s moves the due day by as much', (_, clock, pause, dueOn, expected) => {
  expect(resumedDueDay(dueOn, pause, clock, agency)).toBe(expected)
})

describe('the sample agency’s holidays of 2569 and 2570', () => {
  const { agency: sample } = loadService('services/drinking-water').definition
  test.each([
    ['over วันพ่อแห่งชาติ and วันรัฐธรรมนูญ, 7 days', '2026-12-02', 7, '2026-12-15'],
    ['over the New Year, 3 days', '2026-12-29', 3, '2027-01-05'],
    ['over สงกรานต์, 2 days', '2027-04-12', 2, '2027-04-19'],
    ['from a Saturday, 1 day', '2026-11-28', 1, '2026-11-30'],
  ])('%s from %s', (_, from, days, expected) => {
    expect(dayAfter(from, { days, unit: 'working' }, sample)).toBe(expected)
  })

  test.each(sample.holidays.map(({ on, name }) => [on, name.th]))('%s, %s, is no working day', (on) => {
    expect(isOpen(bangkok(`${on}T10:00`), sample)).toBe(false)
  })
})

describe('an extension (PHA s.56: at most twice, at most 15 days each)', () => {
  const clock = { ...calendar, extensions: { times: 2, days: 15 } }
  const state = { dueOn: '2026-12-23', today: '2026-12-20', made: 0 }

  test('adds its days to the day that stands', () => {
    const next = { number: 1, times: 2, days: 15, dueOn: '2027-01-07' }
    expect(nextExtension(clock, state, agency)).toEqual(next)
    expect(
      nextExtension({ ...clock, unit: 'working', extensions: { times: 1, days: 2 } }, state, agency)?.dueOn,
    ).toBe('2026-12-25')
  })

  test('may be given on the last day, not after', () => {
    expect(nextExtension(clock, { ...state, today: '2026-12-23' }, agency)).toBeDefined()
    expect(nextExtension(clock, { ...state, today: '2026-12-24' }, agency)).toBeUndefined()
  })

  test('may be given so often and no more, and not where the service has none', () => {
    expect(nextExtension(clock, { ...state, made: 1 }, agency)?.number).toBe(2)
    expect(nextExtension(clock, { ...state, made: 2 }, agency)).toBeUndefined()
    expect(nextExtension(calendar, state, agency)).toBeUndefined()
  })
})

test.each([
  ['2026-12-23', 0],
  ['2026-12-24', 1],
  ['2026-12-30', 1],
  ['2026-12-31', 2],
  ['2027-01-06', 2],
  ['2027-01-07', 3],
])('due on 23 December, on %s notice of delay number %i is due', (today, number) => {
  expect(delayNoticeDue('2026-12-23', today)).toBe(number)
})

test('the fiscal year turns on 1 October', () => {
  expect(thaiFiscalYear('2026-09-30')).toBe(2569)
  expect(thaiFiscalYear('2026-10-01')).toBe(2570)
})

test('the counter is closed on a holiday', () => {
  expect(isOpen(bangkok('2026-12-10T10:00'), agency)).toBe(false)
  expect(isOpen(bangkok('2026-12-11T10:00'), agency)).toBe(true)
})
