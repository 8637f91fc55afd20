/**
 * What a new application takes over from the same person's last one: the answers to questions that are still asked in
 * the same way. Never papers, agreements and signatures, which are given anew; never what the definition keeps out
 * (`reuse: false`); nothing at all from an application that was made for somebody else, or that
 * handed a licence on. Pure.
 */
import { isOnBehalf } from './behalf.ts'
import type { Definition, Field, PlainField, Question } from './definition.ts'
import {
  type Answer,
  type Answers,
  checkField,
  formPages,
  isEmpty,
  isQuestion,
  normalise,
  type Row,
  rowsOf,
} from './form.ts'

type Rules = Pick<Definition, 'form' | 'onBehalf' | 'behalf'>
/** Papers, agreements and signatures. */
export const GIVEN_ANEW: readonly Field['type'][] = ['file', 'consent', 'signature']

/** The answers of the earlier application that fit the form as it is now; empty when there is nothing to take. */
export function reusableAnswers(
  earlier: { definition: Rules; answers: Answers },
  now: Rules,
  today: string,
): Answers {
  // A transfer's answers are those of the new holder, whom the present one named.
  if (earlier.answers.transaction === 'transfer') return {}
  if (isOnBehalf(earlier.definition, earlier.answers)) return {}
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
