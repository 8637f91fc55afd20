import { appendHistory } from '../application/store.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { Conflict, Invalid } from '../errors.ts'
import { freeSlots, remindersFor } from '../proof/appointment.ts'
import {
  insertAppointment,
  listAppointmentsOf,
  listTaken,
  lockTime,
  updateAppointment,
} from '../proof/store.ts'
import type { Appointment, Proof } from '../proof/table.ts'
import { lockForProof, type OpenCase, writeRequest } from './request-proof.ts'
import { tellApplicant } from './tell-proof.ts'

type Booking = { applicationId: string; applicantId: string; startsAt: Date }

/**
 * Books a time for a video call, or moves the one that is booked. The same time again changes nothing. Throws Invalid
 * `startsAt` (`no_such_slot`), Conflict `slot_taken` when somebody was faster, NotFound.
 */
export async function bookAppointment(ctx: Context, { startsAt, ...owner }: Booking): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const found = await lockForProof(ctx, tx, { ...owner, method: 'video_call' })
    const waiting = found.waiting?.method === 'video_call' ? found.waiting : undefined
    const before = waiting && (await bookedOf(tx, waiting))
    if (before?.startsAt.getTime() === startsAt.getTime()) return
    const { waiting: other, ...asked } = found
    const proof = waiting ?? (await writeRequest(ctx, tx, { ...asked, evidence: {} }, other))
    if (before) await updateAppointment(tx, before.id, { status: 'cancelled', endedAt: ctx.clock.now() })
    await takeSeat(ctx, tx, { found, proof, startsAt })
    if (before)
      await appendHistory(tx, found.application.id, {
        at: ctx.clock.now(),
        actor: 'applicant',
        event: 'appointment_moved',
        data: { proofId: proof.id, startsAt: startsAt.toISOString() },
      })
  })
  ctx.wakeRelay()
}

async function bookedOf(tx: Transaction, { id }: Proof): Promise<Appointment | undefined> {
  return (await listAppointmentsOf(tx, id)).find(({ status }) => status === 'booked')
}

type Seat = { found: OpenCase; proof: Proof; startsAt: Date }

/** Two who want the last seat at once: one waits for the other and finds it taken. */
async function takeSeat(ctx: Context, tx: Transaction, { found, proof, startsAt }: Seat): Promise<void> {
  const { application, definition } = found
  const { agency, identity } = definition
  const now = ctx.clock.now()
  const isAsked = (slot: { startsAt: Date }) => slot.startsAt.getTime() === startsAt.getTime()
  const settings = identity.videoCall
  const everyTime = freeSlots({ agency, settings, taken: [], now })
  if (!everyTime.some(isAsked)) throw new Invalid('invalid', [{ field: 'startsAt', code: 'no_such_slot' }])
  await lockTime(tx, startsAt)
  const taken = await listTaken(tx, new Date(now.getTime() - 2 * 3600_000))
  const slot = freeSlots({ agency, settings, taken, now }).find(isAsked)
  const row = {
    proofId: proof.id,
    applicantId: application.applicantId,
    applicationId: application.id,
    startsAt,
    minutes: settings.minutes,
    status: 'booked' as const,
    createdAt: now,
  }
  if (!slot || !(await insertAppointment(tx, { ...row, seat: slot.seat }))) throw new Conflict('slot_taken')
  for (const { reminder, runAt } of remindersFor(startsAt, now))
    await tellApplicant(tx, { proofId: proof.id, news: reminder, runAt, startsAt })
}
