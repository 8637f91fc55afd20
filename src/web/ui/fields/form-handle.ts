/** What a control knows of the form around it. */
import type { Language } from '../../../service/definition.ts'
import type { Answer, Answers } from '../../../service/form.ts'

/**
 * A new value, or how it follows from the one that is there now. Whatever consists of several controls must say how:
 * a phone's autofill changes many in one turn, long before the next rendering shows what they hold.
 */
export type Change<T extends Answer> = T | ((current: T | undefined) => T)

export const changed = <T extends Answer>(change: Change<T>, current: T | undefined): T =>
  typeof change === 'function' ? change(current) : change

export type FormHandle = {
  language: Language
  applicationId: string
  answers: Answers
  /** The sentence about this path, if something is wrong there. */
  problemAt(path: string): string | undefined
  change(fieldId: string, change: Change<Answer>): void
  leave(path: string): void
  /** How many files are on their way: the page may not be left meanwhile. */
  uploading(fieldId: string, count: number): void
}

/** Id of a field's first control: where a link of the error summary leads. */
export const idOf = (path: string): string => `f-${path.replace(/\./g, '-')}`

/** Ids of what describes a control, for `aria-describedby`. */
export function describedBy(path: string, has: { hint: boolean; problem: boolean }): string | undefined {
  const ids = [has.hint && `${idOf(path)}-hint`, has.problem && `${idOf(path)}-problem`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}
