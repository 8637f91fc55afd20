/** Endorsing, approving and refusing: write, confirm, send. An opinion needs no second page, an order does. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { decideApplication } from '../../actions/decide-application.ts'
import { viewOfficerCase } from '../../actions/view-officer-case.ts'
import type { Context } from '../../context.ts'
import { Conflict, Invalid, NotFound } from '../../errors.ts'
import { bangkokDay } from '../../service/dates.ts'
import { ORDERS, REVIEWERS } from '../access.ts'
import { renderPage } from '../render.ts'
import type { DecidePageProps } from './decide-page.tsx'
import type { DeskProps } from './desk.tsx'
import { acceptsStage, caseId, changeSince, deskOf, formOf, seenNow } from './desk-request.ts'
import {
  allConditions,
  blankFinding,
  findingProblems,
  OUTCOMES,
  type Outcome,
  readFinding,
  readSeen,
  saidReason,
} from './forms.ts'

const STAGES = ['write', 'confirm', 'send'] as const
const Params = z.object({ outcome: z.enum(OUTCOMES) })

export function decideRoutes(app: FastifyInstance, ctx: Context): void {
  app.get('/o/cases/:id/decide/:outcome', REVIEWERS, async (request, reply) => {
    const desk = await deskOf(ctx, request)
    const outcome = outcomeOf(request)
    const found = await viewOfficerCase(ctx, desk.officer, caseId(request))
    if (!found.actions.includes(outcome)) return reply.redirect(`/o/cases/${found.id}`, 303)
    const typed = { found, outcome, seen: seenNow(ctx, found), finding: blankFinding(found), problems: [] }
    return showDecide(ctx, reply, desk, { ...typed, stage: 'write' })
  })

  for (const outcome of OUTCOMES) {
    app.post(`/o/cases/:id/decide/${outcome}`, RULES[outcome], async (request, reply) => {
      const desk = await deskOf(ctx, request)
      const form = formOf(request)
      const found = await viewOfficerCase(ctx, desk.officer, caseId(request))
      const finding = readFinding(form, found)
      return onStage(ctx, reply, desk, {
        stage: acceptsStage(form, STAGES),
        typed: { found, outcome, seen: readSeen(form), finding, problems: [] },
      })
    })
  }
}

const RULES = { endorse: REVIEWERS, object: REVIEWERS, approve: ORDERS, refuse: ORDERS }

type Asked = { stage: (typeof STAGES)[number]; typed: Typed }

async function onStage(ctx: Context, reply: FastifyReply, desk: DeskProps, { stage, typed }: Asked) {
  const { found, outcome, finding } = typed
  if (stage === 'send') return sendDecision(ctx, reply, desk, typed)
  if (stage === 'write') return showDecide(ctx, reply, desk, { ...typed, stage })
  const problems = findingProblems(outcome, finding, { found, language: desk.language })
  if (problems.length > 0) return showDecide(ctx, reply, desk, { ...typed, stage: 'write', problems }, 422)
  if (found.version !== typed.seen.version) return showChanged(ctx, reply, desk, typed)
  return showDecide(ctx, reply, desk, { ...typed, stage })
}

function outcomeOf(request: FastifyRequest): Outcome {
  const parsed = Params.safeParse(request.params)
  if (!parsed.success) throw new NotFound('page')
  return parsed.data.outcome
}

type Shown = Omit<DecidePageProps, keyof DeskProps | 'today'>
type Typed = Omit<Shown, 'stage'>

async function sendDecision(
  ctx: Context,
  reply: FastifyReply,
  desk: DeskProps,
  typed: Typed,
): Promise<FastifyReply> {
  const { found, outcome, seen, finding } = typed
  try {
    await decideApplication(ctx, desk.officer, {
      applicationId: found.id,
      version: seen.version,
      outcome,
      checklist: finding.checklist,
      inspection: finding.inspection,
      conditions: outcome === 'refuse' || outcome === 'object' ? [] : allConditions(finding),
      reason: outcome === 'refuse' ? finding.reason : saidReason(finding, found),
    })
  } catch (error) {
    if (error instanceof Conflict) return showChanged(ctx, reply, desk, typed)
    if (!(error instanceof Invalid)) throw error
    const problems = findingProblems(outcome, finding, { found, language: desk.language })
    return showDecide(ctx, reply, desk, { ...typed, stage: 'write', problems }, 422)
  }
  return reply.redirect(`/o/cases/${found.id}?done=${outcome}`, 303)
}

/** Somebody moved the case: shows what happened, and what was typed on the case as it is now. */
async function showChanged(
  ctx: Context,
  reply: FastifyReply,
  desk: DeskProps,
  typed: Typed,
): Promise<FastifyReply> {
  const found = await viewOfficerCase(ctx, desk.officer, typed.found.id)
  const change = changeSince(typed.seen, found, typed.outcome)
  return showDecide(
    ctx,
    reply,
    desk,
    { ...typed, found, seen: seenNow(ctx, found), stage: 'write', change },
    409,
  )
}

function showDecide(
  ctx: Context,
  reply: FastifyReply,
  desk: DeskProps,
  ...[shown, status = 200]: [Shown, number?]
): FastifyReply {
  const today = bangkokDay(ctx.clock.now())
  return renderPage(reply, 'officer/decide', { ...desk, ...shown, today }, status)
}
