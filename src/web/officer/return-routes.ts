/** Returning a case: choose, preview, send; the choice travels in the form itself. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { returnApplication } from '../../actions/return-application.ts'
import { viewOfficerCase } from '../../actions/view-officer-case.ts'
import type { Context } from '../../context.ts'
import { Conflict, Invalid } from '../../errors.ts'
import { REVIEWERS } from '../access.ts'
import { renderPage } from '../render.ts'
import type { DeskProps } from './desk.tsx'
import { acceptsStage, caseId, changeSince, deskOf, formOf, seenNow } from './desk-request.ts'
import { correctionItems, readReturn, readSeen, returnProblems } from './forms.ts'
import type { ReturnPageProps } from './return-page.tsx'

const STAGES = ['choose', 'preview', 'send'] as const

export function returnRoutes(app: FastifyInstance, ctx: Context): void {
  app.get('/o/cases/:id/return', REVIEWERS, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const found = await viewOfficerCase(ctx, desk.officer, caseId(request))
    if (!found.actions.includes('return')) return reply.redirect(`/o/cases/${found.id}`, 303)
    const seen = seenNow(ctx, found)
    return showReturn(reply, desk, { found, stage: 'choose', seen, choices: [], problems: [] })
  })

  app.post('/o/cases/:id/return', REVIEWERS, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const form = formOf(request)
    const found = await viewOfficerCase(ctx, desk.officer, caseId(request))
    const typed = { found, seen: readSeen(form), choices: readReturn(form, found), problems: [] }
    const stage = acceptsStage(form, STAGES)
    if (stage === 'send') return sendReturn(ctx, reply, desk, typed)
    if (stage === 'choose') return showReturn(reply, desk, { ...typed, stage })
    const problems = returnProblems(typed.choices, found, desk.language)
    if (problems.length > 0) return showReturn(reply, desk, { ...typed, stage: 'choose', problems }, 422)
    if (found.version !== typed.seen.version) return showChanged(ctx, reply, desk, typed)
    return showReturn(reply, desk, { ...typed, stage })
  })
}

type Typed = Omit<ReturnPageProps, keyof DeskProps | 'stage'>

async function sendReturn(
  ctx: Context,
  reply: FastifyReply,
  desk: DeskProps,
  typed: Typed,
): Promise<FastifyReply> {
  const { found, seen, choices } = typed
  const items = correctionItems(choices, found.definition)
  try {
    await returnApplication(ctx, desk.officer, { applicationId: found.id, version: seen.version, items })
  } catch (error) {
    if (error instanceof Conflict) return showChanged(ctx, reply, desk, typed)
    if (!(error instanceof Invalid)) throw error
    const problems = returnProblems(choices, found, desk.language)
    return showReturn(reply, desk, { ...typed, stage: 'choose', problems }, 422)
  }
  return reply.redirect(`/o/cases/${found.id}?done=returned`, 303)
}

/** Somebody moved the case: shows what happened, and the same choices on the case as it is now. */
async function showChanged(
  ctx: Context,
  reply: FastifyReply,
  desk: DeskProps,
  typed: Typed,
): Promise<FastifyReply> {
  const found = await viewOfficerCase(ctx, desk.officer, typed.found.id)
  const change = changeSince(typed.seen, found, 'return')
  return showReturn(reply, desk, { ...typed, found, seen: seenNow(ctx, found), stage: 'choose', change }, 409)
}

function showReturn(
  reply: FastifyReply,
  desk: DeskProps,
  props: Omit<ReturnPageProps, keyof DeskProps>,
  status = 200,
): FastifyReply {
  return renderPage(reply, 'officer/return', { ...desk, ...props }, status)
}
