/** Prolonging the time: one plain form on the case's own page; what could not be taken comes back with its reason. */
import type { FastifyInstance } from 'fastify'
import { extendClock } from '../../actions/extend-clock.ts'
import { viewOfficerCase } from '../../actions/view-officer-case.ts'
import type { Context } from '../../context.ts'
import { Conflict, Invalid } from '../../errors.ts'
import { REVIEWERS } from '../access.ts'
import { renderPage } from '../render.ts'
import { caseId, deskOf, formOf } from './desk-request.ts'
import { readSeen } from './forms.ts'

export function extendRoutes(app: FastifyInstance, ctx: Context): void {
  app.post('/o/cases/:id/extend', REVIEWERS, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const form = formOf(request)
    const reason = form.get('reason') ?? ''
    const applicationId = caseId(request)
    try {
      await extendClock(ctx, desk.officer, { applicationId, version: readSeen(form).version, reason })
    } catch (error) {
      if (!(error instanceof Conflict) && !(error instanceof Invalid)) throw error
      const invalid = error instanceof Invalid
      const found = await viewOfficerCase(ctx, desk.officer, applicationId)
      const extending = { reason, wrong: invalid ? ('reason' as const) : ('changed' as const) }
      const path = `/o/cases/${found.id}`
      return renderPage(reply, 'officer/case', { ...desk, path, found, extending }, invalid ? 422 : 409)
    }
    return reply.redirect(`/o/cases/${applicationId}?done=extended`, 303)
  })
}
