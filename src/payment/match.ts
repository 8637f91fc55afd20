/**
 * What a confirmed payment means. Only the exact amount for an open invoice pays it; everything else is kept for
 * finance with its reason and never dropped. A QR does not expire, so late and second payments do come. Pure.
 */
import type { Invoice, Notice } from './table.ts'

type Judgement = { pays: true } | { pays: false; because: NonNullable<Notice['heldBecause']> }

export function judgePayment(
  notice: Pick<Notice, 'satang' | 'ref2'>,
  invoice: Pick<Invoice, 'satang' | 'ref2' | 'status'> | undefined,
): Judgement {
  if (!invoice || invoice.ref2 !== notice.ref2) return { pays: false, because: 'unknown_reference' }
  if (invoice.status === 'paid') return { pays: false, because: 'already_paid' }
  if (invoice.status !== 'open') return { pays: false, because: 'not_open' }
  return invoice.satang === notice.satang ? { pays: true } : { pays: false, because: 'wrong_amount' }
}
