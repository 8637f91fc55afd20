/** What an officer typed as an answer or for publication, out of a plain form and back into one. Pure. */
import type { Publication } from '../../actions/publish-question.ts'
import type { OfficerQuestion } from '../../actions/view-questions.ts'
import type { Problem } from '../../errors.ts'
import type { Language } from '../../service/definition.ts'
import { speak } from '../texts/speak.ts'
import type { FormProblem } from './forms.ts'
import { QUESTION_TEXTS } from './question-texts.ts'

/** What was just done, told at the head of the page. */
export const QUESTION_DONE = ['answered', 'published', 'withdrawn'] as const
export type QuestionDone = (typeof QUESTION_DONE)[number]

export type Draft = Omit<Publication, 'questionId' | 'wordings'> & { wordings: string }

/** What was published, or the question and answer as they are: one press is enough. */
export function draftOf({ publication, language, text = '', answer = '' }: OfficerQuestion): Draft {
  if (publication) return { ...publication, wordings: publication.wordings.join('\n') }
  const none = { th: '', en: '' }
  return { question: { ...none, [language]: text }, answer: { ...none, [language]: answer }, wordings: '' }
}

export function readDraft(form: URLSearchParams): Draft {
  const typed = (name: string) => (form.get(name) ?? '').replace(/\r\n/g, '\n')
  return {
    question: { th: typed('question_th'), en: typed('question_en') },
    answer: { th: typed('answer_th'), en: typed('answer_en') },
    wordings: typed('wordings'),
  }
}

export const publicationOf = (questionId: string, { wordings, ...draft }: Draft): Publication => ({
  questionId,
  ...draft,
  wordings: wordings.split('\n'),
})

const HREFS: Record<string, string> = { question: '#question_th', answer: '#answer_th' }

/** Refusals in words; `hrefs` says where the fields of this form are. */
export function problemTexts(
  problems: Problem[],
  language: Language,
  hrefs: Record<string, string> = HREFS,
): FormProblem[] {
  const t = speak(QUESTION_TEXTS, language)
  return problems.map(({ field, code, params }) => ({
    href: hrefs[field] ?? `#${field}`,
    text: t(`wrong_${code}` as 'wrong_required', { ...params, field: t(`field_${field}` as 'field_answer') }),
  }))
}
