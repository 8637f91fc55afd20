/** That a refund was paid back: one plain form on the case's own page, behind a fresh second factor. */
import type { FastifyInstance } from 'fastify'
import { payBackRefund } from '../../actions/pay-back-refund.ts'
import { viewOfficerCase } from '../../actions/view-officer-case.ts'
import type { Context } from '../../context.ts'
import { Invalid } from '../../errors.ts'
import { isoFromParts } from '../../service/dates.ts'
import { PAYERS } from '../access.ts'
import { renderPage } from '../render.ts'
import { caseId, deskOf, formOf } from './desk-request.ts'

export function refundRoutes(app: FastifyInstance, ctx: Context): void {
  app.post('/o/cases/:id/refund', PAYERS, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const form = formOf(request)
    const typed = (name: string) => form.get(name) ?? ''
    const applicationId = caseId(request)
    const date = { day: typed('day'), month: typed('month'), year: typed('year') }
    const reference = typed('reference')
    try {
      await payBackRefund(ctx, desk.officer, { applicationId, reference, on: isoFromParts(date) ?? '' })
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      const found = await viewOfficerCase(ctx, desk.officer, applicationId)
      const payingBack = { ...date, reference, wrong: error.problems.map(({ field }) => field) }
      const path = `/o/cases/${found.id}`
      return renderPage(reply, 'officer/case', { ...desk, path, found, payingBack }, 422)
    }
    return reply.redirect(`/o/cases/${applicationId}?done=paid_back`, 303)
  })
}
