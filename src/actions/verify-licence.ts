import { type Status, UNDER_WAY } from '../application/lifecycle.ts'
import { findApplication, listOpenCasesAbout } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import { readVerificationCode } from '../licence/code.ts'
import { findDocumentByCode, findLicenceByCode } from '../licence/store.ts'
import type { IssuedDocument, Licence } from '../licence/table.ts'
import { findInvoiceOf, findSettlement } from '../payment/store.ts'
import { bangkokDay } from '../service/dates.ts'
import type { Text } from '../service/definition.ts'
import { formatMoney } from '../service/thai.ts'
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
  signer: { commonName: string; serial: string; issuer: string; test: boolean }
  sha256: string
  checkedAt: Date
}

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
  }
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
  const invoice = await findInvoiceOf(ctx.db, document.applicationId)
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
