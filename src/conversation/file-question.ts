/**
 * Photos and files of the chat become documents: which case takes them, what is asked about one, and how the answer
 * is read. The oldest file is asked about first, one at a time; LINE shows the buttons of the last message alone, and
 * on a computer none, so every choice has a number that can be typed. Pure.
 */
import type { CaseView } from '../actions/view-case.ts'
import type { FileField, Language, Text } from '../service/definition.ts'
import { fieldsById } from '../service/display.ts'
import { misfit } from '../service/file-fit.ts'
import { checkFields, filesOf, formPages, isEmpty, visiblePages } from '../service/form.ts'
import { FILE_WORDS } from './file-words.ts'
import type { Choice, Saying } from './saying.ts'

/** The case that takes files now, and its documents. `renewed`: those of a correction sent since it was returned. */
export type Target = { view: CaseView; fields: FileField[]; renewed: string[] }
type WaitingFile = { id: string; type: string; size: number; name: string; quoteToken: string | null }

/** LINE takes 13 buttons; one is "not a document". */
const MOST = 12

/** The documents of a draft that show, or those an officer named. */
export function documentsOf(view: CaseView): FileField[] {
  const fields = view.correction
    ? view.correction.items.flatMap(({ field }) => fieldsById(view.definition).get(field) ?? [])
    : visiblePages(formPages(view.definition), view.answers).flatMap((page) => page.fields)
  return fields.filter((field) => field.type === 'file')
}

/** Needed and not there; in a correction: named and not sent anew. */
export function missingDocuments(target: Target, today: string): FileField[] {
  const { view, fields, renewed } = target
  if (view.correction) return fields.filter(({ id }) => !renewed.includes(id))
  return fields.filter(
    (field) => isEmpty(view.answers[field.id]) && checkFields([field], view.answers, today).length > 0,
  )
}

/** The documents this file may become: missing ones first, then the empty ones, then those with room for more. */
export function choicesFor(target: Target, file: WaitingFile, today: string): FileField[] {
  const missing = missingDocuments(target, today)
  const rank = (field: FileField) =>
    missing.includes(field) ? 0 : isEmpty(target.view.answers[field.id]) ? 1 : 2
  return target.fields
    .filter((field) => misfit(field, file, filesBeside(target, field)) === undefined)
    .toSorted((one, other) => rank(one) - rank(other))
    .slice(0, MOST)
}

/** In a correction the one file of a field gives way to the new one. */
function filesBeside(target: Target, field: FileField): number {
  return target.view.correction && field.maxFiles === 1 ? 0 : filesOf(target.view.answers[field.id]).length
}

function pressFor(target: Target, file: WaitingFile, field?: FileField): string {
  return new URLSearchParams({ a: 'file', f: file.id, id: target.view.id, d: field?.id ?? '' }).toString()
}

type Asking = { target: Target; waiting: [WaitingFile, ...WaitingFile[]]; language: Language; today: string }

/** What is asked about the first of the waiting files. */
export function question({ target, waiting, language, today }: Asking): Saying {
  const [file] = waiting
  const fields = choicesFor(target, file, today)
  const asked = file.quoteToken ? FILE_WORDS.whichDocument : FILE_WORDS.whichFile
  const lines = fields.map((field, index) => `${index + 1}. ${field.label[language]}`)
  const choices = fields.map(
    (field, index): Choice => ({ label: lines[index] ?? '', press: pressFor(target, file, field) }),
  )
  const none = FILE_WORDS.noDocument[language]
  const text = [
    ...(waiting.length > 1
      ? [said(FILE_WORDS.severalWaiting, language, { count: String(waiting.length) })]
      : []),
    said(asked, language, { name: file.name }),
    [...lines, `0. ${none}`].join('\n'),
    FILE_WORDS.howToChoose[language],
  ].join('\n\n')
  return {
    text,
    choices: [...choices, { label: none, press: pressFor(target, file) }],
    ...(file.quoteToken && { quoteToken: file.quoteToken }),
  }
}

/** A typed answer to the question: its number in Thai or Arabic digits, or the words. `none`: not a document. */
export function chosenBy(text: string, fields: FileField[]): FileField | 'none' | undefined {
  const plain = text
    .trim()
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(/\.$/, '')
    .toLowerCase()
  const isIt = (label: Text) => [label.th, label.en].some((word) => word.toLowerCase() === plain)
  if (plain === '0' || isIt(FILE_WORDS.noDocument)) return 'none'
  return /^\d{1,2}$/.test(plain) ? fields[Number(plain) - 1] : fields.find(({ label }) => isIt(label))
}

/** "แนบเป็น … แล้ว" and what is still missing. */
export function attachedWords(
  field: FileField | undefined,
  missing: FileField[],
  language: Language,
): Saying {
  const label = field?.label[language] ?? ''
  const cover = field?.idCard ? [FILE_WORDS.coverCard[language]] : []
  const left = missing.map((field) => `• ${field.label[language]}`)
  const rest =
    left.length > 0
      ? [`${FILE_WORDS.stillMissing[language]}\n${left.join('\n')}`]
      : [FILE_WORDS.nothingMissing[language]]
  return { text: [said(FILE_WORDS.attached, language, { label }), ...cover, ...rest].join('\n\n') }
}

/** The sentence with its values. */
export function said(text: Text, language: Language, values: Record<string, string> = {}): string {
  return text[language].replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '')
}
