/** Whether what a browser sent is an answer to this field at all, right or wrong: reduced to the parts that are asked. */
import type { PlainField, Question, RepeatField } from '../definition.ts'
import { type Answer, PARTS, type PlainAnswer, type Row } from './answers.ts'

const MAX_ROWS = 200

/** Undefined when it is none. '' empties any answer. Files are kept another way, and never taken from here. */
export function answerFrom(field: Question, value: unknown): Answer | undefined {
  if (field.type === 'file') return undefined
  return field.type === 'repeat' ? rowsFrom(field, value) : plainFrom(field, value)
}

function plainFrom(field: PlainField, value: unknown): PlainAnswer | undefined {
  if (value === '') return value
  switch (field.type) {
    case 'multi':
      return Array.isArray(value) && value.every(isText) ? value : undefined
    case 'date':
      return isText(value) ? value : partsFrom(PARTS.date, value)
    case 'address':
    case 'person_name':
    case 'location':
      return partsFrom(PARTS[field.type], value)
    default:
      return isText(value) ? value : undefined
  }
}

function partsFrom(names: readonly string[], value: unknown): PlainAnswer | undefined {
  if (!isRecord(value) || !Object.values(value).every(isText)) return undefined
  return Object.fromEntries(names.map((name) => [name, value[name] ?? ''])) as PlainAnswer
}

function rowsFrom({ fields }: RepeatField, value: unknown): Row[] | '' | undefined {
  if (value === '') return value
  if (!Array.isArray(value) || value.length > MAX_ROWS || !value.every(isRecord)) return undefined
  const rows = value.map((row) => rowFrom(fields, row))
  return rows.every((row) => row !== undefined) ? rows : undefined
}

function rowFrom(fields: PlainField[], given: Record<string, unknown>): Row | undefined {
  const row: Row = {}
  for (const field of fields) {
    if (given[field.id] === undefined) continue
    const answer = plainFrom(field, given[field.id])
    if (answer === undefined) return undefined
    row[field.id] = answer
  }
  return row
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
