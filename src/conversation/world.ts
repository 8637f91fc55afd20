/** Everything the conversation may know when it answers; loaded once for each event, so that `step` stays pure. */
import { and, eq } from 'drizzle-orm'
import { meetApplicant } from '../actions/meet-applicant.ts'
import { type CaseSummary, type CaseView, listCases, viewCase } from '../actions/view-case.ts'
import type { Context } from '../context.ts'
import { type Links, links } from '../messages/links.ts'
import { officer } from '../review/table.ts'
import type { Definition, Language } from '../service/definition.ts'
import { caseAskedFor } from './cases.ts'
import type { Incoming } from './incoming.ts'
import { languageOf } from './lookup.ts'

export type World = {
  now: Date
  definition: Definition
  links: Links
  applicantId: string
  displayName: string
  /** Of this answer: the person's own, or that of what they just wrote. */
  language: Language
  isOfficer: boolean
  /** Newest first. */
  cases: CaseSummary[]
  /** The case that the message is about, where it is about one. */
  shown?: CaseView
}

export async function loadWorld(ctx: Context, lineUserId: string, incoming: Incoming): Promise<World> {
  const following = { follow: true, unfollow: false }[incoming.kind as string]
  const applicant = await meetApplicant(ctx, lineUserId, following)
  const cases = await listCases(ctx, applicant.id)
  const applicationId = caseAskedFor(incoming, cases, ctx.service.definition.guide.topics)
  const written = incoming.kind === 'text' ? languageOf(incoming.text) : undefined
  return {
    now: ctx.clock.now(),
    definition: ctx.service.definition,
    links: links(ctx.config),
    applicantId: applicant.id,
    displayName: applicant.displayName,
    language: written ?? applicant.language,
    isOfficer: await isOfficer(ctx, lineUserId),
    cases,
    ...(applicationId && { shown: await viewCase(ctx, { applicationId, applicantId: applicant.id }) }),
  }
}

async function isOfficer(ctx: Context, lineUserId: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: officer.id })
    .from(officer)
    .where(and(eq(officer.lineUserId, lineUserId), eq(officer.active, true)))
  return rows.length > 0
}
