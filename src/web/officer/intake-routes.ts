/** `/o/intake`: an officer keys in what came at the counter or by telephone, on the same form as the applicants'. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { correctApplication } from '../../actions/correct-application.ts'
import { openIntake } from '../../actions/open-intake.ts'
import { startIntake } from '../../actions/start-intake.ts'
import { SIGNED_FORM, submitIntake } from '../../actions/submit-intake.ts'
import { type CaseView, viewCase } from '../../actions/view-case.ts'
import { markCalled, viewIntake } from '../../actions/view-intake.ts'
import { withdrawApplication } from '../../actions/withdraw-application.ts'
import { listAttachmentsSince } from '../../application/store.ts'
import { CHANNELS, type Intake } from '../../application/table.ts'
import type { Context } from '../../context.ts'
import { Invalid, NotFound, type Problem } from '../../errors.ts'
import { findOfficer } from '../../officer/store.ts'
import { SHOWN_CARDS } from '../../proof/checklist.ts'
import { rungOf } from '../../proof/ladder.ts'
import { bangkokDay, isoFromParts, parseIsoDate } from '../../service/dates.ts'
import type { FormPage } from '../../service/definition.ts'
import { formPages, visiblePages } from '../../service/form.ts'
import { transactionType } from '../../service/transaction.ts'
import { REVIEWERS } from '../access.ts'
import { type Accepted, acceptPost, CLEAN, statusOf } from '../citizen/accept-post.ts'
import { checkSummary } from '../citizen/check-problems.ts'
import { type PostedFile, readPosted } from '../citizen/posted.ts'
import { tasksOf } from '../citizen/tasks.ts'
import { renderPage } from '../render.ts'
import { FILE_TEXTS, type FileTextKey } from '../texts/files.ts'
import { speak } from '../texts/speak.ts'
import type { DeskProps } from './desk.tsx'
import { caseId, deskOf, formOf } from './desk-request.ts'
import { PROOF_TEXTS } from './identity-texts.ts'
import { correctionForm, intakeForm, namedFields } from './intake-form.ts'
import type { StartTyped } from './intake-page.tsx'
import { INTAKE_TEXTS } from './intake-texts.ts'

const Start = z.object({ draft: z.uuid(), channel: z.enum(CHANNELS).catch('counter') })

export function intakeRoutes(app: FastifyInstance, ctx: Context): void {
  startRoutes(app, ctx)
  draftRoutes(app, ctx)
  checkRoutes(app, ctx)
  correctionRoutes(app, ctx)
  pageRoutes(app, ctx)
}

function startRoutes(app: FastifyInstance, ctx: Context): void {
  app.get('/o/intake', REVIEWERS, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const today = parseIsoDate(bangkokDay(ctx.clock.now())) ?? { day: '', month: '', year: '' }
    return showStart(ctx, reply, desk, { channel: 'counter', ...today, noticeGiven: false })
  })

  app.post('/o/intake', REVIEWERS, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const form = formOf(request)
    const [day, month, year] = ['day', 'month', 'year'].map((part) => form.get(part) ?? '') as [
      string,
      string,
      string,
    ]
    const start = Start.safeParse({ draft: form.get('draft'), channel: form.get('channel') })
    if (!start.success) throw new NotFound('page')
    const { draft, channel } = start.data
    const noticeGiven = form.get('notice') === 'yes'
    try {
      const receivedOn = isoFromParts({ day, month, year }) ?? ''
      await startIntake(ctx, desk.officer, { applicationId: draft, channel, receivedOn, noticeGiven })
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return showStart(ctx, reply, desk, { channel, day, month, year, noticeGiven }, error.problems)
    }
    return reply.redirect(`/o/intake/${draft}`, 303)
  })

  app.post<{ Params: { id: string } }>('/o/intake/calls/:id', REVIEWERS, async (request, reply) => {
    const { officer } = await deskOf(ctx, request)
    await markCalled(ctx, officer, request.params.id)
    return reply.redirect('/o/intake', 303)
  })
}

async function showStart(
  ctx: Context,
  reply: FastifyReply,
  desk: DeskProps,
  ...[typed, problems = []]: [StartTyped, Problem[]?]
): Promise<FastifyReply> {
  const found = await viewIntake(ctx, desk.officer)
  const t = speak(INTAKE_TEXTS, desk.language)
  const told = (field: string, key: 'bad_received_on' | 'notice_needed') => {
    const problem = problems.find((each) => each.field === field)
    return problem && t(key, problem.params ?? {})
  }
  const props = {
    ...desk,
    desk: found,
    draftId: randomUUID(),
    typed,
    problem: told('received_on', 'bad_received_on'),
    noticeProblem: told('notice', 'notice_needed'),
  }
  return renderPage(reply, 'officer/intake', props, problems.length > 0 ? 422 : 200)
}

type Opened = { desk: DeskProps; found: CaseView; intake: Intake; owner: Owner; today: string }
type Owner = { applicationId: string; applicantId: string }

/** The officer at the desk, and the case they key in. Throws NotFound for a colleague's draft. */
async function opened(ctx: Context, request: FastifyRequest): Promise<Opened> {
  const desk = await deskOf(ctx, request)
  const { intake, applicationId, applicantId } = await openIntake(ctx, desk.officer, caseId(request))
  const owner = { applicationId, applicantId }
  const found = await viewCase(ctx, owner)
  return { desk, found, intake, owner, today: bangkokDay(ctx.clock.now()) }
}

