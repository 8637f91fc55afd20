/** One of several: as large buttons, or as a list when there are many. */
import type { PlainField } from '../../../service/definition.ts'
import { FORM_TEXTS } from '../../texts/form.ts'
import { speak } from '../../texts/speak.ts'
import { describedBy, idOf } from './form-handle.ts'
import { Frame } from './frame.tsx'
import type { PlainProps } from './text-control.tsx'

type ChoiceField = Extract<PlainField, { type: 'choice' }>
type SelectField = Extract<PlainField, { type: 'select' }>

export function ChoiceControl({ field, path, value, onChange, form }: PlainProps<ChoiceField>) {
  const problem = form.problemAt(path)
  const short =
    field.options.length === 2 && field.options.every((option) => option.label[form.language].length < 16)
  return (
    <Frame field={field} path={path} language={form.language} problem={problem} group>
      <div class={short ? 'options two' : 'options'}>
        {field.options.map((option, index) => (
          <label key={option.value} class="option">
            <input
              type="radio"
              id={index === 0 ? idOf(path) : undefined}
              name={path}
              value={option.value}
              checked={value === option.value}
              aria-describedby={describedBy(path, { hint: Boolean(field.hint), problem: Boolean(problem) })}
              onChange={() => onChange(option.value)}
            />
            {option.label[form.language]}
          </label>
        ))}
      </div>
    </Frame>
  )
}

export function SelectControl({ field, path, value, onChange, form }: PlainProps<SelectField>) {
  const problem = form.problemAt(path)
  return (
    <Frame field={field} path={path} language={form.language} problem={problem}>
      <select
        class="input select"
        id={idOf(path)}
        name={path}
        value={typeof value === 'string' ? value : ''}
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy(path, { hint: Boolean(field.hint), problem: Boolean(problem) })}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{speak(FORM_TEXTS, form.language)('choose')}</option>
        {field.options.map((option) => (
          <option key={option.value} value={option.value} selected={value === option.value}>
            {option.label[form.language]}
          </option>
        ))}
      </select>
    </Frame>
  )
}
