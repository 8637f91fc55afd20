/** What still has to be mended before sending, as links to the places where it is mended. Pure. */
import type { Problem } from '../../errors.ts'
import type { FormPage, Language } from '../../service/definition.ts'
import type { FieldProblem } from '../../service/form.ts'
import { CHANGES_TEXTS } from '../texts/changes.ts'
import { CITIZEN_TEXTS } from '../texts/citizen.ts'
import { IDENTITY_TEXTS } from '../texts/identity.ts'
import type { SummaryItem } from '../ui/error-summary.tsx'
import { idOf } from '../ui/fields/form-handle.ts'
import { problemInList } from './labels.ts'

type Place = { applicationId: string; pages: FormPage[]; language: Language }

export function checkSummary(problems: Problem[], place: Place): SummaryItem[] {
  return problems.map((problem) => ({ href: hrefOf(problem.field, place), text: textOf(problem, place) }))
}

function hrefOf(path: string, { applicationId, pages }: Place): string {
  if (path === 'identity') return `/l/apply/${applicationId}/identity`
  const [fieldId] = path.split('.')
  const page = pages.find((each) => each.fields.some((field) => field.id === fieldId))
  return page ? `/l/apply/${applicationId}/${page.id}?from=check#${idOf(path)}` : `#${idOf(path)}`
}

function textOf(problem: Problem, { pages, language }: Place): string {
  if (problem.field === 'identity') return IDENTITY_TEXTS.needed[language]
  if (problem.field === 'declaration') return CITIZEN_TEXTS.declareFirst[language]
  if (problem.field === 'privacy_notice') return CHANGES_TEXTS.noticeFirst[language]
  const found = { ...problem, path: problem.field } as FieldProblem
  return problemInList(
    pages.flatMap((page) => page.fields),
    found,
    language,
  )
}
