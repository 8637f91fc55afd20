/** A form page while it is filled in: answers, what is wrong with them, and what is saved. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Field, Language } from '../../service/definition.ts'
import { type Answer, type Answers, checkFields, type FieldProblem, holds } from '../../service/form.ts'
import { createAutosave, type SaveState } from '../client/autosave.ts'
import { type FormHandle, idOf } from '../ui/fields/form-handle.ts'
import { problemBeside, problemInList } from './labels.ts'

export type FormInput = {
  language: Language
  applicationId: string
  pageId: string
  fields: Field[]
  answers: Answers
  problems: FieldProblem[]
  /** Clock time of the last save. */
  savedAt?: string
  /** The Bangkok day, ISO. */
  today: string
}

export function useForm(input: FormInput) {
  const { language, fields, today } = input
  const [answers, setAnswers] = useState(input.answers)
  const [problems, setProblems] = useState(input.problems)
  const [attempt, setAttempt] = useState(0)
  const [saveState, setSaveState] = useState<SaveState>(
    input.savedAt ? { kind: 'saved', at: input.savedAt } : { kind: 'idle' },
  )
  const [sending, setSending] = useState(0)
  const latest = useRef(answers)
  latest.current = answers
  const autosave = useAutosave(input, latest, { onState: setSaveState, onRestore: setAnswers })
  const shown = fields.filter((field) => holds(field.when, answers))

  function change(fieldId: string, value: Answer): void {
    latest.current = { ...latest.current, [fieldId]: value }
    setAnswers(latest.current)
    if (fields.find((field) => field.id === fieldId)?.type !== 'file') autosave.touch(fieldId)
    // What was wrong is looked at again as it changes; what was not yet told is not told while typing.
    const still = new Set(checkFields(fields, latest.current, today).map(key))
    setProblems((told) => told.filter((problem) => still.has(key(problem))))
  }

  /** On leaving a box: what is wrong with what was typed, but not that something is still missing. */
  function leave(path: string): void {
    const found = checkFields(fields, latest.current, today).filter(
      (problem) => problem.path === path && !/^required|^incomplete/.test(problem.code),
    )
    setProblems((told) => [...told.filter((problem) => problem.path !== path), ...found])
  }

  /** Checks the whole page; true when it may be sent. */
  function check(): boolean {
    const found = checkFields(shown, latest.current, today)
    setProblems(found)
    setAttempt((count) => count + 1)
    return found.length === 0 && sending === 0
  }

  const beside = new Map(problems.map((each) => [each.path, problemBeside(fields, each, language)]))
  const listed = problems.map((each) => ({
    href: `#${idOf(each.path)}`,
    text: problemInList(fields, each, language),
  }))
  const form: FormHandle = {
    language,
    applicationId: input.applicationId,
    answers,
    problemAt: (path) => beside.get(path),
    change,
    leave,
    uploading: (_fieldId, count) => setSending((all) => all + count),
  }
  return { form, shown, listed, attempt, saveState, sending, check, flush: autosave.flush }
}

const key = (problem: FieldProblem) => `${problem.path} ${problem.code}`

type AutosaveCallbacks = { onState(state: SaveState): void; onRestore(answers: Answers): void }

function useAutosave(
  input: FormInput,
  latest: { current: Answers },
  { onState, onRestore }: AutosaveCallbacks,
) {
  const autosave = useMemo(
    () =>
      createAutosave({
        url: `/l/apply/${input.applicationId}/answers`,
        answers: () => latest.current,
        onState,
        storageKey: `anuyat:${input.applicationId}:${input.pageId}`,
      }),
    [],
  )
  useEffect(() => {
    const unsaved = autosave.restore()
    latest.current = { ...latest.current, ...unsaved }
    onRestore(latest.current)
    for (const id of Object.keys(unsaved)) autosave.touch(id)
    const leave = () => void autosave.flush()
    addEventListener('pagehide', leave)
    return () => removeEventListener('pagehide', leave)
  }, [autosave])
  return autosave
}
