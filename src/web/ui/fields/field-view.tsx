import { useMemo } from 'preact/hooks'
import type { Field, PlainField } from '../../../service/definition.ts'
import {
  type Answer,
  type Answers,
  isQuestion,
  isRequired,
  type PlainAnswer,
  type Row,
  visibleOptions,
} from '../../../service/form.ts'
import { controlOf, isDrawable, type PlainProps } from './controls.ts'
import { changed, type FormHandle } from './form-handle.ts'
import './basic-controls.ts'

/**
 * One field of a page, whatever its type. It is drawn anew when its own answer, remarks or options change, not for
 * every key that is pressed elsewhere: a page may hold hundreds.
 */
export function FieldView({ field, form }: { field: Field; form: FormHandle }) {
  const answers = form.answers()
  const value = answers[field.id]
  const remarks = form.remarks(field.id).map(({ path, text }) => path + text)
  // What is computed may follow from any answer.
  const seen = field.type === 'computed' ? answers : value
  const by = [field, seen, remarks.join(), factsOf(field, answers), isDrawable(field)]
  return useMemo(() => draw(field, value, form), by)
}

/** NOTE without content of its own while hydrating, an element keeps what the server drew in it. */
function draw(field: Field, value: Answer | undefined, form: FormHandle) {
  if (!form.late.has(field.id)) return drawControl(field, value, form)
  const place = { class: 'late', 'data-field': field.id }
  if (!isDrawable(field)) return <div {...place} dangerouslySetInnerHTML={{ __html: '' }} />
  return <div {...place}>{drawControl(field, value, form)}</div>
}

function drawControl(field: Field, value: Answer | undefined, form: FormHandle) {
  const Control = controlOf(field.type)
  if (!Control) return null
  const onChange: PlainProps['onChange'] = (change) =>
    form.change(field.id, (current) => changed(change, current as PlainAnswer | undefined))
  const plain = value as PlainAnswer | undefined
  const shown = asItStands(field as PlainField, form.answers())
  return <Control field={shown} path={field.id} value={plain} form={form} onChange={onChange} />
}

type InRow = PlainProps & { row: Row }

/** One field of a row: its conditions look at the row first, then at the form. */
export function FieldInRow({ row, field, ...rest }: InRow) {
  const Control = controlOf(field.type)
  return Control ? <Control field={asItStands(field, row, rest.form.answers())} {...rest} /> : null
}

/** The field as these answers make it: only the options that apply, and whether it may be left out. */
function asItStands<F extends Field>(field: F, answers: Answers | Row, form?: Answers): F {
  if (!isQuestion(field)) return field
  const optional = !isRequired(field, answers, form)
  const options = 'options' in field ? visibleOptions(field, answers, form) : []
  const same =
    optional === field.optional && (!('options' in field) || options.length === field.options.length)
  // The same object where nothing differs: what is drawn from it need not be drawn anew.
  return same ? field : { ...field, optional, ...('options' in field && { options }) }
}

/** What of `asItStands` may change, as one text to compare. */
function factsOf(field: Field, answers: Answers): string {
  if (!isQuestion(field)) return ''
  const filtered = 'options' in field && field.options.some((option) => option.when)
  const options = filtered ? visibleOptions(field, answers).map((option) => option.value) : []
  return `${isRequired(field, answers)} ${options.join(' ')}`
}
