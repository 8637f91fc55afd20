import type { Status } from '../application/lifecycle.ts'
import { findApplication, getOwnApplication, listHistory, listOwnApplications } from '../application/store.ts'
import type { Application, HistoryRow } from '../application/table.ts'
import { type TimelineStep, timeline } from '../application/timeline.ts'
import type { Context } from '../context.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { findDocument, findLicenceOf, listDocuments } from '../licence/store.ts'
import { holderOf, type IssuedDocument, type Licence } from '../licence/table.ts'
import { findMandateOf } from '../mandate/store.ts'
import type { Mandate } from '../mandate/table.ts'
import { actingLine } from '../officer/delegation.ts'
import { findOfficer } from '../officer/store.ts'
import { type RefundState, refundState } from '../payment/refund.ts'
import { findInvoice, findInvoiceOf, listRefunds, listSettlements } from '../payment/store.ts'
import type { Invoice } from '../payment/table.ts'
import { findOpenCorrection, listDecisions } from '../review/store.ts'
import type { CorrectionItem, Decision } from '../review/table.ts'
import { longDate } from '../service/dates.ts'
import type { Definition } from '../service/definition.ts'
import { type FeeLine, feeLines, feeTotal } from '../service/fee.ts'
import { type Answers, formPages, liveAnswers } from '../service/form.ts'
import { transactionType } from '../service/transaction.ts'
import { maySeePapers } from './case-proof.ts'
import { definitionOf } from './definition-of.ts'
import { filedOn } from './filed-on.ts'
import { logAccessBy } from './log-access.ts'
import { askedIdentity, type CaseIdentity } from './view-proof.ts'

export type { TimelineStep }

type CaseDocument = Pick<IssuedDocument, 'id' | 'kind' | 'title' | 'issuedAt'>
export type InvoiceView = Pick<
  Invoice,
  'id' | 'ref1' | 'ref2' | 'satang' | 'lines' | 'qr' | 'payBy' | 'status'
> & { billerId: string }

/** A case as its applicant sees it. `definition` is the one it was begun under. */
export type CaseView = {
  id: string
  status: Status
  version: number
  reference?: string
  definition: Definition
  answers: Answers
  holder: string
  summary: string
  place: string
  enteredAt?: Date
  receivedAt?: Date
  dueOn?: string
  pausedOn?: string
  /** The step of the review it stands at. */
  step: number
  updatedAt: Date
  fee: FeeLine[]
  timeline: TimelineStep[]
  correction?: { items: { field: string; reason: string }[]; dueOn: string; returnedAt: Date }
  /** `by`: who refused it in another's place, by which order. */
  refusal?: { reason: string; at: Date; by?: string }
  /** The latest prolonging of the time for the decision. */
  extension?: { number: number; reason: string; before: string; dueOn: string }
  /** Not paid by this day. */
  lapsed?: { payBy: string; atFiling: boolean; afterCorrection?: boolean }
  /** Given back: what was to be corrected was not handed in by this day. */
  givenBack?: { dueOn: string; items: { field: string; reason: string }[] }
  invoice?: InvoiceView
  /** Of the latest payment. */
  receipt?: { number: string; book: string; paidAt: Date; satang: number }
  /** Paid, and not due any more: an officer gives it back. */
  refund?: RefundState
  licence?: Pick<Licence, 'id' | 'status' | 'number' | 'code' | 'issuedOn' | 'expiresOn'> & {
    isTakenOver?: boolean
  }
  documents: CaseDocument[]
  /** A transferred licence: waits for the new holder to take it over, or was taken over. */
  handOn?: 'open' | 'done'
  /** How the proof of who the applicant is stands, where the service asks for one. */
  identity?: CaseIdentity
  /** Filed for another: how their agreement stands. */
  mandate?: { status: Mandate['status']; principal: string }
}

