import { parse } from 'promptparse'
import generatePayload from 'promptpay-qr'
import { expect, test } from 'vitest'
import { billPaymentPayload, crc16 } from '../../src/payment/promptpay.ts'

const BILL = { billerId: '099400099999201', ref1: '69000123', ref2: 'A1B2', satang: 30000 }

test('the checksum has the standard check value', () => {
  expect(crc16('123456789')).toBe('29B1')
})

test.each([
  [30000, '300.00'],
  [100050, '1000.50'],
  [1, '0.01'],
  [9999999, '99999.99'],
])('%i satang are written %s', (satang, amount) => {
  const read = parse(billPaymentPayload({ ...BILL, satang }), true)
  expect(read?.getTagValue('54')).toBe(amount)
})

test('an independent decoder reads biller, references, currency and country', () => {
  const read = parse(billPaymentPayload(BILL), true)
  expect(read?.getTagValue('30', '01')).toBe(BILL.billerId)
  expect(read?.getTagValue('30', '02')).toBe(BILL.ref1)
  expect(read?.getTagValue('30', '03')).toBe(BILL.ref2)
  expect(read?.getTagValue('53')).toBe('764')
  expect(read?.getTagValue('58')).toBe('TH')
})

test.each([
  ['a short biller id', { billerId: '1234' }],
  ['a lower-case reference', { ref1: 'abc' }],
  ['a Thai reference', { ref2: 'ก1' }],
  ['a reference of 19 characters', { ref1: '1234567890123456789' }],
  ['no amount', { satang: 0 }],
  ['a negative amount', { satang: -100 }],
  ['half a satang', { satang: 100.5 }],
])('%s is refused', (_, change) => {
  expect(() => billPaymentPayload({ ...BILL, ...change })).toThrow(RangeError)
})

test('our checksum agrees with the one an independent generator writes', () => {
  for (const amount of [0.01, 300, 1000.5, 99999.99]) {
    const written = generatePayload('0994000999992', { amount })
    expect(crc16(written.slice(0, -4))).toBe(written.slice(-4))
  }
})
