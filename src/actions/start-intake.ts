import { insertApplicant } from '../applicant/store.ts'
import { insertIntake } from '../application/intake.ts'
import { findApplication, insertDraft, keepDefinition } from '../application/store.ts'
import type { Channel } from '../application/table.ts'
import type { Context } from '../context.ts'
import { Invalid } from '../errors.ts'
import type { ActingOfficer } from '../review/officer.ts'
import { addDays, bangkokDay } from '../service/dates.ts'

/** Older paper has its own history by now: it is not keyed in as if it were new. */
const OLDEST_DAYS = 60

type Start = { applicationId: string; channel: Channel; receivedOn: string }

/**
 * An officer begins to key in an application that came at the counter or by telephone. Its applicant is a person of
 * their own, without LINE. `applicationId` was drawn when the page was shown, so that a second press gives the same
 * draft. Throws Invalid for a day of receipt that lies in the future or too far back.
 */
export async function startIntake(ctx: Context, officer: ActingOfficer, start: Start): Promise<void> {
  const { definition, hash } = ctx.service
  const now = ctx.clock.now()
  const today = bangkokDay(now)
  const { applicationId, channel, receivedOn } = start
  if (receivedOn > today || receivedOn < addDays(today, -OLDEST_DAYS))
    throw new Invalid('invalid', [
      { field: 'received_on', code: 'bad_received_on', params: { days: OLDEST_DAYS } },
    ])
  await ctx.db.transaction(async (tx) => {
    if (await findApplication(tx, applicationId)) return
    await keepDefinition(tx, hash, definition, now)
    await insertApplicant(tx, { id: applicationId, following: false, createdAt: now })
    await insertDraft(tx, {
      id: applicationId,
      applicantId: applicationId,
      serviceId: definition.id,
      definitionHash: hash,
      createdAt: now,
      updatedAt: now,
    })
    await insertIntake(tx, { applicationId, channel, officerId: officer.id, receivedOn, createdAt: now })
  })
}
