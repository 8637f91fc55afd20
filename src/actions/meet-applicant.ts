import { findStop } from '../applicant/relinks.ts'
import { findApplicantByLineUser, insertApplicant, updateApplicant } from '../applicant/store.ts'
import type { Applicant } from '../applicant/table.ts'
import type { Context } from '../context.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { addJob } from '../outbox/store.ts'

type News = { displayName?: string; following?: boolean; language?: 'th' | 'en' }

/**
 * The applicant behind a LINE user, made known on the first contact, with what has changed since written down. Throws
 * Forbidden for an account that was left for another, or is disputed.
 */
export async function meetApplicant(ctx: Context, lineUserId: string, news: News = {}): Promise<Applicant> {
  if (await findStop(ctx.db, lineUserId)) throw new Forbidden('account_stopped')
  await insertApplicant(ctx.db, { lineUserId, createdAt: ctx.clock.now() })
  const person = await findApplicantByLineUser(ctx.db, lineUserId)
  if (!person) throw new NotFound('applicant')
  const changes = changed(person, news)
  if (Object.keys(changes).length === 0) return person
  await ctx.db.transaction(async (tx) => {
    await updateApplicant(tx, person.id, changes)
    if (changes.language || changes.following)
      await addJob(tx, { name: 'show-menu', payload: { applicantId: person.id }, runAt: ctx.clock.now() })
  })
  return { ...person, ...changes }
}

function changed(person: Applicant, news: News): News {
  const entries = Object.entries(news).filter(
    ([key, value]) => value !== undefined && person[key as keyof News] !== value,
  )
  return Object.fromEntries(entries)
}
