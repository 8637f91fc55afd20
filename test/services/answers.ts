/** Answers for any service, made by walking its definition: right ones for every branch, and wrong ones for every field. */
import { addDays, parseIsoDate } from '../../src/service/dates.ts'
import type {
  Condition,
  Definition,
  Field,
  PlainField,
  Question,
  RepeatField,
} from '../../src/service/definition.ts'
import {
  type Answer,
  type Answers,
  blocksOf,
  exitOf,
  formPages,
  isQuestion,
  isRequired,
  type PlainAnswer,
  type Row,
  visibleInRow,
  visibleOptions,
  visiblePages,
} from '../../src/service/form.ts'
import { isJuristicId } from '../../src/service/thai.ts'
import { ADDRESS } from '../support/people.ts'

/** `forced`: answers that are given. `optional`: whether what may be left out is filled in. `shift`: days later. */
export type Making = { today: string; forced?: Answers; optional?: boolean; shift?: number }

/** Right answers to everything that is asked; files come as one stand-in each. */
export function rightAnswers(definition: Definition, making: Making): Answers {
  let given = { ...making.forced }
  for (let tries = 0; tries < 20; tries++) {
    const answers = fill(definition, { ...making, forced: given })
    const other = stoppedBy(definition, answers)
      .filter((id) => !Object.hasOwn(making.forced ?? {}, id))
      .flatMap((id) => otherOption(definition, id, answers))[0]
    if (!other) return answers
    given = { ...given, [other.id]: other.value }
  }
  throw new Error(`no answers of ${definition.id} can be handed in`)
}

/** Whether the form itself says that these cannot be handed in. */
export const isStopped = (definition: Definition, answers: Answers): boolean =>
  stoppedBy(definition, answers).length > 0

/** The fields by which an exit or a block stops these answers. */
function stoppedBy({ form }: Definition, answers: Answers): string[] {
  const fields = visiblePages(formPages({ form }), answers).flatMap((page) => page.fields)
  const exit = exitOf(form, answers)
  const blocks = form.blocks.filter((block) => blocksOf([block], fields, answers).length > 0)
  return [...(exit ? [exit] : []), ...blocks].flatMap(({ when }) => fieldsIn(when))
}

function otherOption(definition: Definition, id: string, answers: Answers): { id: string; value: Answer }[] {
  const field = questionsOf(definition).find((each) => each.id === id)
  const values = field ? branchesOf(field) : []
  const next = values[values.indexOf(answers[id] ?? '') + 1]
  return next === undefined ? [] : [{ id, value: next }]
}

function fieldsIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(fieldsIn)
  if ('any' in condition) return condition.any.flatMap(fieldsIn)
  return 'not' in condition ? fieldsIn(condition.not) : [condition.field]
}

export const questionsOf = (definition: Definition): Question[] =>
  formPages(definition).flatMap((page) => page.fields.filter(isQuestion))

/** The answers that lead different ways. */
export function branchesOf(field: Field): Answer[] {
  if (field.type === 'yes_no') return ['yes', 'no']
  if (field.type === 'multi') return field.options.map(({ value }) => [value])
  return field.type === 'choice' || field.type === 'select' || field.type === 'lookup'
    ? field.options.map(({ value }) => value)
    : []
}

function fill(definition: Definition, making: Making): Answers {
  const answers: Answers = { ...making.forced }
  const pages = formPages(definition)
  for (;;) {
    const next = visiblePages(pages, answers)
      .flatMap((page) => page.fields.filter(isQuestion))
      .find((field) => answers[field.id] === undefined && wanted(field, answers, making))
    if (!next) return answers
    answers[next.id] = answerTo(next, { definition, making, answers, index: 0 })
  }
}

const wanted = (
  field: Question,
  answers: Answers | Row,
  { optional = true }: Making,
  form?: Answers,
): boolean => optional || isRequired(field, answers, form)

type At = { definition: Definition; making: Making; answers: Answers; row?: Row; index: number }

function answerTo(field: Question, at: At): Answer {
  if (field.type === 'file') return [{ id: field.id, name: 'a.png', size: 1, type: 'image/png' }]
  return field.type === 'repeat' ? rowsOf(field, at) : plainAnswer(field, at)
}

function rowsOf(group: RepeatField, at: At): Row[] {
  const count = Math.min(group.max, Math.max(group.min, 2))
  return Array.from({ length: count }, (_, index) => {
    const row: Row = {}
    for (;;) {
      const next = visibleInRow(group, row, at.answers).find(
        (field) => row[field.id] === undefined && wanted(field, row, at.making, at.answers),
      )
      if (!next) return row
      row[next.id] = plainAnswer(next, { ...at, row, index })
    }
  })
}

function plainAnswer(field: PlainField, at: At): PlainAnswer {
  switch (field.type) {
    case 'text':
    case 'textarea':
      return `ทดสอบ ${at.index + 1}`.slice(-field.max)
    case 'signature':
      return 'กมล ศรีทอง'
    case 'person_name':
      return { title: 'นางสาว', first: 'กมล', last: 'ศรีทอง' }
    case 'email':
      return 'kamon@example.com'
    case 'address':
      return ADDRESS
    case 'number':
    case 'money':
      return String(Math.min(field.max ?? 7, Math.max(field.min ?? 7, 7)))
    case 'thai_id':
      return '1-1017-00207-36-6'
    case 'juristic_id':
      return JURISTIC_ID
    case 'passport':
      return 'AA1234567'
    case 'phone':
      return '081-234-5678'
    case 'location':
      return { lat: '16.41899', lng: '101.15509', accuracy: '', source: 'typed' }
    case 'date':
      return typed(rightDay(field, at))
    case 'time':
      return isLater(field.id, at) ? (field.to ?? '16:30') : (field.from ?? '09:00')
    case 'yes_no':
      return 'yes'
    case 'consent':
      return field.version
    case 'multi':
      return [optionOf(field, at)]
    default:
      return optionOf(field, at)
  }
}

