/**
 * The legal clock. An application that comes outside the announced hours is deemed received at the next working
 * time (Electronic Government Procedure Act B.E. 2565 s.10). Days count from the day after receipt (Administrative
 * Procedure Act B.E. 2539 s.64). Pure: the agency's hours and holidays come in as data.
 */
import { addDays, bangkok, bangkokDay, daysBetween, fromBangkok, weekday } from './dates.ts'
import type { Definition } from './definition.ts'

type Agency = Pick<Definition['agency'], 'hours' | 'holidays'>
type Clock = Pick<Definition['clock'], 'days' | 'unit'>

export function isWorkingDay(day: string, agency: Agency): boolean {
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
  const from = bangkokDay(received)
  if (clock.unit === 'calendar') return addDays(from, clock.days)
  let day = from
  for (let counted = 0; counted < clock.days; counted++) day = nextWorkingDay(addDays(day, 1), agency)
  return day
}

/** The due day after the clock stood still from `pausedOn` until `resumedOn`. */
export function extendedDueDay(dueOn: string, pausedOn: string, resumedOn: string): string {
  return addDays(dueOn, Math.max(0, daysBetween(pausedOn, resumedOn)))
}

/** Fiscal year of a Bangkok day in the Buddhist era: 1 October begins the next one. */
export function thaiFiscalYear(day: string): number {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return year + 543 + (month >= 10 ? 1 : 0)
}
