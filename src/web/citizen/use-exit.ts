/** Whether the answers have come to a point from which there is no going on, and when that is told. */
import { useState } from 'preact/hooks'
import type { Exit, Field } from '../../service/definition.ts'
import { type Answers, exitOf, visibleFields } from '../../service/form.ts'

export function useExit(exits: Exit[], fields: Field[]) {
  const [exit, setExit] = useState<Exit>()
  const find = (answers: Answers) => (exits.length > 0 ? exitOf({ exits }, live(fields, answers)) : undefined)
  return {
    exit,
    /** Tells at once; true when there is an exit. */
    tell(answers: Answers): boolean {
      const found = find(answers)
      setExit(found)
      return found !== undefined
    },
    /**
     * After a tap the answer stands. By the keyboard one passes from option to option and types letter by letter: then
     * it stands when the control is left.
     */
    tellAfterTap(answers: Answers): void {
      if (!document.activeElement?.matches(':focus-visible')) setExit(find(answers))
    },
    goOn: () => setExit(undefined),
  }
}

/** Without the answers of this page that do not show. */
function live(fields: Field[], answers: Answers): Answers {
  const shown = new Set(visibleFields(fields, answers))
  const hidden = new Set(fields.filter((field) => !shown.has(field)).map(({ id }) => id))
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !hidden.has(id)))
}
