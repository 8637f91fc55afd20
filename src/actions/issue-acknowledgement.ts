import { findApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { NotFound } from '../errors.ts'
import { newVerificationCode } from '../licence/code.ts'
import { findDocumentOf, insertDocument } from '../licence/store.ts'
import { addJob } from '../outbox/store.ts'
import { definitionOf } from './definition-of.ts'
import { acknowledgementData } from './print-data.ts'
import { produceDocument } from './produce-document.ts'

/** Has the acknowledgement made, where the service has a layout for one: when the case is complete and the clock runs. */
export async function acknowledge(ctx: Context, tx: Transaction, applicationId: string): Promise<void> {
  if (ctx.service.documents.acknowledgement === undefined) return
  await addJob(tx, {
    name: 'issue-acknowledgement',
    payload: { applicationId },
    runAt: ctx.clock.now(),
    key: `issue-acknowledgement:${applicationId}`,
  })
}

/**
 * Job: the document that proves a notification or an application was received, under the agency's seal. A notifier may
 * carry on the business on it until the certificate is issued (Public Health Act B.E. 2535 s.48). Made once.
 */
export async function issueAcknowledgement(ctx: Context, payload: Record<string, string>): Promise<void> {
  const application = await findApplication(ctx.db, payload.applicationId ?? '')
  if (!application) throw new NotFound('application')
  if (await findDocumentOf(ctx.db, application.id, 'acknowledgement')) return
  const definition = await definitionOf(ctx, ctx.db, application)
  const document = await produceDocument(ctx, {
    kind: 'acknowledgement',
    code: newVerificationCode(),
    signedBy: definition.agency.name.th,
    data: acknowledgementData(ctx, application, definition),
  })
  await ctx.db.transaction(async (tx) => {
    const now = ctx.clock.now()
    const stored = await insertDocument(tx, { ...document, applicationId: application.id, issuedAt: now })
    if (stored)
      await addJob(tx, {
        name: 'send-message',
        payload: { applicationId: application.id, message: 'acknowledgementDocument' },
        runAt: now,
        key: `acknowledgement-document:${application.id}`,
      })
  })
  ctx.wakeRelay()
}
