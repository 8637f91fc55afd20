/** Everything typed into one box: words, numbers, money, ID numbers, telephone, mail, a time of day. */
import type { InputHTMLAttributes } from 'preact'
import type { Language, PlainField, Text } from '../../../service/definition.ts'
import { clockTime, formatPhone, formatThaiId, plainNumber } from '../../../service/thai.ts'
import { FORM_TEXTS } from '../../texts/form.ts'
import { speak } from '../../texts/speak.ts'
import type { PlainProps } from './controls.ts'
import { type FormHandle, idOf, marks } from './form-handle.ts'
import { Frame } from './frame.tsx'

type TypedType =
  | 'text'
  | 'textarea'
  | 'number'
  | 'money'
  | 'thai_id'
  | 'juristic_id'
  | 'passport'
  | 'phone'
  | 'email'
  | 'time'
type TypedField = Extract<PlainField, { type: TypedType }>
type InputProps = InputHTMLAttributes<HTMLInputElement>

/** What a phone's keyboard and its memory should offer. */
const KEYBOARDS: Record<TypedType, InputProps> = {
  text: {},
  textarea: {},
  number: { inputMode: 'decimal', autocomplete: 'off' },
  money: { inputMode: 'decimal', autocomplete: 'off' },
  thai_id: { inputMode: 'numeric', autocomplete: 'off' },
  juristic_id: { inputMode: 'numeric', autocomplete: 'off' },
  passport: { autocapitalize: 'characters', autocomplete: 'off', spellcheck: false, maxLength: 20 },
  phone: { type: 'tel', autocomplete: 'tel' },
  email: { type: 'email', autocomplete: 'email', spellcheck: false },
  time: { inputMode: 'decimal', autocomplete: 'off', maxLength: 5, size: 5 },
}
/** Written anew while typing. */
const FORMATS: Partial<Record<TypedType, (text: string) => string>> = {
  thai_id: formatThaiId,
  juristic_id: formatThaiId,
  phone: formatPhone,
  passport: (text) => text.toUpperCase().replace(/\s/g, ''),
}
/** Written anew once the box is left. */
const FINISHED: typeof FORMATS = { ...FORMATS, time: (text) => clockTime(text) ?? text }

export function TextControl({ field, path, value, onChange, form }: PlainProps<TypedField>) {
  const problem = form.problemAt(path)
  const text = typeof value === 'string' ? value : ''
  const format = FORMATS[field.type]
  const finish = FINISHED[field.type]
  const shared = {
    id: idOf(path),
    name: path,
    value: text,
    ...marks(path, field.hint ?? (field.type === 'time' ? true : undefined), problem),
    onBlur: (event: { currentTarget: { value: string } }) => {
      const typed = event.currentTarget.value
      if (finish && typed) onChange(finish(typed))
      form.leave(path)
    },
  }
  const keyboard = {
    ...KEYBOARDS[field.type],
    ...(field.type === 'text' && { autocomplete: field.autocomplete }),
  }
  const unit = unitOf(field)?.[form.language]
  return (
    <Frame field={withHint(field)} path={path} language={form.language} problem={problem}>
      {field.type === 'textarea' ? (
        <textarea
          class="input"
          rows={4}
          {...shared}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <div class={unit ? `with-unit ${field.type}` : undefined}>
          <input
            class={format || unit ? 'input num' : 'input'}
            type="text"
            {...keyboard}
            {...shared}
            onInput={(event) => onChange(typed(event.currentTarget, format))}
          />
          {unit && <span class="unit">{unit}</span>}
        </div>
      )}
      {field.type === 'money' && <ReadBack text={text} language={form.language} />}
      {field.type === 'textarea' && <Counter left={field.max - text.length} form={form} />}
    </Frame>
  )
}

function unitOf(field: TypedField): Text | undefined {
  if (field.type === 'money') return FORM_TEXTS.bahtUnit
  if (field.type === 'time') return FORM_TEXTS.timeUnit
  return field.type === 'number' ? field.unit : undefined
}

/** A time is asked for in a form that few people write: it needs an example. */
function withHint(field: TypedField): TypedField {
  if (field.type !== 'time' || field.hint) return field
  const values = { from: field.from ?? '00:00', to: field.to ?? '23:59' }
  const say = (language: Language) =>
    speak(FORM_TEXTS, language)(field.from || field.to ? 'timeBetween' : 'timeHint', values)
  return { ...field, hint: { th: say('th'), en: say('en') } }
}

/** Dashes appear while typing at the end; a caret in the middle is left where it is. */
function typed(input: HTMLInputElement, format?: (text: string) => string): string {
  const atEnd = input.selectionStart === null || input.selectionStart === input.value.length
  return format && atEnd ? format(input.value) : input.value
}

/** A large sum once more with its commas: a nought too many is easily overlooked. */
function ReadBack({ text, language }: { text: string; language: Language }) {
  const amount = Number(plainNumber(text))
  if (!(amount >= 1000)) return null
  const words = amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return <p class="hint num">= {speak(FORM_TEXTS, language)('bahtAmount', { amount: words })}</p>
}

function Counter({ left, form }: { left: number; form: FormHandle }) {
  if (left > 100) return null
  return <p class="hint">{speak(FORM_TEXTS, form.language)('charactersLeft', { count: left })}</p>
}
