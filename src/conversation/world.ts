/** Everything the conversation may know when it answers; loaded once for each event, so that `step` stays pure. */
import { viewConsents } from '../actions/choose-consent.ts'
import { type HeldLicence, listLicences } from '../actions/list-licences.ts'
import { meetApplicant } from '../actions/meet-applicant.ts'
import { type CaseSummary, type CaseView, listCases, viewCase } from '../actions/view-case.ts'
import type { Applicant } from '../applicant/table.ts'
import type { Context } from '../context.ts'
import { findEstimate } from '../messages/chat.ts'
import { MessageNotSent } from '../messages/failure.ts'
import { type Links, links } from '../messages/links.ts'
import { findOfficerByLineUser } from '../officer/store.ts'
import { publishedQuestions } from '../question/published.ts'
import type { Definition, FrequentQuestion, Language, Text } from '../service/definition.ts'
import type { Answers } from '../service/form.ts'
import { asksForLicence, caseAskedFor } from './cases.ts'
import type { Incoming } from './incoming.ts'
import { readyIndex } from './library.ts'
import { languageOf } from './lookup.ts'
import { loadOfficers, type Officers } from './officers.ts'

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
  /** Questions that officers made public: the same list, identically, until one changes. */
  published?: readonly FrequentQuestion[]
  /** What was answered so far to "for my case". */
  estimate?: Answers
  /** What is with the officers: the chat itself, questions. */
  officers?: Officers
  /** What stands of what was consented to. */
  consents?: { id: string; title: Text }[]
  /** The licence held, the newest one, where the message asks for it. */
  licence?: HeldLicence
  /** The case that the message is about, where it is about one. */
  shown?: CaseView
}

export async function loadWorld(ctx: Context, lineUserId: string, incoming: Incoming): Promise<World> {
  const applicant = await meet(ctx, lineUserId, incoming)
  const cases = await listCases(ctx, applicant.id)
  const { definition } = ctx.service
  const published = await publishedQuestions(ctx.db)
  const index = await readyIndex({ definition, published })
  const applicationId = caseAskedFor(incoming, cases, index)
  const asksLicence = !applicationId && asksForLicence(incoming, index)
  const written = incoming.kind === 'text' ? languageOf(incoming.text) : undefined
  return {
    now: ctx.clock.now(),
    definition,
    links: links(ctx.config),
    applicantId: applicant.id,
    displayName: applicant.displayName,
    language: written ?? applicant.language,
    isOfficer: (await findOfficerByLineUser(ctx.db, lineUserId)) !== undefined,
    cases,
    published,
    estimate: await findEstimate(ctx.db, lineUserId),
    officers: await loadOfficers(ctx, applicant.id),
    consents: (await viewConsents(ctx, ctx.db, applicant.id))
      .filter(({ given }) => given)
      .map(({ purpose: { id, title } }) => ({ id, title })),
    licence: asksLicence ? (await listLicences(ctx, applicant.id))[0] : undefined,
    ...(applicationId && { shown: await viewCase(ctx, { applicationId, applicantId: applicant.id }) }),
  }
}

/** Who is writing; a block or its end is noted, and a new friend's name and language are asked of LINE once. */
async function meet(ctx: Context, lineUserId: string, { kind }: Incoming): Promise<Applicant> {
  if (kind === 'unfollow') return meetApplicant(ctx, lineUserId, { following: false })
  if (kind !== 'follow') return meetApplicant(ctx, lineUserId)
  const applicant = await meetApplicant(ctx, lineUserId, { following: true })
  const profile = applicant.displayName === '' ? await profileOf(ctx, lineUserId) : undefined
  if (!profile) return applicant
  const language = profile.language && !profile.language.startsWith('th') ? 'en' : 'th'
  return meetApplicant(ctx, lineUserId, { displayName: profile.displayName, language })
}

/** A greeting without a name is better than no greeting. */
async function profileOf(ctx: Context, lineUserId: string) {
  try {
    return await ctx.messenger.profile(lineUserId)
  } catch (error) {
    if (error instanceof MessageNotSent) return undefined
    throw error
  }
}
