/** A group that may be filled several times, one card a row. */
import { useState } from 'preact/hooks'
import type { RepeatField } from '../../../service/definition.ts'
import { type Answer, holds, type PlainAnswer, type Row } from '../../../service/form.ts'
import { FORM_TEXTS } from '../../texts/form.ts'
import { speak } from '../../texts/speak.ts'
import { LiveIcon } from '../live-icon.tsx'
import { type Change, changed, type FormHandle, idOf } from './form-handle.ts'
import { ProblemText } from './frame.tsx'
import { PlainFieldView } from './plain-field-view.tsx'

type Props = { field: RepeatField; value: Answer | undefined; form: FormHandle }

export function RepeatControl({ field, value, form }: Props) {
  const t = speak(FORM_TEXTS, form.language)
  const [said, setSaid] = useState('')
  const rows = shownRows(field, value)
  const problem = form.problemAt(field.id)
  const item = field.item[form.language]
  const set = (next: (rows: Row[]) => Row[], words: string) => {
    form.change(field.id, (current) => next(shownRows(field, current)))
    setSaid(words)
  }
  const add = (event: Event) => {
    event.preventDefault()
    set((all) => [...all, {}], t('rowAdded', { label: `${item} ${rows.length + 1}` }))
    focusSoon(`${field.id}.${rows.length}.${field.fields[0]?.id ?? ''}`)
  }
  const remove = (index: number) => (event: Event) => {
    event.preventDefault()
    set((all) => all.filter((_, each) => each !== index), t('rowRemoved', { label: `${item} ${index + 1}` }))
    focusSoon(`${field.id}.add`)
  }
  return (
    <div class={problem ? 'repeat wrong' : 'repeat'}>
      {rows.map((row, index) => (
        <RowCard
          key={index}
          {...{ field, row, index, form }}
          onRemove={rows.length > field.min ? remove(index) : undefined}
        />
      ))}
      {problem && <ProblemText path={field.id} problem={problem} />}
      {rows.length < field.max && (
        <button
          type="submit"
          class="btn sec add"
          id={idOf(`${field.id}.add`)}
          name="_add"
          value={field.id}
          onClick={add}
        >
          <LiveIcon name="plus" /> {t('add', { label: field.label[form.language] })}
        </button>
      )}
      <p class="sr" role="status">
        {said}
      </p>
    </div>
  )
}

/** At least as many rows as are asked for stand open from the start. */
function shownRows(field: RepeatField, value: Answer | undefined): Row[] {
  const rows = Array.isArray(value) ? (value as Row[]) : []
  const missing = Math.max(0, field.min - rows.length)
  return [...rows, ...Array.from({ length: missing }, (): Row => ({}))]
}

type RowProps = {
  field: RepeatField
  row: Row
  index: number
  form: FormHandle
  /** Missing where no fewer rows are allowed. */
  onRemove?(event: Event): void
}

function RowCard({ field, row, index, form, onRemove }: RowProps) {
  const t = speak(FORM_TEXTS, form.language)
  const title = `${field.item[form.language]} ${index + 1}`
  const path = `${field.id}.${index}`
  const changeIn = (fieldId: string, change: Change<PlainAnswer>) =>
    form.change(field.id, (current) =>
      shownRows(field, current).map((each, at) =>
        at === index ? { ...each, [fieldId]: changed(change, each[fieldId]) } : each,
      ),
    )
  return (
    <fieldset class="card row">
      <legend class="row-title">{title}</legend>
      {onRemove && (
        <button type="submit" class="remove" name="_remove" value={path} onClick={onRemove}>
          <LiveIcon name="trash-2" /> {t('remove')} <span class="sr">{title}</span>
        </button>
      )}
      {field.fields
        .filter((each) => holds(each.when, row))
        .map((each) => (
          <PlainFieldView
            key={each.id}
            field={each}
            path={`${path}.${each.id}`}
            value={row[each.id]}
            form={form}
            onChange={(change) => changeIn(each.id, change)}
          />
        ))}
    </fieldset>
  )
}

/** Right after the next rendering, which is a microtask away: later, it would take the focus from somebody who types. */
function focusSoon(path: string): void {
  setTimeout(() => document.getElementById(idOf(path))?.focus(), 0)
}
