/** Everything typed into one box: words, numbers, ID numbers, telephone, mail. */
import type { InputHTMLAttributes } from 'preact'
import type { PlainField } from '../../../service/definition.ts'
import type { PlainAnswer } from '../../../service/form.ts'
import { formatPhone, formatThaiId } from '../../../service/thai.ts'
import { FORM_TEXTS } from '../../texts/form.ts'
import { speak } from '../../texts/speak.ts'
import { type Change, describedBy, type FormHandle, idOf } from './form-handle.ts'
import { Frame } from './frame.tsx'

export type PlainProps<F extends PlainField = PlainField> = {
  field: F
  path: string
  value: PlainAnswer | undefined
  onChange(change: Change<PlainAnswer>): void
  form: FormHandle
}
type TypedField = Extract<
  PlainField,
  { type: 'text' | 'textarea' | 'number' | 'thai_id' | 'juristic_id' | 'phone' | 'email' }
>
type InputProps = InputHTMLAttributes<HTMLInputElement>

/** What a phone's keyboard and its memory should offer. */
const KEYBOARDS: Record<TypedField['type'], InputProps> = {
  text: {},
  textarea: {},
  number: { inputMode: 'decimal', autocomplete: 'off' },
  thai_id: { inputMode: 'numeric', autocomplete: 'off' },
  juristic_id: { inputMode: 'numeric', autocomplete: 'off' },
  phone: { type: 'tel', autocomplete: 'tel' },
  email: { type: 'email', autocomplete: 'email', spellcheck: false },
}
const FORMATS: Partial<Record<TypedField['type'], (text: string) => string>> = {
  thai_id: formatThaiId,
  juristic_id: formatThaiId,
  phone: formatPhone,
}

export function TextControl({ field, path, value, onChange, form }: PlainProps<TypedField>) {
  const problem = form.problemAt(path)
  const text = typeof value === 'string' ? value : ''
  const format = FORMATS[field.type]
  const shared = {
    id: idOf(path),
    name: path,
    value: text,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': describedBy(path, { hint: Boolean(field.hint), problem: Boolean(problem) }),
    onBlur: (event: { currentTarget: { value: string } }) => {
      const typed = event.currentTarget.value
      if (format && typed) onChange(format(typed))
      form.leave(path)
    },
  }
  const keyboard = {
    ...KEYBOARDS[field.type],
    ...(field.type === 'text' && { autocomplete: field.autocomplete }),
  }
  return (
    <Frame field={field} path={path} language={form.language} problem={problem}>
      {field.type === 'textarea' ? (
        <textarea
          class="input"
          rows={4}
          {...shared}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <div class="with-unit">
          <input
            class={format || field.type === 'number' ? 'input num' : 'input'}
            type="text"
            {...keyboard}
            {...shared}
            onInput={(event) => onChange(typed(event.currentTarget, format))}
          />
          {field.type === 'number' && field.unit && <span class="unit">{field.unit[form.language]}</span>}
        </div>
      )}
      {field.type === 'textarea' && <Counter left={field.max - text.length} form={form} />}
    </Frame>
  )
}

/** Dashes appear while typing at the end; a caret in the middle is left where it is. */
function typed(input: HTMLInputElement, format?: (text: string) => string): string {
  const atEnd = input.selectionStart === null || input.selectionStart === input.value.length
  return format && atEnd ? format(input.value) : input.value
}

function Counter({ left, form }: { left: number; form: FormHandle }) {
  if (left > 100) return null
  return <p class="hint">{speak(FORM_TEXTS, form.language)('charactersLeft', { count: left })}</p>
}
