import { z } from 'zod'
import type { Bank, BankTransaction } from '../context.ts'

/**
 * SCB Open API, bill payment (developer.scb: payment confirmation, bill payment inquiry). The confirmation carries no
 * signature: it is a hint. The inquiry, which we ask with our own credentials, is what counts.
 */
type Settings = {
  BANK_API_BASE_URL: string
  BANK_API_KEY: string
  BANK_API_SECRET: string
  BILLER_ID: string
}

const TIMEOUT_MS = 10_000
/** The bank's own tokens live half an hour; a little less is trusted. */
const TOKEN_LIFE_MS = 25 * 60_000

const Amount = z.coerce.string().regex(/^\d+(\.\d{1,2})?$/)
/** What both the confirmation and the inquiry say about a payment. */
const Transaction = z.object({
  transactionId: z.string().min(1).max(64),
  amount: Amount,
  /** Bangkok time, with or without an offset. */
  transactionDateandTime: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/),
  billPaymentRef1: z.string().max(20),
  billPaymentRef2: z.string().max(20).default(''),
})
export const PaymentConfirmation = Transaction.extend({ currencyCode: z.literal('764').default('764') })
/** A reversed payment is still listed, with its flag up: the money went back, so it does not count. */
const Held = Transaction.extend({ reverseFlag: z.string().default('N') })
const Inquiry = z.object({ status: z.object({ code: z.number() }), data: z.array(Held).default([]) })
const Token = z.object({ data: z.object({ accessToken: z.string() }) })

/** The bank's words → ours. Baht text becomes whole satang without floating point. */
export function toBankTransaction(said: z.infer<typeof Transaction>): BankTransaction {
  const [baht = '0', fraction = ''] = said.amount.split('.')
  return {
    bank: 'scb',
    transactionId: said.transactionId,
    ref1: said.billPaymentRef1,
    ref2: said.billPaymentRef2,
    satang: Number(baht) * 100 + Number(fraction.padEnd(2, '0')),
    paidAt: new Date(`${said.transactionDateandTime.slice(0, 19)}+07:00`),
  }
}

export function scbBank(settings: Settings): Bank {
  let token: { value: string; until: number } | undefined
  const call = async (path: string, init: RequestInit) => {
    const headers = {
      'content-type': 'application/json',
      resourceOwnerId: settings.BANK_API_KEY,
      requestUId: crypto.randomUUID(),
      ...init.headers,
    }
    const response = await fetch(settings.BANK_API_BASE_URL.replace(/\/$/, '') + path, {
      ...init,
      headers,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    if (!response.ok) throw new Error(`the bank answered ${response.status}`)
    return response.json()
  }
  const accessToken = async (): Promise<string> => {
    if (token && token.until > Date.now()) return token.value
    const body = JSON.stringify({
      applicationKey: settings.BANK_API_KEY,
      applicationSecret: settings.BANK_API_SECRET,
    })
    const { data } = Token.parse(await call('/v1/oauth/token', { method: 'POST', body }))
    token = { value: data.accessToken, until: Date.now() + TOKEN_LIFE_MS }
    return token.value
  }
  return {
    name: 'scb',
    async inquire(ref1, ref2, day) {
      const query = new URLSearchParams({
        eventCode: '00300100',
        transactionDate: day,
        billerId: settings.BILLER_ID,
        reference1: ref1,
        reference2: ref2,
      })
      const authorization = `Bearer ${await accessToken()}`
      const { data } = Inquiry.parse(
        await call(`/v1/payment/billpayment/inquiry?${query}`, { headers: { authorization } }),
      )
      return data.filter((each) => each.reverseFlag !== 'Y').map(toBankTransaction)
    },
  }
}
