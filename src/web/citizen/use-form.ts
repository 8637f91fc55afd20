/** A form page while it is filled in: answers, what is wrong with them, and what is saved. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Definition, Exit, Field, Language } from '../../service/definition.ts'
import { type Answer, type Answers, visibleFields } from '../../service/form.ts'
import { createAutosave, type SaveState } from '../client/autosave.ts'
import { type Change, changed, type FormHandle, type Live } from '../ui/fields/form-handle.ts'
import { lateFields } from '../ui/fields/lazy-controls.ts'
import type { Told } from './tell-problems.ts'
import { useExit } from './use-exit.ts'
import { useLate } from './use-late.ts'
import { useProblems } from './use-problems.ts'

export type FormInput = {
  language: Language
  applicationId: string
  pageId: string
  fields: Field[]
  answers: Answers
  /** What was wrong with what was posted. */
  problems: Told[]
  blocks?: Definition['form']['blocks']
  exits?: Exit[]
  /** Clock time of the last save. */
  savedAt?: string
  /** The Bangkok day, ISO. */
  today: string
  live?: Live
  openRow?: string
}

/** Answered by a tap: there is no typing to wait for. */
const TAPPED = new Set<Field['type']>(['yes_no', 'choice', 'select', 'lookup', 'multi', 'consent'])

export function useForm(input: FormInput) {
  const { fields, blocks = [], exits = [] } = input
  const [answers, setAnswers] = useState(input.answers)
  const [attempt, setAttempt] = useState(0)
  const [sending, setSending] = useState(0)
  const [saveState, setSaveState] = useState<SaveState>(
    input.savedAt ? { kind: 'saved', at: input.savedAt } : { kind: 'idle' },
  )
  const problems = useProblems({ ...input, blocks }, input.problems)
  const exit = useExit(exits, fields)
  // What was typed last; a rendering may be behind it.
  const latest = useRef(answers)
  const beside = useRef(problems.beside)
  beside.current = problems.beside
  const autosave = useAutosave(input, latest, { onState: setSaveState, onRestore: setAnswers })
  const types = useMemo(() => new Map(fields.map(({ id, type }) => [id, type])), [])

  function change(fieldId: string, next: Change<Answer>): void {
    latest.current = { ...latest.current, [fieldId]: changed(next, latest.current[fieldId]) }
    setAnswers(latest.current)
    problems.recheck(latest.current)
    const type = types.get(fieldId)
    if (type !== 'file') autosave.touch(fieldId)
    if (!type || !TAPPED.has(type)) return
    problems.tellBlocks(() => latest.current)
    exit.tellAfterTap(latest.current)
  }

  const late = useLate(fields, (typed) => {
    for (const [id, answer] of Object.entries(typed)) if (answer !== undefined) change(id, answer)
  })

  /** Checks the whole page; true when it may be sent. What stands in the page's HTML alone, the server checks. */
  function check(): boolean {
    if (late.isWaiting()) return sending === 0
    if (exit.tell(latest.current)) return false
    setAttempt((count) => count + 1)
    return problems.tellAll(latest.current) && sending === 0
  }

  const remarksOn = (path: string) => beside.current.get(path.replace(/\..*/, '')) ?? []
  // The same object for ever, so that a field need not be drawn anew for what happens to another.
  const form = useMemo<FormHandle>(
    () => ({
      language: input.language,
      applicationId: input.applicationId,
      live: input.live,
      openRow: input.openRow,
      late: new Set(lateFields(fields).map(({ id }) => id)),
      answers: () => latest.current,
      problemAt: (path) => remarksOn(path).find((each) => each.path === path)?.text,
      remarks: (path) =>
        remarksOn(path).filter((each) => each.path === path || each.path.startsWith(`${path}.`)),
      change,
      leave: (path) => problems.tellAt(path, () => latest.current),
      uploading: (_fieldId, count) => setSending((all) => all + count),
    }),
    [],
  )
  return {
    form,
    shown: visibleFields(fields, answers),
    listed: problems.listed,
    attempt,
    saveState,
    sending,
    check,
    /** Somebody turns to the form. */
    begin: problems.begin,
    flush: autosave.flush,
    exit: exit.exit,
    /** A control was left: what was typed there stands now. */
    leave: () => exits.length > 0 && void exit.tell(latest.current),
    goOn: exit.goOn,
  }
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
