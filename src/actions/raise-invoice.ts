import { randomInt } from 'node:crypto'
import { calendarYear } from '../application/numbers.ts'
import { appendHistory, takeNumber } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { addJob } from '../outbox/store.ts'
import { billPaymentPayload } from '../payment/promptpay.ts'
import { insertInvoice } from '../payment/store.ts'
import { dayAfter } from '../service/clock.ts'
import { bangkokDay } from '../service/dates.ts'
import type { Definition } from '../service/definition.ts'
import { type FeeLine, feeTotal } from '../service/fee.ts'

/** The demand, inside the transaction that approves (or files, where it is due then); its card follows in the chat. */
export async function raiseInvoice(
  ctx: Context,
  tx: Transaction,
  application: Pick<Application, 'id'>,
  definition: Definition,
  lines: FeeLine[],
): Promise<void> {
  const now = ctx.clock.now()
  const today = bangkokDay(now)
  const year = calendarYear(today)
  const running = await takeNumber(tx, `invoice:${year}`)
  const ref1 = `${year % 100}${String(running).padStart(6, '0')}`
  const ref2 = newRef2()
  const satang = feeTotal(lines)
  const qr = billPaymentPayload({ billerId: ctx.config.BILLER_ID, ref1, ref2, satang })
  await insertInvoice(tx, {
    applicationId: application.id,
    ref1,
    ref2,
    satang,
    lines,
    qr,
    payBy: lastDayToPay(definition, today),
    issuedAt: now,
  })
  await appendHistory(tx, application.id, {
    at: now,
    actor: 'system',
    event: 'invoiced',
    data: { ref1, satang },
  })
  await addJob(tx, {
    name: 'send-message',
    payload: { applicationId: application.id, message: 'invoice' },
    runAt: now,
    key: `invoice:${ref1}`,
  })
}

function lastDayToPay({ fees, agency }: Definition, today: string): string {
  return dayAfter(today, { days: fees.payWithinDays, unit: fees.payWithinUnit }, agency)
}

const REF2_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Four random characters beside the running number: a mistyped ref1 does not hit another case. */
function newRef2(): string {
  return Array.from({ length: 4 }, () => REF2_LETTERS[randomInt(REF2_LETTERS.length)]).join('')
}
