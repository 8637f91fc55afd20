/**
 * The e-Form's rules, the same in the server and the browser: which fields show, what is wrong with an answer,
 * and how a correct one is stored. Pure, and free of every library, because citizens download it.
 * What the applicant types is kept as typed until it is submitted; only then is it stored in its normal form.
 */

import { isoFromParts, parseIsoDate } from './dates.ts'
import type { Condition, Definition, Field, FileField, FormPage, PlainField } from './definition.ts'
import { unprintableSigns } from './printable.ts'
import { digitsOf, isJuristicId, isPhone, isThaiId } from './thai.ts'

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
/** A stored upload, as the form sees it. */
export type FileAnswer = { id: string; name: string; size: number; type: string }
export type PlainAnswer = string | DateParts | Address
export type Row = Record<string, PlainAnswer | undefined>
export type Answer = PlainAnswer | Row[] | FileAnswer[]
export type Answers = Record<string, Answer | undefined>

/** Something to mend, at a field's path: `email`, `machines.0.serial`. The words are in `problems.ts`. */
export type FieldProblem = { path: string; code: ProblemCode; params?: Record<string, string | number> }
export type ProblemCode =
  | 'required'
  | 'required_choice'
  | 'required_file'
  | 'too_long'
  | 'unprintable'
  | 'not_a_number'
  | 'too_small'
  | 'too_large'
  | 'bad_thai_id'
  | 'bad_juristic_id'
  | 'bad_phone'
  | 'bad_email'
  | 'incomplete_date'
  | 'bad_date'
  | 'year_is_ce'
  | 'date_in_future'
  | 'date_in_past'
  | 'too_young'
  | 'bad_option'
  | 'incomplete_address'
  | 'bad_postcode'
  | 'too_few_rows'
  | 'too_many_rows'
  | 'too_many_files'

/** The form as pages: those of the service file, then its documents as the last one. */
export function formPages(definition: Pick<Definition, 'form'>): FormPage[] {
  const { pages, documents } = definition.form
  const files = documents.map((document): FileField => ({ ...document, type: 'file' }))
  const last: FormPage = {
    id: 'documents',
    title: { th: 'เอกสารและรูปถ่าย', en: 'Documents and photos' },
    fields: files,
  }
  return files.length > 0 ? [...pages, last] : [...pages]
}

export function holds(condition: Condition | undefined, answers: Answers | Row): boolean {
  if (!condition) return true
  if ('all' in condition) return condition.all.every((each) => holds(each, answers))
  if ('any' in condition) return condition.any.some((each) => holds(each, answers))
  if ('not' in condition) return !holds(condition.not, answers)
  const value = answers[condition.field]
  const number = typeof value === 'string' ? Number(value) : Array.isArray(value) ? value.length : Number.NaN
  if (condition.filled !== undefined && condition.filled === isEmpty(value)) return false
  if (condition.eq !== undefined && value !== condition.eq) return false
  if (condition.ne !== undefined && value === condition.ne) return false
  if (condition.in !== undefined && !(typeof value === 'string' && condition.in.includes(value))) return false
  if (condition.gt !== undefined && !(number > condition.gt)) return false
  return !(condition.lt !== undefined && !(number < condition.lt))
}

export function isEmpty(value: Answer | undefined): boolean {
  if (value === undefined || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && Object.values(value).every((part) => part === '' || part === undefined)
}

/** The pages that apply to these answers, each with only the fields that show. */
export function visiblePages(pages: FormPage[], answers: Answers): FormPage[] {
  return pages
    .filter((page) => holds(page.when, answers))
    .map((page) => ({ ...page, fields: page.fields.filter((field) => holds(field.when, answers)) }))
    .filter((page) => page.fields.length > 0)
}

/** Everything to mend on these fields. `today` is the Bangkok date, ISO. */
export function checkFields(fields: Field[], answers: Answers, today: string): FieldProblem[] {
  return fields
    .filter((field) => holds(field.when, answers))
    .flatMap((field) => checkField(field, answers[field.id], today))
}

export function checkField(
  field: Field,
  value: Answer | undefined,
  today: string,
  path: string = field.id,
): FieldProblem[] {
  if (field.type === 'repeat') return checkRows(field, value, today, path)
  if (isEmpty(value)) return field.optional ? [] : [{ path, code: missing(field.type) }]
  if (field.type === 'file') {
    const files = Array.isArray(value) ? value : []
    return files.length > field.maxFiles
      ? [{ path, code: 'too_many_files', params: { max: field.maxFiles } }]
      : []
  }
  const problem = checkPlain(field, value as PlainAnswer, today)
  return problem ? [{ path, ...problem }] : []
}

const missing = (type: Field['type']): ProblemCode =>
  type === 'choice' || type === 'select' ? 'required_choice' : type === 'file' ? 'required_file' : 'required'

function checkRows(
  field: Extract<Field, { type: 'repeat' }>,
  value: Answer | undefined,
  today: string,
  path: string,
): FieldProblem[] {
  const rows = Array.isArray(value) ? (value as Row[]) : []
  if (rows.length < field.min) return [{ path, code: 'too_few_rows', params: { min: field.min } }]
  if (rows.length > field.max) return [{ path, code: 'too_many_rows', params: { max: field.max } }]
  return rows.flatMap((row, index) =>
    field.fields
      .filter((each) => holds(each.when, row))
      .flatMap((each) => checkField(each, row[each.id], today, `${path}.${index}.${each.id}`)),
  )
}

type Finding = Omit<FieldProblem, 'path'> | undefined
const when = (wrong: boolean, code: ProblemCode, params?: FieldProblem['params']): Finding =>
  wrong ? { code, params } : undefined

function checkPlain(field: PlainField, value: PlainAnswer, today: string): Finding {
  const text = typeof value === 'string' ? value.trim() : ''
  switch (field.type) {
    case 'text':
    case 'textarea':
      return (
        when(text === '', 'required') ??
        when(text.length > field.max, 'too_long', { max: field.max }) ??
        checkSigns(text)
      )
    case 'number':
      return checkNumber(field, text)
    case 'thai_id':
      return when(!isThaiId(text), 'bad_thai_id')
    case 'juristic_id':
      return when(!isJuristicId(text), 'bad_juristic_id')
    case 'phone':
      return when(!isPhone(text), 'bad_phone')
    case 'email':
      return when(!/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text) || text.length > 254, 'bad_email')
    case 'date':
      return checkDate(field, value, today)
    case 'choice':
    case 'select':
      return when(!field.options.some((option) => option.value === text), 'bad_option')
    case 'address':
      return checkAddress(value)
  }
}

