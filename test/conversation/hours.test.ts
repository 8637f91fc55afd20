import { expect, test } from 'vitest'
import { hoursText, openText } from '../../src/conversation/hours.ts'

const agency = {
  hours: { days: [1, 2, 3, 4, 5], from: '08:30', to: '16:30' },
  holidays: [{ on: '2026-12-07', name: { th: 'วันหยุดชดเชย', en: 'Holiday' } }],
}
const at = (text: string) => new Date(`${text}:00+07:00`)

test('the announced hours are one line', () => {
  expect(hoursText(agency, 'th')).toBe('จันทร์–ศุกร์ 08:30–16:30\u00a0น.')
  expect(hoursText(agency, 'en')).toBe('Monday–Friday 08:30–16:30')
  expect(hoursText({ ...agency, hours: { ...agency.hours, days: [1, 3] } }, 'th')).toBe(
    'จันทร์, พุธ 08:30–16:30\u00a0น.',
  )
})

test.each([
  ['in office hours', '2026-11-23T10:00', 'เปิดอยู่ ถึง 16:30\u00a0น.'],
  ['at the very opening', '2026-11-23T08:30', 'เปิดอยู่ ถึง 16:30\u00a0น.'],
  ['before opening', '2026-11-23T07:00', 'ปิดอยู่ เปิดอีกครั้งวันจันทร์ 23 พ.ย. 2569 เวลา 08:30\u00a0น.'],
  ['at closing', '2026-11-23T16:30', 'ปิดอยู่ เปิดอีกครั้งวันอังคาร 24 พ.ย. 2569 เวลา 08:30\u00a0น.'],
  [
    'on a weekend before a holiday',
    '2026-12-05T10:00',
    'ปิดอยู่ เปิดอีกครั้งวันอังคาร 8 ธ.ค. 2569 เวลา 08:30\u00a0น.',
  ],
])('%s', (_, when, expected) => {
  expect(openText(agency, at(when), 'th')).toBe(expected)
})

test('in English', () => {
  expect(openText(agency, at('2026-11-28T10:00'), 'en')).toBe(
    'Closed now, opens again Monday 30 Nov 2026, 08:30',
  )
})
