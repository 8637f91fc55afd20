/**
 * Places that are booked by the hour: no two bookings of a place may overlap. What ends at ten leaves room for what
 * begins at ten. Pure, for server and browser; who else has booked comes in as data.
 */
import { isoFromParts, longDate } from './dates.ts'
import type { Definition, Language, Text } from './definition.ts'
import { type Answers, dateParts, rowsOf, textOf } from './form/answers.ts'
import type { FieldProblem } from './form/problem.ts'
import { clockTime } from './thai.ts'

type Form = Definition['form']
/** `day` is ISO, times are HH:MM. `row` is its place in the application. */
export type Booking = { row: number; place: string; day: string; from: string; to: string }

/** The bookings of an application, stored or as typed; those that are not complete are left out. */
export function bookingsOf({ calendar }: Pick<Form, 'calendar'>, answers: Answers): Booking[] {
  if (!calendar) return []
  return rowsOf(answers[calendar.rows]).flatMap((answer, row) => {
    const place = textOf(answer[calendar.place])
    const day = isoFromParts(dateParts(answer[calendar.date]))
    const from = clockTime(textOf(answer[calendar.from]))
    const to = clockTime(textOf(answer[calendar.to]))
    return place && day && from && to ? [{ row, place, day, from, to }] : []
  })
}

type Slot = Omit<Booking, 'row'>

export function overlaps(one: Slot, other: Slot): boolean {
  return one.place === other.place && one.day === other.day && one.from < other.to && other.from < one.to
}

/** What is wrong with the bookings themselves: they end before they begin, or take each other's time. */
export function bookingProblems(form: Pick<Form, 'calendar'>, answers: Answers): FieldProblem[] {
  const bookings = bookingsOf(form, answers)
  return bookings.flatMap((booking, index) => {
    if (booking.to <= booking.from) return [problemAt(form, booking, 'to', ENDS_TOO_EARLY)]
    const again = bookings.slice(0, index).some((earlier) => overlaps(earlier, booking))
    return again ? [problemAt(form, booking, 'from', TWICE)] : []
  })
}

/** The bookings that somebody else holds already. */
export function takenProblems(form: Form, answers: Answers, held: Slot[]): FieldProblem[] {
  return bookingsOf(form, answers)
    .filter((booking) => held.some((other) => overlaps(booking, other)))
    .map((booking) =>
      problemAt(form, booking, 'date', {
        th: `${slotText(form, booking, 'th')} มีผู้จองแล้ว โปรดเลือกวัน เวลา หรือสถานที่อื่น`,
        en: `${slotText(form, booking, 'en')} is taken. Choose another day, time or place`,
      }),
    )
}

const ENDS_TOO_EARLY: Text = { th: 'เวลาสิ้นสุดต้องอยู่หลังเวลาเริ่ม', en: 'Must be later than the beginning' }
const TWICE: Text = {
  th: 'เวลานี้ซ้ำกับรายการก่อนหน้าในคำขอนี้ โปรดแก้ไข',
  en: 'This overlaps an earlier booking of this application. Change one of them',
}

function problemAt(
  { calendar }: Pick<Form, 'calendar'>,
  { row }: Booking,
  part: 'date' | 'from' | 'to',
  message: Text,
): FieldProblem {
  return { path: `${calendar?.rows}.${row}.${calendar?.[part]}`, code: 'blocked', params: {}, message }
}

/** "หอประชุม 3 ธันวาคม 2569 09:00–12:00". */
export function slotText(form: Form, { place, day, from, to }: Slot, language: Language): string {
  return `${placeLabel(form, place)[language]} ${longDate(day, language)} ${from}–${to}`
}

function placeLabel({ calendar, pages }: Form, place: string): Text {
  const group = pages.flatMap((page) => page.fields).find(({ id }) => id === calendar?.rows)
  const field = group?.type === 'repeat' ? group.fields.find(({ id }) => id === calendar?.place) : undefined
  const options = field && 'options' in field ? field.options : []
  return options.find(({ value }) => value === place)?.label ?? { th: place, en: place }
}

/** The last day of the dates of a repeat group, ISO; undefined when there is none. */
export function lastDay(
  answers: Answers,
  { rows, date }: { rows: string; date: string },
): string | undefined {
  const days = rowsOf(answers[rows]).flatMap((row) => isoFromParts(dateParts(row[date])) ?? [])
  return days.sort().at(-1)
}
