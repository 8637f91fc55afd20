/** `/o/join?code=`: an invited officer binds the LINE account they are signed in with. */
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { joinOfficer } from '../../actions/join-officer.ts'
import type { Context } from '../../context.ts'
import { NotFound } from '../../errors.ts'
import { SIGNED_IN } from '../access.ts'
import { languageOf } from '../language.ts'
import { renderPage } from '../render.ts'
import { requireApplicant } from '../session.ts'
import { formOf } from './desk-request.ts'

const Query = z.object({ code: z.string().max(80).catch('') })

export function joinRoutes(app: FastifyInstance, ctx: Context): void {
  const { agency } = ctx.service.definition

  app.get('/o/join', SIGNED_IN, async (request, reply) => {
    const person = await requireApplicant(ctx, request)
    const language = languageOf(request, person)
    const { code } = Query.parse(request.query)
    // The desk asks for the second factor, or to set one up.
    if (person.unproven) return reply.redirect('/o', 303)
    if (person.officer)
      return renderPage(reply, 'officer/join', {
        language,
        agency,
        code,
        state: 'joined',
        name: person.officer.name,
      })
    return renderPage(reply, 'officer/join', { language, agency, code, state: 'ask' })
  })

  app.post('/o/join', SIGNED_IN, async (request, reply) => {
    const person = await requireApplicant(ctx, request)
    const code = (formOf(request).get('code') ?? '').trim()
    try {
      await joinOfficer(ctx, { code, lineUserId: person.lineUserId, sessionId: person.sessionId })
    } catch (error) {
      if (!(error instanceof NotFound)) throw error
      const language = languageOf(request, person)
      return renderPage(reply, 'officer/join', { language, agency, code, state: 'wrong' }, 422)
    }
    return reply.redirect('/o/factors/new', 303)
  })
}
