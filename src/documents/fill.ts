import { FILTERS, isFilterName } from './filters.ts'
import { cleaned, type Numerals, withMarks, withNumerals } from './marks.ts'

/** `{{path}}` and `{{path|filter}}`. A text that is nothing but the path of a list becomes that list. */
const PLACEHOLDER = /\{\{\s*([\w.]+)\s*(?:\|\s*(\w+)\s*)?\}\}/g
const ONLY_A_PATH = /^\{\{\s*([\w.]+)\s*\}\}$/

/** A template's tree with the data in it. Throws an Error naming a path that is not there or does not fit. */
export function fill(template: unknown, data: unknown, numerals: Numerals): unknown {
  if (typeof template === 'string') return fillText(template, data, numerals)
  if (Array.isArray(template)) return template.map((each) => fill(each, data, numerals))
  if (template === null || typeof template !== 'object') return template
  const entries = Object.entries(template).map(([key, value]) => [key, fill(value, data, numerals)])
  return Object.fromEntries(entries)
}

function fillText(template: string, data: unknown, numerals: Numerals): unknown {
  const path = ONLY_A_PATH.exec(template)?.[1]
  const whole = path ? valueAt(data, path) : undefined
  if (Array.isArray(whole)) return printable(whole, numerals)
  return withNumerals(insert(template, data), numerals)
}

function printable(list: unknown[], numerals: Numerals): unknown[] {
  return list.map((each) =>
    Array.isArray(each) ? printable(each, numerals) : withNumerals(cleaned(String(each)), numerals),
  )
}

function insert(template: string, data: unknown): string {
  let filled = ''
  let end = 0
  for (const match of template.matchAll(PLACEHOLDER)) {
    filled += withMarks(template.slice(end, match.index)) + cleaned(written(data, match[1] ?? '', match[2]))
    end = match.index + match[0].length
  }
  return filled + withMarks(template.slice(end))
}

function written(data: unknown, path: string, filter: string | undefined): string {
  const value = valueAt(data, path)
  if (filter === undefined) {
    if (typeof value === 'object') throw new Error(`The value ${path} is not a text`)
    return String(value)
  }
  if (!isFilterName(filter)) throw new Error(`There is no filter ${filter} (for ${path})`)
  // Empty: there is none, such as the receipt's date of a licence that cost nothing.
  if (value === '') return ''
  try {
    return FILTERS[filter](value)
  } catch (cause) {
    throw new Error(`The value ${path} ${cause instanceof Error ? cause.message : 'is wrong'}`, { cause })
  }
}

/** Throws where there is nothing: a document with a gap must never be issued. */
export function valueAt(data: unknown, path: string): unknown {
  let value = data
  for (const key of path.split('.'))
    value = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
  if (value === undefined || value === null) throw new Error(`There is no value for ${path}`)
  return value
}

export const textAt = (data: unknown, path: string): string => cleaned(String(valueAt(data, path)))

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Every path a template prints, without repeats: what the document makes public. */
export function pathsIn(template: unknown): string[] {
  const texts = JSON.stringify(template) ?? ''
  return [...new Set(Array.from(texts.matchAll(PLACEHOLDER), (match) => match[1] ?? ''))]
}