const JURISTIC_ID =
  Array.from({ length: 10 }, (_, last) => `010553600031${last}`).find((id) => isJuristicId(id)) ?? ''

function optionOf(field: Extract<PlainField, { options: unknown }>, { answers, row, index }: At): string {
  const options = row ? visibleOptions(field, row, answers) : visibleOptions(field, answers)
  return options[index % options.length]?.value ?? ''
}

/** The end of a booking comes after its beginning. */
const isLater = (id: string, { definition }: At): boolean => definition.form.calendar?.to === id

function rightDay(field: Extract<PlainField, { type: 'date' }>, { making, index }: At): string {
  if (field.minAge !== undefined) return addDays(making.today, -(field.minAge + 10) * 366)
  if (!field.future) return addDays(making.today, -10)
  return addDays(making.today, (field.minDaysAhead ?? 1) + (making.shift ?? 0) + index)
}

/** As a citizen types it: the Buddhist year. */
function typed(day: string): PlainAnswer {
  const parts = parseIsoDate(day)
  if (!parts) throw new Error(`${day} is no day`)
  return parts
}

/** Wrong answers to a field, each with the path at which it has to be refused. */
export function wrongAnswers(
  field: Question,
  right: Answer,
  today: string,
): { value: Answer; path: string }[] {
  const missing = field.optional ? [] : [{ value: '', path: field.id }]
  if (field.type === 'file') return missing
  if (field.type === 'repeat') return [...wrongRows(field, right as Row[], today)]
  return [...missing, ...wrongPlain(field, today).map((value) => ({ value, path: field.id }))]
}

function wrongRows(group: RepeatField, rows: Row[], today: string): { value: Answer; path: string }[] {
  const first = rows[0]
  const tooMany = Array.from({ length: group.max + 1 }, () => first ?? {})
  const inRows = rows.flatMap((row, index) =>
    group.fields.flatMap((field) =>
      row[field.id] === undefined
        ? []
        : wrongPlain(field, today).map((value) => ({
            value: rows.map((each, at) => (at === index ? { ...each, [field.id]: value } : each)),
            path: `${group.id}.${index}.${field.id}`,
          })),
    ),
  )
  const twice =
    group.unique && first ? [{ value: [first, first], path: `${group.id}.1.${group.unique}` }] : []
  return [
    ...(group.min > 0 ? [{ value: [], path: group.id }] : []),
    { value: tooMany, path: group.id },
    ...inRows,
    ...(group.max > 1 ? twice : []),
  ]
}

function wrongPlain(field: PlainField, today: string): PlainAnswer[] {
  switch (field.type) {
    case 'text':
    case 'textarea':
      return ['ก'.repeat(field.max + 1), '龘']
    case 'signature':
      return ['龘', 'ก'.repeat(500)]
    case 'person_name':
      return [
        { title: '', first: 'กมล', last: 'ศรีทอง' },
        { title: 'นาย', first: 'กมล', last: '' },
      ]
    case 'email':
      return ['kamon', 'kamon@example']
    case 'address':
      return [
        { ...ADDRESS, postcode: '67' },
        { ...ADDRESS, district: '' },
      ]
    case 'number':
    case 'money':
      return [
        'สิบ',
        '1.23456',
        ...(field.min ? [String(field.min - 1)] : ['-1']),
        ...(field.max === undefined ? [] : [String(field.max + 1)]),
      ]
    case 'thai_id':
      return ['1101700207367', '12345']
    case 'juristic_id':
      return ['1101700207366', '12345']
    case 'passport':
      return ['ก', '!!!!!!!']
    case 'phone':
      return ['12345', '9812345678']
    case 'location':
      return [
        { lat: '101.15509', lng: '16.41899', accuracy: '', source: 'typed' },
        { lat: '16.4', lng: '', accuracy: '', source: 'typed' },
      ]
    case 'date':
      return wrongDates(field, today)
    case 'time':
      return ['25:00', 'เช้า', ...(field.from ? ['00:01'] : []), ...(field.to ? ['23:59'] : [])]
    case 'yes_no':
    case 'choice':
    case 'select':
    case 'lookup':
      return ['no_such_option']
    case 'multi':
      return wrongChoices(field)
    case 'consent':
      return ['an older version']
  }
}

function wrongDates(field: Extract<PlainField, { type: 'date' }>, today: string): PlainAnswer[] {
  const ahead = (days: number) => typed(addDays(today, days))
  return [
    { day: '31', month: '2', year: '2570' },
    { day: '1', month: '1', year: '2026' },
    { day: '1', month: '', year: '2569' },
    ...(field.future ? [] : [ahead(1)]),
    ...(field.past ? [] : [ahead(-1)]),
    ...(field.minAge === undefined ? [] : [ahead(-366)]),
    ...(field.minDaysAhead === undefined ? [] : [ahead(field.minDaysAhead - 1)]),
    ...(field.maxDaysAhead === undefined ? [] : [ahead(field.maxDaysAhead + 1)]),
  ]
}

function wrongChoices({ options, exclusive, max }: Extract<PlainField, { type: 'multi' }>): PlainAnswer[] {
  const values = options.map(({ value }) => value)
  const others = values.filter((value) => value !== exclusive)
  return [
    ['no_such_option'],
    ...(exclusive ? [[exclusive, ...others.slice(0, 1)]] : []),
    ...(max !== undefined && others.length > max ? [others.slice(0, max + 1)] : []),
  ]
}
