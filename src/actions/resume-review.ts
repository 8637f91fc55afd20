import { next, type Transition } from '../application/lifecycle.ts'
import { updateApplication } from '../application/store.ts'
import type { Application } from '../application/table.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { resumedDueDay } from '../service/clock.ts'
import type { Definition } from '../service/definition.ts'
import { tellOfficers } from './tell-officer.ts'

type Going = { transition: Transition; on: string }

/** The review goes on where it was interrupted, on this Bangkok day: the clock runs again, its officer is told. */
export async function resumeReview(
  ctx: Context,
  tx: Transaction,
  { application, definition }: { application: Application; definition: Definition },
  { transition, on }: Going,
): Promise<void> {
  await updateApplication(tx, application.id, {
    status: next(application.status, transition),
    updatedAt: ctx.clock.now(),
    ...clockGoesOn(definition, application, on),
  })
  await tellOfficers(ctx, tx, {
    applicationId: application.id,
    officerId: application.officerId,
    reason: 'corrected',
  })
}

function clockGoesOn({ clock, agency }: Definition, { dueOn, pausedOn }: Application, until: string) {
  if (!dueOn || !pausedOn) return { pausedOn: null }
  return { pausedOn: null, dueOn: resumedDueDay(dueOn, { from: pausedOn, until }, clock, agency) }
}
