/** A date known by heart: three boxes, the year in the Buddhist era. No calendar, which would show the common era. */
import { MONTHS } from '../../../service/dates.ts'
import type { PlainField } from '../../../service/definition.ts'
import { type DateParts, dateParts } from '../../../service/form.ts'
import { FORM_TEXTS } from '../../texts/form.ts'
import { speak } from '../../texts/speak.ts'
import type { PlainProps } from './controls.ts'
import { idOf, marks } from './form-handle.ts'
import { Frame } from './frame.tsx'

type DateField = Extract<PlainField, { type: 'date' }>

export function DateControl({ field, path, value, onChange, form }: PlainProps<DateField>) {
  const t = speak(FORM_TEXTS, form.language)
  const problem = form.problemAt(path)
  const parts = dateParts(value)
  const set = (part: keyof DateParts) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget
    onChange((current) => ({ ...dateParts(current), [part]: value }))
  }
  const id = idOf(path)
  const shared = marks(path, field.hint, problem)
  const number = { class: 'input num', inputMode: 'numeric', autocomplete: 'off', ...shared } as const
  return (
    <Frame field={field} path={path} language={form.language} problem={problem} group>
      <div class="date">
        <div>
          <label for={id}>{t('day')}</label>
          <input id={id} name={`${path}.day`} value={parts.day} onInput={set('day')} {...number} />
        </div>
        <div>
          <label for={`${id}-month`}>{t('month')}</label>
          <select
            class="input select"
            id={`${id}-month`}
            name={`${path}.month`}
            value={parts.month}
            onChange={set('month')}
            {...shared}
          >
            <option value="">{t('choose')}</option>
            {MONTHS[form.language].map((name, index) => (
              <option key={name} value={String(index + 1)} selected={parts.month === String(index + 1)}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label for={`${id}-year`}>{t('year')}</label>
          <input
            id={`${id}-year`}
            name={`${path}.year`}
            value={parts.year}
            onInput={set('year')}
            onBlur={() => form.leave(path)}
            {...number}
          />
        </div>
      </div>
    </Frame>
  )
}
