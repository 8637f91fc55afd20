import { holdDays, listHeldCases, lockCalendar } from '../application/calendar-store.ts'
import type { Application } from '../application/table.ts'
import type { Db, Transaction } from '../db/client.ts'
import { Invalid } from '../errors.ts'
import { findLicenceOf } from '../licence/store.ts'
import type { Licence } from '../licence/table.ts'
import { type Booking, bookingsOf, overlaps, takenProblems } from '../service/calendar.ts'
import type { Definition } from '../service/definition.ts'
import type { Answers } from '../service/form.ts'
import { transactionType } from '../service/transaction.ts'

type Asking = Pick<Application, 'id' | 'serviceId' | 'licenceId'>

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
  if (!definition.form.calendar || !takesTimes(answers)) return
  await lockCalendar(tx, asking.serviceId)
  const held = await heldByOthers(tx, definition, asking, answers)
  const problems = takenProblems(definition.form, answers, held)
  if (problems.length > 0)
    throw new Invalid(
      'invalid',
      problems.map(({ path, ...problem }) => ({ field: path, ...problem })),
    )
  const days = bookingsOf(definition.form, answers).map(({ day }) => day)
  await holdDays(tx, asking.id, [...new Set(days)])
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
  if (own.length === 0 || !takesTimes(answers)) return []
  const days = new Set(own.map(({ day }) => day))
  const cases = await listHeldCases(db, { ...asking, days: [...days] })
  const times = cases
    .filter((each) => takesTimes(each.answers))
    .flatMap(({ id, reference, holder, answers: theirs }) =>
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
  return withoutEnded(db, times, asking)
}

/** Who gives a permission up asks for no time. */
const takesTimes = (answers: Answers): boolean => transactionType(answers) !== 'cancel'

const HOLD_NOTHING: readonly string[] = ['revoked', 'cancelled', 'replaced'] satisfies Licence['status'][]

/** A permission that has ended holds nothing, nor does the one that is to be changed stand in its own way. */
async function withoutEnded(db: Db, times: HeldTime[], { licenceId }: Asking): Promise<HeldTime[]> {
  const kept: HeldTime[] = []
  for (const time of times) {
    const licence = await findLicenceOf(db, time.applicationId)
    const ended = licence && (HOLD_NOTHING.includes(licence.status) || licence.id === licenceId)
    if (!ended) kept.push(time)
  }
  return kept
}
