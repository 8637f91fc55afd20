/** One of several: as large buttons, or as a list when there are many. */
import type { Option, PlainField } from '../../../service/definition.ts'
import { FORM_TEXTS } from '../../texts/form.ts'
import { speak } from '../../texts/speak.ts'
import type { PlainProps } from './controls.ts'
import { describedBy, idOf, marks } from './form-handle.ts'
import { Frame } from './frame.tsx'

type ChoiceField = Extract<PlainField, { type: 'choice' }>
type SelectField = Extract<PlainField, { type: 'select' | 'lookup' }>
type YesNoField = Extract<PlainField, { type: 'yes_no' }>

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

const YES_NO: Option[] = [
  { value: 'yes', label: FORM_TEXTS.yes },
  { value: 'no', label: FORM_TEXTS.no },
]

export function YesNoControl({ field, ...rest }: PlainProps<YesNoField>) {
  return <ChoiceControl field={{ ...field, type: 'choice', options: YES_NO }} {...rest} />
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
        {...marks(path, field.hint, problem)}
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
