/** From an empty draft to a submitted application. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { carryOverDraft } from '../../actions/carry-over-draft.ts'
import { prefilledFrom } from '../../actions/prefill.ts'
import { noticeToShow } from '../../actions/privacy-notice.ts'
import { startApplication } from '../../actions/start-application.ts'
import { submitApplication } from '../../actions/submit-application.ts'
import { type CaseView, listCases } from '../../actions/view-case.ts'
import { withdrawApplication } from '../../actions/withdraw-application.ts'
import type { Context } from '../../context.ts'
import { Invalid, NotFound, type Problem } from '../../errors.ts'
import { shortDateTime } from '../../service/dates.ts'
import type { Exit, FormPage } from '../../service/definition.ts'
import { type Answers, exitOf, formPages, isEmpty, liveAnswers, visiblePages } from '../../service/form.ts'
import { caseTitle } from '../../service/transaction.ts'
import { APPLICANT } from '../access.ts'
import { renderPage } from '../render.ts'
import { requireApplicant } from '../session.ts'
import { idOf } from '../ui/fields/form-handle.ts'
import { type Accepted, acceptPost, CLEAN, statusOf } from './accept-post.ts'
import { begin, type CaseRoute, ownCase } from './begin.ts'
import { checkSummary } from './check-problems.ts'
import { fieldsIn } from './condition-fields.ts'
import { clockTime, editRoutes } from './edit-routes.ts'
import { livePart } from './live-part.ts'
import { readPosted } from './posted.ts'
import { isUnproven, lastStep, nextTaskPath, tasksOf } from './tasks.ts'
import { tellProblems } from './tell-problems.ts'
import { verifiedFields } from './verified-fields.ts'

type PageRoute = { Params: { id: string; page: string }; Querystring: { from?: string } }

export function applyRoutes(app: FastifyInstance, ctx: Context): void {
  startRoutes(app, ctx)
  editRoutes(app, ctx)
  checkRoutes(app, ctx)
  exitRoutes(app, ctx)

  app.get<PageRoute>('/l/apply/:id/:page', APPLICANT, async (request, reply) => {
    return showFormPage(ctx, request, reply, CLEAN)
  })

  app.post<PageRoute>('/l/apply/:id/:page', APPLICANT, async (request, reply) => {
    const { person, language, today } = await begin(ctx, request)
    const found = await draftOf(ctx, request)
    const page = pageOf(found, request.params.page)
    const owner = { applicationId: found.id, applicantId: person.applicantId }
    const { form } = found.definition
    const input = { owner, posted: await readPosted(request), fields: page.fields, form, language, today }
    const accepted = await acceptPost(ctx, input, async () => (await draftOf(ctx, request)).answers)
    if (!accepted.pressed && exitFrom(await draftOf(ctx, request)))
      return reply.redirect(`/l/apply/${found.id}/exit`, 303)
    if (accepted.again) return showFormPage(ctx, request, reply, accepted)
    return reply.redirect(await pathAfter(ctx, request), 303)
  })
}

function exitRoutes(app: FastifyInstance, ctx: Context): void {
  app.get<CaseRoute>('/l/apply/:id/exit', APPLICANT, async (request, reply) => {
    const { language, agency } = await begin(ctx, request)
    const found = await draftOf(ctx, request)
    const exit = exitFrom(found)
    if (!exit || found.status !== 'draft') return reply.redirect(`/l/apply/${found.id}`, 303)
    const [field = ''] = fieldsIn(exit.when)
    const page = formPages(found.definition).find((each) => each.fields.some(({ id }) => id === field))
    const changeHref = `/l/apply/${found.id}/${page?.id ?? ''}#${idOf(field)}`
    return renderPage(reply, 'citizen/exit', { language, agency, exit, changeHref })
  })
}

const exitFrom = ({ definition, answers }: CaseView): Exit | undefined =>
  exitOf({ exits: definition.form.exits, pages: formPages(definition) }, answers)

function startRoutes(app: FastifyInstance, ctx: Context): void {
  app.get('/l/apply', APPLICANT, async (request, reply) => {
    const { person, language } = await begin(ctx, request)
    const draft = (await listCases(ctx, person.applicantId)).find((each) => each.status === 'draft')
    if (draft) return reply.redirect(`/l/apply/${draft.id}`, 303)
    return renderPage(reply, 'citizen/start', { language, definition: ctx.service.definition })
  })

  app.post('/l/apply', APPLICANT, async (request, reply) => {
    const person = await requireApplicant(ctx, request)
    const { applicationId } = await startApplication(ctx, person.applicantId)
    return reply.redirect(`/l/apply/${applicationId}`, 303)
  })

  app.get<CaseRoute>('/l/apply/:id', APPLICANT, async (request, reply) => {
    const { person, language, agency, today } = await begin(ctx, request)
    const owner = { applicationId: request.params.id, applicantId: person.applicantId }
    const changes = await carryOverDraft(ctx, owner)
    const found = await ownCase(ctx, person, request.params.id)
    if (found.status !== 'draft') return reply.redirect(`/l/cases/${found.id}`, 303)
    const tasks = tasksOf(found.definition.form, found.answers, today)
    const begun = Object.values(found.answers).some((answer) => !isEmpty(answer))
    return renderPage(reply, 'citizen/tasks', {
      language,
      agency,
      service: caseTitle(found.definition, found.answers),
      applicationId: found.id,
      tasks,
      nextHref: nextTaskPath(found.id, tasks, isUnproven(found.identity)),
      identity: found.identity,
      changes,
      notice: await noticeToShow(ctx, owner),
      prefilledFrom: await prefilledFrom(ctx, owner),
      savedAt: begun ? shortDateTime(found.updatedAt, language) : undefined,
    })
  })

  app.post<CaseRoute>('/l/apply/:id/discard', APPLICANT, async (request, reply) => {
    const { applicantId } = await requireApplicant(ctx, request)
    await withdrawApplication(ctx, { applicationId: request.params.id, applicantId })
    return reply.redirect('/l', 303)
  })
}

function checkRoutes(app: FastifyInstance, ctx: Context): void {
  app.get<CaseRoute>('/l/apply/:id/check', APPLICANT, async (request, reply) =>
    showCheck(ctx, request, reply, []),
  )

  app.post<CaseRoute>('/l/apply/:id/check', APPLICANT, async (request, reply) => {
    const { applicantId } = await requireApplicant(ctx, request)
    const { id } = request.params
    if (exitFrom(await draftOf(ctx, request))) return reply.redirect(`/l/apply/${id}/exit`, 303)
    const ticked = (name: string) =>
      request.body instanceof URLSearchParams && request.body.get(name) === 'yes'
    const [declared, noticed] = [ticked('declared'), ticked('noticed')]
    try {
      await submitApplication(ctx, { applicationId: id, applicantId, declared, noticed })
      return reply.redirect(`/l/cases/${id}/done`, 303)
    } catch (error) {
      if (error instanceof Invalid) return showCheck(ctx, request, reply, error.problems)
      throw error
    }
  })
}

/** The draft asked for. A submitted one is no longer edited: its own page shows it. */
async function draftOf(ctx: Context, request: FastifyRequest<CaseRoute>): Promise<CaseView> {
  const { person } = await begin(ctx, request)
  return ownCase(ctx, person, request.params.id)
}

