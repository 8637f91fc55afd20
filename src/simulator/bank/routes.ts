import { type Exchange, Refusal, type Routes } from '../exchange.ts'
import { opaqueToken } from '../ids.ts'
import type { Transaction, World } from '../world.ts'
import { bangkokTime, commonFields } from './payments.ts'

/** The bank's API, in the shape of SCB Open API: a token for half an hour, and the inquiry about bill payments. */
const TOKEN_SECONDS = 1800
const SUCCESS = { code: 1000, description: 'Success' }
const BILL_PAYMENT_EVENT = '00300100'

export function bankRoutes(): Routes {
  /** Until when each token serves, in real time: callers keep tokens by the machine's clock, not the simulated one. */
  const tokens = new Map<string, Date>()
  return {
    'POST /v1/oauth/token': (exchange) => giveToken(exchange, tokens),
    'GET /v1/payment/billpayment/inquiry': (exchange) => {
      requireToken(exchange, tokens)
      return inquire(exchange)
    },
  }
}

export function bankError(status: number, description: string) {
  return { status: { code: status === 401 ? 9500 : 9000, description }, data: null }
}

function giveToken(exchange: Exchange, tokens: Map<string, Date>) {
  const { world } = exchange
  requireHeaders(exchange)
  const { applicationKey, applicationSecret } = (exchange.body ?? {}) as Record<string, unknown>
  const { bankKey, bankSecret } = world.settings
  if (applicationKey !== bankKey || applicationSecret !== bankSecret)
    refuse(401, 'Invalid application key or secret')
  const accessToken = opaqueToken()
  const expiresAt = new Date(Date.now() + TOKEN_SECONDS * 1000)
  tokens.set(accessToken, expiresAt)
  const data = {
    accessToken,
    tokenType: 'Bearer',
    expiresIn: TOKEN_SECONDS,
    expiresAt: Math.floor(expiresAt.getTime() / 1000),
  }
  return { status: 200, body: { status: SUCCESS, data } }
}

function requireToken(exchange: Exchange, tokens: Map<string, Date>): void {
  const expiresAt = tokens.get(exchange.headers.authorization?.replace(/^Bearer /, '') ?? '')
  if (!expiresAt || expiresAt.getTime() < Date.now()) refuse(401, 'Access token is invalid or expired')
  requireHeaders(exchange)
}

/** SCB refuses calls without them. */
function requireHeaders({ headers }: Exchange): void {
  for (const name of ['resourceownerid', 'requestuid'])
    if (!headers[name]) refuse(400, `Header ${name} is missing`)
}

const REQUIRED = ['eventCode', 'transactionDate', 'billerId', 'reference1']

function inquire({ world, url }: Exchange) {
  const query = Object.fromEntries(url.searchParams)
  const missing = REQUIRED.filter((name) => !query[name])
  if (missing.length > 0) refuse(400, `Missing required parameters: ${missing.join(', ')}`)
  if (query.eventCode !== BILL_PAYMENT_EVENT) refuse(400, 'eventCode is invalid')
  if (!/^\d{4}-\d\d-\d\d$/.test(query.transactionDate ?? '')) refuse(400, 'transactionDate is not yyyy-MM-dd')
  const data = matching(world, query).map((transaction) => ({
    eventCode: BILL_PAYMENT_EVENT,
    transactionType: 'Domestic Transfers',
    reverseFlag: transaction.reversed ? 'Y' : 'N',
    ...commonFields(transaction),
  }))
  return { status: 200, body: { status: SUCCESS, data } }
}

function matching(world: World, query: Record<string, string>): Transaction[] {
  const { transactionDate, billerId, reference1, reference2, amount } = query
  return world.transactions.filter(
    (transaction) =>
      bangkokTime(transaction.at).startsWith(transactionDate ?? '') &&
      transaction.billerId === billerId &&
      transaction.ref1 === reference1 &&
      (reference2 === undefined || transaction.ref2 === reference2) &&
      (amount === undefined || Math.round(Number(amount) * 100) === transaction.satang),
  )
}

function refuse(status: number, description: string): never {
  throw new Refusal({ status, body: bankError(status, description) }, description)
}
