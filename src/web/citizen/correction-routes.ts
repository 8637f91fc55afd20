/** The items an officer sent back, and nothing else: mended, then handed in again. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { correctApplication } from '../../actions/correct-application.ts'
import type { CaseView } from '../../actions/view-case.ts'
import type { Context } from '../../context.ts'
import { Invalid } from '../../errors.ts'
import { longDate } from '../../service/dates.ts'
import type { Field } from '../../service/definition.ts'
import { type FieldProblem, withDependents } from '../../service/form.ts'
import { APPLICANT } from '../access.ts'
import type { PropsOf } from '../pages.tsx'
import { renderPage } from '../render.ts'
import { CITIZEN_TEXTS } from '../texts/citizen.ts'
import { speak } from '../texts/speak.ts'
import { type Accepted, acceptPost, CLEAN, statusOf } from './accept-post.ts'
import { begin, type CaseRoute, ownCase } from './begin.ts'
import { livePart } from './live-part.ts'
import { readPosted } from './posted.ts'
import { tellProblems } from './tell-problems.ts'
import { verifiedFields } from './verified-fields.ts'

export function correctionRoutes(app: FastifyInstance, ctx: Context): void {
  app.get<CaseRoute>('/l/cases/:id/correct', APPLICANT, async (request, reply) =>
    showCorrection(ctx, request, reply, CLEAN),
  )

  app.post<CaseRoute>('/l/cases/:id/correct', APPLICANT, async (request, reply) => {
    const { person, language, today } = await begin(ctx, request)
    const found = await ownCase(ctx, person, request.params.id)
    const owner = { applicationId: found.id, applicantId: person.applicantId }
    if (found.status !== 'returned') return reply.redirect(`/l/cases/${found.id}`, 303)
    const { form } = found.definition
    const fields = namedFields(found)
    const input = { owner, posted: await readPosted(request), fields, form, language, today }
    const accepted = await acceptPost(ctx, input, async () => (await ownCase(ctx, person, found.id)).answers)
    if (accepted.again) return showCorrection(ctx, request, reply, accepted)
    try {
      await correctApplication(ctx, owner)
      return reply.redirect(`/l/cases/${found.id}`, 303)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      const problems = error.problems.map(({ field, ...rest }) => ({ path: field, ...rest }) as FieldProblem)
      return showCorrection(ctx, request, reply, { ...CLEAN, problems })
    }
  })
}

/** What the officer named, and what hangs on it. */
function namedFields(found: CaseView): Field[] {
  return withDependents(
    found.definition,
    (found.correction?.items ?? []).map((item) => item.field),
  )
}

async function showCorrection(
  ctx: Context,
  request: FastifyRequest<CaseRoute>,
  reply: FastifyReply,
  accepted: Accepted,
): Promise<FastifyReply> {
  const { person, language, agency, today } = await begin(ctx, request)
  const found = await ownCase(ctx, person, request.params.id)
  if (found.status !== 'returned' || !found.correction) return reply.redirect(`/l/cases/${found.id}`, 303)
  const { items, dueOn } = found.correction
  const fields = namedFields(found)
  const verified = await verifiedFields(ctx, { person, found, fields, language })
  const props: PropsOf<'citizen/form'> = {
    language,
    agency,
    today,
    applicationId: found.id,
    pageId: 'correction',
    title: CITIZEN_TEXTS.correctTitle,
    intro: CITIZEN_TEXTS.correctBody,
    dueNote: speak(CITIZEN_TEXTS, language)('correctDue', { when: longDate(dueOn, language) }),
    fields,
    answers: { ...found.answers, ...verified.answers },
    ...verified.shown,
    problems: tellProblems(accepted.problems, fields, language),
    fileProblems: accepted.fileProblems,
    moreFields: accepted.moreFields,
    blocks: found.definition.form.blocks,
    live: livePart(found.definition, fields, today),
    openRow: accepted.openRow,
    reasons: Object.fromEntries(items.map((item) => [item.field, item.reason])),
    action: `/l/cases/${found.id}/correct`,
    backHref: `/l/cases/${found.id}`,
    leadsTo: 'send',
  }
  return renderPage(reply, 'citizen/form', props, statusOf(accepted))
}
