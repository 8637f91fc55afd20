import { findApplicant } from '../applicant/store.ts'
import { listOwnApplications } from '../application/store.ts'
import type { Context } from '../context.ts'

/** The menu that suits this person now: who has applied begins with the own case, others with the start. */
export async function showMenu(ctx: Context, { applicantId = '' }: Record<string, string>): Promise<void> {
  const person = await findApplicant(ctx.db, applicantId)
  if (!person?.following || !person.lineUserId) return
  const applications = await listOwnApplications(ctx.db, person.id)
  const tab = applications.some(({ reference }) => reference) ? 'mine' : 'start'
  await ctx.messenger.showMenu(person.lineUserId, { tab, language: person.language })
}
