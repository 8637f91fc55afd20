/** Answers as they are stored once submitted: hidden ones dropped, the others in their normal form. */
import { isoFromParts } from '../dates.ts'
import type { FormPage, PlainField, Question, RepeatField } from '../definition.ts'
import { clockTime, digitsOf, passportNumber, phoneDigits, plainNumber, westernDigits } from '../thai.ts'
import {
  type Address,
  type Answer,
  type Answers,
  addressOf,
  chosenOf,
  dateParts,
  givenAnswers,
  isEmpty,
  type Location,
  locationOf,
  type PlainAnswer,
  personNameOf,
  type Row,
  rowsOf,
  textOf,
} from './answers.ts'
import { isQuestion, liveAnswers, visibleInRow, visiblePages } from './pages.ts'

export function normalise(pages: FormPage[], answers: Answers): Answers {
  const live = liveAnswers(pages, answers)
  const kept = givenAnswers(answers)
  // What was answered for the licence stays, also where it is not asked again.
  const all = pages.map((page) => ({ ...page, askedFor: undefined }))
  for (const page of visiblePages(all, live)) {
    for (const field of page.fields.filter(isQuestion)) {
      const value = live[field.id]
      if (value !== undefined && !isEmpty(value)) kept[field.id] = normaliseField(field, value, live)
    }
  }
  return kept
}

function normaliseField(field: Question, value: Answer, answers: Answers): Answer {
  if (field.type === 'file') return value
  if (field.type !== 'repeat') return normaliseAnswer(field, value as PlainAnswer)
  return rowsOf(value).map((row) => normaliseRow(field, row, answers))
}

function normaliseRow(field: RepeatField, row: Row, answers: Answers): Row {
  const kept: Row = {}
  for (const each of visibleInRow(field, row, answers)) {
    const value = row[each.id]
    if (value !== undefined && !isEmpty(value)) kept[each.id] = normaliseAnswer(each, value)
  }
  return kept
}

/** One answer in its normal form. */
export function normaliseAnswer(field: PlainField, value: PlainAnswer): PlainAnswer {
  const text = textOf(value)
  switch (field.type) {
    case 'date':
      return isoFromParts(dateParts(value)) ?? ''
    case 'time':
      return clockTime(text) ?? ''
    case 'address':
      return normaliseAddress(addressOf(value))
    case 'person_name':
      return trimmed(personNameOf(value))
    case 'location':
      return normaliseLocation(locationOf(value))
    case 'multi':
      return field.options.map((option) => option.value).filter((each) => chosenOf(value).includes(each))
    case 'number':
      return String(Number(plainNumber(text)))
    case 'money':
      return Number(plainNumber(text)).toFixed(2)
    case 'thai_id':
    case 'juristic_id':
      return digitsOf(text)
    case 'phone':
      return phoneDigits(text)
    case 'passport':
      return passportNumber(text)
    default:
      return text
  }
}

const trimmed = <T extends Record<string, string>>(parts: T): T =>
  Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.trim()])) as T

const normaliseAddress = (address: Address): Address => ({
  ...trimmed(address),
  postcode: digitsOf(address.postcode),
})

/** Six decimals are a hand's breadth. */
const degrees = (text: string): string => String(Number(Number(plainNumber(text)).toFixed(6)))

const normaliseLocation = (point: Location): Location => ({
  lat: degrees(point.lat),
  lng: degrees(point.lng),
  accuracy: westernDigits(point.accuracy.trim()),
  source: point.source,
})
