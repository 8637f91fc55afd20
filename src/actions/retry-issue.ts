import { findApplication } from '../application/store.ts'
import type { Context } from '../context.ts'
import { NotFound } from '../errors.ts'
import { reviveJobs } from '../outbox/store.ts'

/** An officer lets the given-up jobs of a case run again, after what stopped them was put right. */
export async function retryIssue(ctx: Context, applicationId: string): Promise<void> {
  const application = await findApplication(ctx.db, applicationId)
  if (!application) throw new NotFound('application')
  await reviveJobs(ctx.db, application.id, ctx.clock.now())
  ctx.wakeRelay()
}
