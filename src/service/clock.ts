/**
 * The legal clock. An application that comes outside the announced hours is deemed received at the next working
 * time (Electronic Government Procedure Act B.E. 2565 s.10). Days count from the day after receipt (Administrative
 * Procedure Act B.E. 2539 s.64). Pure: the agency's hours and holidays come in as data.
 */
import { addDays, bangkok, bangkokDay, daysBetween, fromBangkok, weekday } from './dates.ts'
import type { Definition } from './definition.ts'

type Agency = Pick<Definition['agency'], 'hours' | 'holidays'>
type Clock = Pick<Definition['clock'], 'days' | 'unit'>
type Unit = Clock['unit']

function isWorkingDay(day: string, agency: Agency): boolean {
  return agency.hours.days.includes(weekday(day)) && !agency.holidays.some((holiday) => holiday.on === day)
}

/** Whether the counter is open at this instant. */
export function isOpen(instant: Date, agency: Agency): boolean {
  const time = bangkok(instant).slice(11, 16)
  return isWorkingDay(bangkokDay(instant), agency) && time >= agency.hours.from && time < agency.hours.to
}

/** When what came in at `entered` is deemed received: that very moment in office hours, else the next opening. */
export function deemedReceived(entered: Date, agency: Agency): Date {
  if (isOpen(entered, agency)) return entered
  const today = bangkokDay(entered)
  const beforeOpening = bangkok(entered).slice(11, 16) < agency.hours.from
  return fromBangkok(nextWorkingDay(beforeOpening ? today : addDays(today, 1), agency), agency.hours.from)
}

/** The first working day on or after `day`. */
export function nextWorkingDay(day: string, agency: Agency): string {
  let next = day
  for (let tries = 0; tries < 366 && !isWorkingDay(next, agency); tries++) next = addDays(next, 1)
  return next
}

/** The last day for the decision. The day of receipt itself is not counted. */
export function dueDay(received: Date, clock: Clock, agency: Agency): string {
  return dayAfter(bangkokDay(received), clock, agency)
}

/** The last of so many days from `from`, which is not counted itself; a working day's end where those are counted. */
export function dayAfter(from: string, { days, unit }: Clock, agency: Agency): string {
  if (unit === 'calendar') return addDays(from, days)
  let day = from
  for (let counted = 0; counted < days; counted++) day = nextWorkingDay(addDays(day, 1), agency)
  return day
}

type Pause = { from: string; until: string }

/** The due day after the clock stood still: the days of the pause come on top, in the clock's own unit. */
export function resumedDueDay(dueOn: string, pause: Pause, { unit }: { unit: Unit }, agency: Agency): string {
  const still = Math.max(0, daysBetween(pause.from, pause.until))
  if (unit === 'calendar') return addDays(dueOn, still)
  const missed = Array.from({ length: still }, (_, index) => addDays(pause.from, index + 1))
  const days = missed.filter((day) => isWorkingDay(day, agency)).length
  return dayAfter(dueOn, { days, unit }, agency)
}

export type Extension = { number: number; times: number; days: number; dueOn: string }

/**
 * The extension that may still be given: so many times, so many days each, and only while the time that stands has
 * not run out (PHA s.56: the applicant is told before it does). `made`: how many there were.
 */
export function nextExtension(
  { unit, extensions }: Pick<Definition['clock'], 'unit' | 'extensions'>,
  { dueOn, today, made }: { dueOn: string; today: string; made: number },
  agency: Agency,
): Extension | undefined {
  if (!extensions || made >= extensions.times || today > dueOn) return undefined
  const { days, times } = extensions
  return { number: made + 1, times, days, dueOn: dayAfter(dueOn, { days, unit }, agency) }
}

const DELAY_EVERY_DAYS = 7

/**
 * Which notice of delay is due: the first on the day after the time ran out, then one every 7 days until it is
 * decided (Licensing Facilitation Act B.E. 2558 s.10). 0: none.
 */
export function delayNoticeDue(dueOn: string, today: string): number {
  const late = daysBetween(dueOn, today)
  return late <= 0 ? 0 : Math.floor((late - 1) / DELAY_EVERY_DAYS) + 1
}

/** Fiscal year of a Bangkok day in the Buddhist era: 1 October begins the next one. */
export function thaiFiscalYear(day: string): number {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return year + 543 + (month >= 10 ? 1 : 0)
}
