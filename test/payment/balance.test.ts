import { expect, test } from 'vitest'
import { balance } from '../../src/payment/balance.ts'

const fee = (satang: number) => [
  { id: 'fee', label: { th: 'ค่าธรรมเนียม', en: 'Fee' }, quantity: 1, unitSatang: satang, satang },
]

test.each([
  ['nothing was paid: the fee itself', fee(60_000), 0, ['fee 60000'], 0],
  ['nothing is due', [], 0, [], 0],
  ['paid in full', fee(60_000), 60_000, [], 0],
  ['more is due: the difference alone', fee(90_000), 60_000, ['difference 30000'], 0],
  ['less is due: given back', fee(30_000), 60_000, [], 30_000],
  ['nothing is due any more', [], 60_000, [], 60_000],
])('%s', (_, lines, paid, demand, refundSatang) => {
  const found = balance(lines, paid)
  expect(found.demand.map(({ id, satang }) => `${id} ${satang}`)).toEqual(demand)
  expect(found.refundSatang).toBe(refundSatang)
})
