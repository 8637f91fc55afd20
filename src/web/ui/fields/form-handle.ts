/** What a control knows of the form around it. */
import type { Language } from '../../../service/definition.ts'
import type { Answer, Answers } from '../../../service/form.ts'

export type FormHandle = {
  language: Language
  applicationId: string
  answers: Answers
  /** The sentence about this path, if something is wrong there. */
  problemAt(path: string): string | undefined
  /** `row`: the answer lies in this row of a repeat group. */
  change(fieldId: string, value: Answer): void
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
