/** A row of a repeat group that is not open: what it says in a line, and its answers for a form sent without script. */
import { useMemo } from 'preact/hooks'
import type { RepeatField } from '../../../service/definition.ts'
import { showAnswer } from '../../../service/display.ts'
import { isEmpty, type PlainAnswer, type Row, visibleInRow } from '../../../service/form.ts'
import { ROW_TEXTS } from '../../texts/rows.ts'
import { speak } from '../../texts/speak.ts'
import { LiveIcon } from '../live-icon.tsx'
import { type FormHandle, idOf } from './form-handle.ts'

type Props = {
  field: RepeatField
  row: Row
  index: number
  title: string
  form: FormHandle
  onOpen(): void
}

export function RowLine({ field, row, index, title, form, onOpen }: Props) {
  const t = speak(ROW_TEXTS, form.language)
  const path = `${field.id}.${index}`
  const [remark] = form.remarks(path)
  // Two hundred of these stand on a page while somebody types in one row.
  return useMemo(() => {
    const words = wordsOf(field, row, form)
    return (
      <div class={remark ? 'row-line wrong' : 'row-line'}>
        <p>
          <b>{title}</b>
          <span>{words || t('rowEmpty')}</span>
          {remark && (
            <span class="problem">
              <LiveIcon name="circle-alert" />
              {remark.text}
            </span>
          )}
        </p>
        <button
          type="submit"
          class="change"
          id={idOf(`${path}.open`)}
          name="_open"
          value={path}
          onClick={(event) => {
            event.preventDefault()
            onOpen()
          }}
        >
          {t('changeRow')} <span class="sr">{title}</span>
        </button>
        {Object.entries(row).flatMap(([id, value]) => hidden(`${path}.${id}`, value))}
      </div>
    )
  }, [field, row, title, remark?.text])
}

/** The first few answers; a document's number says more than ten of them. */
const MOST_ANSWERS = 3

function wordsOf(field: RepeatField, row: Row, form: FormHandle): string {
  const filled = visibleInRow(field, row, form.answers()).filter((each) => !isEmpty(row[each.id]))
  const shown = filled
    .slice(0, MOST_ANSWERS)
    .map((each) => readable(showAnswer(each, row[each.id], form.language)))
  return shown.filter(Boolean).join(' · ')
}

/** A short answer stays on one line, a long one gives way. */
const readable = (text: string): string =>
  text.length <= 20 ? text.replace(/ /g, '\u00a0') : text.length > 60 ? `${text.slice(0, 58)}…` : text

/** Under the names that the controls of an open row would have. */
function hidden(path: string, value: PlainAnswer | undefined) {
  const pairs: [string, string][] =
    typeof value === 'string'
      ? [[path, value]]
      : Array.isArray(value)
        ? value.map((each) => [path, each])
        : Object.entries(value ?? {}).map(([part, each]) => [`${path}.${part}`, String(each)])
  return pairs.map(([name, each]) => <input key={name + each} type="hidden" name={name} value={each} />)
}
