import type { FastifyRequest } from 'fastify'
import type { SignedIn } from '../../actions/open-session.ts'
import { type CaseView, viewCase } from '../../actions/view-case.ts'
import type { Context } from '../../context.ts'
import { bangkokDay } from '../../service/dates.ts'
import { languageOf } from '../language.ts'
import { requireApplicant } from '../session.ts'

export type CaseRoute = { Params: { id: string } }

/** What every handler here begins with: who asks, in which language, on which day. */
export async function begin(ctx: Context, request: FastifyRequest) {
  const person = await requireApplicant(ctx, request)
  const today = bangkokDay(ctx.clock.now())
  return { person, today, language: languageOf(request, person), agency: ctx.service.definition.agency }
}

export async function ownCase(ctx: Context, person: SignedIn, applicationId: string): Promise<CaseView> {
  return viewCase(ctx, { applicationId, applicantId: person.applicantId })
}
