import { expect, test } from 'vitest'
import { FILTERS, type FilterName } from '../../src/documents/filters.ts'

const WRITTEN: [FilterName, unknown, string][] = [
  ['date', '2026-11-22', '22 พฤศจิกายน พ.ศ. 2569'],
  ['date', '2026-01-02', '2 มกราคม พ.ศ. 2569'],
  ['date', '2026-11-22T09:38:52', '22 พฤศจิกายน พ.ศ. 2569'],
  ['shortdate', '2027-11-21', '21 พฤศจิกายน 2570'],
  ['abbr', '2026-11-22', '22 พ.ย. 2569'],
  ['time', '2026-11-22T09:38:52', '09.38 น.'],
  ['stamp', '2026-11-22T09:38:52', '22 พฤศจิกายน 2569 เวลา 09.38.52 น.'],
  ['money', 90000, '900.00'],
  ['money', 123456789, '1,234,567.89'],
  ['money', 0, '0.00'],
  ['baht', 90000, '900'],
  ['baht', 123450, '1,234.50'],
  ['words', 90000, 'เก้าร้อยบาทถ้วน'],
  ['words', 0, 'ศูนย์บาทถ้วน'],
  ['words', 29, 'ยี่สิบเก้าสตางค์'],
  ['words', 100_000_000, 'หนึ่งล้านบาทถ้วน'],
  ['words', 2_100_000_000, 'ยี่สิบเอ็ดล้านบาทถ้วน'],
  ['words', 123_456_789, 'หนึ่งล้านสองแสนสามหมื่นสี่พันห้าร้อยหกสิบเจ็ดบาทแปดสิบเก้าสตางค์'],
  ['num', 1234567, '1,234,567'],
  ['num', '15', '15'],
]

test.each(WRITTEN)('%s writes %j as %s', (name, value, written) => {
  expect(FILTERS[name](value)).toBe(written)
})

const REFUSED: [FilterName, unknown][] = [
  ['date', '22/11/2569'],
  ['date', undefined],
  ['time', '2026-11-22'],
  ['money', 12.5],
  ['money', -100],
  ['words', ''],
  ['num', 'สาม'],
]

test.each(REFUSED)('%s refuses %j', (name, value) => {
  expect(() => FILTERS[name](value)).toThrow(/is not/)
})