function draftRoutes(app: FastifyInstance, ctx: Context): void {
  app.get('/o/intake/:id', REVIEWERS, async (request, reply) => {
    const { desk, found, intake, today } = await opened(ctx, request)
    if (found.status !== 'draft') return reply.redirect(`/o/intake/${found.id}/slip`, 303)
    const { channel, receivedOn } = intake
    const tasks = tasksOf(found.definition.form, found.answers, today)
    const { title: service } = found.definition
    const props = { ...desk, applicationId: found.id, service, channel, receivedOn, tasks }
    return renderPage(reply, 'officer/intake-draft', props)
  })

  app.post('/o/intake/:id/discard', REVIEWERS, async (request, reply) => {
    const { owner, found } = await opened(ctx, request)
    if (found.status === 'draft') await withdrawApplication(ctx, owner)
    return reply.redirect('/o/intake', 303)
  })

  app.get('/o/intake/:id/slip', REVIEWERS, async (request, reply) => {
    const { desk, found, intake } = await opened(ctx, request)
    if (found.status === 'draft') return reply.redirect(`/o/intake/${found.id}`, 303)
    const receiver = await findOfficer(ctx.db, intake.officerId)
    const scan = (await listAttachmentsSince(ctx.db, found.id, new Date(0))).findLast(
      ({ fieldId }) => fieldId === SIGNED_FORM,
    )
    return renderPage(reply, 'officer/intake-slip', {
      ...desk,
      found,
      channel: intake.channel,
      receiver: { name: receiver?.name ?? '', position: receiver?.position ?? '' },
      scanId: scan?.id,
      fresh: 'fresh' in (request.query as object),
    })
  })
}

function checkRoutes(app: FastifyInstance, ctx: Context): void {
  app.get('/o/intake/:id/check', REVIEWERS, async (request, reply) =>
    showCheck(reply, await opened(ctx, request), { problems: [], form: new URLSearchParams() }),
  )

  app.post('/o/intake/:id/check', REVIEWERS, async (request, reply) => {
    const open = await opened(ctx, request)
    const { form, files } = await readPosted(request)
    const declared = form.get('declared') === 'yes'
    try {
      const scan = files.find(({ field }) => field === 'scan')
      const seen = form.get('seen') === 'yes' ? { card: Card.parse(form.get('card')) } : undefined
      await submitIntake(ctx, open.desk.officer, { applicationId: open.found.id, declared, scan, seen })
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return showCheck(reply, open, { problems: error.problems, form })
    }
    return reply.redirect(`/o/intake/${open.found.id}/slip?fresh`, 303)
  })
}

const Card = z.enum(SHOWN_CARDS).optional().catch(undefined)

type Checked = { problems: Problem[]; form: URLSearchParams }

function showCheck(reply: FastifyReply, open: Opened, { problems, form }: Checked): FastifyReply {
  const { desk, found, intake } = open
  if (found.status !== 'draft') return reply.redirect(`/o/intake/${found.id}/slip`, 303)
  const { language, agency } = desk
  const { definition, answers, id } = found
  const pages = visiblePages(formPages(definition), answers)
  const asks = rungOf(definition, transactionType(answers)).minimum > 0
  const props = {
    language,
    agency,
    applicationId: id,
    channel: intake.channel,
    pages,
    answers,
    fee: found.fee,
    declaration: definition.form.declaration,
    declared: form.get('declared') === 'yes',
    seen: asks ? { ticked: form.get('seen') === 'yes', card: form.get('card') ?? undefined } : undefined,
    problems: problems.map((problem) => summaryItem(problem, open, pages)),
  }
  return renderPage(reply, 'officer/intake-check', props, problems.length > 0 ? 422 : 200)
}

