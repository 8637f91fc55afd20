import type { Context } from '../context.ts'
import { queueEvents } from '../messages/ingest.ts'
import { leaseDueJobs, markDispatched, recallLostJobs } from '../outbox/store.ts'
import { QUEUE_NAMES, type Queues } from './queues.ts'

const POLL_MS = 200
const RECALL_EVERY_MS = 10_000
const BATCH = 200

type Relay = { wake(): void; lastRun(): Date | undefined; stop(): Promise<void> }

/**
 * Carries due jobs from the ledger to the queue. Woken after a commit of its own process, and five times a second by itself. A crash between
 * the two statements adds the same job id again, which the queue ignores.
 */
export function startRelay(ctx: Pick<Context, 'db' | 'clock' | 'log'>, queues: Queues): Relay {
  let stopped = false
  let lastRun: Date | undefined
  let recalledAt = 0
  let wake = () => {}
  const woken = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, POLL_MS)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  let again = false
  const loop = async () => {
    while (!stopped) {
      again = false
      try {
        if (Date.now() - recalledAt > RECALL_EVERY_MS) {
          await recallLostJobs(ctx.db)
          recalledAt = Date.now()
        }
        while ((await relayOnce(ctx, queues)) === BATCH);
        lastRun = new Date()
      } catch (error) {
        ctx.log.error({ event: 'relay.failed', err: error })
      }
      if (!again && !stopped) await woken()
    }
  }
  const running = loop()
  return {
    wake: () => {
      again = true
      wake()
    },
    lastRun: () => lastRun,
    async stop() {
      stopped = true
      wake()
      await running
    },
  }
}

/** One batch; how many jobs it carried. */
export async function relayOnce(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  queues: Queues,
): Promise<number> {
  await queueEvents(db, BATCH)
  const due = await leaseDueJobs(db, clock.now(), BATCH)
  for (const name of QUEUE_NAMES) {
    const jobs = due.filter((job) => job.queue === name)
    if (jobs.length === 0) continue
    await queues.add(name, jobs)
    await markDispatched(
      db,
      jobs.map((job) => job.id),
    )
  }
  return due.length
}
