/**
 * What a new version of a service asks otherwise than the one a draft was begun under, and whether the draft can go on
 * under it: when every answer that counts finds its question again, by id and type. Pure.
 */
import type { Definition, Question, RepeatField, Text } from './definition.ts'
import { fieldsById } from './display.ts'
import { type Answers, formPages, givenAnswers, isEmpty, liveAnswers, rowsOf } from './form.ts'

/** Labels, in the order of the form. */
export type Changes = { added: Text[]; removed: Text[]; changed: Text[] }
type Versions = { before: Pick<Definition, 'form'>; after: Pick<Definition, 'form'> }

/** What it means for the person who fills in the form; wording of hints and the like is left out. */
export function compareForms({ before, after }: Versions): Changes {
  const [old, now] = [fieldsById(before), fieldsById(after)]
  const changed = [...now.values()].filter((field) => {
    const earlier = old.get(field.id)
    return earlier !== undefined && ruleOf(earlier) !== ruleOf(field)
  })
  return {
    added: labels([...now.values()].filter(({ id }) => !old.has(id))),
    removed: labels([...old.values()].filter(({ id }) => !now.has(id))),
    changed: labels(changed),
  }
}

export const isSame = ({ added, removed, changed }: Changes): boolean =>
  added.length + removed.length + changed.length === 0

/** The answers for the new version; undefined when one that counts would be lost. Hidden ones may be. */
export function carriedAnswers({ before, after }: Versions, answers: Answers): Answers | undefined {
  const [old, now] = [fieldsById(before), fieldsById(after)]
  const live = liveAnswers(formPages(before), answers)
  const carried = givenAnswers(answers)
  for (const [id, value] of Object.entries(answers)) {
    if (isEmpty(value) || id in carried) continue
    const [from, to] = [old.get(id), now.get(id)]
    if (from && to && fits(from, to, value)) carried[id] = value
    else if (live[id] !== undefined) return undefined
  }
  return carried
}

function fits(from: Question, to: Question, value: Answers[string]): boolean {
  if (from.type !== to.type) return false
  return from.type !== 'repeat' || to.type !== 'repeat' || rowsFit(from, to, value)
}

function rowsFit(from: RepeatField, to: RepeatField, value: Answers[string]): boolean {
  const types = new Map(to.fields.map((field) => [field.id, field.type]))
  const lost = from.fields.filter((field) => types.get(field.id) !== field.type)
  return rowsOf(value).every((row) => lost.every((field) => isEmpty(row[field.id])))
}

const labels = (fields: Question[]): Text[] => fields.map((field) => field.label)

/** Not the reader's concern: words of help, and what is done with the answer afterwards. */
const LEFT_OUT = new Set(['hint', 'private', 'reuse', 'autocomplete', 'when'])

/** NOTE keys are sorted: a definition that has been in the database comes back in another order. */
const ruleOf = (field: Question): string => JSON.stringify(sorted(field))

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key, each]) => !LEFT_OUT.has(key) && each !== undefined)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]),
  )
}
