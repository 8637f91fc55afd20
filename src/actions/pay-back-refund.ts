import { appendHistory, lockApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import { Conflict, Forbidden, Invalid, type Problem } from '../errors.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { mayPayBack } from '../officer/roles.ts'
import { listOfficers } from '../officer/store.ts'
import { addJob } from '../outbox/store.ts'
import { refundState } from '../payment/refund.ts'
import { listRefunds, markPaidBack } from '../payment/store.ts'
import { bangkokDay } from '../service/dates.ts'

/** `on`: an ISO day; `reference`: of the transfer or the voucher. The applicant reads both. */
type Asked = { applicationId: string; on: string; reference: string }

const LONGEST = 60

/**
 * An officer says that what was paid too much has been paid back; the applicant is told at once. Said twice with the
 * same words it is the same. Throws Forbidden (`not_allowed`), Conflict (`nothing_to_refund`), NotFound, and Invalid:
 * no reference, or a day that lies in the future or before the refund was due.
 */
export async function payBackRefund(ctx: Context, officer: ActingOfficer, asked: Asked): Promise<void> {
  const now = ctx.clock.now()
  const reference = asked.reference.trim()
  await ctx.db.transaction(async (tx) => {
    if (!mayPayBack(officer, await listOfficers(tx))) throw new Forbidden('not_allowed')
    const { id } = await lockApplication(tx, asked.applicationId)
    const refund = refundState(await listRefunds(tx, id))
    if (!refund || refund.satang === 0) {
      if (refund?.paidBack?.reference === reference && refund.paidBack.on === asked.on) return
      throw new Conflict('nothing_to_refund')
    }
    refuse({ ...asked, reference }, { from: bangkokDay(refund.recordedAt), until: bangkokDay(now) })
    await markPaidBack(tx, id, {
      paidBackOn: asked.on,
      paidBackReference: reference,
      paidBackBy: officer.id,
    })
    await appendHistory(tx, id, {
      at: now,
      actor: `officer:${officer.id}`,
      event: 'refund_paid',
      data: { satang: refund.satang, on: asked.on, reference },
    })
    await addJob(tx, {
      name: 'send-message',
      payload: { applicationId: id, message: 'paidBack' },
      runAt: now,
      key: `paid-back:${id}:${now.getTime()}`,
    })
  })
  ctx.wakeRelay()
}

function refuse({ on, reference }: Asked, day: { from: string; until: string }): void {
  const problems: Problem[] = []
  if (reference === '' || reference.length > LONGEST)
    problems.push({ field: 'reference', code: 'reference_needed' })
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on) || on < day.from || on > day.until)
    problems.push({ field: 'on', code: 'bad_day' })
  if (problems.length > 0) throw new Invalid('invalid', problems)
}
