/** Announced hours as a sentence: open now, or when next. Pure. */
import { addDays, bangkok, shortDate, weekday } from '../service/dates.ts'
import type { Definition, Language } from '../service/definition.ts'

type Agency = Pick<Definition['agency'], 'hours' | 'holidays'>

const DAYS: Record<Language, readonly string[]> = {
  th: ['จันทร์', 'อังคาร', 'พุธ', 'พฤหัสบดี', 'ศุกร์', 'เสาร์', 'อาทิตย์'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

/** "จันทร์–ศุกร์ 08:30–16:30 น." */
export function hoursText({ hours }: Agency, language: Language): string {
  const days = [...hours.days].sort((a, b) => a - b)
  const names = days.map((day) => DAYS[language][day - 1])
  const inARow = days.length > 2 && days.every((day, index) => day === (days[0] ?? 0) + index)
  const span = inARow ? `${names[0]}–${names.at(-1)}` : names.join(', ')
  return `${span} ${hours.from}–${hours.to}${language === 'th' ? '\u00a0น.' : ''}`
}

/** "เปิดอยู่ ถึง 16:30 น." · "ปิดอยู่ เปิดอีกครั้งวันจันทร์ 23 พ.ย. 2569 เวลา 08:30 น." */
export function openText(agency: Agency, now: Date, language: Language): string {
  const [day = '', clock = ''] = bangkok(now).split('T')
  const { from, to } = agency.hours
  if (isOpenOn(agency, day) && clock >= from && clock < to)
    return language === 'th' ? `เปิดอยู่ ถึง ${to}\u00a0น.` : `Open now, until ${to}`
  const next = nextOpening(agency, isOpenOn(agency, day) && clock < from ? day : addDays(day, 1))
  const name = `${DAYS[language][weekday(next) - 1]} ${shortDate(next, language)}`
  return language === 'th'
    ? `ปิดอยู่ เปิดอีกครั้งวัน${name} เวลา ${from}\u00a0น.`
    : `Closed now, opens again ${name}, ${from}`
}

const isOpenOn = ({ hours, holidays }: Agency, day: string) =>
  hours.days.includes(weekday(day)) && holidays.every((holiday) => holiday.on !== day)

function nextOpening(agency: Agency, from: string): string {
  let day = from
  for (let tries = 0; tries < 60 && !isOpenOn(agency, day); tries++) day = addDays(day, 1)
  return day
}
