/**
 * A fee that changed after it was paid: when the applicant corrects what it is counted by. More is demanded as a
 * further invoice for the difference alone, because the first has its receipt; less is to be refunded. Pure.
 */
import { type FeeLine, feeTotal } from '../service/fee.ts'

/** What is still to be demanded of a fee, line by line, and what is to be given back. */
export function balance(lines: FeeLine[], paidSatang: number): { demand: FeeLine[]; refundSatang: number } {
  const difference = feeTotal(lines) - paidSatang
  const demand = difference <= 0 ? [] : paidSatang > 0 ? [differenceLine(difference)] : lines
  return { demand, refundSatang: Math.max(0, -difference) }
}

const differenceLine = (satang: number): FeeLine => ({
  id: 'difference',
  label: { th: 'ค่าธรรมเนียมส่วนที่เพิ่มจากการแก้ไขคำขอ', en: 'Added by the correction of the application' },
  quantity: 1,
  unitSatang: satang,
  satang,
})
