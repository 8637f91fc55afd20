import { findApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import { readVerificationCode } from '../licence/code.ts'
import { findDocumentByCode, findLicenceByCode } from '../licence/store.ts'
import type { IssuedDocument, Licence } from '../licence/table.ts'
import { findInvoiceOf, findSettlement } from '../payment/store.ts'
import { bangkokDay } from '../service/dates.ts'
import type { Text } from '../service/definition.ts'
import { formatMoney } from '../service/thai.ts'
import { definitionOf } from './definition-of.ts'

export type VerifiedStatus = 'valid' | 'expired' | 'suspended' | 'revoked'
/** What the public may know of a licence or a receipt, current at this moment. */
export type Verification = {
  kind: 'licence' | 'receipt'
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
  const definition = await definitionOf(ctx, ctx.db, application)
  const common = {
    agency: definition.agency.name,
    signer: ctx.signer.identity,
    sha256: document.sha256,
    checkedAt: ctx.clock.now(),
  }
  if (document.kind === 'receipt') return receiptVerification(ctx, document, common)
  const licence = await findLicenceByCode(ctx.db, document.code)
  return (
    licence && {
      kind: 'licence',
      title: definition.title,
      ...common,
      ...licenceParts(licence, bangkokDay(ctx.clock.now())),
    }
  )
}

function licenceParts(licence: Licence, today: string) {
  const { number, holder, published, issuedOn, expiresOn } = licence
  return { number, holder, published, issuedOn, expiresOn, status: licenceStatus(licence, today) }
}

/** The register's word first, then the calendar: the last day of validity still counts. */
export function licenceStatus(
  { status, expiresOn }: Pick<Licence, 'status' | 'expiresOn'>,
  today: string,
): VerifiedStatus {
  if (status === 'revoked' || status === 'suspended') return status
  return today > expiresOn ? 'expired' : 'valid'
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
