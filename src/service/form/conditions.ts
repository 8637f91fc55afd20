/** When something applies. In a row of a repeat group a condition looks at the row first, then at the form around it. */
import type { Condition, Option, Question } from '../definition.ts'
import { plainNumber, westernDigits } from '../thai.ts'
import { type Answer, type Answers, isEmpty, type Row } from './answers.ts'

type Comparison = Extract<Condition, { field: string }>

/** `form`: the answers around a row. */
export function holds(condition: Condition | undefined, answers: Answers | Row, form?: Answers): boolean {
  if (!condition) return true
  if ('all' in condition) return condition.all.every((each) => holds(each, answers, form))
  if ('any' in condition) return condition.any.some((each) => holds(each, answers, form))
  if ('not' in condition) return !holds(condition.not, answers, form)
  const here = !form || Object.hasOwn(answers, condition.field)
  return matches(condition, here ? answers[condition.field] : form[condition.field])
}

function matches(comparison: Comparison, value: Answer | undefined): boolean {
  const { filled, eq, ne, gt, lt } = comparison
  if (filled !== undefined && filled === isEmpty(value)) return false
  const texts = textsOf(value)
  if (eq !== undefined && !texts.includes(eq)) return false
  if (ne !== undefined && texts.includes(ne)) return false
  if (comparison.in !== undefined && !texts.some((text) => comparison.in?.includes(text))) return false
  if (gt !== undefined && !(numberOf(value) > gt)) return false
  return lt === undefined || numberOf(value) < lt
}

/** One for most answers, several for a multi, none for what cannot be compared. */
function textsOf(value: Answer | undefined): string[] {
  if (typeof value === 'string') return [westernDigits(value)]
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

/** A number as typed, or how many rows, options or files there are. What is not answered is no number. */
function numberOf(value: Answer | undefined): number {
  if (Array.isArray(value)) return value.length
  return typeof value === 'string' && !isEmpty(value) ? Number(plainNumber(value)) : Number.NaN
}

/** Whether a question has to be answered, now. */
export function isRequired(question: Question, answers: Answers | Row, form?: Answers): boolean {
  if (!question.optional) return true
  return question.requireWhen !== undefined && holds(question.requireWhen, answers, form)
}

/** The options that may be chosen now, in their order. */
export function visibleOptions(
  field: { options: Option[] },
  answers: Answers | Row,
  form?: Answers,
): Option[] {
  return field.options.filter((option) => holds(option.when, answers, form))
}
