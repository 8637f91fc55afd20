import type { JSX } from 'preact'
import type { PlainField } from '../../../service/definition.ts'
import { AddressControl } from './address-control.tsx'
import { ChoiceControl, SelectControl } from './choice-control.tsx'
import { DateControl } from './date-control.tsx'
import { type PlainProps, TextControl } from './text-control.tsx'

type Controls = {
  [T in PlainField['type']]: (props: PlainProps<Extract<PlainField, { type: T }>>) => JSX.Element
}
const CONTROLS: Controls = {
  text: TextControl,
  textarea: TextControl,
  number: TextControl,
  thai_id: TextControl,
  juristic_id: TextControl,
  phone: TextControl,
  email: TextControl,
  date: DateControl,
  choice: ChoiceControl,
  select: SelectControl,
  address: AddressControl,
}

/** One field that holds one answer, by its type. */
export function PlainFieldView(props: PlainProps) {
  // The table ties each type to its control; TypeScript cannot follow that through an index.
  const Control = CONTROLS[props.field.type] as (props: PlainProps) => JSX.Element
  return <Control {...props} />
}
