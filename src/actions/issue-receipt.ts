import { findApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import { NotFound } from '../errors.ts'
import { newVerificationCode } from '../licence/code.ts'
import { findDocumentOf, insertDocument } from '../licence/store.ts'
import { addJob } from '../outbox/store.ts'
import { findInvoiceOf, findSettlement } from '../payment/store.ts'
import { definitionOf } from './definition-of.ts'
import { receiptData } from './print-data.ts'
import { produceDocument } from './produce-document.ts'

/** Job: the signed receipt of a case that was paid; its number was taken with the payment. Made once. */
export async function issueReceipt(ctx: Context, payload: Record<string, string>): Promise<void> {
  const application = await findApplication(ctx.db, payload.applicationId ?? '')
  const invoice = application && (await findInvoiceOf(ctx.db, application.id))
  const settlement = invoice && (await findSettlement(ctx.db, invoice.id))
  if (!application || !invoice || !settlement) throw new NotFound('payment')
  if (await findDocumentOf(ctx.db, application.id, 'receipt')) return
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
    const stored = await insertDocument(tx, { ...document, applicationId: application.id, issuedAt: now })
    if (stored)
      await addJob(tx, {
        name: 'send-message',
        payload: { applicationId: application.id, message: 'receipt' },
        runAt: now,
        key: `receipt:${application.id}`,
      })
  })
  ctx.wakeRelay()
}
