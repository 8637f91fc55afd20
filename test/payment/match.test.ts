import { expect, test } from 'vitest'
import { judgePayment } from '../../src/payment/match.ts'

const invoice = (status: 'open' | 'paid' | 'cancelled' = 'open') => ({ satang: 60000, ref2: 'A1B2', status })

test.each([
  [
    'the exact amount for an open invoice pays it',
    { satang: 60000, ref2: 'A1B2' },
    invoice(),
    { pays: true },
  ],
  [
    'too little is held',
    { satang: 59999, ref2: 'A1B2' },
    invoice(),
    { pays: false, because: 'wrong_amount' },
  ],
  ['too much is held', { satang: 60001, ref2: 'A1B2' }, invoice(), { pays: false, because: 'wrong_amount' }],
  [
    'a second payment is held',
    { satang: 60000, ref2: 'A1B2' },
    invoice('paid'),
    { pays: false, because: 'already_paid' },
  ],
  [
    'money for a cancelled invoice is held',
    { satang: 60000, ref2: 'A1B2' },
    invoice('cancelled'),
    { pays: false, because: 'not_open' },
  ],
  [
    'a mistyped second reference is unknown',
    { satang: 60000, ref2: 'XXXX' },
    invoice(),
    { pays: false, because: 'unknown_reference' },
  ],
  [
    'an unknown first reference is unknown',
    { satang: 60000, ref2: 'A1B2' },
    undefined,
    { pays: false, because: 'unknown_reference' },
  ],
])('%s', (_, notice, given, expected) => {
  expect(judgePayment(notice, given)).toEqual(expected)
})