function pageOf(found: CaseView, pageId: string): FormPage {
  const page = formPages(found.definition).find((each) => each.id === pageId)
  if (!page) throw new NotFound('page')
  return page
}

async function showFormPage(
  ctx: Context,
  request: FastifyRequest<PageRoute>,
  reply: FastifyReply,
  accepted: Accepted,
) {
  const { person, language, agency, today } = await begin(ctx, request)
  const found = await draftOf(ctx, request)
  if (found.status !== 'draft') return reply.redirect(`/l/cases/${found.id}`, 303)
  const page = pageOf(found, request.params.page)
  const exit = exitFrom(found)
  // Except on the page where the answer can be changed, there is nothing to go on with.
  if (exit && !page.fields.some(({ id }) => fieldsIn(exit.when).includes(id)))
    return reply.redirect(`/l/apply/${found.id}/exit`, 303)
  const pages = visiblePages(formPages(found.definition), found.answers)
  const at = pages.findIndex((each) => each.id === page.id)
  const verified = await verifiedFields(ctx, { person, found, fields: page.fields, language })
  const toCheck = request.query.from === 'check'
  const before = pages[at - 1]
  return renderPage(
    reply,
    'citizen/form',
    {
      language,
      agency,
      today,
      applicationId: found.id,
      pageId: page.id,
      title: page.title,
      intro: page.intro,
      fields: page.fields,
      answers: { ...answersFor(page, found), ...verified.answers },
      ...verified.shown,
      blocks: found.definition.form.blocks.filter((block) => isOn(page, block.field)),
      exits: found.definition.form.exits.filter(({ when }) => fieldsIn(when).some((id) => isOn(page, id))),
      live: livePart(found.definition, page.fields, today),
      openRow: accepted.openRow,
      problems: tellProblems(accepted.problems, page.fields, language),
      fileProblems: accepted.fileProblems,
      moreFields: accepted.moreFields,
      savedAt: Object.keys(found.answers).length > 0 ? clockTime(found.updatedAt, language) : undefined,
      position: { step: at + 1, of: pages.length + 1 },
      action: `/l/apply/${found.id}/${page.id}${toCheck ? '?from=check' : ''}`,
      backHref: toCheck
        ? `/l/apply/${found.id}/check`
        : `/l/apply/${found.id}${before ? `/${before.id}` : ''}`,
      leadsTo: toCheck ? 'saveAndReturn' : 'next',
    },
    statusOf(accepted),
  )
}

