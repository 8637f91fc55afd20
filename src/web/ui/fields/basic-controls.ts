/** The controls that every form page carries. */
import { ChoiceControl, SelectControl, YesNoControl } from './choice-control.tsx'
import { addControls } from './controls.ts'
import { DateControl } from './date-control.tsx'
import { Heading, Note } from './passage.tsx'
import { TextControl } from './text-control.tsx'

addControls({
  text: TextControl,
  textarea: TextControl,
  number: TextControl,
  money: TextControl,
  thai_id: TextControl,
  juristic_id: TextControl,
  passport: TextControl,
  phone: TextControl,
  email: TextControl,
  time: TextControl,
  date: DateControl,
  yes_no: YesNoControl,
  choice: ChoiceControl,
  select: SelectControl,
  heading: Heading,
  note: Note,
})
