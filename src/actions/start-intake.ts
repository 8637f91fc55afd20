import { insertApplicant, recordConsent } from '../applicant/store.ts'
import { insertIntake } from '../application/intake.ts'
import { findApplication, insertDraft, keepDefinition } from '../application/store.ts'
import type { Channel } from '../application/table.ts'
import type { Context } from '../context.ts'
import { Invalid, type Problem } from '../errors.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { addDays, bangkokDay } from '../service/dates.ts'
import { definitionHash } from '../service/load.ts'

/** Older paper has its own history by now: it is not keyed in as if it were new. */
const OLDEST_DAYS = 60

/** `noticeGiven`: the privacy notice was handed over, or read out on the telephone. */
type Start = { applicationId: string; channel: Channel; receivedOn: string; noticeGiven: boolean }

/**
 * An officer begins to key in an application that came at the counter or by telephone. Its applicant is a person of
 * their own, without LINE. `applicationId` was drawn when the page was shown, so that a second press gives the same
 * draft. Keeps which privacy notice the person was given. Throws Invalid without it (`notice`), and for a day of
 * receipt that lies in the future or too far back (`received_on`).
 */
export async function startIntake(ctx: Context, officer: ActingOfficer, start: Start): Promise<void> {
  const { definition, hash } = ctx.service
  const now = ctx.clock.now()
  const today = bangkokDay(now)
  const { applicationId, channel, receivedOn } = start
  refuse(start, today)
  await ctx.db.transaction(async (tx) => {
    if (await findApplication(tx, applicationId)) return
    await keepDefinition(tx, hash, definition, now)
    await insertApplicant(tx, { id: applicationId, following: false, createdAt: now })
    const { version, text } = definition.privacyNotice
    await recordConsent(tx, {
      applicantId: applicationId,
      purpose: 'licence',
      version,
      textHash: definitionHash(text),
      at: now,
    })
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

function refuse({ receivedOn, noticeGiven }: Start, today: string): void {
  const problems: Problem[] = []
  if (receivedOn > today || receivedOn < addDays(today, -OLDEST_DAYS))
    problems.push({ field: 'received_on', code: 'bad_received_on', params: { days: OLDEST_DAYS } })
  if (!noticeGiven) problems.push({ field: 'notice', code: 'notice_needed' })
  if (problems.length > 0) throw new Invalid('invalid', problems)
}
