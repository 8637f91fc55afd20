import { isAllowed, next } from '../application/lifecycle.ts'
import { calendarYear, formatNumber } from '../application/numbers.ts'
import {
  appendHistory,
  findApplication,
  lockApplication,
  takeNumber,
  updateApplication,
} from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import { NotFound } from '../errors.ts'
import { newVerificationCode } from '../licence/code.ts'
import { findLicenceOf, insertDocument, insertLicence, registerLicence } from '../licence/store.ts'
import type { Licence } from '../licence/table.ts'
import { addJob } from '../outbox/store.ts'
import { addDays, addMonths, bangkokDay } from '../service/dates.ts'
import type { Definition } from '../service/definition.ts'
import { namedValue } from '../service/display.ts'
import { definitionOf } from './definition-of.ts'
import { licenceData } from './print-data.ts'
import { produceDocument } from './produce-document.ts'

/**
 * Job: reserves the number once, makes and signs the PDF outside any transaction, then registers, moves the case and
 * writes the delivery jobs in one. If making or signing fails the job is tried again under the same number.
 */
export async function issueLicence(ctx: Context, payload: Record<string, string>): Promise<void> {
  const application = await findApplication(ctx.db, payload.applicationId ?? '')
  if (!application) throw new NotFound('application')
  if (!isAllowed(application.status, 'issue')) return
  const definition = await definitionOf(ctx, ctx.db, application)
  const licence = await reserveLicence(ctx, application.id, definition)
  const document = await produceDocument(ctx, {
    kind: 'licence',
    code: licence.code,
    signedBy: definition.licence.signer.name,
    data: await licenceData(ctx, application, definition, licence),
  })
  await ctx.db.transaction(async (tx) => {
    const now = ctx.clock.now()
    const held = await lockApplication(tx, application.id)
    if (!isAllowed(held.status, 'issue')) return
    await insertDocument(tx, { ...document, applicationId: held.id, issuedAt: now })
    await registerLicence(tx, licence.id, now)
    await updateApplication(tx, held.id, { status: next(held.status, 'issue'), updatedAt: now })
    await appendHistory(tx, held.id, {
      at: now,
      actor: 'system',
      event: 'issued',
      data: { number: licence.number, sha256: document.sha256 },
    })
    await addJob(tx, {
      name: 'send-message',
      payload: { applicationId: held.id, message: 'licence' },
      runAt: now,
      key: `licence:${held.id}`,
    })
    await addJob(tx, {
      name: 'mail-documents',
      payload: { applicationId: held.id },
      runAt: now,
      key: `mail-documents:${held.id}`,
    })
  })
  ctx.wakeRelay()
}

async function reserveLicence(ctx: Context, applicationId: string, definition: Definition): Promise<Licence> {
  return ctx.db.transaction(async (tx) => {
    const application = await lockApplication(tx, applicationId)
    const reserved = await findLicenceOf(tx, applicationId)
    if (reserved) return reserved
    const issuedOn = bangkokDay(ctx.clock.now())
    const year = calendarYear(issuedOn)
    const running = await takeNumber(tx, `licence:${definition.id}:${year}`)
    return insertLicence(tx, {
      applicationId,
      number: formatNumber(definition.numbers.licence, running, year),
      book: definition.numbers.licence.book,
      code: newVerificationCode(),
      holder: application.holder,
      published: published(definition, application),
      issuedOn,
      expiresOn: addDays(addMonths(issuedOn, definition.licence.validMonths), -1),
    })
  })
}

/** What the public register shows: at least what the licence prints (EPA s.13(2)). */
function published(definition: Definition, application: Application): Licence['published'] {
  return definition.licence.register.map(({ label, value }) => ({
    label,
    value: namedValue(definition, application.answers, value),
  }))
}
