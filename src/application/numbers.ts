/** The numbers a citizen quotes. Running per series and year; formats come from the service file. Pure. */
import { thaiFiscalYear } from '../service/clock.ts'
import type { Definition } from '../service/definition.ts'
import { thaiNumerals } from '../service/thai.ts'

type Format = Pick<Definition['numbers']['reference'], 'format' | 'pad'> &
  Partial<Pick<Definition['numbers']['reference'], 'numerals'>>

/** `{n}` the running number padded, `{yyyy}` the year in the Buddhist era, `{yy}` its last two digits. */
export function formatNumber(
  { format, pad, numerals }: Format,
  running: number,
  buddhistYear: number,
): string {
  const number = format
    .replaceAll('{n}', String(running).padStart(pad, '0'))
    .replaceAll('{yyyy}', String(buddhistYear))
    .replaceAll('{yy}', String(buddhistYear % 100).padStart(2, '0'))
  return numerals === 'thai' ? thaiNumerals(number) : number
}

/** The year a series runs by, Buddhist era: cases and licences by the calendar year unless the service says fiscal. */
export function seriesYear({ year }: Pick<Definition['numbers']['reference'], 'year'>, day: string): number {
  return year === 'fiscal' ? thaiFiscalYear(day) : calendarYear(day)
}

/** Calendar year of a Bangkok day, Buddhist era (ระเบียบงานสารบรรณ). */
export const calendarYear = (day: string): number => Number(day.slice(0, 4)) + 543
