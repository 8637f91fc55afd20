import { randomUUID } from 'node:crypto'
import { takeFault } from '../faults.ts'
import { later, type Transaction, type World, writeLog } from '../world.ts'
import { readQr } from './qr.ts'

/** Payers and the bank's side of their payments: the booking, and the notice to the agency. */
export type Payment = { qr: string; satang?: number; times?: number }
type PaymentResult = { transactionId: string } | { findings: string[] }

const NOTICE_TIMEOUT_MS = 5000
const NOTICE_TRIES = 4

/** Scans and pays. `satang` stands for a payer who changes the amount, `times` for one who pays again. */
export async function pay(world: World, { qr, satang, times = 1 }: Payment): Promise<PaymentResult> {
  const { bill, findings } = readQr(qr)
  const due = satang ?? bill?.satang
  if (bill && bill.billerId !== world.settings.billerId)
    findings.push('the bank does not know this biller id')
  if (bill && !(due && due > 0)) findings.push('there is no amount to pay')
  writeLog(world, {
    kind: 'bank',
    title: 'payer scans QR',
    status: findings.length > 0 ? 400 : 200,
    findings,
    body: { qr, ...bill, paid: due },
  })
  if (!bill || !due || findings.length > 0) return { findings }
  const { billerId, ref1, ref2 } = bill
  const booked = Array.from({ length: times }, () => book(world, { billerId, ref1, ref2, satang: due }))
  for (const transaction of booked) await notify(world, transaction)
  return { transactionId: booked.at(-1)?.transactionId ?? '' }
}

function book(world: World, bill: Pick<Transaction, 'billerId' | 'ref1' | 'ref2' | 'satang'>): Transaction {
  const at = world.clock.now()
  const day = bangkokTime(at).slice(0, 10).replaceAll('-', '')
  const transactionId = `${day}${randomUUID().replaceAll('-', '').slice(0, 12).toUpperCase()}`
  const transaction = { ...bill, transactionId, at, reversed: false }
  world.transactions.push(transaction)
  return transaction
}

/** The bank repeats a notice that was not answered `00`; the first try is waited for. */
async function notify(world: World, transaction: Transaction, attempt = 1): Promise<void> {
  const { story } = world
  const fault = takeFault(world, 'bank-notice')
  if (fault === 'lost') return
  const notice = noticeOf(transaction)
  const { confirmed } = await sendNotice(world, notice)
  if (fault === 'duplicate') await sendNotice(world, notice)
  if (!confirmed && attempt < NOTICE_TRIES)
    later(world, { story, milliseconds: world.settings.noticePauseMs }, () =>
      notify(world, transaction, attempt + 1),
    )
}

/** Sends this notice, whoever made it up. It carries no signature and no credential: neither does the bank's. */
export async function sendNotice(world: World, notice: unknown) {
  const entry = writeLog(world, {
    kind: 'bank',
    title: 'payment confirmation',
    status: 0,
    findings: [],
    body: notice,
  })
  const { status, answer } = await post(`${world.settings.botBaseUrl}/bank/scb/notice`, notice)
  const confirmed = status === 200 && (answer as { resCode?: string } | undefined)?.resCode === '00'
  entry.status = status
  entry.answer = answer
  if (!confirmed) entry.findings.push('the answer was not {resCode: "00"}')
  return { status, answer, confirmed }
}

async function post(url: string, body: unknown): Promise<{ status: number; answer?: unknown }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(NOTICE_TIMEOUT_MS),
    })
    return { status: response.status, answer: await response.json().catch(() => undefined) }
  } catch {
    return { status: 0 }
  }
}

/** SCB's payment confirmation. */
function noticeOf(transaction: Transaction) {
  return {
    ...commonFields(transaction),
    transactionType: 'Domestic Transfers',
    payerName: 'นาย ผู้ชำระ จำลอง',
    payeeName: 'เทศบาลตำบล (จำลอง)',
  }
}

/** What confirmation and inquiry have in common. */
export function commonFields({ transactionId, satang, billerId, ref1, ref2, at }: Transaction) {
  return {
    payeeProxyId: billerId,
    payeeProxyType: 'BILLERID',
    payeeAccountNumber: '0987654321',
    payerProxyId: '',
    payerProxyType: '',
    payerAccountNumber: 'XXXXXX4321',
    sendingBankCode: '014',
    receivingBankCode: '014',
    amount: (satang / 100).toFixed(2),
    channelCode: 'PMH',
    transactionId,
    transactionDateandTime: bangkokTime(at),
    billPaymentRef1: ref1,
    billPaymentRef2: ref2,
    billPaymentRef3: '',
    currencyCode: '764',
  }
}

/** `2026-11-21T09:41:07.000+07:00` */
export function bangkokTime(at: Date): string {
  const shifted = new Date(at.getTime() + 7 * 3600 * 1000)
  return shifted.toISOString().replace('Z', '+07:00')
}
