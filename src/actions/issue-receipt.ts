import { findApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import { NotFound } from '../errors.ts'
import { newVerificationCode } from '../licence/code.ts'
import { insertDocument, listDocuments } from '../licence/store.ts'
import { addJob } from '../outbox/store.ts'
import { findInvoice, findInvoiceOf, findSettlement } from '../payment/store.ts'
import type { Invoice } from '../payment/table.ts'
import { definitionOf } from './definition-of.ts'
import { receiptData } from './print-data.ts'
import { produceDocument } from './produce-document.ts'

/** Job: the signed receipt of an invoice that was paid; its number was taken with the payment. Made once. */
export async function issueReceipt(ctx: Context, payload: Record<string, string>): Promise<void> {
  const application = await findApplication(ctx.db, payload.applicationId ?? '')
  const invoice = application && (await invoiceOf(ctx, application.id, payload.invoiceId))
  const settlement = invoice && (await findSettlement(ctx.db, invoice.id))
  if (!application || !invoice || !settlement) throw new NotFound('payment')
  if (await isIssued(ctx, application.id, invoice.id)) return
  const definition = await definitionOf(ctx, ctx.db, application)
  const data = receiptData(application, definition, invoice, settlement)
  const document = await produceDocument(ctx, {
    kind: 'receipt',
    code: newVerificationCode(),
    signedBy: definition.agency.name.th,
    data,
  })
  await ctx.db.transaction(async (tx) => {
    const now = ctx.clock.now()
    const stored = await insertDocument(tx, {
      ...document,
      applicationId: application.id,
      forInvoice: invoice.id,
      issuedAt: now,
    })
    if (stored)
      await addJob(tx, {
        name: 'send-message',
        payload: { applicationId: application.id, message: 'receipt' },
        runAt: now,
        key: `receipt:${invoice.id}`,
      })
  })
  ctx.wakeRelay()
}

/** A job written before receipts were named by their invoice has none: it means the case's only one. */
async function invoiceOf(
  ctx: Context,
  applicationId: string,
  invoiceId: string | undefined,
): Promise<Invoice | undefined> {
  if (!invoiceId) return findInvoiceOf(ctx.db, applicationId)
  const invoice = await findInvoice(ctx.db, invoiceId)
  return invoice?.applicationId === applicationId ? invoice : undefined
}

async function isIssued(ctx: Context, applicationId: string, invoiceId: string): Promise<boolean> {
  const issued = await listDocuments(ctx.db, applicationId)
  return issued.some(({ kind, forInvoice }) => kind === 'receipt' && ['', invoiceId].includes(forInvoice))
}
