/** `/o/search`: cases by their reference or a person's number, which is posted and stands in no address. */
import type { FastifyInstance } from 'fastify'
import { findCases } from '../../actions/find-cases.ts'
import type { Context } from '../../context.ts'
import { CASE_READERS } from '../access.ts'
import { renderPage } from '../render.ts'
import { deskOf, formOf } from './desk-request.ts'

export function searchRoutes(app: FastifyInstance, ctx: Context): void {
  app.post('/o/search', CASE_READERS, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const typed = formOf(request).get('q') ?? ''
    if (typed.trim() === '') return reply.redirect('/o', 303)
    const found = await findCases(ctx, desk.officer, typed)
    const [only] = found.items
    if (found.by === 'reference' && only) return reply.redirect(`/o/cases/${only.id}`, 303)
    const { clock } = ctx.service.definition
    return renderPage(reply, 'officer/search', { ...desk, path: '/o', found, clock })
  })

  // A reload, or the way back after signing in, has nothing to look for.
  app.get('/o/search', CASE_READERS, async (_, reply) => reply.redirect('/o', 303))
}
