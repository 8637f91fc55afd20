/** The numbers a citizen quotes. Running per series and Buddhist year; formats come from the service file. Pure. */

type Format = { format: string; pad: number }

/** `{n}` the running number padded, `{yyyy}` the year in the Buddhist era. */
export function formatNumber({ format, pad }: Format, running: number, buddhistYear: number): string {
  return format.replace('{n}', String(running).padStart(pad, '0')).replace('{yyyy}', String(buddhistYear))
}

/** Calendar year of a Bangkok day, Buddhist era: cases and licences run by it (ระเบียบงานสารบรรณ). */
export const calendarYear = (day: string): number => Number(day.slice(0, 4)) + 543