function summaryItem(problem: Problem, { desk, found }: Opened, pages: FormPage[]) {
  const { language } = desk
  if (problem.field === 'declaration')
    return { href: '#f-declaration', text: INTAKE_TEXTS.declareFirst[language] }
  if (problem.field === 'card') return { href: '#f-card', text: PROOF_TEXTS.wrong_card[language] }
  if (problem.field === 'scan') {
    const key = problem.code in FILE_TEXTS ? (problem.code as FileTextKey) : 'uploadBroken'
    return { href: '#f-scan', text: speak(FILE_TEXTS, language)(key, problem.params) }
  }
  const [item = { href: '', text: '' }] = checkSummary([problem], {
    applicationId: found.id,
    pages,
    language,
  })
  return { ...item, href: item.href.replace(/^\/l\/apply\//, '/o/intake/') }
}

function correctionRoutes(app: FastifyInstance, ctx: Context): void {
  const show = (reply: FastifyReply, { found, desk, today }: Opened, accepted: Accepted) => {
    if (!found.correction) return reply.redirect(`/o/intake/${found.id}/slip`, 303)
    return renderPage(
      reply,
      'citizen/form',
      correctionForm(found, desk, { accepted, today }),
      statusOf(accepted),
    )
  }

  app.get('/o/intake/:id/correct', REVIEWERS, async (request, reply) =>
    show(reply, await opened(ctx, request), CLEAN),
  )

  app.post('/o/intake/:id/correct', REVIEWERS, async (request, reply) => {
    const open = await opened(ctx, request)
    if (!open.found.correction) return show(reply, open, CLEAN)
    const accepted = await accept(ctx, request, open, namedFields(open.found))
    if (accepted.again) return show(reply, await opened(ctx, request), accepted)
    await correctApplication(ctx, open.owner, `officer:${open.desk.officer.id}`)
    return reply.redirect(`/o/intake/${open.found.id}/slip`, 303)
  })
}

/** What was posted is kept first; then it is looked at by the same rules as an applicant's. */
async function accept(
  ctx: Context,
  request: FastifyRequest,
  ...[open, fields]: [Opened, FormPage['fields']]
): Promise<Accepted> {
  const { owner, found, desk, today } = open
  const posted: { form: URLSearchParams; files: PostedFile[] } = await readPosted(request)
  const { form } = found.definition
  const input = { owner, posted, fields, form, language: desk.language, today }
  return acceptPost(ctx, input, async () => (await viewCase(ctx, owner)).answers)
}

type PageRoute = { Params: { id: string; page: string }; Querystring: { from?: string } }

function pageRoutes(app: FastifyInstance, ctx: Context): void {
  const pageOf = ({ definition }: CaseView, id: string): FormPage => {
    const page = formPages(definition).find((each) => each.id === id)
    if (!page) throw new NotFound('page')
    return page
  }
  const show = (
    request: FastifyRequest<PageRoute>,
    reply: FastifyReply,
    open: Opened,
    accepted: Accepted,
  ) => {
    const { found, desk, today } = open
    if (found.status !== 'draft') return reply.redirect(`/o/intake/${found.id}/slip`, 303)
    const page = pageOf(found, request.params.page)
    const toCheck = request.query.from === 'check'
    const props = intakeForm(found, desk, { page, accepted, today, toCheck })
    return renderPage(reply, 'citizen/form', props, statusOf(accepted))
  }

  app.get<PageRoute>('/o/intake/:id/:page', REVIEWERS, async (request, reply) =>
    show(request, reply, await opened(ctx, request), CLEAN),
  )

  app.post<PageRoute>('/o/intake/:id/:page', REVIEWERS, async (request, reply) => {
    const open = await opened(ctx, request)
    const page = pageOf(open.found, request.params.page)
    const accepted = await accept(ctx, request, open, page.fields)
    const after = await opened(ctx, request)
    if (accepted.again) return show(request, reply, after, accepted)
    const pages = visiblePages(formPages(after.found.definition), after.found.answers)
    const next = pages[pages.findIndex(({ id }) => id === page.id) + 1]
    const to = request.query.from === 'check' || !next ? 'check' : next.id
    return reply.redirect(`/o/intake/${open.found.id}/${to}`, 303)
  })
}
