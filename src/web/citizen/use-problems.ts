/** What is wrong on a form page, and when it is told: not while a person is still typing, and not all at once. */
import { useState } from 'preact/hooks'
import type { Field, Language } from '../../service/definition.ts'
import { type Answers, checkFields, type FieldProblem } from '../../service/form.ts'
import { idOf } from '../ui/fields/form-handle.ts'
import { problemBeside, problemInList } from './labels.ts'

type Input = { fields: Field[]; problems: FieldProblem[]; today: string; language: Language }

export function useProblems({ fields, problems: first, today, language }: Input) {
  const [problems, setProblems] = useState(first)

  /** After a change: what was told and is mended goes; nothing new is told. */
  function recheck(answers: Answers): void {
    const still = new Set(checkFields(fields, answers, today).map(key))
    setProblems((told) => told.filter((problem) => still.has(key(problem))))
  }

  /** On leaving a box: what is wrong with what was typed; that something is still missing only if it was told before. */
  function tellAt(path: string, answers: Answers): void {
    const found = checkFields(fields, answers, today).filter((problem) => problem.path === path)
    setProblems((told) => [
      ...told.filter((problem) => problem.path !== path),
      ...found.filter((problem) => !isMissing(problem) || told.some((each) => key(each) === key(problem))),
    ])
  }

  /** Everything at once; true when nothing is wrong. */
  function tellAll(answers: Answers): boolean {
    const found = checkFields(fields, answers, today)
    setProblems(found)
    return found.length === 0
  }

  const beside = new Map(problems.map((each) => [each.path, problemBeside(fields, each, language)]))
  const listed = problems.map((each) => ({
    href: `#${idOf(each.path)}`,
    text: problemInList(fields, each, language),
  }))
  return { beside, listed, recheck, tellAt, tellAll }
}

const isMissing = ({ code }: FieldProblem) => /^required|^incomplete/.test(code)
const key = (problem: FieldProblem) => `${problem.path} ${problem.code}`
