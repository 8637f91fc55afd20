import { type Status, UNDER_WAY } from '../application/lifecycle.ts'
import { findApplication, listOpenCasesAbout } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import { readVerificationCode } from '../licence/code.ts'
import { findDocumentByCode, findLicenceByCode, listVersions } from '../licence/store.ts'
import type { IssuedDocument, Licence } from '../licence/table.ts'
import { findInvoice, findInvoiceOf, findSettlement } from '../payment/store.ts'
import { bangkokDay } from '../service/dates.ts'
import type { Text, TransactionType } from '../service/definition.ts'
import { formatMoney } from '../service/thai.ts'
import { transactionType } from '../service/transaction.ts'
import { definitionOf } from './definition-of.ts'

export type VerifiedStatus = 'valid' | 'renewing' | 'expired' | Ended
type Ended = 'suspended' | 'revoked' | 'replaced' | 'cancelled'
/** What the public may know of a document, current at this moment. `holder` is '' where it is not public. */
export type Verification = {
  kind: IssuedDocument['kind']
  status: VerifiedStatus
  title: Text
  agency: Text
  number: string
  holder: string
  published: { label: Text; value: string }[]
  issuedOn: string
  expiresOn?: string
  /** How it came to be as it is, the first document first; only where it was issued more than once. */
  versions?: LicenceVersion[]
  signer: { commonName: string; serial: string; issuer: string; test: boolean }
  sha256: string
  checkedAt: Date
}

/** `holder` is '' where it is not public, or the same as before. */
export type LicenceVersion = { type: TransactionType; on: string; number: string; holder: string }

/** By the code on the document (case and dashes do not matter); undefined when there is none. */
export async function verifyLicence(ctx: Context, typed: string): Promise<Verification | undefined> {
  const code = readVerificationCode(typed)
  const document = code && (await findDocumentByCode(ctx.db, code))
  if (!document) return undefined
  const application = await findApplication(ctx.db, document.applicationId)
  if (!application) return undefined
  const definition = await definitionOf(ctx, ctx.db, { ...application, answers: {} })
  const common = {
    agency: definition.agency.name,
    signer: ctx.signer.identity,
    sha256: document.sha256,
    checkedAt: ctx.clock.now(),
  }
  if (document.kind === 'receipt') return receiptVerification(ctx, document, common)
  if (document.kind === 'acknowledgement') return acknowledgementVerification(document, application, common)
  const licence = await findLicenceByCode(ctx.db, document.code)
  if (!licence) return undefined
  const cases = await listOpenCasesAbout(ctx.db, licence.id)
  const renewal = cases.some(
    ({ answers }) => answers.transaction === 'renew' && answers.renewed_late === 'no',
  )
  const { number, published, issuedOn, expiresOn } = licence
  const holder = definition.licence.holderPublic ? licence.holder : ''
  const status = licenceStatus(licence, bangkokDay(ctx.clock.now()), renewal)
  return {
    kind: 'licence',
    title: definition.title,
    ...common,
    ...{ number, holder, published, issuedOn, expiresOn, status },
    versions: await versionsOf(ctx, licence, definition.licence.holderPublic),
  }
}

/** Renewed, amended, transferred or replaced: the register keeps what there was before, and says what came after. */
async function versionsOf(
  ctx: Context,
  licence: Licence,
  holderPublic: boolean,
): Promise<LicenceVersion[] | undefined> {
  const all = await listVersions(ctx.db, licence)
  if (all.length < 2) return undefined
  const versions: LicenceVersion[] = []
  for (const { applicationId, issuedOn, number, holder } of all) {
    const application = await findApplication(ctx.db, applicationId)
    versions.push({
      type: transactionType(application?.answers ?? {}),
      on: issuedOn,
      number,
      holder: holderPublic ? holder : '',
    })
  }
  return versions.map((each, index) => ({
    ...each,
    holder: index > 0 && versions[index - 1]?.holder === each.holder ? '' : each.holder,
  }))
}

const ENDED: readonly string[] = ['suspended', 'revoked', 'replaced', 'cancelled'] satisfies Ended[]

/**
 * The register's word first, then the calendar: the last day of validity still counts, and a renewal filed in time
 * keeps the licence in force until it is decided (Public Health Act B.E. 2535 s.54).
 */
export function licenceStatus(
  { status, expiresOn }: Pick<Licence, 'status' | 'expiresOn'>,
  today: string,
  renewalFiled = false,
): VerifiedStatus {
  if (ENDED.includes(status)) return status as Ended
  if (today <= expiresOn) return 'valid'
  return renewalFiled ? 'renewing' : 'expired'
}

type Common = Pick<Verification, 'agency' | 'signer' | 'sha256' | 'checkedAt'>

/** A receipt proves a payment: amount and day are shown, the payer's name is not public. */
async function receiptVerification(
  ctx: Context,
  document: IssuedDocument,
  common: Common,
): Promise<Verification | undefined> {
  const { forInvoice, applicationId } = document
  const invoice = forInvoice
    ? await findInvoice(ctx.db, forInvoice)
    : await findInvoiceOf(ctx.db, applicationId)
  const settled = invoice && (await findSettlement(ctx.db, invoice.id))
  if (!settled) return undefined
  return {
    kind: 'receipt',
    status: 'valid',
    title: { th: 'ใบเสร็จรับเงินอิเล็กทรอนิกส์', en: 'Electronic receipt' },
    number: settled.receipt.number,
    holder: '',
    published: [
      { label: { th: 'จำนวนเงิน (บาท)', en: 'Amount (baht)' }, value: formatMoney(settled.payment.satang) },
    ],
    issuedOn: bangkokDay(settled.receipt.issuedAt),
    ...common,
  }
}

/** It proves that an application came in, and stands until the case is decided. Whose it is is not public. */
function acknowledgementVerification(
  { title, issuedAt }: IssuedDocument,
  { reference, status }: Application,
  common: Common,
): Verification {
  const open = (UNDER_WAY as readonly Status[]).includes(status)
  return {
    kind: 'acknowledgement',
    status: open ? 'valid' : status === 'issued' ? 'replaced' : 'cancelled',
    title: { th: title, en: 'Acknowledgement of receipt' },
    number: reference ?? '',
    holder: '',
    published: [],
    issuedOn: bangkokDay(issuedAt),
    ...common,
  }
}