/** One case of this applicant. Throws NotFound, also for a stranger's. */
export async function viewCase(
  ctx: Context,
  asked: { applicationId: string; applicantId: string },
): Promise<CaseView> {
  const application = await getOwnApplication(ctx.db, asked)
  const definition = await definitionOf(ctx, ctx.db, application)
  const live = liveAnswers(formPages(definition), application.answers)
  const fee = feeLines(definition.fees, live, filedOn(ctx, application))
  const events = await listHistory(ctx.db, application.id)
  const correction = await findOpenCorrection(ctx.db, application.id)
  const refusal = (await listDecisions(ctx.db, application.id)).find((each) => each.outcome === 'refuse')
  return {
    ...plainParts(application),
    definition,
    fee,
    timeline: timeline(application.status, events, feeTotal(fee) > 0 && definition.fees.due),
    ...deadlines(events),
    correction: correction && {
      items: correction.items,
      dueOn: correction.dueOn,
      returnedAt: correction.returnedAt,
    },
    refusal: refusal && { reason: refusal.reason, at: refusal.at, by: await actingWords(ctx, refusal) },
    ...(await ownMoneyAndLicence(ctx, application)),
    mandate: await mandateOf(ctx, application.id),
    identity: await askedIdentity(ctx, { application, definition }),
  }
}

/** A licence that somebody else took over is no longer shown to whom it was transferred by. */
async function ownMoneyAndLicence(ctx: Context, application: Application) {
  const found = await moneyAndLicence(ctx, application.id)
  if (transactionType(application.answers) !== 'transfer' || !found.licence) return found
  if (!found.licence.isTakenOver)
    return { ...found, handOn: IN_FORCE.includes(found.licence.status) ? ('open' as const) : undefined }
  const documents = found.documents.filter(({ kind }) => kind !== 'licence')
  return { ...found, licence: undefined, documents, handOn: 'done' as const }
}

const IN_FORCE: Licence['status'][] = ['valid', 'suspended']

async function mandateOf(ctx: Context, applicationId: string): Promise<CaseView['mandate']> {
  const found = await findMandateOf(ctx.db, applicationId)
  return found && { status: found.status, principal: found.principal.name }
}

/** What the history tells of the time for the decision, and for paying. */
function deadlines(events: HistoryRow[]): Pick<CaseView, 'extension' | 'lapsed' | 'givenBack'> {
  const extended = events.findLast(({ event }) => event === 'extended')?.data
  const lapsed = events.findLast(({ event }) => event === 'lapsed')?.data
  const givenBack = events.findLast(({ event }) => event === 'given_back')?.data
  return {
    extension: extended && {
      number: Number(extended.number),
      reason: String(extended.reason),
      before: String(extended.before),
      dueOn: String(extended.dueOn),
    },
    lapsed: lapsed && {
      payBy: String(lapsed.payBy),
      atFiling: lapsed.atFiling === true,
      afterCorrection: lapsed.afterCorrection === true,
    },
    givenBack: givenBack && {
      dueOn: String(givenBack.dueOn),
      items: givenBack.items as CorrectionItem[],
    },
  }
}

function plainParts({
  id,
  status,
  version,
  answers,
  holder,
  summary,
  place,
  updatedAt,
  step,
  ...rest
}: Application) {
  const { reference, enteredAt, receivedAt, dueOn, pausedOn } = rest
  return {
    id,
    status,
    version,
    answers,
    holder,
    summary,
    place,
    updatedAt,
    step,
    reference: reference ?? undefined,
    enteredAt: enteredAt ?? undefined,
    receivedAt: receivedAt ?? undefined,
    dueOn: dueOn ?? undefined,
    pausedOn: pausedOn ?? undefined,
  }
}

