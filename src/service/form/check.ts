/** What has to be mended: whether there is an answer, rows and files. One answer by its type: check-answer.ts. */
import { bookingProblems } from '../calendar.ts'
import type { Definition, Field, PlainField, Question, RepeatField } from '../definition.ts'
import { type Answer, type Answers, filesOf, isEmpty, type PlainAnswer, type Row, rowsOf } from './answers.ts'
import { checkAnswer, type Place } from './check-answer.ts'
import { holds, isRequired } from './conditions.ts'
import { normaliseAnswer } from './normalise.ts'
import { blocksOf, formPages, isQuestion, liveAnswers, visibleInRow, visiblePages } from './pages.ts'
import type { FieldProblem, ProblemCode } from './problem.ts'

/** Everything to mend in the whole form before it may be handed in. */
export function checkForm(form: Definition['form'], answers: Answers, today: string): FieldProblem[] {
  const pages = formPages({ form })
  const live = liveAnswers(pages, answers)
  const fields = visiblePages(pages, live).flatMap((page) => page.fields)
  return [
    ...checkFields(fields, live, today),
    ...blocksOf(form.blocks, fields, live),
    ...bookingProblems(form, live),
  ]
}

/** Everything to mend on these fields. */
export function checkFields(fields: Field[], answers: Answers, today: string): FieldProblem[] {
  return fields
    .filter(isQuestion)
    .filter((field) => holds(field.when, answers))
    .flatMap((field) => checkField(field, answers[field.id], { answers, today }))
}

export function checkField(field: Question, value: Answer | undefined, place: Place): FieldProblem[] {
  const path = place.path ?? field.id
  const required = place.row ? isRequired(field, place.row, place.answers) : isRequired(field, place.answers)
  if (field.type === 'repeat')
    return required || !isEmpty(value) ? checkRows(field, rowsOf(value), place) : []
  if (isEmpty(value)) return required ? [{ path, code: MISSING[field.type] ?? 'required' }] : []
  if (field.type === 'file') {
    const tooMany = filesOf(value).length > field.maxFiles
    return tooMany ? [{ path, code: 'too_many_files', params: { max: field.maxFiles } }] : []
  }
  const problem = checkAnswer(field, value as PlainAnswer, place)
  return problem ? [{ path, ...problem }] : []
}

const MISSING: Partial<Record<Question['type'], ProblemCode>> = {
  yes_no: 'required_choice',
  choice: 'required_choice',
  select: 'required_choice',
  lookup: 'required_choice',
  multi: 'required_choice',
  consent: 'required_consent',
  location: 'required_location',
  file: 'required_file',
}

function checkRows(field: RepeatField, rows: Row[], place: Place): FieldProblem[] {
  const path = place.path ?? field.id
  if (rows.length < field.min) return [{ path, code: 'too_few_rows', params: { min: field.min } }]
  if (rows.length > field.max) return [{ path, code: 'too_many_rows', params: { max: field.max } }]
  const problems = rows.flatMap((row, index) =>
    visibleInRow(field, row, place.answers).flatMap((each) =>
      checkField(each, row[each.id], { ...place, row, path: `${path}.${index}.${each.id}` }),
    ),
  )
  return [...problems, ...checkUnique(field, rows, path)]
}

/** The later of two rows that answer alike is the one to mend. */
function checkUnique(field: RepeatField, rows: Row[], path: string): FieldProblem[] {
  const unique = field.fields.find(({ id }) => id === field.unique)
  if (!unique) return []
  const first = new Map<string, number>()
  return rows.flatMap((row, index): FieldProblem[] => {
    const value = row[unique.id]
    if (isEmpty(value)) return []
    const key = keyOf(unique, value as PlainAnswer)
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, index)
    const params = { row: (earlier ?? 0) + 1, th: field.item.th, en: field.item.en }
    return earlier === undefined
      ? []
      : [{ path: `${path}.${index}.${unique.id}`, code: 'not_unique', params }]
  })
}

/** Large and small letters are alike: serial numbers are written both ways. */
const keyOf = (field: PlainField, value: PlainAnswer): string =>
  JSON.stringify(normaliseAnswer(field, value)).toLowerCase()
