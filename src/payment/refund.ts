/** What is to be given back, and what has been. Pure. */
import type { Refund } from './table.ts'

/** `satang`: still to be paid back, since `recordedAt`; `paidBack`: what last was, by which transfer or voucher. */
export type RefundState = {
  satang: number
  recordedAt: Date
  paidBack?: { satang: number; on: string; reference: string }
}

type Row = Pick<Refund, 'satang' | 'recordedAt' | 'paidBackOn' | 'paidBackReference'>

export function refundState(refunds: Row[]): RefundState | undefined {
  const open = refunds.filter(({ paidBackOn }) => !paidBackOn)
  const latest = open.at(-1) ?? refunds.at(-1)
  const last = refunds.findLast(({ paidBackOn }) => paidBackOn)
  const together = refunds.filter(
    (each) => each.paidBackOn === last?.paidBackOn && each.paidBackReference === last?.paidBackReference,
  )
  return (
    latest && {
      satang: sum(open),
      recordedAt: latest.recordedAt,
      ...(last?.paidBackOn && {
        paidBack: { satang: sum(together), on: last.paidBackOn, reference: last.paidBackReference ?? '' },
      }),
    }
  )
}

const sum = (rows: Row[]): number => rows.reduce((total, { satang }) => total + satang, 0)
