import type { Context } from '../context.ts'
import { consume } from './consume.ts'
import type { Queues } from './queues.ts'
import { startSchedule } from './schedule.ts'

/** Starts taking jobs. Returns how to stop writing new ones; closing the queues lets the active ones finish. */
export function startWorker(ctx: Context, queues: Queues): () => void {
  queues.consume((jobId) => consume(ctx, jobId))
  return startSchedule(ctx)
}
