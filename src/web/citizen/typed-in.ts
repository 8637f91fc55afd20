/** What was typed into fields that are still as the server drew them. */
import type { Field } from '../../service/definition.ts'
import type { Answers } from '../../service/form.ts'
import { readAnswers } from './read-form.ts'

/** The answers of those fields alone that somebody changed. */
export function typedIn(fields: Field[]): Answers {
  const touched = fields.filter(({ id }) => isTouched(document.querySelector(`.late[data-field="${id}"]`)))
  const form = document.querySelector('form')
  const entries = form ? [...new FormData(form)] : []
  const typed = entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
  return readAnswers(touched, new URLSearchParams(typed))
}

/** Something there is no longer as the server sent it. */
function isTouched(place: Element | null): boolean {
  const boxes = [...(place?.querySelectorAll<HTMLInputElement>('input, textarea') ?? [])]
  const options = [...(place?.querySelectorAll('option') ?? [])]
  return (
    boxes.some((box) => box.value !== box.defaultValue || box.checked !== box.defaultChecked) ||
    options.some((option) => option.selected !== option.defaultSelected)
  )
}
