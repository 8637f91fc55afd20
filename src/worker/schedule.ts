import type { Context } from '../context.ts'
import type { JobName } from '../outbox/jobs.ts'
import { addJob } from '../outbox/store.ts'
import { bangkok, bangkokDay, fromBangkok } from '../service/dates.ts'

/**
 * What recurs: the job's key is cut from the Bangkok wall clock, so several instances write it once a period. `at`: not
 * before this time of its day.
 */
const RECURRING: { name: JobName; period: (wallClock: string) => string; at?: string }[] = [
  { name: 'ask-bank', period: (wallClock) => wallClock.slice(0, 16) },
  { name: 'tidy-up', period: (wallClock) => wallClock.slice(0, 10) },
  // At night, when nobody waits for the database.
  { name: 'dispose', period: (wallClock) => wallClock.slice(0, 10), at: '02:00' },
  // In the morning: what it tells people is not to wake them.
  { name: 'watch-deadlines', period: (wallClock) => wallClock.slice(0, 10), at: '08:00' },
  { name: 'watch-data-requests', period: (wallClock) => wallClock.slice(0, 10), at: '08:00' },
]
const TICK_MS = 20_000

/** Writes the recurring jobs into the ledger. Returns how to stop. */
export function startSchedule(ctx: Context): () => void {
  const tick = () =>
    writeRecurring(ctx).catch((error: unknown) => ctx.log.error({ event: 'schedule.failed', err: error }))
  const timer = setInterval(tick, TICK_MS)
  void tick()
  return () => clearInterval(timer)
}

export async function writeRecurring(ctx: Pick<Context, 'db' | 'clock'>): Promise<void> {
  const now = ctx.clock.now()
  for (const { name, period, at } of RECURRING) {
    const runAt = at ? fromBangkok(bangkokDay(now), at) : now
    await addJob(ctx.db, { name, payload: {}, runAt, key: `${name}:${period(bangkok(now))}` })
  }
}
