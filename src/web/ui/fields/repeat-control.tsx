/** A group that may be filled several times. One row is open; the others are a line each, so that 200 stay usable. */
import { useEffect, useState } from 'preact/hooks'
import type { RepeatField } from '../../../service/definition.ts'
import {
  type Answer,
  isEmpty,
  isRequired,
  type PlainAnswer,
  type Row,
  rowsOf,
  visibleInRow,
} from '../../../service/form.ts'
import { ROW_TEXTS } from '../../texts/rows.ts'
import { speak } from '../../texts/speak.ts'
import { LiveIcon } from '../live-icon.tsx'
import type { Controls, WholeProps } from './controls.ts'
import { FieldInRow } from './field-view.tsx'
import { type Change, changed, type FormHandle, focusSoon, idOf } from './form-handle.ts'
import { ProblemText } from './frame.tsx'
import { RowLine } from './repeat-row.tsx'

function RepeatControl({ field, value, form }: WholeProps<RepeatField>) {
  const t = speak(ROW_TEXTS, form.language)
  const rows = shownRows(field, value)
  const [open, setOpen] = useState(() => firstOpen(field, rows, form))
  const [said, setSaid] = useState('')
  const problem = form.problemAt(field.id)
  const nameOf = (index: number) => `${field.item[form.language]} ${index + 1}`
  const show = (index: number, path?: string) => {
    setOpen(index)
    focusSoon(path ?? `${field.id}.${index}.${field.fields[0]?.id ?? ''}`)
  }
  const add = () => {
    form.change(field.id, (current) => [...shownRows(field, current), {}])
    setSaid(t('rowAdded', { label: nameOf(rows.length) }))
    show(rows.length)
  }
  const remove = (index: number) => {
    form.change(field.id, (current) => shownRows(field, current).filter((_, each) => each !== index))
    setSaid(t('rowRemoved', { label: nameOf(index) }))
    setOpen(rows.length === 2 ? 0 : -1)
    focusSoon(rows.length === 2 ? `${field.id}.add` : `${field.id}.${Math.max(0, index - 1)}.open`)
  }
  const close = (index: number) => {
    form.leave(field.id)
    setOpen(-1)
    focusSoon(`${field.id}.${index}.open`)
  }
  useLinksIntoRows(field.id, show)
  return (
    <section class={problem ? 'repeat wrong' : 'repeat'} aria-label={field.label[form.language]}>
      <input type="hidden" name={`_rows.${field.id}`} value={rows.length} />
      {rows.length > 1 && <p class="hint count">{t('rowCount', { count: rows.length, max: field.max })}</p>}
      {rows.map((row, index) => {
        const shared = { field, row, index, form, title: nameOf(index) }
        const onRemove = rows.length > field.min ? () => remove(index) : undefined
        return index === open ? (
          <OpenRow
            key={index}
            {...shared}
            onRemove={onRemove}
            onClose={rows.length > 1 ? () => close(index) : undefined}
          />
        ) : (
          <RowLine key={index} {...shared} onOpen={() => show(index)} />
        )
      })}
      {problem && <ProblemText path={field.id} problem={problem} />}
      {rows.length < field.max && (
        <button
          type="submit"
          class="btn sec add"
          id={idOf(`${field.id}.add`)}
          name="_add"
          value={field.id}
          onClick={instead(add)}
        >
          <LiveIcon name="plus" /> {t('add', { label: field.label[form.language] })}
        </button>
      )}
      <p class="sr" role="status">
        {said}
      </p>
    </section>
  )
}

/** At least as many rows as are asked for stand there from the start. */
function shownRows(field: RepeatField, value: Answer | undefined): Row[] {
  const rows = rowsOf(value)
  const missing = Math.max(0, field.min - rows.length)
  return [...rows, ...Array.from({ length: missing }, (): Row => ({}))]
}

/** The row asked for; else the first with something to mend; else the first that is not finished. */
function firstOpen(field: RepeatField, rows: Row[], form: FormHandle): number {
  const [group, index] = form.openRow?.split('.') ?? []
  if (group === field.id) return Number(index)
  const wrong = form.remarks(field.id).find(({ path }) => path !== field.id)
  if (wrong) return Number(wrong.path.split('.')[1])
  if (rows.length === 1) return 0
  return rows.findIndex((row) => isUnfinished(field, row, form))
}

function isUnfinished(field: RepeatField, row: Row, form: FormHandle): boolean {
  const answers = form.answers()
  return visibleInRow(field, row, answers).some(
    (each) => isRequired(each, row, answers) && isEmpty(row[each.id]),
  )
}

/** A link of the error summary may lead into a row that is not open. */
function useLinksIntoRows(fieldId: string, show: (index: number, path: string) => void): void {
  useEffect(() => {
    const into = new RegExp(`^#${idOf(fieldId)}-(\\d+)-(\\w+)$`)
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : undefined
      const found = into.exec(link?.getAttribute('href') ?? '')
      if (!found) return
      event.preventDefault()
      show(Number(found[1]), `${fieldId}.${found[1]}.${found[2]}`)
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  })
}

type OpenRowProps = {
  field: RepeatField
  row: Row
  index: number
  title: string
  form: FormHandle
  /** Missing where no fewer rows are allowed. */
  onRemove?(): void
  onClose?(): void
}

function OpenRow({ field, row, index, title, form, onRemove, onClose }: OpenRowProps) {
  const t = speak(ROW_TEXTS, form.language)
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
        <button type="submit" class="remove" name="_remove" value={path} onClick={instead(onRemove)}>
          <LiveIcon name="trash-2" /> {t('remove')} <span class="sr">{title}</span>
        </button>
      )}
      {visibleInRow(field, row, form.answers()).map((each) => (
        <FieldInRow
          key={each.id}
          field={each}
          row={row}
          path={`${path}.${each.id}`}
          value={row[each.id]}
          form={form}
          onChange={(change) => changeIn(each.id, change)}
        />
      ))}
      {onClose && (
        <button type="button" class="btn sec sm close js-only" onClick={onClose}>
          <LiveIcon name="check" /> {t('rowDone')} <span class="sr">{title}</span>
        </button>
      )}
    </fieldset>
  )
}

/** What the button does in a living page, instead of sending the form. */
const instead = (act: () => void) => (event: Event) => {
  event.preventDefault()
  act()
}

export const CONTROLS = { repeat: RepeatControl } satisfies Partial<Controls>
