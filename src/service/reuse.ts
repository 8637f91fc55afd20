/**
 * What a new application takes over from the same person's last one: the answers to questions that are still asked in
 * the same way. Never papers, agreements and signatures, which are given anew; never what the definition keeps out
 * (`reuse: false`); nothing at all from an application that was made for somebody else. Pure.
 */
import type { Definition, PlainField, Question } from './definition.ts'
import {
  type Answer,
  type Answers,
  checkField,
  formPages,
  holds,
  isEmpty,
  isQuestion,
  normalise,
  type Row,
  rowsOf,
} from './form.ts'

type Rules = Pick<Definition, 'form' | 'onBehalf'>
const GIVEN_ANEW: Question['type'][] = ['file', 'consent', 'signature']

/** The answers of the earlier application that fit the form as it is now; empty when there is nothing to take. */
export function reusableAnswers(
  earlier: { definition: Rules; answers: Answers },
  now: Rules,
  today: string,
): Answers {
  const { onBehalf } = earlier.definition
  if (onBehalf && holds(onBehalf, earlier.answers)) return {}
  const before = new Map(questions(earlier.definition).map((field) => [field.id, field]))
  const taken: Answers = {}
  for (const field of questions(now)) {
    const value = takenOver(before.get(field.id), field, earlier.answers[field.id])
    if (isEmpty(value)) continue
    const wrong = checkField(field, value, { answers: earlier.answers, today }).length > 0
    if (!wrong) taken[field.id] = value
  }
  return normalise(formPages(now), taken)
}

const questions = ({ form }: Rules): Question[] =>
  formPages({ form })
    .flatMap((page) => page.fields)
    .filter(isQuestion)

const isReusable = (before: Question | PlainField | undefined, field: Question | PlainField): boolean =>
  before?.type === field.type && field.reuse && !GIVEN_ANEW.includes(field.type)

function takenOver(
  before: Question | undefined,
  field: Question,
  value: Answer | undefined,
): Answer | undefined {
  if (!isReusable(before, field)) return undefined
  if (field.type !== 'repeat' || before?.type !== 'repeat') return value
  const columns = field.fields.filter((each) =>
    isReusable(
      before.fields.find(({ id }) => id === each.id),
      each,
    ),
  )
  return rowsOf(value).map((row): Row => Object.fromEntries(columns.map(({ id }) => [id, row[id]])))
}