/** What has been demanded, paid and issued so far; shared by the applicant's and the officer's view. */
export async function moneyAndLicence(
  ctx: Context,
  applicationId: string,
): Promise<Pick<CaseView, 'invoice' | 'receipt' | 'refund' | 'licence' | 'documents'>> {
  const invoice = await findInvoiceOf(ctx.db, applicationId)
  const settled = (await listSettlements(ctx.db, applicationId)).at(-1)
  const refunds = await listRefunds(ctx.db, applicationId)
  const licence = await findLicenceOf(ctx.db, applicationId)
  const documents = await listDocuments(ctx.db, applicationId)
  return {
    invoice: invoice && invoiceView(ctx, invoice),
    receipt: settled && {
      number: settled.receipt.number,
      book: settled.receipt.book,
      paidAt: settled.payment.paidAt,
      satang: settled.payment.satang,
    },
    refund: refundState(refunds),
    licence: licence?.registeredAt
      ? {
          id: licence.id,
          status: licence.status,
          number: licence.number,
          code: licence.code,
          issuedOn: licence.issuedOn,
          expiresOn: licence.expiresOn,
          ...(licence.holderApplicantId && { isTakenOver: true }),
        }
      : undefined,
    documents: documents.map(({ id, kind, title, issuedAt }) => ({ id, kind, title, issuedAt })),
  }
}

function invoiceView(
  ctx: Context,
  { id, ref1, ref2, satang, lines, qr, payBy, status }: Invoice,
): InvoiceView {
  return { id, ref1, ref2, satang, lines, qr, payBy, status, billerId: ctx.config.BILLER_ID }
}

export type CaseSummary = {
  id: string
  status: Status
  reference?: string
  summary: string
  updatedAt: Date
  dueOn?: string
}

/** All cases of this applicant, newest first; withdrawn ones left out. */
export async function listCases(ctx: Context, applicantId: string): Promise<CaseSummary[]> {
  const rows = await listOwnApplications(ctx.db, applicantId)
  return rows.map(({ id, status, reference, summary, updatedAt, dueOn }) => ({
    id,
    status,
    summary,
    updatedAt,
    reference: reference ?? undefined,
    dueOn: dueOn ?? undefined,
  }))
}

/** The text of an invoice's QR, by its unguessable id: what the picture in the chat shows. Throws NotFound. */
export async function readInvoiceQr(ctx: Context, invoiceId: string): Promise<string> {
  const invoice = await findInvoice(ctx.db, invoiceId)
  if (!invoice) throw new NotFound('invoice')
  return invoice.qr
}

/**
 * The signed PDF, for its applicant or for any officer. Throws NotFound, and Forbidden `identity_needed` where the
 * service opens its papers only to who is proven.
 */
export async function readDocument(
  ctx: Context,
  asked: { documentId: string; by: { applicantId: string } | { officerId: string } },
): Promise<{ name: string; bytes: Buffer }> {
  const document = await findDocument(ctx.db, asked.documentId)
  const application = document && (await findApplication(ctx.db, document.applicationId))
  const may = 'officerId' in asked.by || (await mayRead(ctx, document, application, asked.by.applicantId))
  if (!document || !application || !may) throw new NotFound('document')
  if ('applicantId' in asked.by && !(await maySeePapers(ctx, application, asked.by.applicantId)))
    throw new Forbidden('identity_needed')
  if ('officerId' in asked.by) {
    const { id: applicationId, applicantId } = application
    await logAccessBy(ctx, asked.by.officerId, { applicantId, applicationId, what: 'document' })
  }
  return { name: `${document.kind}.pdf`, bytes: await ctx.files.get(document.storageKey) }
}

/** The licence goes with whoever holds it; the rest of the case stays its applicant's. */
async function mayRead(
  ctx: Context,
  document: IssuedDocument | undefined,
  application: Application | undefined,
  applicantId: string,
): Promise<boolean> {
  if (!document || !application) return false
  const licence = document.kind === 'licence' ? await findLicenceOf(ctx.db, application.id) : undefined
  return (licence ? holderOf(licence, application) : application.applicantId) === applicantId
}

async function actingWords(ctx: Context, { acting, officerId }: Decision): Promise<string | undefined> {
  const officer = acting && (await findOfficer(ctx.db, officerId))
  return officer ? `${officer.name} ${officer.position} ${actingLine(acting, longDate)}` : undefined
}
