/**
 * Renewal, amendment, transfer, replacement and cancellation: the same form and the same way, with what the service
 * file changes for them. Pure.
 */
import { addDays, addMonths } from './dates.ts'
import type { Definition, Text, Transaction, TransactionType } from './definition.ts'
import type { Answers } from './form.ts'

export const transactionType = (answers: Answers): TransactionType =>
  typeof answers.transaction === 'string' ? (answers.transaction as TransactionType) : 'new'

/** What the case asks for, in words: the licence's own title, or that of the transaction. */
export function caseTitle(definition: Definition, answers: Answers): Text {
  return transactionOf(definition, answers)?.title ?? definition.title
}

/** What is asked for besides a first licence. */
export function transactionOf(definition: Definition, answers: Answers): Transaction | undefined {
  const type = transactionType(answers)
  return definition.transactions.find((each) => each.type === type)
}

/** The definition as it stands for this kind of application: its steps, clock and the time of payment. */
export function definitionFor(definition: Definition, answers: Answers): Definition {
  const transaction = transactionOf(definition, answers)
  if (!transaction) return definition
  const { steps, clock, feeDue } = transaction
  return {
    ...definition,
    clock: clock ?? definition.clock,
    fees: { ...definition.fees, due: feeDue ?? definition.fees.due },
    review: {
      ...definition.review,
      steps:
        steps.length > 0
          ? definition.review.steps.filter(({ id }) => steps.includes(id))
          : definition.review.steps,
    },
  }
}

export type LicenceState = { status: string; expiresOn: string }

/**
 * What the holder may ask for today. A renewal opens some days before expiry; one filed in time keeps the licence in
 * force until it is decided (Public Health Act B.E. 2535 s.54). What has expired can only be renewed; after
 * revocation, cancellation or replacement nothing can.
 */
export function openTransactions(
  definition: Definition,
  licence: LicenceState,
  today: string,
): Transaction[] {
  if (licence.status !== 'valid') return []
  const expired = today > licence.expiresOn
  return definition.transactions.filter(({ type, openDaysBefore }) =>
    type === 'renew' ? today >= addDays(licence.expiresOn, -openDaysBefore) : !expired,
  )
}

type Earlier = { expiresOn: string } | undefined

/**
 * Until when the new document counts, and under which number. A renewal runs on from the day the earlier one ends, or
 * from today where that is past; what replaces a document keeps its number and last
 * day, as the ordinances say of ใบแทน. `lastDay`: where the answers say it (licence.validUntil).
 */
export function licenceTerm(
  type: TransactionType,
  { validMonths }: Pick<Definition['licence'], 'validMonths'>,
  { issuedOn, earlier, lastDay }: { issuedOn: string; earlier: Earlier; lastDay?: string },
): { expiresOn: string; keepsNumber: boolean } {
  if (earlier && type !== 'new' && type !== 'renew')
    return { expiresOn: earlier.expiresOn, keepsNumber: true }
  if (lastDay) return { expiresOn: lastDay, keepsNumber: false }
  const runsOn = type === 'renew' && earlier && earlier.expiresOn >= issuedOn
  const from = runsOn ? addDays(earlier.expiresOn, 1) : issuedOn
  return { expiresOn: addDays(addMonths(from, validMonths), -1), keepsNumber: false }
}
