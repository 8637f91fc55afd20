/** Thai dates: stored as ISO (common era, Bangkok day), shown in the Buddhist era. Pure, for server and browser. */
import type { Language } from './definition.ts'
import { digitsOf } from './thai.ts'

export const MONTHS: Record<Language, readonly string[]> = {
  th: [
    'มกราคม',
    'กุมภาพันธ์',
    'มีนาคม',
    'เมษายน',
    'พฤษภาคม',
    'มิถุนายน',
    'กรกฎาคม',
    'สิงหาคม',
    'กันยายน',
    'ตุลาคม',
    'พฤศจิกายน',
    'ธันวาคม',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
}
const SHORT_MONTHS: Record<Language, readonly string[]> = {
  th: ['ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.', 'ก.ค.', 'ส.ค.', 'ก.ย.', 'ต.ค.', 'พ.ย.', 'ธ.ค.'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
}

const BANGKOK_OFFSET_MS = 7 * 3600_000

/** Instant → the Bangkok wall clock as "2026-11-22T09:41:07". Thailand has no summer time. */
export function bangkok(instant: Date): string {
  return new Date(instant.getTime() + BANGKOK_OFFSET_MS).toISOString().slice(0, 19)
}

/** Instant → the Bangkok day, ISO. */
export const bangkokDay = (instant: Date): string => bangkok(instant).slice(0, 10)

/** Bangkok day and time ("08:30") → instant. */
export const fromBangkok = (day: string, time: string): Date => new Date(`${day}T${time}:00+07:00`)

/** ISO day + n days. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Days from one ISO day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** ISO day + n months; the last day of a shorter month. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** 1 = Monday … 7 = Sunday. */
export const weekday = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1

/** Three typed boxes, the year in the Buddhist era → ISO day; undefined when there is no such day. */
export function isoFromParts(parts: { day: string; month: string; year: string }): string | undefined {
  const [day, month, year] = [parts.day, parts.month, parts.year].map((part) => Number(digitsOf(part))) as [
    number,
    number,
    number,
  ]
  const date = new Date(Date.UTC(year - 543, month - 1, day))
  const exists = year >= 2400 && year < 2700 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? date.toISOString().slice(0, 10) : undefined
}

/** ISO day → the three boxes; undefined when the text is no ISO day. */
export function parseIsoDate(text: string): { day: string; month: string; year: string } | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match
    ? { day: String(Number(match[3])), month: String(Number(match[2])), year: String(Number(match[1]) + 543) }
    : undefined
}

const split = (day: string) => day.slice(0, 10).split('-').map(Number) as [number, number, number]
const yearIn = (language: Language, year: number) => (language === 'th' ? year + 543 : year)

/** "22 พฤศจิกายน 2569" · "22 November 2026" */
export function longDate(day: string, language: Language = 'th'): string {
  const [year, month, date] = split(day)
  return `${date} ${MONTHS[language][month - 1]} ${yearIn(language, year)}`
}

/** "22 พ.ย. 2569" · "22 Nov 2026" */
export function shortDate(day: string, language: Language = 'th'): string {
  const [year, month, date] = split(day)
  return `${date} ${SHORT_MONTHS[language][month - 1]} ${yearIn(language, year)}`
}

/** "22 พ.ย. 2569 10:42 น." · "22 Nov 2026 10:42" — the instant on the Bangkok clock. */
export function shortDateTime(instant: Date, language: Language = 'th'): string {
  const wall = bangkok(instant)
  return `${shortDate(wall, language)} ${wall.slice(11, 16)}${language === 'th' ? '\u00a0น.' : ''}`
}
