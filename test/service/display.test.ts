import { expect, test } from 'vitest'
import { showAnswer } from '../../src/service/display.ts'
import type { Answer } from '../../src/service/form.ts'
import { field, label, options, text } from './fields.ts'

const cases: [Parameters<typeof field>[0], Answer, string, string][] = [
  [{ type: 'text' }, 'ร้านใสใจ', 'ร้านใสใจ', 'ร้านใสใจ'],
  [{ type: 'person_name' }, { title: 'นางสาว', first: 'กมล', last: 'ใจดี' }, 'นางสาวกมล ใจดี', 'นางสาวกมล ใจดี'],
  [{ type: 'person_name' }, { title: 'ดร.', first: 'กมล', last: '-' }, 'ดร.กมล', 'ดร.กมล'],
  [
    { type: 'person_name' },
    { title: 'Mr.', first: 'John', last: 'Smith' },
    'Mr. John Smith',
    'Mr. John Smith',
  ],
  [{ type: 'number', unit: { th: 'ตร.ม.', en: 'sq m' } }, '1200', '1,200 ตร.ม.', '1,200 sq m'],
  [{ type: 'number', decimals: 2 }, '1200.25', '1,200.25', '1,200.25'],
  [{ type: 'number' }, '๑,๒๐๐', '1,200', '1,200'],
  [{ type: 'number' }, 'หก', 'หก', 'หก'],
  [{ type: 'money' }, '1234.50', '1,234.50 บาท', '1,234.50 baht'],
  [{ type: 'money' }, '๕๐๐', '500.00 บาท', '500.00 baht'],
  [{ type: 'thai_id' }, '1101700207366', '1-1017-00207-36-6', '1-1017-00207-36-6'],
  [{ type: 'passport' }, 'AA1234567', 'AA1234567', 'AA1234567'],
  [{ type: 'phone' }, '0812345678', '081-234-5678', '081-234-5678'],
  [{ type: 'date' }, '2026-11-22', '22 พฤศจิกายน 2569', '22 November 2026'],
  [{ type: 'date' }, { day: '22', month: '11', year: '๒๕๖๙' }, '22 พฤศจิกายน 2569', '22 November 2026'],
  [{ type: 'date' }, { day: '31', month: '2', year: '' }, '31/2', '31/2'],
  [{ type: 'time' }, '09:30', '09:30\u00a0น.', '09:30'],
  [{ type: 'time' }, '๙.๓๐', '09:30\u00a0น.', '09:30'],
  [
    { type: 'location' },
    { lat: '16.41899', lng: '101.15509', accuracy: '12', source: 'device' },
    '16.41899, 101.15509',
    '16.41899, 101.15509',
  ],
  [{ type: 'yes_no' }, 'no', 'ไม่ใช่', 'No'],
  [{ type: 'choice', options }, 'a', 'A', 'A (en)'],
  [{ type: 'lookup', options }, 'b', 'B', 'B (en)'],
  [{ type: 'multi', options }, ['a', 'c'], 'A, C', 'A (en), C (en)'],
  [{ type: 'consent', text: label, version: '2' }, '2', 'ยอมรับแล้ว', 'Agreed'],
  [{ type: 'consent', text: label, version: '2' }, '1', '', ''],
  [
    { type: 'repeat', item: label, fields: [{ id: 'y', label: text('y'), type: 'text' }] },
    [{}, {}],
    '2',
    '2',
  ],
  [{ type: 'heading' }, 'x', '', ''],
]

test.each(cases)('%j of %j reads %s · %s', (written, value, th, en) => {
  expect(showAnswer(field(written), value, 'th')).toBe(th)
  expect(showAnswer(field(written), value, 'en')).toBe(en)
})
