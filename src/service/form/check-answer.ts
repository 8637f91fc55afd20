/** Whether one answer is right, by its field's type; it is there. Only the first thing that is wrong is told. */
import { addDays, isoFromParts } from '../dates.ts'
import type { Option, PlainField } from '../definition.ts'
import { unprintableSigns } from '../printable.ts'
import { clockTime, digitsOf, isJuristicId, isPassport, isPhone, isThaiId, plainNumber } from '../thai.ts'
import {
  type Answers,
  addressOf,
  chosenOf,
  dateParts,
  locationOf,
  type PlainAnswer,
  personNameOf,
  type Row,
  textOf,
} from './answers.ts'
import { visibleOptions } from './conditions.ts'
import type { FieldProblem, ProblemCode } from './problem.ts'

/** Where an answer stands. `today` is the Bangkok day, ISO; `path` is the field's id unless it stands in a row. */
export type Place = { answers: Answers; today: string; row?: Row; path?: string }

type Finding = Omit<FieldProblem, 'path'> | undefined
type Of<T extends PlainField['type']> = Extract<PlainField, { type: T }>
type Checks = {
  [T in PlainField['type']]: (field: Of<T>, value: PlainAnswer, place: Place) => Finding
}

/** Of one part of a name or an address, and of a signature. */
const MAX_PART = 120
const MAX_EMAIL = 254
const COMMON_ERA_YEARS = { from: 1850, before: 2400 }
/** The kingdom with its sea, generously. Outside it, latitude and longitude were mostly taken for each other. */
const THAILAND = { south: 5, north: 21, west: 97, east: 106 }

const when = (wrong: boolean, code: ProblemCode, params?: FieldProblem['params']): Finding =>
  wrong ? { code, ...(params && { params }) } : undefined

const CHECKS: Checks = {
  text: (field, value) => checkText(textOf(value), field.max),
  textarea: (field, value) => checkText(textOf(value), field.max),
  signature: (_field, value) => checkText(textOf(value), MAX_PART),
  person_name: (_field, value) => {
    const { title, first, last } = personNameOf(value)
    return (
      when(!title.trim() || !first.trim() || !last.trim(), 'incomplete_name') ??
      checkParts([title, first, last])
    )
  },
  email: (_field, value) => {
    const text = textOf(value)
    return when(!/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text) || text.length > MAX_EMAIL, 'bad_email')
  },
  address: (_field, value) => checkAddress(value),
  number: (field, value) => checkNumber(field, textOf(value), field.decimals),
  money: (field, value) => checkNumber(field, textOf(value), 2),
  thai_id: (_field, value) => when(!isThaiId(textOf(value)), 'bad_thai_id'),
  juristic_id: (_field, value) => when(!isJuristicId(textOf(value)), 'bad_juristic_id'),
  passport: (_field, value) => when(!isPassport(textOf(value)), 'bad_passport'),
  phone: (_field, value) => when(!isPhone(textOf(value)), 'bad_phone'),
  location: (_field, value) => checkLocation(value),
  date: (field, value, { today }) => checkDate(field, value, today),
  time: (field, value) => checkTime(field, textOf(value)),
  yes_no: (_field, value) => when(!['yes', 'no'].includes(textOf(value)), 'bad_option'),
  choice: checkOption,
  select: checkOption,
  lookup: checkOption,
  multi: checkMulti,
  consent: (field, value) => when(textOf(value) !== field.version, 'required_consent'),
}

export function checkAnswer(field: PlainField, value: PlainAnswer, place: Place): Finding {
  // The table ties each type to its check; TypeScript cannot follow that through an index.
  const check = CHECKS[field.type] as (field: PlainField, value: PlainAnswer, place: Place) => Finding
  return check(field, value, place)
}

function checkText(text: string, max: number): Finding {
  return when(text.length > max, 'too_long', { max }) ?? checkSigns(text)
}

function checkParts(parts: string[]): Finding {
  return (
    when(
      parts.some((part) => part.length > MAX_PART),
      'too_long',
      { max: MAX_PART },
    ) ?? checkSigns(...parts)
  )
}

function checkSigns(...texts: string[]): Finding {
  const signs = unprintableSigns(texts.join(''))
  return when(signs.length > 0, 'unprintable', { signs: signs.join(' ') })
}

