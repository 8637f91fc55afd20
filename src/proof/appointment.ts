/**
 * When a video call can be held: in the agency's announced hours, not on its holidays, not in the break, one person a
 * seat. Pure.
 */
import { isOpen } from '../service/clock.ts'
import { addDays, bangkok, bangkokDay, fromBangkok } from '../service/dates.ts'
import type { Definition } from '../service/definition.ts'

type Settings = Definition['identity']['videoCall']
type Taken = { startsAt: Date; minutes: number; seat: number }
export type Slot = { startsAt: Date; seat: number }
type Asked = { agency: Definition['agency']; settings: Settings; taken: readonly Taken[]; now: Date }

/** An officer needs to know of it before. */
const NOTICE_MINUTES = 60
const MINUTE = 60_000

/** Free times from now on, in order, each with the first free seat. */
export function freeSlots({ agency, settings, taken, now }: Asked): Slot[] {
  const earliest = new Date(now.getTime() + NOTICE_MINUTES * MINUTE)
  const days = Array.from({ length: settings.daysAhead + 1 }, (_, ahead) => addDays(bangkokDay(now), ahead))
  return days
    .flatMap((day) => timesOf(day, agency.hours, settings.minutes))
    .filter((startsAt) => startsAt >= earliest && isOpen(startsAt, agency) && !isInPause(startsAt, settings))
    .flatMap((startsAt) => {
      const seat = freeSeat(startsAt, settings, taken)
      return seat === undefined ? [] : [{ startsAt, seat }]
    })
}

/** From opening, one after the other; the last one ends by closing time. */
function timesOf(day: string, { from, to }: { from: string; to: string }, minutes: number): Date[] {
  const first = fromBangkok(day, from).getTime()
  const count = Math.floor((fromBangkok(day, to).getTime() - first) / (minutes * MINUTE))
  return Array.from({ length: count }, (_, index) => new Date(first + index * minutes * MINUTE))
}

function isInPause(startsAt: Date, { pause, minutes }: Settings): boolean {
  if (!pause) return false
  const from = bangkok(startsAt).slice(11, 16)
  const to = bangkok(new Date(startsAt.getTime() + minutes * MINUTE)).slice(11, 16)
  return from < pause.to && to > pause.from
}

function freeSeat(
  startsAt: Date,
  { officersAtOnce, minutes }: Settings,
  taken: readonly Taken[],
): number | undefined {
  const from = startsAt.getTime()
  const to = from + minutes * MINUTE
  const busy = taken
    .filter((each) => each.startsAt.getTime() < to && each.startsAt.getTime() + each.minutes * MINUTE > from)
    .map(({ seat }) => seat)
  const seats = Array.from({ length: officersAtOnce }, (_, seat) => seat)
  return seats.find((seat) => !busy.includes(seat))
}

/** By their Bangkok day. */
export function slotsByDay(slots: readonly Slot[]): { day: string; slots: Slot[] }[] {
  const days = [...new Set(slots.map(({ startsAt }) => bangkokDay(startsAt)))]
  return days.map((day) => ({ day, slots: slots.filter(({ startsAt }) => bangkokDay(startsAt) === day) }))
}

/** When the applicant is reminded: the day before, and an hour before; not of what is over. */
export const REMINDERS = { day: 24 * 60, hour: 60 } as const
export type Reminder = keyof typeof REMINDERS

export function remindersFor(startsAt: Date, now: Date): { reminder: Reminder; runAt: Date }[] {
  return (Object.keys(REMINDERS) as Reminder[])
    .map((reminder) => ({ reminder, runAt: new Date(startsAt.getTime() - REMINDERS[reminder] * MINUTE) }))
    .filter(({ runAt }) => runAt > now)
}
