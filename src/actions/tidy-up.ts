import { forgetExpiredSessions } from '../applicant/store.ts'
import type { Context } from '../context.ts'
import { forgetDoneJobs } from '../outbox/store.ts'

const KEEP_DONE_DAYS = 30

/** Job, daily: forgets expired sessions and jobs done long ago. */
export async function tidyUp(ctx: Context): Promise<void> {
  const now = ctx.clock.now()
  await forgetExpiredSessions(ctx.db, now)
  await forgetDoneJobs(ctx.db, new Date(now.getTime() - KEEP_DONE_DAYS * 86_400_000))
}
