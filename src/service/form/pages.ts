/** Which pages and fields show. An answer that is hidden has no say in what else shows. */
import type { Definition, Exit, Field, FileField, FormPage, Question, RepeatField } from '../definition.ts'
import { type Answers, givenAnswers, type Row } from './answers.ts'
import { holds } from './conditions.ts'
import type { FieldProblem } from './problem.ts'

type Form = Definition['form']

export function isQuestion(field: Field): field is Question {
  return field.type !== 'heading' && field.type !== 'note' && field.type !== 'computed'
}

/** The form as pages: those of the service file, then its documents as the last one. */
export function formPages(definition: { form: Pick<Form, 'pages' | 'documents'> }): FormPage[] {
  const { pages, documents } = definition.form
  const files = documents.map((document): FileField => ({ ...document, type: 'file' }))
  const last: FormPage = {
    id: 'documents',
    title: { th: 'เอกสารและรูปถ่าย', en: 'Documents and photos' },
    fields: files,
  }
  return files.length > 0 ? [...pages, last] : [...pages]
}

/** The pages that apply to these answers, each with only the fields that show. */
export function visiblePages(pages: FormPage[], answers: Answers): FormPage[] {
  const live = liveAnswers(pages, answers)
  return pages.flatMap((page) => {
    const shows = holds(page.when, live) && isAsked(page, answers)
    const fields = shows ? page.fields.filter((field) => holds(field.when, live)) : []
    // Headings alone are no page, unless the page never asks anything.
    const worthShowing = fields.some(isQuestion) || !page.fields.some(isQuestion)
    return fields.length > 0 && worthShowing ? [{ ...page, fields }] : []
  })
}

function isAsked({ askedFor }: FormPage, { transaction = 'new' }: Answers): boolean {
  return askedFor === undefined || askedFor.some((type) => type === transaction)
}

/** The answers without the hidden ones: what conditions, fees and exits go by before anything is submitted. */
export function liveAnswers(pages: FormPage[], answers: Answers): Answers {
  return settle(
    answers,
    (live) =>
      pages
        .filter((page) => holds(page.when, live))
        .flatMap((page) => page.fields)
        .filter((field) => holds(field.when, live)),
    givenAnswers(answers),
  )
}

/** The fields of one page that show. `answers` are those of the whole form. */
export function visibleFields<T extends Field>(fields: T[], answers: Answers): T[] {
  const own = new Set(fields.map(({ id }) => id))
  const others = Object.fromEntries(Object.entries(answers).filter(([id]) => !own.has(id)))
  const live = settle(answers, (now) => fields.filter((field) => holds(field.when, now)), others)
  return fields.filter((field) => holds(field.when, live))
}

/** The fields of a row that show. */
export function visibleInRow({ fields }: RepeatField, row: Row, form: Answers): RepeatField['fields'] {
  if (fields.every((field) => !field.when)) return fields
  const blank: Row = Object.fromEntries(fields.map(({ id }) => [id, undefined]))
  const live = settle(row, (now) => fields.filter((field) => holds(field.when, { ...blank, ...now }, form)))
  return fields.filter((field) => holds(field.when, { ...blank, ...live }, form))
}

/** Deeper than any chain of conditions; conditions that go round in a circle end here. */
const MAX_ROUNDS = 20

/** Keeps the answers of what shows by the answers kept, until that no longer changes. */
function settle<T extends Answers>(answers: T, showing: (live: T) => Field[], always?: Partial<T>): T {
  let live = answers
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next: Answers = { ...always }
    for (const { id } of showing(live)) if (answers[id] !== undefined) next[id] = answers[id]
    const settled = sameKeys(next, live)
    live = next as T
    if (settled) break
  }
  return live
}

function sameKeys(a: Answers, b: Answers): boolean {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key))
}

/** Why this applicant need not go on, if so. With `pages`, answers that are hidden do not count. */
export function exitOf(
  form: Pick<Form, 'exits'> & { pages?: FormPage[] },
  answers: Answers,
): Exit | undefined {
  const live = form.pages ? liveAnswers(form.pages, answers) : answers
  return form.exits.find((exit) => holds(exit.when, live))
}

/** What may stand on these fields but not be handed in, in the definition's own words. */
export function blocksOf(blocks: Form['blocks'], fields: Field[], answers: Answers): FieldProblem[] {
  const shown = new Set(fields.map(({ id }) => id))
  return blocks
    .filter(({ field, when }) => shown.has(field) && holds(when, answers))
    .map(({ field, message }) => ({ path: field, code: 'blocked', params: {}, message }))
}
