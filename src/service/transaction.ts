/**
 * Renewal, amendment, transfer, replacement and cancellation: the same form and the same way, with what the service
 * file changes for them. Pure.
 */
import { addDays, addMonths } from './dates.ts'
import type { Definition, Text, Transaction, TransactionType } from './definition.ts'
import { type Answers, formPages, isQuestion, liveAnswers } from './form.ts'
import { GIVEN_ANEW } from './reuse.ts'

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

/** The definition as it stands for this kind of application: its steps, clock, declaration and time of payment. */
export function definitionFor(definition: Definition, answers: Answers): Definition {
  const transaction = transactionOf(definition, answers)
  if (!transaction) return definition
  const { steps, clock, feeDue, code, declaration } = transaction
  const { form } = definition
  return {
    ...definition,
    form: { ...form, code: code ?? form.code, declaration: declaration ?? form.declaration },
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

type LicenceState = { status: string; expiresOn: string }

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

/** Another document of the same licence: of the same number and period, from another day, perhaps in another name. */
export const isReissue = (type: TransactionType): boolean =>
  type === 'replace' || type === 'amend' || type === 'transfer'

/**
 * What of the licence's answers a case about it begins with. Papers, agreements and signatures are given anew, and so is
 * what only such a case asks (why a document was lost), and what its transaction names.
 */
export function answersToBeginWith(definition: Definition, type: TransactionType, granted: Answers): Answers {
  const { asksAnew = [] } = definition.transactions.find((each) => each.type === type) ?? {}
  const ids = formPages(definition)
    .filter(({ id, askedFor }) => (!askedFor || askedFor.includes('new')) && !asksAnew.includes(id))
    .flatMap((page) => page.fields)
    .filter((field) => isQuestion(field) && !GIVEN_ANEW.includes(field.type))
    .map(({ id }) => id)
    .filter((id) => granted[id] !== undefined)
  return Object.fromEntries(ids.map((id) => [id, granted[id]]))
}

const NUMBERS = ['thai_id', 'juristic_id', 'passport']

/** The number by which a transfer names the new holder; '' where it names none. */
export function newHolderNumber(definition: Definition, answers: Answers): string {
  const { asksAnew = [] } = definition.transactions.find(({ type }) => type === 'transfer') ?? {}
  const pages = formPages(definition)
  const live = liveAnswers(pages, answers)
  const fields = pages.filter(({ id }) => asksAnew.includes(id)).flatMap((page) => page.fields)
  const number = fields.find(({ id, type }) => NUMBERS.includes(type) && live[id])
  return number ? String(live[number.id]) : ''
}

type Term = { issuedOn: string; earlier: { expiresOn: string } | undefined; lastDay?: string }

/**
 * Until when the new document counts, and under which number. A renewal runs on from the day the earlier one ends, or
 * from today where that is past; what replaces a document keeps its number and last day, as the ordinances say of ใบแทน,
 * unless the days themselves were amended. `lastDay`: where the answers say it (licence.validUntil).
 */
export function licenceTerm(
  type: TransactionType,
  { licence, transactions }: Pick<Definition, 'licence' | 'transactions'>,
  { issuedOn, earlier, lastDay }: Term,
): { expiresOn: string; keepsNumber: boolean } {
  if (earlier && isReissue(type))
    return { expiresOn: (type === 'amend' && lastDay) || earlier.expiresOn, keepsNumber: true }
  const keepsNumber = transactions.some((each) => each.type === type && each.keepsNumber)
  if (lastDay) return { expiresOn: lastDay, keepsNumber }
  const runsOn = type === 'renew' && earlier && earlier.expiresOn >= issuedOn
  const from = runsOn ? addDays(earlier.expiresOn, 1) : issuedOn
  return { expiresOn: addDays(addMonths(from, licence.validMonths), -1), keepsNumber }
}
