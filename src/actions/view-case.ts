import type { Status } from '../application/lifecycle.ts'
import { findApplication, getOwnApplication, listHistory, listOwnApplications } from '../application/store.ts'
import type { Application, HistoryRow } from '../application/table.ts'
import { type TimelineStep, timeline } from '../application/timeline.ts'
import type { Context } from '../context.ts'
import { NotFound } from '../errors.ts'
import { findDocument, findLicenceOf, listDocuments } from '../licence/store.ts'
import type { IssuedDocument, Licence } from '../licence/table.ts'
import { findInvoice, findInvoiceOf, findSettlement } from '../payment/store.ts'
import type { Invoice } from '../payment/table.ts'
import { findOpenCorrection, listDecisions } from '../review/store.ts'
import type { Definition } from '../service/definition.ts'
import { type FeeLine, feeLines, feeTotal } from '../service/fee.ts'
import { type Answers, formPages, liveAnswers } from '../service/form.ts'
import { definitionOf } from './definition-of.ts'
import { filedOn } from './filed-on.ts'

export type { TimelineStep }
export type CaseDocument = Pick<IssuedDocument, 'id' | 'kind' | 'title' | 'issuedAt'>
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
  refusal?: { reason: string; at: Date }
  /** The latest prolonging of the time for the decision. */
  extension?: { number: number; reason: string; before: string; dueOn: string }
  /** Not paid by this day. */
  lapsed?: { payBy: string; atFiling: boolean }
  invoice?: InvoiceView
  receipt?: { number: string; book: string; paidAt: Date; satang: number }
  licence?: Pick<Licence, 'id' | 'status' | 'number' | 'code' | 'issuedOn' | 'expiresOn'>
  documents: CaseDocument[]
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
    refusal: refusal && { reason: refusal.reason, at: refusal.at },
    ...(await moneyAndLicence(ctx, application.id)),
  }
}

/** What the history tells of the time for the decision, and for paying. */
function deadlines(events: HistoryRow[]): Pick<CaseView, 'extension' | 'lapsed'> {
  const extended = events.findLast(({ event }) => event === 'extended')?.data
  const lapsed = events.findLast(({ event }) => event === 'lapsed')?.data
  return {
    extension: extended && {
      number: Number(extended.number),
      reason: String(extended.reason),
      before: String(extended.before),
      dueOn: String(extended.dueOn),
    },
    lapsed: lapsed && { payBy: String(lapsed.payBy), atFiling: lapsed.atFiling === true },
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
): Promise<Pick<CaseView, 'invoice' | 'receipt' | 'licence' | 'documents'>> {
  const invoice = await findInvoiceOf(ctx.db, applicationId)
  const settled = invoice && (await findSettlement(ctx.db, invoice.id))
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
    licence: licence?.registeredAt
      ? {
          id: licence.id,
          status: licence.status,
          number: licence.number,
          code: licence.code,
          issuedOn: licence.issuedOn,
          expiresOn: licence.expiresOn,
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

/** The signed PDF, for its applicant or for any officer. Throws NotFound. */
export async function readDocument(
  ctx: Context,
  asked: { documentId: string; by: { applicantId: string } | { officerId: string } },
): Promise<{ name: string; bytes: Buffer }> {
  const document = await findDocument(ctx.db, asked.documentId)
  const application = document && (await findApplication(ctx.db, document.applicationId))
  const may = 'officerId' in asked.by || application?.applicantId === asked.by.applicantId
  if (!document || !may) throw new NotFound('document')
  return { name: `${document.kind}.pdf`, bytes: await ctx.files.get(document.storageKey) }
}