function checkSigns(...texts: string[]): Finding {
  const signs = unprintableSigns(texts.join(''))
  return when(signs.length > 0, 'unprintable', { signs: signs.join(' ') })
}

function checkNumber(field: Extract<PlainField, { type: 'number' }>, text: string): Finding {
  const typed = thaiNumber(text)
  const shape = field.decimals > 0 ? new RegExp(`^\\d{1,12}(\\.\\d{1,${field.decimals}})?$`) : /^\d{1,12}$/
  if (!shape.test(typed)) return { code: 'not_a_number' }
  const value = Number(typed)
  if (field.min !== undefined && value < field.min) return { code: 'too_small', params: { min: field.min } }
  return when(field.max !== undefined && value > field.max, 'too_large', { max: field.max ?? 0 })
}

const thaiNumber = (text: string): string =>
  text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50)).replace(/[,\s]/g, '')

function checkDate(field: Extract<PlainField, { type: 'date' }>, value: PlainAnswer, today: string): Finding {
  const parts = dateParts(value)
  if (!parts.day || !parts.month || !parts.year) return { code: 'incomplete_date' }
  const year = Number(digitsOf(parts.year))
  if (year >= 1850 && year < 2400) return { code: 'year_is_ce', params: { year: year + 543 } }
  const iso = isoFromParts(parts)
  if (!iso) return { code: 'bad_date' }
  if (!field.future && iso > today) return { code: 'date_in_future' }
  if (!field.past && iso < today) return { code: 'date_in_past' }
  const youngest = `${Number(today.slice(0, 4)) - (field.minAge ?? 0)}${today.slice(4)}`
  return when(field.minAge !== undefined && iso > youngest, 'too_young', { min: field.minAge ?? 0 })
}

function checkAddress(value: PlainAnswer): Finding {
  const address = value as Address
  const complete =
    address.houseNo && address.subdistrict && address.district && address.province && address.postcode
  return (
    checkSigns(...Object.values(address)) ??
    when(!complete, 'incomplete_address') ??
    when(!/^\d{5}$/.test(digitsOf(address.postcode)), 'bad_postcode')
  )
}

/** What the three boxes of a date show: as typed, or taken from the stored ISO date. */
export function dateParts(value: Answer | undefined): DateParts {
  if (typeof value === 'string') return parseIsoDate(value) ?? { day: '', month: '', year: '' }
  if (value && !Array.isArray(value) && 'day' in value) return value as DateParts
  return { day: '', month: '', year: '' }
}

/** Answers as they are stored once submitted: hidden ones dropped, digits and dates in their normal form. */
export function normalise(pages: FormPage[], answers: Answers): Answers {
  const kept: Answers = {}
  for (const page of visiblePages(pages, answers)) {
    for (const field of page.fields) {
      const value = answers[field.id]
      if (!isEmpty(value)) kept[field.id] = normaliseField(field, value as Answer)
    }
  }
  return kept
}

function normaliseField(field: Field, value: Answer): Answer {
  if (field.type === 'file') return value
  if (field.type !== 'repeat') return normalisePlain(field, value as PlainAnswer)
  return (value as Row[]).map((row) => {
    const shown = field.fields.filter((each) => holds(each.when, row) && !isEmpty(row[each.id]))
    return Object.fromEntries(
      shown.map((each) => [each.id, normalisePlain(each, row[each.id] as PlainAnswer)]),
    )
  })
}

function normalisePlain(field: PlainField, value: PlainAnswer): PlainAnswer {
  if (field.type === 'date') return isoFromParts(dateParts(value)) ?? ''
  if (field.type === 'address') {
    const entries = Object.entries(value as Address).map(([key, part]) => [key, String(part ?? '').trim()])
    return Object.fromEntries(entries) as Address
  }
  const text = String(value).trim()
  if (field.type === 'number') return String(Number(thaiNumber(text)))
  return field.type === 'thai_id' || field.type === 'juristic_id' || field.type === 'phone'
    ? digitsOf(text)
    : text
}
