/**
 * What is wrong on a form page, in words. The server uses it for what was posted; a browser downloads it, with all the
 * rules, once somebody begins to fill in.
 */
import type { Definition, Field, Language } from '../../service/definition.ts'
import {
  type Answers,
  blocksOf,
  checkFields,
  type FieldProblem,
  isEmpty,
  visibleFields,
} from '../../service/form.ts'
import { problemBeside, problemInList } from './labels.ts'

/** One thing to mend. `key` is the same as long as it is the same thing. */
export type Told = {
  path: string
  key: string
  /** What stands beside the field, and in the list of all. */
  text: string
  inList: string
  /** Not answered yet, which nobody wants to hear while still on the way there. */
  missing: boolean
  /** Follows from answers that stand there: told at once. */
  blocked: boolean
}

export type FormRules = {
  fields: Field[]
  /** The definition's own rules on these fields. */
  blocks: Definition['form']['blocks']
  today: string
  language: Language
}

export function findProblems({ fields, blocks, today, language }: FormRules, answers: Answers): Told[] {
  const shown = visibleFields(fields, answers)
  const found = [...checkFields(shown, answers, today), ...blocksOf(blocks, shown, answers)]
  return tellProblems(found, fields, language).map((told) => ({
    ...told,
    blocked: told.blocked && !isEmpty(answers[told.path]),
  }))
}

export const tellProblems = (problems: FieldProblem[], fields: Field[], language: Language): Told[] =>
  problems.map((problem) => ({
    path: problem.path,
    key: `${problem.path} ${problem.code} ${problem.message?.th ?? ''}`,
    text: problemBeside(fields, problem, language),
    inList: problemInList(fields, problem, language),
    missing: /^required|^incomplete|^too_few/.test(problem.code),
    blocked: problem.code === 'blocked',
  }))
