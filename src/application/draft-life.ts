/**
 * How long an unsent draft lives, and when its owner hears of it. Counted in Bangkok days since it was last changed:
 * personal data that serve nothing any more are not kept (PDPA B.E. 2562 s.37(3)). Nobody is told at night. Pure.
 */
import { addDays, bangkok, bangkokDay, daysBetween, fromBangkok } from '../service/dates.ts'

const FIRST_REMINDER = 3
/** So long a missed day is made up for; later the reminder would come out of the blue. */
const GRACE = 2
/** Days before the last one. */
const LAST_REMINDER = 3

const MORNING = '08:00'
const EVENING = '20:00'

export type Occasion = 'unsent' | 'deletion'

/** What its owner is to be told by now. `draftDays`: how long a draft lives. */
export function draftReminder(updatedAt: Date, now: Date, draftDays: number): Occasion | undefined {
  const days = daysBetween(bangkokDay(updatedAt), bangkokDay(now))
  if (days >= draftDays - LAST_REMINDER) return 'deletion'
  return days >= FIRST_REMINDER && days <= FIRST_REMINDER + GRACE ? 'unsent' : undefined
}

/** The last day on which the draft is still there. */
export const lastDayOfDraft = (updatedAt: Date, draftDays: number): string =>
  addDays(bangkokDay(updatedAt), draftDays)

/** Now in the daytime, else eight in the morning that comes. */
export function inDaytime(now: Date): Date {
  const time = bangkok(now).slice(11, 16)
  if (time >= MORNING && time < EVENING) return now
  return fromBangkok(addDays(bangkokDay(now), time < MORNING ? 0 : 1), MORNING)
}
