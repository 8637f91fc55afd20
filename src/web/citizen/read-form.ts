/** A posted form → answers, as typed. Names are those of the controls: `machines.0.serial`, `birth_date.day`. Pure. */
import type { Field, PlainField, RepeatField } from '../../service/definition.ts'
import type { Answer, Answers, PlainAnswer, Row } from '../../service/form.ts'

const DATE_PARTS = ['day', 'month', 'year']
const ADDRESS_PARTS = ['houseNo', 'moo', 'soi', 'road', 'subdistrict', 'district', 'province', 'postcode']

/** Answers of the fields that were shown; files travel another way. */
export function readAnswers(fields: Field[], form: URLSearchParams): Answers {
  const answers: Answers = {}
  for (const field of fields) {
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
  if (field.type === 'date') return readParts(path, DATE_PARTS, form)
  if (field.type === 'address') return readParts(path, ADDRESS_PARTS, form)
  return (form.get(path) ?? '').replace(/\r\n/g, '\n')
}

function readParts(path: string, parts: string[], form: URLSearchParams): PlainAnswer {
  return Object.fromEntries(parts.map((part) => [part, form.get(`${path}.${part}`) ?? ''])) as PlainAnswer
}

function readRows(field: RepeatField, form: URLSearchParams): Row[] {
  const prefix = `${field.id}.`
  const indexes = [...form.keys()]
    .filter((name) => name.startsWith(prefix))
    .map((name) => Number(name.split('.')[1]))
  const count = Math.min(Math.max(-1, ...indexes.filter(Number.isInteger)) + 1, field.max)
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

const rowsOf = (value: Answer | undefined): Row[] => (Array.isArray(value) ? (value as Row[]) : [])
