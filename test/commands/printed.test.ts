import { expect, test } from 'vitest'
import { acknowledgementData, licenceData, receiptData } from '../../src/actions/print-data.ts'
import { receiveNotice } from '../../src/actions/receive-notice.ts'
import { viewCase } from '../../src/actions/view-case.ts'
import { findApplication } from '../../src/application/store.ts'
import { printedSample, valueNames } from '../../src/commands/check/printed.ts'
import { findLicenceOf } from '../../src/licence/store.ts'
import { findInvoiceOf, findSettlement } from '../../src/payment/store.ts'
import { bangkokDay } from '../../src/service/dates.ts'
import { openTestContext, runJobs } from '../support/context.ts'
import { approved } from '../support/people.ts'

const names = (data: unknown): string[] =>
  valueNames(data)
    .filter((name) => !name.startsWith('verify.'))
    .sort()

test('layouts are tried with the very values that documents print', async () => {
  const ctx = await openTestContext()
  const owner = await approved(ctx)
  const { invoice } = await viewCase(ctx, owner)
  if (!invoice) throw new Error('no invoice')
  await ctx.simulator.pay(invoice.qr)
  const [paid] = await ctx.bank.inquire(invoice.ref1, invoice.ref2, bangkokDay(ctx.clock.now()))
  if (!paid) throw new Error('not paid')
  await receiveNotice(ctx, paid)
  await runJobs(ctx)

  const { definition } = ctx.service
  const application = await findApplication(ctx.db, owner.applicationId)
  const licence = await findLicenceOf(ctx.db, owner.applicationId)
  const stored = await findInvoiceOf(ctx.db, owner.applicationId)
  const settlement = stored && (await findSettlement(ctx.db, stored.id))
  if (!application || !licence || !settlement) throw new Error('not issued')
  const printed = {
    licence: (await licenceData(ctx, application, definition, licence)).print,
    receipt: receiptData(application, definition, stored, settlement).print,
    acknowledgement: acknowledgementData(ctx, application, definition).print,
  }
  for (const [kind, data] of Object.entries(printed))
    expect(names(printedSample(kind, definition))).toEqual(names(data))
})
