/** Fields as a service file would write them. */

import { DocumentField, FormField } from '../../src/service/definition/field.ts'
import type { Field, FileField, FormPage, Question } from '../../src/service/definition.ts'
import { isQuestion } from '../../src/service/form.ts'

export const TODAY = '2026-11-23'
export const label = { th: 'ช่อง', en: 'Field' }
export const text = (words: string) => ({ th: words, en: `${words} (en)` })

export const field = (written: { type: Exclude<Field['type'], 'file'> } & Record<string, unknown>): Field =>
  FormField.parse({ id: 'x', label, ...written })

/** A field that has an answer. */
export function question(written: Parameters<typeof field>[0]): Question {
  const made = field(written)
  if (!isQuestion(made)) throw new Error(`${written.type} asks nothing`)
  return made
}

export const fileField = (written: Record<string, unknown> = {}): FileField => ({
  ...DocumentField.parse({ id: 'x', label, ...written }),
  type: 'file',
})

export const page = (fields: Field[], more: Partial<FormPage> = {}): FormPage => ({
  id: 'page',
  title: label,
  fields,
  ...more,
})

export const options = ['a', 'b', 'c'].map((value) => ({ value, label: text(value.toUpperCase()) }))
