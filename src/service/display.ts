/** Answers as people read them. Pure, for server, browser and documents. */
import { isoFromParts, longDate } from './dates.ts'
import type { Definition, Field, Language, Option, PlainField, Question } from './definition.ts'
import {
  type Address,
  type Answer,
  type Answers,
  addressOf,
  chosenOf,
  dateParts,
  filesOf,
  formPages,
  holds,
  isEmpty,
  isQuestion,
  liveAnswers,
  locationOf,
  type PersonName,
  type PlainAnswer,
  personNameOf,
  rowsOf,
} from './form.ts'
import { clockTime, formatPhone, formatThaiId, plainNumber } from './thai.ts'

/** One answer in words; '' when there is none. A repeat group shows how many rows it has. */
export function showAnswer(field: Field, value: Answer | undefined, language: Language): string {
  if (!isQuestion(field) || isEmpty(value)) return ''
  if (field.type === 'repeat') return String(rowsOf(value).length)
  if (field.type === 'file')
    return filesOf(value)
      .map((file) => file.name)
      .join(', ')
  return showPlain(field, value as PlainAnswer, language)
}

const WORDS = {
  yes: { th: 'ใช่', en: 'Yes' },
  no: { th: 'ไม่ใช่', en: 'No' },
  agreed: { th: 'ยอมรับแล้ว', en: 'Agreed' },
  baht: { th: 'บาท', en: 'baht' },
} as const

function showPlain(field: PlainField, value: PlainAnswer, language: Language): string {
  const text = String(value)
  switch (field.type) {
    case 'address':
      return showAddress(addressOf(value), language)
    case 'person_name':
      return showPersonName(personNameOf(value))
    case 'date':
      return showDate(value, language)
    case 'time':
      return showTime(text, language)
    case 'location':
      return showLocation(value)
    case 'number':
      return [showNumber(text), field.unit?.[language]].filter(Boolean).join(' ')
    case 'money':
      return `${showNumber(text, 2)} ${WORDS.baht[language]}`
    case 'yes_no':
      return text === 'yes' || text === 'no' ? WORDS[text][language] : text
    case 'choice':
    case 'select':
    case 'lookup':
      return labelOf(field.options, text, language)
    case 'multi':
      return chosenOf(value)
        .map((each) => labelOf(field.options, each, language))
        .join(', ')
    case 'consent':
      return text === field.version ? WORDS.agreed[language] : ''
    case 'thai_id':
    case 'juristic_id':
      return formatThaiId(text)
    case 'phone':
      return formatPhone(text)
    default:
      return text
  }
}

const labelOf = (options: Option[], value: string, language: Language): string =>
  options.find((option) => option.value === value)?.label[language] ?? value

/** With the thousands apart; as typed as long as it is no number. */
function showNumber(text: string, decimals = 0): string {
  const number = Number(plainNumber(text))
  if (Number.isNaN(number)) return text
  return number.toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: Math.max(decimals, 4),
  })
}

/** "นายกมล ใจดี": Thai writes no blank after the title, other languages do. A last name of "-" is none. */
function showPersonName({ title, first, last }: PersonName): string {
  const [named, given, family] = [title, first, last].map((part) => part.trim())
  const blank = /[\u0e00-\u0e7f]\.?$/.test(named ?? '') ? '' : ' '
  return `${named}${blank}${given} ${family === '-' ? '' : family}`.trim()
}

function showTime(text: string, language: Language): string {
  const time = clockTime(text)
  if (!time) return text
  return language === 'th' ? `${time}\u00a0น.` : time
}

function showLocation(value: Answer): string {
  const { lat, lng } = locationOf(value)
  return [lat, lng]
    .map((part) => part.trim())
    .filter(Boolean)
    .join(', ')
}

/** A draft's date is as typed: shown as a date once there is such a day. */
function showDate(value: Answer, language: Language): string {
  const parts = dateParts(value)
  const day = isoFromParts(parts)
  return day ? longDate(day, language) : [parts.day, parts.month, parts.year].filter(Boolean).join('/')
}

/** "เลขที่ 9 หมู่ที่ 4 ซอย… ถนน… ตำบล… อำเภอ… จังหวัด… 67000"; แขวง and เขต in Bangkok. */
function showAddress(address: Address, language: Language): string {
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

/** Every question of the form by its id. */
export function fieldsById(definition: Pick<Definition, 'form'>): Map<string, Question> {
  const questions = formPages(definition).flatMap((page) => page.fields.filter(isQuestion))
  return new Map(questions.map((field) => [field.id, field]))
}

/** All answers in Thai words by field id, '' where there is none: what documents and computed values print. */
export function shownAnswers(definition: Pick<Definition, 'form'>, answers: Answers): Record<string, string> {
  return Object.fromEntries(
    [...fieldsById(definition)].map(([id, field]) => [id, showAnswer(field, answers[id], 'th')]),
  )
}

/** What the rows of the repeat groups say under `group.field`, each thing once: "ล้างรถ, ปะยาง". */
function shownColumns(definition: Pick<Definition, 'form'>, answers: Answers): Record<string, string> {
  const columns = [...fieldsById(definition).values()].flatMap((group) =>
    group.type === 'repeat' ? group.fields.map((field) => ({ group, field })) : [],
  )
  return Object.fromEntries(
    columns.map(({ group, field }) => {
      const shown = rowsOf(answers[group.id]).map((row) => showAnswer(field, row[field.id], 'th'))
      return [`${group.id}.${field.id}`, [...new Set(shown)].filter(Boolean).join(', ')]
    }),
  )
}

/** Every row of the repeat groups in Thai words, by group: its number, then its fields in order. For tables. */
export function shownRows(
  definition: Pick<Definition, 'form'>,
  answers: Answers,
): Record<string, string[][]> {
  const groups = [...fieldsById(definition).values()].filter((field) => field.type === 'repeat')
  return Object.fromEntries(
    groups.map(({ id, fields }) => [
      id,
      rowsOf(answers[id]).map((row, index) => [
        String(index + 1),
        ...fields.map((field) => showAnswer(field, row[field.id], 'th')),
      ]),
    ]),
  )
}

/**
 * The definition's computed values: the first case that holds, `{field}` replaced by the answer as shown, and
 * `{group.field}` by what the rows of a repeat group say.
 */
export function computedValues(
  definition: Pick<Definition, 'form' | 'computed'>,
  answers: Answers,
): Record<string, string> {
  const live = liveAnswers(formPages(definition), answers)
  const shown = { ...shownAnswers(definition, live), ...shownColumns(definition, live) }
  const text = (cases: Definition['computed'][number]['cases']) =>
    cases.find((each) => holds(each.when, live))?.text ?? ''
  return Object.fromEntries(
    definition.computed.map(({ id, cases }) => [
      id,
      text(cases).replace(/\{([\w.]+)\}/g, (_, field: string) => shown[field] ?? ''),
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
