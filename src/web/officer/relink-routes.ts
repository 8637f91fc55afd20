/** `/o/relinks`: four eyes on a change of LINE account; and the mandate of a case. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { acceptMandateOnPaper, recordAuthority } from '../../actions/answer-mandate.ts'
import { confirmRelink, proposeRelink } from '../../actions/decide-relink.ts'
import { viewRelinkCase, viewRelinks } from '../../actions/view-relinks.ts'
import { SEEN } from '../../applicant/relink.ts'
import type { Context } from '../../context.ts'
import { Conflict, Forbidden, Invalid } from '../../errors.ts'
import { RELINK_DESK, RELINK_DESK_FRESH, RESETTERS_FRESH, REVIEWERS } from '../access.ts'
import { renderPage } from '../render.ts'
import { caseId, deskOf, formOf } from './desk-request.ts'
import type { RelinkProblem } from './relink-page.tsx'

type IdRoute = { Params: { id: string } }
const OUTCOMES = ['move', 'keep', 'restore'] as const
const PROBLEMS: readonly RelinkProblem[] = ['four_eyes', 'own_account', 'not_allowed']

export function relinkRoutes(app: FastifyInstance, ctx: Context): void {
  app.get('/o/relinks', RELINK_DESK, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    return renderPage(reply, 'officer/relinks', { ...desk, ...(await viewRelinks(ctx)) })
  })

  const show = async (
    request: FastifyRequest<IdRoute>,
    reply: FastifyReply,
    said: { problem?: RelinkProblem; typed?: string } = {},
  ) => {
    const desk = await deskOf(ctx, request)
    const found = await viewRelinkCase(ctx, desk.officer, request.params.id)
    const done = (request.query as { done?: string }).done === 'yes'
    const props = { ...desk, path: `/o/relinks/${found.id}`, found, done, ...said }
    return renderPage(reply, 'officer/relink', props, said.problem ? 422 : 200)
  }

  app.get<IdRoute>('/o/relinks/:id', RELINK_DESK, (request, reply) => show(request, reply))

  app.post<IdRoute>('/o/relinks/:id/propose', RELINK_DESK_FRESH, async (request, reply) => {
    const { officer } = await deskOf(ctx, request)
    const form = formOf(request)
    const outcome = OUTCOMES.find((each) => each === form.get('outcome')) ?? 'keep'
    const seen = SEEN.filter((each) => form.getAll('seen').includes(each))
    const reason = form.get('reason') ?? ''
    return attempt(
      () => proposeRelink(ctx, officer, { relinkId: request.params.id, outcome, seen, reason }),
      () => reply.redirect(`/o/relinks/${request.params.id}?done=yes`, 303),
      (problem) => show(request, reply, { problem, typed: reason }),
    )
  })

  app.post<IdRoute>('/o/relinks/:id/confirm', RESETTERS_FRESH, async (request, reply) => {
    const { officer } = await deskOf(ctx, request)
    const form = formOf(request)
    const asked = {
      relinkId: request.params.id,
      seen: form.get('seen') ?? '',
      reason: form.get('reason') ?? '',
    }
    return attempt(
      () => confirmRelink(ctx, officer, { ...asked, agree: form.get('agree') === 'yes' }),
      () => reply.redirect(`/o/relinks/${request.params.id}?done=yes`, 303),
      (problem) => show(request, reply, { problem }),
    )
  })

  mandateRoutes(app, ctx)
}

async function attempt(
  change: () => Promise<void>,
  done: () => FastifyReply,
  failed: (problem: RelinkProblem) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    await change()
  } catch (error) {
    if (error instanceof Invalid) return failed('incomplete')
    if (error instanceof Conflict) return failed('changed')
    const problem = error instanceof Forbidden && PROBLEMS.find((each) => each === error.code)
    if (!problem) throw error
    return failed(problem)
  }
  return done()
}

function mandateRoutes(app: FastifyInstance, ctx: Context): void {
  const changes = { paper: acceptMandateOnPaper, authority: recordAuthority }
  for (const [name, change] of Object.entries(changes)) {
    app.post(`/o/cases/:id/mandate/${name}`, REVIEWERS, async (request, reply) => {
      const { officer } = await deskOf(ctx, request)
      const applicationId = caseId(request)
      try {
        await change(ctx, officer, { applicationId, reason: formOf(request).get('reason') ?? '' })
      } catch (error) {
        // Answered meanwhile, or nothing typed: the case itself shows how it stands.
        if (!(error instanceof Conflict || error instanceof Invalid)) throw error
      }
      return reply.redirect(`/o/cases/${applicationId}#mandate-title`, 303)
    })
  }
}