function checkNumber({ min, max }: { min?: number; max?: number }, text: string, decimals: number): Finding {
  const typed = plainNumber(text)
  if (!/^-?\d{1,12}(\.\d+)?$/.test(typed)) return { code: 'not_a_number' }
  if ((typed.split('.')[1]?.length ?? 0) > decimals)
    return decimals === 0
      ? { code: 'not_a_number' }
      : { code: 'too_many_decimals', params: { max: decimals } }
  const value = Number(typed)
  const least = min ?? 0
  return (
    when(value < least, 'too_small', { min: least }) ??
    when(max !== undefined && value > max, 'too_large', { max: max ?? 0 })
  )
}

function checkAddress(value: PlainAnswer): Finding {
  const address = addressOf(value)
  const { houseNo, subdistrict, district, province, postcode } = address
  const complete = [houseNo, subdistrict, district, province, postcode].every((part) => part.trim())
  return (
    checkParts(Object.values(address)) ??
    when(!complete, 'incomplete_address') ??
    when(!/^\d{5}$/.test(digitsOf(postcode)), 'bad_postcode')
  )
}

function checkLocation(value: PlainAnswer): Finding {
  const point = locationOf(value)
  if (!point.lat.trim() || !point.lng.trim()) return { code: 'incomplete_location' }
  const typed = [point.lat, point.lng].map((part) => plainNumber(part))
  if (!typed.every((part) => /^-?\d{1,3}(\.\d+)?$/.test(part))) return { code: 'bad_location' }
  const [lat = 0, lng = 0] = typed.map(Number)
  const inside =
    lat >= THAILAND.south && lat <= THAILAND.north && lng >= THAILAND.west && lng <= THAILAND.east
  return when(!inside, 'outside_thailand')
}

function checkDate(field: Of<'date'>, value: PlainAnswer, today: string): Finding {
  const parts = dateParts(value)
  if (!parts.day || !parts.month || !parts.year) return { code: 'incomplete_date' }
  const year = Number(digitsOf(parts.year))
  if (year >= COMMON_ERA_YEARS.from && year < COMMON_ERA_YEARS.before)
    return { code: 'year_is_ce', params: { year: String(year + 543) } }
  const iso = isoFromParts(parts)
  if (!iso) return { code: 'bad_date' }
  return (
    when(!field.future && iso > today, 'date_in_future') ??
    when(!field.past && iso < today, 'date_in_past') ??
    checkAge(field, iso, today) ??
    checkDaysAhead(field, iso, today)
  )
}

function checkAge({ minAge }: Of<'date'>, iso: string, today: string): Finding {
  if (minAge === undefined) return undefined
  const youngest = `${Number(today.slice(0, 4)) - minAge}${today.slice(4)}`
  return when(iso > youngest, 'too_young', { min: minAge })
}

function checkDaysAhead({ minDaysAhead, maxDaysAhead }: Of<'date'>, iso: string, today: string): Finding {
  const earliest = minDaysAhead === undefined ? iso : addDays(today, minDaysAhead)
  const latest = maxDaysAhead === undefined ? iso : addDays(today, maxDaysAhead)
  return (
    when(iso < earliest, 'date_too_early', { earliest }) ?? when(iso > latest, 'date_too_late', { latest })
  )
}

function checkTime({ from, to }: Of<'time'>, text: string): Finding {
  const time = clockTime(text)
  if (!time) return { code: 'bad_time' }
  return (
    when(from !== undefined && time < from, 'time_too_early', { from: from ?? '' }) ??
    when(to !== undefined && time > to, 'time_too_late', { to: to ?? '' })
  )
}

/** What was chosen but no longer shows has to be chosen anew. */
function checkOption(field: { options: Option[] }, value: PlainAnswer, place: Place): Finding {
  return when(!offered(field, place).has(textOf(value)), 'bad_option')
}

function checkMulti(field: Of<'multi'>, value: PlainAnswer, place: Place): Finding {
  const chosen = new Set(chosenOf(value))
  const options = offered(field, place)
  if ([...chosen].some((each) => !options.has(each))) return { code: 'bad_option' }
  const { min = 1, max = options.size, exclusive = '' } = field
  const alone = options.get(exclusive)
  if (alone && chosen.has(exclusive))
    return when(chosen.size > 1, 'exclusive_option', { th: alone.label.th, en: alone.label.en })
  return (
    when(chosen.size < min, 'too_few_options', { min }) ??
    when(chosen.size > max, 'too_many_options', { max })
  )
}

function offered(field: { options: Option[] }, { answers, row }: Place): Map<string, Option> {
  const options = row ? visibleOptions(field, row, answers) : visibleOptions(field, answers)
  return new Map(options.map((option) => [option.value, option]))
}
