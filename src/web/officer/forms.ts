/** What an officer typed, as it comes out of a plain form and goes back into one. Pure. */
import type { OfficerCase } from '../../actions/view-officer-case.ts'
import { INSPECTION_RESULTS, type InspectedPoint, inspectionProblems } from '../../review/inspection.ts'
import type { CorrectionItem } from '../../review/table.ts'
import type { Definition, FormPage, Language } from '../../service/definition.ts'
import { fieldsById } from '../../service/display.ts'
import { formPages, isQuestion, visiblePages } from '../../service/form.ts'
import { speak } from '../texts/speak.ts'
import { FORM_TEXTS } from './form-texts.ts'

/** The version and moment the officer saw; a change since then is shown before anything is done. */
export type Seen = { version: number; seenAt: string }

export function readSeen(form: URLSearchParams): Seen {
  return { version: Number(form.get('version')) || 0, seenAt: form.get('seenAt') ?? '' }
}

/** One line of the return: chosen or not, a ready reason by its place in the definition, and own words. */
export type ReturnChoice = { field: string; chosen: boolean; ready: string; own: string }

/** What may be returned: every question that shows with these answers. */
export function returnableFields(found: OfficerCase): FormPage[] {
  return visiblePages(formPages(found.definition), found.answers)
    .map((page) => ({ ...page, fields: page.fields.filter(isQuestion) }))
    .filter((page) => page.fields.length > 0)
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

export const OUTCOMES = ['endorse', 'object', 'approve', 'refuse'] as const
export type Outcome = (typeof OUTCOMES)[number]

export type Finding = {
  checklist: string[]
  /** Conditions proposed at an earlier step that are kept. */
  kept: string[]
  /** Further ones, one a line. */
  conditions: string
  inspection: InspectedPoint[]
  /** A ready opinion, by its place in the step. */
  ready: string
  /** In the officer's own words. */
  reason: string
}

export function readFinding(form: URLSearchParams, found: OfficerCase): Finding {
  return {
    checklist: form.getAll('check'),
    kept: form.getAll('kept'),
    conditions: form.get('conditions') ?? '',
    inspection: readInspection(form, found),
    ready: form.get('ready') ?? '',
    reason: (form.get('reason') ?? '').trim(),
  }
}

function readInspection(form: URLSearchParams, found: OfficerCase): InspectedPoint[] {
  return (stepOf(found)?.inspection?.points ?? []).flatMap(({ id }) => {
    const result = INSPECTION_RESULTS.find((each) => each === form.get(`point.${id}`))
    return result ? [{ point: id, result, note: (form.get(`note.${id}`) ?? '').trim() }] : []
  })
}

export const stepOf = ({ definition, step }: OfficerCase) => definition.review.steps[step]

/** The ready opinion and the officer's own words, in Thai: it is an official record of the agency. */
export function saidReason({ ready, reason }: Finding, found: OfficerCase): string {
  const opinion = ready === '' ? undefined : stepOf(found)?.opinions[Number(ready)]?.th
  return [opinion, reason].filter(Boolean).join(' ')
}

/** What the form shows at first: nothing ticked, and every proposed condition kept. */
export function blankFinding(found: OfficerCase): Finding {
  return {
    checklist: [],
    kept: proposedConditions(found),
    conditions: '',
    inspection: [],
    ready: '',
    reason: '',
  }
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
  const step = stepOf(found)
  const problems = inspectionProblems(step, finding.inspection).map(({ field, code }) => ({
    href: `#${field.replace('.', '-')}`,
    text: t(code === 'note_needed' ? 'wrong_note' : 'wrong_point', {
      point: pointText(found, field, language),
    }),
  }))
  if (outcome === 'object' && !saidReason(finding, found))
    problems.push({ href: '#reason', text: t('wrong_objection') })
  const complete = step?.checklist.every((item) => finding.checklist.includes(item.id)) ?? true
  if (outcome === 'endorse' && !complete) problems.unshift({ href: '#checklist', text: t('wrong_checklist') })
  return problems
}

function pointText(found: OfficerCase, field: string, language: Language): string {
  const point = stepOf(found)?.inspection?.points.find(({ id }) => field === `point.${id}`)
  return point?.text[language] ?? ''
}
