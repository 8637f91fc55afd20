/**
 * Whether any answers make conditions true: every combination that matters is tried with the form's own rules, so
 * what is said here and what a citizen sees cannot differ. Pure.
 */
import type { Condition, Definition, Field, RepeatField } from '../definition.ts'
import type { Answer, Answers, Row } from '../form/answers.ts'
import { holds, visibleOptions } from '../form/conditions.ts'
import { formPages, liveAnswers, visibleInRow } from '../form/pages.ts'
import {
  type Comparison,
  comparisonsIn,
  type FieldPlace,
  fieldPlaces,
  fieldsInReach,
  givenPlaces,
  optionsOf,
} from './form-places.ts'

/** More combinations are not tried, and it is taken that one of them would do. */
const MOST = 20_000

/** Whether all of these can hold together; `row` is the repeat group they are written in. */
export function canHold(definition: Definition, conditions: Condition[], row?: RepeatField): boolean {
  const reach = fieldsInReach([...givenPlaces(definition), ...fieldPlaces(definition)], row)
  const comparisons = concerned(conditions, reach)
  const ids = [...new Set(comparisons.map(({ field }) => field))]
  const domains = ids.map((id) =>
    domainOf(
      reach.get(id)?.field,
      comparisons.filter(({ field }) => field === id),
    ),
  )
  const count = domains.reduce((product, domain) => product * domain.length, 1)
  if (count > MOST) return true
  const pages = formPages(definition)
  const inRow = new Set(ids.filter((id) => reach.get(id)?.row))
  for (let number = 0; number < count; number++) {
    const answers = combination(ids, domains, number)
    const outside = pick(answers, (id) => !inRow.has(id))
    const live = withoutHiddenOptions(reach, liveAnswers(pages, outside))
    const own =
      row &&
      withoutHiddenOptions(
        reach,
        shownIn(
          row,
          pick(answers, (id) => inRow.has(id)),
          live,
        ),
        live,
      )
    if (conditions.every((each) => (own ? holds(each, own as Row, live) : holds(each, live)))) return true
  }
  return false
}

/** The comparisons that decide, those that decide whether their fields show included. */
function concerned(conditions: Condition[], reach: Map<string, FieldPlace>): Comparison[] {
  const found: Comparison[] = []
  const waiting = [...conditions]
  const known = new Set<string>()
  for (let next = waiting.pop(); next; next = waiting.pop())
    for (const { comparison } of comparisonsIn(next)) {
      found.push(comparison)
      const place = reach.get(comparison.field)
      if (!place || known.has(comparison.field)) continue
      known.add(comparison.field)
      waiting.push(...place.shownBy, ...optionsOf(place.field).flatMap(({ when }) => when ?? []))
    }
  return found
}

/** Answers worth trying for one field: none, and one on each side of everything it is compared with. */
function domainOf(field: Field | undefined, comparisons: Comparison[]): (Answer | undefined)[] {
  if (!field) return [undefined]
  const texts = comparisons.flatMap(({ eq, ne, in: among = [] }) =>
    [eq, ne, ...among].filter((each) => each !== undefined),
  )
  const bounds = comparisons.flatMap(({ gt, lt }) => [gt, lt].filter((each) => each !== undefined))
  switch (field.type) {
    case 'choice':
    case 'select':
    case 'lookup':
      return [undefined, ...field.options.map(({ value }) => value)]
    case 'yes_no':
      return [undefined, 'yes', 'no']
    case 'consent':
      return [undefined, field.version]
    case 'multi':
      return [undefined, ...setsOf(field, texts)]
    case 'number':
    case 'money':
      return [undefined, ...numbersAround([...bounds, ...texts.map(Number)], field).map(String)]
    case 'repeat':
    case 'file':
      return [
        undefined,
        ...countsAround(bounds, field).map((rows): Row[] => Array.from({ length: rows }, () => ({ _: 'x' }))),
      ]
    case 'address':
    case 'person_name':
    case 'location':
    case 'date':
      return [
        undefined,
        { day: '1', month: '1', year: '2570', lat: '1', lng: '1', first: 'x', houseNo: '1' } as Answer,
      ]
    default:
      return [undefined, 'x', ...texts]
  }
}

type Bounds = { min?: number; max?: number }

const within = ({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: Bounds, number: number) =>
  number >= min && number <= max

function numbersAround(bounds: number[], field: Bounds & { decimals?: number; type: string }): number[] {
  const decimals = field.type === 'money' ? 2 : (field.decimals ?? 0)
  const step = 10 ** -decimals
  const near = bounds.flatMap((bound) => [
    Math.ceil(bound - step),
    bound - step,
    bound,
    bound + step,
    Math.floor(bound + step),
  ])
  const all = [0, field.min ?? 0, field.max ?? 1, ...near].map((each) => Number(each.toFixed(decimals)))
  return [...new Set(all)].filter((each) => each >= 0 && within(field, each))
}

function countsAround(bounds: number[], field: Extract<Field, { type: 'repeat' | 'file' }>): number[] {
  const limits = field.type === 'repeat' ? field : { min: 0, max: field.maxFiles }
  const near = bounds.flatMap((bound) => [
    Math.floor(bound),
    Math.ceil(bound),
    Math.floor(bound) + 1,
    Math.ceil(bound) - 1,
  ])
  return [...new Set([limits.min, limits.max, ...near])].filter((each) => each > 0 && within(limits, each))
}

/** Options that conditions tell apart; the more there are, the fewer of their sets are tried. */
const MOST_TOLD_APART = 6

function setsOf(field: Extract<Field, { type: 'multi' }>, named: string[]): string[][] {
  const options = field.options.map(({ value }) => value)
  const told = [...new Set(named)].filter((each) => options.includes(each))
  const others = options.filter((each) => !told.includes(each))
  if (told.length > MOST_TOLD_APART) return [...options.map((each) => [each]), options]
  const sets = Array.from({ length: 2 ** told.length }, (_, bits) =>
    told.filter((_, index) => bits & (1 << index)),
  )
  const filled = sets.flatMap((set) => [set, [...set, ...others.slice(0, 1)], [...set, ...others]])
  const alone = (set: string[]) => set.length === 1 || !set.includes(field.exclusive ?? '')
  return filled.filter((set) => set.length > 0 && within(field, set.length) && alone(set))
}

function combination(ids: string[], domains: (Answer | undefined)[][], number: number): Answers {
  let rest = number
  const chosen = ids.map((id, index): [string, Answer | undefined] => {
    const domain = domains[index] ?? [undefined]
    const value = domain[rest % domain.length]
    rest = Math.floor(rest / domain.length)
    return [id, value]
  })
  return Object.fromEntries(chosen.filter(([, value]) => value !== undefined))
}

const pick = (answers: Answers, wanted: (id: string) => boolean): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => wanted(id)))

function shownIn(row: RepeatField, answers: Answers, form: Answers): Answers {
  const shown = new Set(visibleInRow(row, answers as Row, form).map(({ id }) => id))
  return pick(answers, (id) => shown.has(id))
}

/** Nobody can choose what is not offered. */
function withoutHiddenOptions(reach: Map<string, FieldPlace>, answers: Answers, form?: Answers): Answers {
  return pick(answers, (id) => {
    const field = reach.get(id)?.field
    const value = answers[id]
    if (!field || !('options' in field) || value === undefined) return true
    const offered = new Set(visibleOptions(field, answers, form).map((option) => option.value))
    return [value].flat().every((each) => offered.has(String(each)))
  })
}
