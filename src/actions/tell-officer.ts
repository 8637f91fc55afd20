import { findApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { renderMessage } from '../messages/flex.ts'
import { links } from '../messages/links.ts'
import { findOfficer, listOfficersOfRole } from '../officer/store.ts'
import { addJob } from '../outbox/store.ts'
import { bangkokDay, daysBetween, shortDate } from '../service/dates.ts'
import type { Definition, Role } from '../service/definition.ts'
import { definitionOf } from './definition-of.ts'

/** `key`: of a call that may be made twice and must arrive once. */
type Call = { applicationId: string; reason: string; key?: string } & (
  | { role: Role | undefined }
  | { officerId: string | null }
)

/** Writes one alert job for each officer whom a case waits for: everybody of the role, or the one who holds it. */
export async function tellOfficers(ctx: Context, tx: Transaction, call: Call): Promise<void> {
  const ids =
    'role' in call
      ? call.role
        ? (await listOfficersOfRole(tx, call.role, bangkokDay(ctx.clock.now()))).map((officer) => officer.id)
        : []
      : [call.officerId]
  for (const officerId of ids.filter((id) => id !== null)) {
    await addJob(tx, {
      name: 'tell-officer',
      payload: { applicationId: call.applicationId, officerId, reason: call.reason },
      runAt: ctx.clock.now(),
      key: call.key && `${call.key}:${officerId}`,
    })
  }
}

/** The review begins: everybody whose step is the first. */
export async function tellFirstStep(
  ctx: Context,
  tx: Transaction,
  applicationId: string,
  { review }: Pick<Definition, 'review'>,
): Promise<void> {
  await tellOfficers(ctx, tx, { applicationId, role: review.steps[0]?.role, reason: 'submitted' })
}

/** Job: the card of one case to one officer, if the case still waits for somebody. */
export async function tellOfficer(
  ctx: Context,
  payload: Record<string, string>,
  jobId: string,
): Promise<void> {
  const application = await findApplication(ctx.db, payload.applicationId ?? '')
  const officer = await findOfficer(ctx.db, payload.officerId ?? '')
  const waits = application?.status === 'submitted' || application?.status === 'in_review'
  if (!application || !waits || !officer?.active || !officer.lineUserId) return
  const definition = await definitionOf(ctx, ctx.db, application)
  const dueOn = application.dueOn ?? ''
  const daysLeft = daysBetween(bangkokDay(ctx.clock.now()), dueOn)
  const message = renderMessage(
    ctx.flex,
    'officer-review',
    {
      agency: definition.agency.name.th,
      reference: application.reference ?? '',
      serviceTitle: definition.short.th,
      applicant: application.holder,
      summary: application.summary,
      stage:
        payload.reason === 'corrected'
          ? 'แก้ไขแล้ว รอตรวจ'
          : (definition.review.steps[application.step]?.title.th ?? ''),
      dueOn: shortDate(dueOn),
      daysLeft: daysLeft < 0 ? `เกินกำหนด ${-daysLeft} วัน` : `เหลือ ${daysLeft} วัน`,
      caseUrl: links(ctx.config).officerCase(application.id),
    },
    'th',
  )
  await ctx.messenger.push(officer.lineUserId, [message], jobId)
}
