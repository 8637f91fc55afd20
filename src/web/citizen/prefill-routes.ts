import type { FastifyInstance } from 'fastify'
import { clearPrefill } from '../../actions/prefill.ts'
import type { Context } from '../../context.ts'
import { APPLICANT } from '../access.ts'
import { requireApplicant } from '../session.ts'
import type { CaseRoute } from './begin.ts'

/** Answers taken over from an earlier application are taken out again. */
export function prefillRoutes(app: FastifyInstance, ctx: Context): void {
  app.post<CaseRoute>('/l/apply/:id/clear-prefill', APPLICANT, async (request, reply) => {
    const { applicantId } = await requireApplicant(ctx, request)
    const { id } = request.params
    await clearPrefill(ctx, { applicationId: id, applicantId })
    return reply.redirect(`/l/apply/${id}`, 303)
  })
}
