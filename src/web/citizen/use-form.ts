/** A form page while it is filled in: answers, what is wrong with them, and what is saved. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Field, Language } from '../../service/definition.ts'
import { type Answer, type Answers, type FieldProblem, holds } from '../../service/form.ts'
import { createAutosave, type SaveState } from '../client/autosave.ts'
import { type Change, changed, type FormHandle } from '../ui/fields/form-handle.ts'
import { useProblems } from './use-problems.ts'

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
  const { language, fields } = input
  const [answers, setAnswers] = useState(input.answers)
  const [attempt, setAttempt] = useState(0)
  const [sending, setSending] = useState(0)
  const [saveState, setSaveState] = useState<SaveState>(
    input.savedAt ? { kind: 'saved', at: input.savedAt } : { kind: 'idle' },
  )
  const problems = useProblems(input)
  // What was typed last; a rendering may be behind it.
  const latest = useRef(answers)
  const autosave = useAutosave(input, latest, { onState: setSaveState, onRestore: setAnswers })

  function change(fieldId: string, next: Change<Answer>): void {
    latest.current = { ...latest.current, [fieldId]: changed(next, latest.current[fieldId]) }
    setAnswers(latest.current)
    problems.recheck(latest.current)
    if (fields.find((field) => field.id === fieldId)?.type !== 'file') autosave.touch(fieldId)
  }

  /** Checks the whole page; true when it may be sent. */
  function check(): boolean {
    setAttempt((count) => count + 1)
    return problems.tellAll(latest.current) && sending === 0
  }

  const form: FormHandle = {
    language,
    applicationId: input.applicationId,
    answers,
    problemAt: (path) => problems.beside.get(path),
    change,
    leave: (path) => problems.tellAt(path, latest.current),
    uploading: (_fieldId, count) => setSending((all) => all + count),
  }
  const shown = fields.filter((field) => holds(field.when, answers))
  return { form, shown, listed: problems.listed, attempt, saveState, sending, check, flush: autosave.flush }
}

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
