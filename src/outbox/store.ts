import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { JOBS, type JobName } from './jobs.ts'
import { type Job, job } from './table.ts'

type NewJob = { name: JobName; payload: Record<string, string>; runAt: Date; key?: string }

/** Writes a job into the ledger, in the transaction that causes it. The same key is written once. */
export async function addJob(db: Db, { name, payload, runAt, key }: NewJob): Promise<void> {
  const row = { queue: JOBS[name].queue, name, payload, runAt, uniqueKey: key }
  await db.insert(job).values(row).onConflictDoNothing({ target: job.uniqueKey })
}

type DueJob = { id: string; queue: 'chat' | 'work'; name: string }

/** Jobs whose time has come, leased to this relay for ten seconds. `now` is the product's clock; leases are real time. */
export async function leaseDueJobs(db: Db, now: Date, limit: number): Promise<DueJob[]> {
  const due = sql`select id from outbox_job where state = 'pending' and run_at <= ${now} and (lease is null or lease < now())
    order by run_at limit ${limit} for update skip locked`
  const { rows } = await db.execute<DueJob>(
    sql`update outbox_job set lease = now() + interval '10 seconds' where id in (${due}) returning id, queue, name`,
  )
  return rows
}

/** Handed to the queue. Only a job still pending is marked: a quick worker may have finished it already. */
export async function markDispatched(db: Db, ids: string[]): Promise<void> {
  const later = sql`now() + interval '60 seconds'`
  await db
    .update(job)
    .set({ state: 'dispatched', lease: later })
    .where(and(inArray(job.id, ids), eq(job.state, 'pending')))
}

/** Dispatched long ago and still not done: handed out again. A no-op where the queue still has it. */
export async function recallLostJobs(db: Db): Promise<void> {
  await db
    .update(job)
    .set({ state: 'pending', lease: null })
    .where(and(eq(job.state, 'dispatched'), lt(job.lease, sql`now()`)))
}

export async function findJob(db: Db, id: string): Promise<Job | undefined> {
  const [row] = await db.select().from(job).where(eq(job.id, id))
  return row
}

export async function finishJob(db: Db, id: string, now: Date): Promise<void> {
  await db.update(job).set({ state: 'done', doneAt: now, lease: null, error: null }).where(eq(job.id, id))
}

/** It will be tried again at `runAt`. Without a `failure` it does not count as a try. */
export async function postponeJob(db: Db, id: string, runAt: Date, failure?: string): Promise<void> {
  const attempts = failure === undefined ? job.attempts : sql`${job.attempts} + 1`
  await db
    .update(job)
    .set({ state: 'pending', lease: null, runAt, attempts, error: failure ?? null })
    .where(eq(job.id, id))
}

/** Given up: a person has to look. */
export async function buryJob(db: Db, id: string, failure: string): Promise<void> {
  await db
    .update(job)
    .set({ state: 'dead', lease: null, attempts: sql`${job.attempts} + 1`, error: failure })
    .where(eq(job.id, id))
}

/** Jobs of a case that gave up. */
export async function listDeadJobs(db: Db, applicationId: string): Promise<Job[]> {
  return db
    .select()
    .from(job)
    .where(and(eq(job.state, 'dead'), sql`${job.payload}->>'applicationId' = ${applicationId}`))
}

/** Tries the dead jobs of a case again. */
export async function reviveJobs(db: Db, applicationId: string, now: Date): Promise<void> {
  await db
    .update(job)
    .set({ state: 'pending', lease: null, runAt: now, attempts: 0 })
    .where(and(eq(job.state, 'dead'), sql`${job.payload}->>'applicationId' = ${applicationId}`))
}

/** Forgets what was done before `before`. */
export async function forgetDoneJobs(db: Db, before: Date): Promise<void> {
  await db.delete(job).where(and(eq(job.state, 'done'), lt(job.doneAt, before)))
}
