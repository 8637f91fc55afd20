/** The officers' desk under `/o`. Every change is a plain form that ends in a redirect. */
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { claimApplication } from '../../actions/claim-application.ts'
import { retryIssue } from '../../actions/retry-issue.ts'
import { viewOfficerCase } from '../../actions/view-officer-case.ts'
import { viewWorklist, WORKLIST_TABS } from '../../actions/view-worklist.ts'
import type { Context } from '../../context.ts'
import { Conflict } from '../../errors.ts'
import type { ActingOfficer } from '../../officer/officer.ts'
import { CASE_ROLES, hasRole } from '../../officer/roles.ts'
import { mayAnswer } from '../../question/rules.ts'
import { bangkokDay } from '../../service/dates.ts'
import { CASE_READERS, DESK, REVIEWERS } from '../access.ts'
import { renderPage } from '../render.ts'
import { accountRoutes } from './account-routes.ts'
import { DONE } from './case-done.ts'
import { chatRoutes } from './chat-routes.ts'
import { decideRoutes } from './decide-routes.ts'
import { delegationRoutes } from './delegation-routes.ts'
import { caseId, deskOf } from './desk-request.ts'
import { disposalRoutes } from './disposal-routes.ts'
import { extendRoutes } from './extend-routes.ts'
import { factorRoutes } from './factor-routes.ts'
import { identityRoutes } from './identity-routes.ts'
import { intakeRoutes } from './intake-routes.ts'
import { joinRoutes } from './join-routes.ts'
import { maskRoutes } from './mask-routes.ts'
import { privacyRoutes } from './privacy-routes.ts'
import { questionRoutes } from './question-routes.ts'
import { refundRoutes } from './refund-routes.ts'
import { relinkRoutes } from './relink-routes.ts'
import { returnRoutes } from './return-routes.ts'
import { searchRoutes } from './search-routes.ts'

const WorklistQuery = z.object({ tab: z.enum(WORKLIST_TABS).catch('todo') })
const CaseQuery = z.object({ done: z.enum(DONE).optional().catch(undefined) })

export function officerRoutes(app: FastifyInstance, ctx: Context): void {
  worklistRoutes(app, ctx)
  caseRoutes(app, ctx)
  returnRoutes(app, ctx)
  decideRoutes(app, ctx)
  extendRoutes(app, ctx)
  maskRoutes(app, ctx)
  refundRoutes(app, ctx)
  identityRoutes(app, ctx)
  searchRoutes(app, ctx)
  questionRoutes(app, ctx)
  chatRoutes(app, ctx)
  intakeRoutes(app, ctx)
  joinRoutes(app, ctx)
  factorRoutes(app, ctx)
  accountRoutes(app, ctx)
  delegationRoutes(app, ctx)
  relinkRoutes(app, ctx)
  disposalRoutes(app, ctx)
  privacyRoutes(app, ctx)
}

function worklistRoutes(app: FastifyInstance, ctx: Context): void {
  app.get('/o', DESK, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    // Not everybody has cases: the others begin where their work is.
    if (!hasRole(desk.officer, CASE_ROLES)) return reply.redirect(entryOf(desk.officer), 303)
    const { tab } = WorklistQuery.parse(request.query)
    const worklist = await viewWorklist(ctx, desk.officer, tab)
    const today = bangkokDay(ctx.clock.now())
    const { clock } = ctx.service.definition
    return renderPage(reply, 'officer/worklist', { ...desk, tab, worklist, clock, today })
  })
}

function entryOf(officer: ActingOfficer): string {
  if (hasRole(officer, ['admin'])) return '/o/officers'
  return mayAnswer(officer) ? '/o/questions' : '/o/sessions'
}

function caseRoutes(app: FastifyInstance, ctx: Context): void {
  app.get('/o/cases/:id', CASE_READERS, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const { done } = CaseQuery.parse(request.query)
    const found = await viewOfficerCase(ctx, desk.officer, caseId(request))
    return renderPage(reply, 'officer/case', { ...desk, path: `/o/cases/${found.id}`, found, done })
  })

  app.post('/o/cases/:id/claim', REVIEWERS, async (request, reply) => {
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

  app.post('/o/cases/:id/retry', REVIEWERS, async (request, reply) => {
    const { officer } = await deskOf(ctx, request)
    const found = await viewOfficerCase(ctx, officer, caseId(request))
    if (found.actions.includes('retry_licence')) await retryIssue(ctx, found.id)
    return reply.redirect(`/o/cases/${found.id}?done=retried`, 303)
  })
}
