import type { Field, Language } from '../../service/definition.ts'
import type { FieldProblem } from '../../service/form.ts'
import { problemText } from '../../service/problems.ts'

/** The label of the field at a path such as `machines.0.serial`; '' when there is none. */
function labelAt(fields: Field[], path: string, language: Language): string {
  const [id, , inner] = path.split('.')
  const field = fields.find((each) => each.id === id)
  const within = field?.type === 'repeat' && inner ? field.fields.find((each) => each.id === inner) : field
  return within?.label[language] ?? ''
}

/** What stands beside the field itself: there the label need not be said again. */
export function problemBeside(fields: Field[], problem: FieldProblem, language: Language): string {
  return problemText(problem, labelAt(fields, problem.path, language), language)
}

/** What stands in a list of problems: it names the field, and the row of a repeat group. */
export function problemInList(fields: Field[], problem: FieldProblem, language: Language): string {
  const label = labelAt(fields, problem.path, language)
  const sentence = problemText(problem, label, language)
  const named = sentence.includes(label) ? sentence : `${label}: ${sentence}`
  const [id, row] = problem.path.split('.')
  const field = fields.find((each) => each.id === id)
  return field?.type === 'repeat' && row ? `${field.item[language]} ${Number(row) + 1}: ${named}` : named
}
