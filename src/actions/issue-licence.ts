import { isAllowed, next } from '../application/lifecycle.ts'
import { formatNumber, seriesYear } from '../application/numbers.ts'
import {
  appendHistory,
  findApplication,
  lockApplication,
  takeNumber,
  updateApplication,
} from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { NotFound } from '../errors.ts'
import { newVerificationCode } from '../licence/code.ts'
import {
  endLicence,
  findLicenceOf,
  insertDocument,
  insertLicence,
  lockLicence,
  registerLicence,
} from '../licence/store.ts'
import type { Licence } from '../licence/table.ts'
import { addJob } from '../outbox/store.ts'
import { lastDay } from '../service/calendar.ts'
import { bangkokDay } from '../service/dates.ts'
import type { Definition } from '../service/definition.ts'
import { namedValue } from '../service/display.ts'
import { licenceTerm, transactionType } from '../service/transaction.ts'
import { cancelLicence } from './cancel-licence.ts'
import { definitionOf } from './definition-of.ts'
import { licenceData } from './print-data.ts'
import { produceDocument } from './produce-document.ts'
import { planReminders } from './remind-expiry.ts'

/**
 * Job: reserves the number once, makes and signs the PDF outside any transaction, then registers, moves the case and
 * writes the delivery jobs in one. If making or signing fails the job is tried again under the same number.
 */
export async function issueLicence(ctx: Context, payload: Record<string, string>): Promise<void> {
  const application = await findApplication(ctx.db, payload.applicationId ?? '')
  if (!application) throw new NotFound('application')
  if (!isAllowed(application.status, 'issue')) return
  const definition = await definitionOf(ctx, ctx.db, application)
  if (transactionType(application.answers) === 'cancel') return cancelLicence(ctx, application.id)
  const licence = await reserveLicence(ctx, application.id, definition)
  const data = await licenceData(ctx, application, definition, licence)
  const { code } = licence
  const document = await produceDocument(ctx, { kind: 'licence', code, signedBy: data.signedBy, data })
  await ctx.db.transaction(async (tx) => {
    const now = ctx.clock.now()
    const held = await lockApplication(tx, application.id)
    if (!isAllowed(held.status, 'issue')) return
    await insertDocument(tx, { ...document, applicationId: held.id, issuedAt: now })
    if (licence.follows) await endLicence(tx, licence.follows, 'replaced')
    await registerLicence(tx, licence.id, now)
    await planReminders(tx, licence, definition.licence, now)
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
    if (transactionType(held.answers) === 'transfer')
      await addJob(tx, {
        name: 'mail-offer',
        payload: { applicationId: held.id },
        runAt: now,
        key: `mail-offer:${held.id}`,
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
    const earlier = application.licenceId ? await lockLicence(tx, application.licenceId) : undefined
    const { validUntil } = definition.licence
    const term = licenceTerm(transactionType(application.answers), definition, {
      issuedOn,
      earlier,
      lastDay: validUntil && lastDay(application.answers, validUntil),
    })
    return insertLicence(tx, {
      applicationId,
      number: term.keepsNumber && earlier ? earlier.number : await newNumber(tx, definition, issuedOn),
      book: definition.numbers.licence.book,
      code: newVerificationCode(),
      holder: application.holder,
      published: published(definition, application),
      issuedOn,
      expiresOn: term.expiresOn,
      follows: earlier?.id,
    })
  })
}

async function newNumber(tx: Transaction, definition: Definition, issuedOn: string): Promise<string> {
  const year = seriesYear(definition.numbers.licence, issuedOn)
  const running = await takeNumber(tx, `licence:${definition.id}:${year}`)
  return formatNumber(definition.numbers.licence, running, year)
}

/** What the public register shows: at least what the licence prints (EPA s.13(2)). */
function published(definition: Definition, application: Application): Licence['published'] {
  return definition.licence.register.map(({ label, value }) => ({
    label,
    value: namedValue(definition, application.answers, value),
  }))
}