/** What the page's conditions may look at: an answer elsewhere that is hidden now has no say. */
const answersFor = (page: FormPage, { definition, answers }: CaseView): Answers => ({
  ...liveAnswers(formPages(definition), answers),
  ...Object.fromEntries(page.fields.map(({ id }) => [id, answers[id]])),
})

const isOn = (page: FormPage, fieldId: string): boolean => page.fields.some(({ id }) => id === fieldId)

/** The next page that applies to the answers as they are now, or the check. */
async function pathAfter(ctx: Context, request: FastifyRequest<PageRoute>): Promise<string> {
  const found = await draftOf(ctx, request)
  const pages = visiblePages(formPages(found.definition), found.answers)
  const at = pages.findIndex((each) => each.id === request.params.page)
  const next = request.query.from === 'check' ? undefined : pages[at + 1]
  const toCheck = request.query.from === 'check'
  return `/l/apply/${found.id}/${next?.id ?? lastStep(!toCheck && isUnproven(found.identity))}`
}

async function showCheck(
  ctx: Context,
  request: FastifyRequest<CaseRoute>,
  reply: FastifyReply,
  problems: Problem[],
): Promise<FastifyReply> {
  const { person, language, agency } = await begin(ctx, request)
  const found = await draftOf(ctx, request)
  if (found.status !== 'draft') return reply.redirect(`/l/cases/${found.id}`, 303)
  const pages = visiblePages(formPages(found.definition), found.answers)
  const props = {
    language,
    agency,
    applicationId: found.id,
    pages,
    answers: found.answers,
    fee: found.fee,
    feeDue: found.definition.fees.due,
    declaration: found.definition.form.declaration,
    notice: await noticeToShow(ctx, { applicationId: found.id, applicantId: person.applicantId }),
    backHref: `/l/apply/${found.id}/${pages.at(-1)?.id ?? ''}`,
    problems: checkSummary(problems, { applicationId: found.id, pages, language }),
    unticked: problems.map((problem) => problem.field),
  }
  return renderPage(reply, 'citizen/check', props, problems.length > 0 ? 422 : 200)
}
