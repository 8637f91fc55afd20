import { bangkok, bangkokDay, daysBetween, shortDate } from '../../../service/dates.ts'
import type { Language } from '../../../service/definition.ts'

/** "22 พ.ย. 2569 · 10:42" */
export function dateAndTime(instant: Date, language: Language): string {
  return `${shortDate(bangkokDay(instant), language)} · ${timeOfDay(instant)}`
}

/** "10:42" */
export function timeOfDay(instant: Date): string {
  return bangkok(instant).slice(11, 16)
}

/** "10:42:08" */
export function exactTime(instant: Date): string {
  return bangkok(instant).slice(11, 19)
}

/** 0 today, 1 yesterday, more the days gone by; the Bangkok day decides, not 24 hours. */
export function daysAgo(instant: Date, now: Date): number {
  return daysBetween(bangkokDay(instant), bangkokDay(now))
}
