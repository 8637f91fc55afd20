import { forgetExpiredSessions } from '../applicant/sessions.ts'
import type { Context } from '../context.ts'
import { forgetDoneJobs } from '../outbox/store.ts'
import { forgetLogins } from '../proof/store.ts'
import { eraseDrafts } from './erase-drafts.ts'
import { eraseReceived } from './receive-file.ts'
import { remindDrafts } from './remind-draft.ts'
import { tidyQuestions } from './tidy-questions.ts'

const KEEP_DONE_DAYS = 30

/**
 * Job, daily: forgets expired sessions, jobs done long ago, files from chats that nobody claimed, drafts nobody sent,
 * and old questions; reminds of the other drafts.
 */
export async function tidyUp(ctx: Context): Promise<void> {
  const now = ctx.clock.now()
  await forgetExpiredSessions(ctx.db, now)
  await forgetLogins(ctx.db, new Date(now.getTime() - 86_400_000))
  await eraseReceived(ctx)
  await eraseDrafts(ctx)
  await remindDrafts(ctx)
  await tidyQuestions(ctx)
  await forgetDoneJobs(ctx.db, new Date(now.getTime() - KEEP_DONE_DAYS * 86_400_000))
}
