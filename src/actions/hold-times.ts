import { listHeldCases, lockCalendar } from '../application/calendar-store.ts'
import type { Application } from '../application/table.ts'
import type { Db, Transaction } from '../db/client.ts'
import { Invalid } from '../errors.ts'
import { findLicenceOf } from '../licence/store.ts'
import { type Booking, bookingsOf, overlaps, takenProblems } from '../service/calendar.ts'
import type { Definition } from '../service/definition.ts'
import type { Answers } from '../service/form.ts'

type Asking = Pick<Application, 'id' | 'serviceId'>

/**
 * Takes the times asked for, in the transaction that files them; does nothing where the service has no calendar. A
 * filed application holds its times until it is refused, withdrawn or lapses: who came first is decided first, and
 * nobody prepares for a place that will go to another (docs/decisions/0008-bookings.md). Throws Invalid.
 */
export async function holdTimes(
  tx: Transaction,
  definition: Definition,
  asking: Asking,
  answers: Answers,
): Promise<void> {
  if (!definition.form.calendar) return
  await lockCalendar(tx, asking.serviceId)
  const held = await heldByOthers(tx, definition, asking, answers)
  const problems = takenProblems(definition.form, answers, held)
  if (problems.length > 0)
    throw new Invalid(
      'invalid',
      problems.map(({ path, ...problem }) => ({ field: path, ...problem })),
    )
}

/** What others hold on the days asked for. `overlaps`: at one of the times asked for, in the same place. */
export type HeldTime = Booking & {
  applicationId: string
  reference: string
  holder: string
  overlaps: boolean
}

export async function heldByOthers(
  db: Db,
  definition: Definition,
  asking: Asking,
  answers: Answers,
): Promise<HeldTime[]> {
  const own = bookingsOf(definition.form, answers)
  const { calendar } = definition.form
  if (!calendar || own.length === 0) return []
  const days = new Set(own.map(({ day }) => day))
  const cases = await listHeldCases(db, { ...asking, ...calendar, days: [...days] })
  const times = cases.flatMap(({ id, reference, holder, answers: theirs }) =>
    bookingsOf(definition.form, theirs)
      .filter(({ day, place }) => days.has(day) && own.some((each) => each.place === place))
      .map((booking) => ({
        ...booking,
        applicationId: id,
        reference: reference ?? '',
        holder,
        overlaps: own.some((each) => overlaps(each, booking)),
      })),
  )
  return withoutEnded(db, times)
}

/** A permission that was revoked or cancelled holds nothing. */
async function withoutEnded(db: Db, times: HeldTime[]): Promise<HeldTime[]> {
  const kept: HeldTime[] = []
  for (const time of times) {
    const licence = await findLicenceOf(db, time.applicationId)
    const ended = licence?.status === 'revoked' || licence?.status === 'cancelled'
    if (!ended) kept.push(time)
  }
  return kept
}
