/** The officers' desk under `/o`. Every change is a plain form that ends in a redirect. */
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { claimApplication } from '../../actions/claim-application.ts'
import { retryIssue } from '../../actions/retry-issue.ts'
import { viewOfficerCase } from '../../actions/view-officer-case.ts'
import { viewWorklist, WORKLIST_TABS } from '../../actions/view-worklist.ts'
import type { Context } from '../../context.ts'
import { Conflict } from '../../errors.ts'
import { bangkokDay } from '../../service/dates.ts'
import { renderPage } from '../render.ts'
import { DONE } from './case-done.ts'
import { chatRoutes } from './chat-routes.ts'
import { decideRoutes } from './decide-routes.ts'
import { caseId, deskOf } from './desk-request.ts'
import { extendRoutes } from './extend-routes.ts'
import { intakeRoutes } from './intake-routes.ts'
import { joinRoutes } from './join-routes.ts'
import { questionRoutes } from './question-routes.ts'
import { returnRoutes } from './return-routes.ts'

const WorklistQuery = z.object({ tab: z.enum(WORKLIST_TABS).catch('todo') })
const CaseQuery = z.object({ done: z.enum(DONE).optional().catch(undefined) })

export function officerRoutes(app: FastifyInstance, ctx: Context): void {
  worklistRoutes(app, ctx)
  caseRoutes(app, ctx)
  returnRoutes(app, ctx)
  decideRoutes(app, ctx)
  extendRoutes(app, ctx)
  questionRoutes(app, ctx)
  chatRoutes(app, ctx)
  intakeRoutes(app, ctx)
  joinRoutes(app, ctx)
}

function worklistRoutes(app: FastifyInstance, ctx: Context): void {
  app.get('/o', async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const { tab } = WorklistQuery.parse(request.query)
    const worklist = await viewWorklist(ctx, desk.officer, tab)
    const today = bangkokDay(ctx.clock.now())
    const { clock } = ctx.service.definition
    return renderPage(reply, 'officer/worklist', { ...desk, tab, worklist, clock, today })
  })
}

function caseRoutes(app: FastifyInstance, ctx: Context): void {
  app.get('/o/cases/:id', async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const { done } = CaseQuery.parse(request.query)
    const found = await viewOfficerCase(ctx, desk.officer, caseId(request))
    return renderPage(reply, 'officer/case', { ...desk, path: `/o/cases/${found.id}`, found, done })
  })

  app.post('/o/cases/:id/claim', async (request, reply) => {
    const { officer } = await deskOf(ctx, request)
    const id = caseId(request)
    try {
      await claimApplication(ctx, officer, id)
    } catch (error) {
      // Somebody was faster: the case itself says who has it.
      if (error instanceof Conflict) return reply.redirect(`/o/cases/${id}`, 303)
      throw error
    }
    return reply.redirect(`/o/cases/${id}?done=claimed`, 303)
  })

  app.post('/o/cases/:id/retry', async (request, reply) => {
    const { officer } = await deskOf(ctx, request)
    const found = await viewOfficerCase(ctx, officer, caseId(request))
    if (found.actions.includes('retry_licence')) await retryIssue(ctx, found.id)
    return reply.redirect(`/o/cases/${found.id}?done=retried`, 303)
  })
}
