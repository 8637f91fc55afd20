/** The shapes of answers. What comes from a browser or an older draft may lack parts: the readers here give '' for them. */
import { parseIsoDate } from '../dates.ts'

export type DateParts = { day: string; month: string; year: string }
export type Address = {
  houseNo: string
  moo: string
  soi: string
  road: string
  subdistrict: string
  district: string
  province: string
  postcode: string
}
export type PersonName = { title: string; first: string; last: string }
export type Location = { lat: string; lng: string; accuracy: string; source: 'device' | 'typed' }
/** A stored upload, as the form sees it. */
export type FileAnswer = { id: string; name: string; size: number; type: string }
/** `string[]`: the options chosen in a multi. */
export type PlainAnswer = string | string[] | DateParts | Address | PersonName | Location
export type Row = Record<string, PlainAnswer | undefined>
export type Answer = PlainAnswer | Row[] | FileAnswer[]
export type Answers = Record<string, Answer | undefined>

/** The parts of those answers that are asked in several boxes, by the field's type. */
export const PARTS = {
  date: ['day', 'month', 'year'],
  address: ['houseNo', 'moo', 'soi', 'road', 'subdistrict', 'district', 'province', 'postcode'],
  person_name: ['title', 'first', 'last'],
  location: ['lat', 'lng', 'accuracy', 'source'],
} as const

export function isEmpty(value: Answer | undefined): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.length === 0
  // How a point was found says nothing as long as there is none.
  const parts = 'lat' in value ? [value.lat, value.lng] : Object.values(value)
  return parts.every((part) => part === undefined || String(part).trim() === '')
}

export const textOf = (value: Answer | undefined): string => (typeof value === 'string' ? value.trim() : '')

/** What the three boxes of a date show: as typed, or taken from the stored ISO date. */
export function dateParts(value: Answer | undefined): DateParts {
  const stored = typeof value === 'string' ? parseIsoDate(value) : undefined
  return stored ?? partsOf('date', value)
}

export const addressOf = (value: Answer | undefined): Address => partsOf('address', value)

export const personNameOf = (value: Answer | undefined): PersonName => partsOf('person_name', value)

export function locationOf(value: Answer | undefined): Location {
  const parts = partsOf('location', value)
  return { ...parts, source: parts.source === 'device' ? 'device' : 'typed' }
}

/** The options chosen in a multi. */
export const chosenOf = (value: Answer | undefined): string[] => listOf(value, isText)

export const rowsOf = (value: Answer | undefined): Row[] => listOf(value, isRecord) as Row[]

export const filesOf = (value: Answer | undefined): FileAnswer[] => listOf(value, isRecord) as FileAnswer[]

type PartsType = keyof typeof PARTS

function partsOf<T extends PartsType>(
  type: T,
  value: Answer | undefined,
): Record<(typeof PARTS)[T][number], string> {
  const given: Record<string, unknown> = isRecord(value) ? value : {}
  const entries = PARTS[type].map((name) => [name, isText(given[name]) ? given[name] : ''])
  return Object.fromEntries(entries) as Record<(typeof PARTS)[T][number], string>
}

function listOf<T>(value: unknown, is: (each: unknown) => each is T): T[] {
  return Array.isArray(value) ? value.filter(is) : []
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What the program answers itself, and conditions name like fields: what is asked for about an existing licence
 * (nothing for a first one), and whether a renewal comes after expiry (`yes` or `no`).
 */
export const GIVEN_FIELDS = ['transaction', 'renewed_late'] as const

/** The given answers alone. Nobody can type them: what is posted is read by the form's own fields. */
export function givenAnswers(answers: Answers): Answers {
  const given = GIVEN_FIELDS.filter((id) => answers[id] !== undefined)
  return Object.fromEntries(given.map((id) => [id, answers[id]]))
}
