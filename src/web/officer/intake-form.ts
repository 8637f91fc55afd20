/** The applicants' form pages, filled in by an officer: the same page with the desk's own addresses. Pure. */
import type { CaseView } from '../../actions/view-case.ts'
import { longDate } from '../../service/dates.ts'
import type { FormPage } from '../../service/definition.ts'
import { fieldsById } from '../../service/display.ts'
import { formPages, liveAnswers, visiblePages } from '../../service/form.ts'
import type { Accepted } from '../citizen/accept-post.ts'
import { fieldsIn } from '../citizen/condition-fields.ts'
import type { FormPageProps } from '../citizen/form-page.tsx'
import { livePart } from '../citizen/live-part.ts'
import { tellProblems } from '../citizen/tell-problems.ts'
import { CITIZEN_TEXTS } from '../texts/citizen.ts'
import { speak } from '../texts/speak.ts'
import type { DeskProps } from './desk.tsx'

type Asked = { page: FormPage; accepted: Accepted; today: string; toCheck: boolean }

export function intakeForm(found: CaseView, desk: DeskProps, asked: Asked): FormPageProps {
  const { page, accepted, today, toCheck } = asked
  const { language, agency } = desk
  const { definition, answers, id } = found
  const pages = visiblePages(formPages(definition), answers)
  const at = pages.findIndex((each) => each.id === page.id)
  const isHere = (field: string) => page.fields.some((each) => each.id === field)
  return {
    language,
    agency,
    today,
    applicationId: id,
    pageId: page.id,
    title: page.title,
    intro: page.intro,
    fields: page.fields,
    answers: {
      ...liveAnswers(formPages(definition), answers),
      ...Object.fromEntries(page.fields.map((field) => [field.id, answers[field.id]])),
    },
    blocks: definition.form.blocks.filter(({ field }) => isHere(field)),
    exits: definition.form.exits.filter(({ when }) => fieldsIn(when).some(isHere)),
    live: livePart(definition, page.fields, today),
    openRow: accepted.openRow,
    problems: tellProblems(accepted.problems, page.fields, language),
    fileProblems: accepted.fileProblems,
    moreFields: accepted.moreFields,
    position: { step: at + 1, of: pages.length + 1 },
    action: `/o/intake/${id}/${page.id}${toCheck ? '?from=check' : ''}`,
    backHref: toCheck ? `/o/intake/${id}/check` : `/o/intake/${id}`,
    leadsTo: toCheck ? 'saveAndReturn' : 'next',
  }
}

/** What an officer sent back, as fields. */
export function namedFields({ definition, correction }: CaseView): FormPage['fields'] {
  const fields = fieldsById(definition)
  return (correction?.items ?? []).flatMap(({ field }) => fields.get(field) ?? [])
}

export function correctionForm(
  found: CaseView,
  { language, agency }: DeskProps,
  { accepted, today }: Pick<Asked, 'accepted' | 'today'>,
): FormPageProps {
  const { correction, definition, answers, id } = found
  const fields = namedFields(found)
  const when = longDate(correction?.dueOn ?? '', language)
  return {
    language,
    agency,
    today,
    applicationId: id,
    pageId: 'correction',
    title: CITIZEN_TEXTS.correctTitle,
    dueNote: speak(CITIZEN_TEXTS, language)('correctDue', { when }),
    fields,
    answers,
    live: livePart(definition, fields, today),
    openRow: accepted.openRow,
    problems: tellProblems(accepted.problems, fields, language),
    fileProblems: accepted.fileProblems,
    moreFields: accepted.moreFields,
    reasons: Object.fromEntries((correction?.items ?? []).map((item) => [item.field, item.reason])),
    action: `/o/intake/${id}/correct`,
    backHref: `/o/intake/${id}/slip`,
    leadsTo: 'send',
  }
}
