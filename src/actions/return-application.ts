import { next } from '../application/lifecycle.ts'
import { appendHistory, lockApplication, updateApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import { Invalid, type Problem } from '../errors.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { addJob } from '../outbox/store.ts'
import { insertCorrection } from '../review/store.ts'
import type { CorrectionItem } from '../review/table.ts'
import { dayAfter } from '../service/clock.ts'
import { bangkokDay } from '../service/dates.ts'
import type { Definition } from '../service/definition.ts'
import { fieldsById } from '../service/display.ts'
import { lockForReview } from './review-case.ts'

/** `version` is the one the officer saw. `items` name fields of the case's definition; each has a reason. */
type Return = { applicationId: string; version: number; items: CorrectionItem[] }

/**
 * Sends the case back, once, with everything that must be mended (LFA s.8); the clock stops (PHA s.56).
 * Pressed twice it changes nothing. Throws Invalid (`items`), Forbidden,
 * Conflict (`changed_meanwhile`, `already_returned_once`), NotFound.
 */
export async function returnApplication(ctx: Context, officer: ActingOfficer, asked: Return): Promise<void> {
  const now = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    const held = await lockApplication(tx, asked.applicationId)
    if (held.status === 'returned' && held.officerId === officer.id && held.version === asked.version + 1)
      return
    const { application, definition } = await lockForReview(ctx, tx, officer, { ...asked, action: 'return' })
    const items = checkedItems(definition, asked.items)
    const today = bangkokDay(now)
    await insertCorrection(tx, {
      applicationId: application.id,
      officerId: officer.id,
      items,
      returnedAt: now,
      dueOn: lastDayToCorrect(definition, today),
    })
    await updateApplication(tx, application.id, {
      status: next(application.status, 'return'),
      pausedOn: today,
      updatedAt: now,
    })
    await appendHistory(tx, application.id, {
      at: now,
      actor: `officer:${officer.id}`,
      event: 'returned',
      data: { items },
    })
    await addJob(tx, {
      name: 'send-message',
      payload: { applicationId: application.id, message: 'correction' },
      runAt: now,
      key: `correction:${application.id}:${application.version}`,
    })
  })
  ctx.wakeRelay()
}

function lastDayToCorrect({ clock, agency }: Definition, today: string): string {
  return dayAfter(today, { days: clock.correctWithinDays, unit: clock.correctWithinUnit }, agency)
}

function checkedItems(definition: Definition, items: CorrectionItem[]): CorrectionItem[] {
  const fields = fieldsById(definition)
  const problems: Problem[] = items
    .filter((item) => !fields.has(item.field) || item.reason.trim() === '')
    .map((item) => ({
      field: `items.${item.field}`,
      code: fields.has(item.field) ? 'reason_needed' : 'unknown_field',
    }))
  if (items.length === 0) problems.push({ field: 'items', code: 'items_needed' })
  if (problems.length > 0) throw new Invalid('invalid', problems)
  return items.map((item) => ({ field: item.field, reason: item.reason.trim().slice(0, 500) }))
}
