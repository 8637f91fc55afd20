/** What every request to the desk brings: the officer, the language, the case, and what was typed. */
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { OfficerCase } from '../../actions/view-officer-case.ts'
import { countAsking } from '../../actions/view-questions.ts'
import { countOpenCalls } from '../../application/intake.ts'
import type { Context } from '../../context.ts'
import { NotFound } from '../../errors.ts'
import { offerOf } from '../../proof/ladder.ts'
import { languageOf } from '../language.ts'
import { requireOfficer } from '../session.ts'
import type { DeskProps } from './desk.tsx'
import type { Change } from './form-parts.tsx'
import type { Seen } from './forms.ts'

/** The signed-in officer at their desk. Throws Unauthenticated, Forbidden. */
export async function deskOf(ctx: Context, request: FastifyRequest): Promise<DeskProps> {
  const person = await requireOfficer(ctx, request)
  return {
    language: languageOf(request, person),
    agency: ctx.service.definition.agency,
    officer: person.officer,
    path: request.url.replace(/[?&]lang=\w*/, ''),
    asking: await countAsking(ctx),
    calls: await countOpenCalls(ctx.db),
    meets: offerOf(ctx.service.definition, 'video_call') !== undefined,
  }
}

const Params = z.object({ id: z.uuid() })

/** The case's id in the address. Throws NotFound for anything that cannot be one. */
export function caseId(request: FastifyRequest): string {
  const parsed = Params.safeParse(request.params)
  if (!parsed.success) throw new NotFound('application')
  return parsed.data.id
}

/** What a plain form carried: the desk works where no script runs. */
export function formOf(request: FastifyRequest): URLSearchParams {
  return request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
}

export const seenNow = (ctx: Context, found: OfficerCase): Seen => ({
  version: found.version,
  seenAt: ctx.clock.now().toISOString(),
})

/** What others did since the officer looked, and whether the action is still possible. */
export function changeSince(seen: Seen, found: OfficerCase, action: OfficerCase['actions'][number]): Change {
  const since = Date.parse(seen.seenAt) || 0
  return {
    entries: found.history.filter((entry) => entry.at.getTime() > since),
    closed: !found.actions.includes(action),
  }
}

/** Which stage of its page a form asks for; the first for anything unknown. */
export function acceptsStage<S extends string>(form: URLSearchParams, stages: readonly [S, ...S[]]): S {
  return stages.find((stage) => stage === form.get('stage')) ?? stages[0]
}
