/** What a control knows of the form around it. */
import type { Definition, Language } from '../../../service/definition.ts'
import type { Answer, Answers } from '../../../service/form.ts'

/**
 * A new value, or how it follows from the one that is there now. Whatever consists of several controls must say how:
 * a phone's autofill changes many in one turn, long before the next rendering shows what they hold.
 */
export type Change<T extends Answer> = T | ((current: T | undefined) => T)

export const changed = <T extends Answer>(change: Change<T>, current: T | undefined): T =>
  typeof change === 'function' ? change(current) : change

/** Something to mend, in words. */
export type Remark = { path: string; text: string }

/** The same object as long as the page is open, so that a field is drawn anew for its own changes only. */
export type FormHandle = {
  language: Language
  applicationId: string
  /** All answers as they are at this moment. */
  answers(): Answers
  /** The sentence about this path, if something is wrong there. */
  problemAt(path: string): string | undefined
  /** All about this path and what lies inside it. */
  remarks(path: string): Remark[]
  change(fieldId: string, change: Change<Answer>): void
  leave(path: string): void
  /** How many files are on their way: the page may not be left meanwhile. */
  uploading(fieldId: string, count: number): void
  /** The row of a repeat group that was asked for without script: `machines.3`. */
  openRow?: string
  live?: Live
  /** Fields whose controls come after the page. */
  late: Set<string>
}

/** What a page needs to show the fee so far and computed values: their rules, and the fields that they speak of. */
export type Live = Pick<Definition, 'form' | 'computed' | 'fees'> & {
  /** The day of filing, ISO. */
  on: string
}

/** Id of a field's first control: where a link of the error summary leads. */
export const idOf = (path: string): string => `f-${path.replace(/\./g, '-')}`

/** Right after the next rendering, which is a microtask away: later, it would take the focus from somebody who types. */
export function focusSoon(path: string): void {
  setTimeout(() => document.getElementById(idOf(path))?.focus(), 0)
}

/** Ids of what describes a control, for `aria-describedby`. */
export function describedBy(path: string, has: { hint: boolean; problem: boolean }): string | undefined {
  const ids = [has.hint && `${idOf(path)}-hint`, has.problem && `${idOf(path)}-problem`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** What every single control of a field bears. */
export function marks(path: string, hint: unknown, problem: string | undefined) {
  return {
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': describedBy(path, { hint: Boolean(hint), problem: Boolean(problem) }),
  }
}
