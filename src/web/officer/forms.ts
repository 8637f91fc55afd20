/** What an officer typed, as it comes out of a plain form and goes back into one. Pure. */
import type { OfficerCase } from '../../actions/view-officer-case.ts'
import type { CorrectionItem } from '../../review/table.ts'
import type { Definition, FormPage, Language } from '../../service/definition.ts'
import { fieldsById } from '../../service/display.ts'
import { formPages, visiblePages } from '../../service/form.ts'
import { speak } from '../texts/speak.ts'
import { FORM_TEXTS } from './form-texts.ts'

/** The version and moment the officer saw; a change since then is shown before anything is done. */
export type Seen = { version: number; seenAt: string }

export function readSeen(form: URLSearchParams): Seen {
  return { version: Number(form.get('version')) || 0, seenAt: form.get('seenAt') ?? '' }
}

/** One line of the return: chosen or not, a ready reason by its place in the definition, and own words. */
export type ReturnChoice = { field: string; chosen: boolean; ready: string; own: string }

/** What may be returned: every field that shows with these answers. */
export function returnableFields(found: OfficerCase): FormPage[] {
  return visiblePages(formPages(found.definition), found.answers)
}

export function readReturn(form: URLSearchParams, found: OfficerCase): ReturnChoice[] {
  const chosen = new Set(form.getAll('item'))
  return returnableFields(found)
    .flatMap((page) => page.fields)
    .map(({ id }) => ({
      field: id,
      chosen: chosen.has(id),
      ready: form.get(`ready.${id}`) ?? '',
      own: (form.get(`own.${id}`) ?? '').trim(),
    }))
}

/** The record of defects: Thai, because it is an official record of the agency. */
export function correctionItems(choices: ReturnChoice[], definition: Definition): CorrectionItem[] {
  return choices
    .filter((choice) => choice.chosen)
    .map(({ field, ready, own }) => {
      const said = ready === '' ? undefined : definition.review.reasons[Number(ready)]?.th
      return { field, reason: [said, own].filter(Boolean).join(' ') }
    })
}

export type FormProblem = { href: string; text: string }

export function returnProblems(
  choices: ReturnChoice[],
  found: OfficerCase,
  language: Language,
): FormProblem[] {
  const t = speak(FORM_TEXTS, language)
  const items = correctionItems(choices, found.definition)
  if (items.length === 0) return [{ href: '#items', text: t('wrong_items') }]
  const fields = fieldsById(found.definition)
  return items
    .filter((item) => item.reason === '')
    .map((item) => ({
      href: `#own-${item.field}`,
      text: t('wrong_reason', { label: fields.get(item.field)?.label[language] ?? item.field }),
    }))
}

export const OUTCOMES = ['endorse', 'approve', 'refuse'] as const
export type Outcome = (typeof OUTCOMES)[number]

export type Finding = {
  checklist: string[]
  /** Conditions proposed at an earlier step that are kept. */
  kept: string[]
  /** Further ones, one a line. */
  conditions: string
  reason: string
}

export function readFinding(form: URLSearchParams): Finding {
  return {
    checklist: form.getAll('check'),
    kept: form.getAll('kept'),
    conditions: form.get('conditions') ?? '',
    reason: (form.get('reason') ?? '').trim(),
  }
}

/** What the form shows at first: nothing ticked, and every proposed condition kept. */
export function blankFinding(found: OfficerCase): Finding {
  return { checklist: [], kept: proposedConditions(found), conditions: '', reason: '' }
}

export function proposedConditions(found: OfficerCase): string[] {
  return found.decisions.flatMap((decision) => decision.conditions)
}

export function allConditions(finding: Finding): string[] {
  const lines = finding.conditions.split('\n').map((line) => line.trim())
  return [...finding.kept, ...lines.filter((line) => line !== '')]
}

export function findingProblems(
  outcome: Outcome,
  finding: Finding,
  { found, language }: { found: OfficerCase; language: Language },
): FormProblem[] {
  const t = speak(FORM_TEXTS, language)
  if (outcome === 'refuse') return finding.reason ? [] : [{ href: '#reason', text: t('wrong_refusal') }]
  const step = found.definition.review.steps[found.step]
  const complete = step?.checklist.every((item) => finding.checklist.includes(item.id)) ?? true
  return complete ? [] : [{ href: '#checklist', text: t('wrong_checklist') }]
}
