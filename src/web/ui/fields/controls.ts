/** Which component draws which type of field. */
import type { JSX } from 'preact'
import type { Field, PlainField } from '../../../service/definition.ts'
import type { Answer, PlainAnswer } from '../../../service/form.ts'
import type { Change, FormHandle } from './form-handle.ts'

export type PlainProps<F extends PlainField = PlainField> = {
  field: F
  path: string
  value: PlainAnswer | undefined
  onChange(change: Change<PlainAnswer>): void
  form: FormHandle
}
/** A field that no row of a repeat group can hold. */
export type WholeProps<F extends Field = Field> = { field: F; value: Answer | undefined; form: FormHandle }

type Props<T extends Field['type']> = T extends PlainField['type']
  ? PlainProps<Extract<PlainField, { type: T }>>
  : WholeProps<Extract<Field, { type: T }>>
export type Controls = { [T in Field['type']]: (props: Props<T>) => JSX.Element | null }

const known: Partial<Controls> = {}

/** The server adds all of them, a browser those of its page. */
export const addControls = (more: Partial<Controls>): void => void Object.assign(known, more)

/** Whether its control is here, and those of its rows. */
export const isDrawable = (field: Field): boolean =>
  [field, ...(field.type === 'repeat' ? field.fields : [])].every(({ type }) => known[type])

/** The table ties each type to its properties; TypeScript cannot follow that through an index. */
export const controlOf = (type: Field['type']) =>
  known[type] as ((props: PlainProps | WholeProps) => JSX.Element | null) | undefined
