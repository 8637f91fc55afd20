/** Answers as people read them. Pure, for server, browser and documents. */
import { longDate } from './dates.ts'
import type { Definition, Field, Language, PlainField } from './definition.ts'
import {
  type Address,
  type Answer,
  type Answers,
  dateParts,
  formPages,
  holds,
  isEmpty,
  type Row,
} from './form.ts'
import { formatPhone, formatThaiId } from './thai.ts'

/** One answer in words; '' when there is none. A repeat group shows how many rows it has. */
export function showAnswer(field: Field, value: Answer | undefined, language: Language): string {
  if (isEmpty(value)) return ''
  if (field.type === 'repeat') return String((value as Row[]).length)
  if (field.type === 'file')
    return Array.isArray(value) ? value.map((file) => String(file.name)).join(', ') : ''
  return showPlain(field, value as Exclude<Answer, unknown[]>, language)
}

function showPlain(field: PlainField, value: Exclude<Answer, unknown[]>, language: Language): string {
  if (field.type === 'address') return showAddress(value as Address, language)
  if (field.type === 'date') return showDate(value, language)
  const text = String(value)
  if (field.type === 'choice' || field.type === 'select')
    return field.options.find((option) => option.value === text)?.label[language] ?? text
  if (field.type === 'thai_id' || field.type === 'juristic_id') return formatThaiId(text)
  if (field.type === 'phone') return formatPhone(text)
  if (field.type === 'number')
    return `${Number(text).toLocaleString('en-US')}${field.unit ? ` ${field.unit[language]}` : ''}`
  return text
}

function showDate(value: Answer, language: Language): string {
  if (typeof value === 'string') return longDate(value, language)
  const parts = dateParts(value)
  return [parts.day, parts.month, parts.year].filter(Boolean).join('/')
}

/** "เลขที่ 9 หมู่ที่ 4 ซอย… ถนน… ตำบล… อำเภอ… จังหวัด… 67000"; แขวง and เขต in Bangkok. */
export function showAddress(address: Address, language: Language): string {
  const bangkok = /^กรุงเทพ/.test(address.province)
  const parts: [string, string][] =
    language === 'en'
      ? [
          ['', address.houseNo],
          ['Moo ', address.moo],
          ['Soi ', address.soi],
          ['', address.road && `${address.road} Road`],
          ['', address.subdistrict],
          ['', address.district],
          ['', address.province],
          ['', address.postcode],
        ]
      : [
          ['เลขที่ ', address.houseNo],
          ['หมู่ที่ ', address.moo],
          ['ซอย', address.soi],
          ['ถนน', address.road],
          [bangkok ? 'แขวง' : 'ตำบล', address.subdistrict],
          [bangkok ? 'เขต' : 'อำเภอ', address.district],
          [bangkok ? '' : 'จังหวัด', address.province],
          ['', address.postcode],
        ]
  const shown = parts.filter(([, value]) => value?.trim()).map(([word, value]) => `${word}${value.trim()}`)
  return shown.join(language === 'en' ? ', ' : ' ')
}

/** Every field of the form by its id. */
export function fieldsById(definition: Pick<Definition, 'form'>): Map<string, Field> {
  return new Map(
    formPages(definition).flatMap((page) => page.fields.map((field): [string, Field] => [field.id, field])),
  )
}

/** All answers in Thai words by field id, '' where there is none: what documents and computed values print. */
export function shownAnswers(definition: Pick<Definition, 'form'>, answers: Answers): Record<string, string> {
  return Object.fromEntries(
    [...fieldsById(definition)].map(([id, field]) => [id, showAnswer(field, answers[id], 'th')]),
  )
}

/** The definition's computed values: the first case that holds, `{field}` replaced by the answer as shown. */
export function computedValues(
  definition: Pick<Definition, 'form' | 'computed'>,
  answers: Answers,
): Record<string, string> {
  const shown = shownAnswers(definition, answers)
  const text = (cases: Definition['computed'][number]['cases']) =>
    cases.find((each) => holds(each.when, answers))?.text ?? ''
  return Object.fromEntries(
    definition.computed.map(({ id, cases }) => [
      id,
      text(cases).replace(/\{(\w+)\}/g, (_, field: string) => shown[field] ?? ''),
    ]),
  )
}

/** What `id` names in a service file: a computed value, or an answer as shown. */
export function namedValue(
  definition: Pick<Definition, 'form' | 'computed'>,
  answers: Answers,
  id: string,
): string {
  return computedValues(definition, answers)[id] ?? shownAnswers(definition, answers)[id] ?? ''
}
