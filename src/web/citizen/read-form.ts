/** A posted form → answers, as typed. Names are those of the controls: `machines.0.serial`, `birth_date.day`. Pure. */
import type { Field, Option, PlainField, RepeatField } from '../../service/definition.ts'
import { type Answers, isQuestion, PARTS, type PlainAnswer, type Row, rowsOf } from '../../service/form.ts'

/** Answers of the fields that were shown; files travel another way. */
export function readAnswers(fields: Field[], form: URLSearchParams): Answers {
  const answers: Answers = {}
  for (const field of fields.filter(isQuestion)) {
    if (field.type === 'file') continue
    answers[field.id] = field.type === 'repeat' ? readRows(field, form) : readPlain(field, field.id, form)
  }
  return answers
}

/** The fields the sender saw, by the form's own account; what it did not show is left as it was. */
export function shownFields(fields: Field[], form: URLSearchParams): Field[] {
  const shown = new Set((form.get('_shown') ?? '').split(' '))
  return fields.filter((field) => shown.has(field.id))
}

function readPlain(field: PlainField, path: string, form: URLSearchParams): PlainAnswer {
  switch (field.type) {
    case 'date':
    case 'address':
    case 'person_name':
    case 'location':
      return readParts(path, PARTS[field.type], form)
    case 'multi':
      return form.getAll(path).filter(Boolean)
    case 'lookup':
      return optionValue(field.options, form.get(path) ?? '')
    default:
      return (form.get(path) ?? '').replace(/\r\n/g, '\n')
  }
}

/** A part may have two controls, such as a choice of titles and a box for another one: the first that says something. */
function readParts(path: string, parts: readonly string[], form: URLSearchParams): PlainAnswer {
  const said = (part: string) => form.getAll(`${path}.${part}`).find(Boolean) ?? ''
  return Object.fromEntries(parts.map((part) => [part, said(part)])) as PlainAnswer
}

/** Without script a label may be typed instead of chosen. */
function optionValue(options: Option[], text: string): string {
  const named = options.find(({ label }) => [label.th, label.en].includes(text.trim()))
  return named?.value ?? text
}

function readRows(field: RepeatField, form: URLSearchParams): Row[] {
  const prefix = `${field.id}.`
  const indexes = [...form.keys()]
    .filter((name) => name.startsWith(prefix))
    .map((name) => Number(name.split('.')[1]))
  // A row of nothing but unticked boxes posts nothing: `_rows.<id>` says how many there are.
  const said = Number(form.get(`_rows.${field.id}`)) || 0
  const posted = indexes.filter(Number.isInteger).reduce((most, index) => Math.max(most, index + 1), 0)
  const count = Math.min(Math.max(posted, said), field.max)
  return Array.from({ length: count }, (_, index) =>
    Object.fromEntries(
      field.fields.map((each) => [each.id, readPlain(each, `${prefix}${index}.${each.id}`, form)]),
    ),
  )
}

/** "Add" and "remove" of a repeat group, pressed without script. */
export function changeRows(answers: Answers, form: URLSearchParams): Answers {
  const added = form.get('_add')
  if (added) return { ...answers, [added]: [...rowsOf(answers[added]), {}] }
  const [fieldId, index] = (form.get('_remove') ?? '').split('.')
  if (!fieldId) return answers
  return { ...answers, [fieldId]: rowsOf(answers[fieldId]).filter((_, at) => at !== Number(index)) }
}
