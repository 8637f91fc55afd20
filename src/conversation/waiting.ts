/** A person's events that wait to be answered, and the lease that lets one worker at a time answer them. */
import { randomUUID } from 'node:crypto'
import { and, asc, eq, isNull, notExists, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { chat, type LineEvent, lineEvent } from '../messages/table.ts'
import { job } from '../outbox/table.ts'
import type { Answers } from '../service/form.ts'

export async function findEvent(db: Db, id: string): Promise<LineEvent | undefined> {
  const [row] = await db.select().from(lineEvent).where(eq(lineEvent.id, id))
  return row
}

/** In order of occurrence. One whose job was given up is left behind: it must not hold up the rest. */
export async function waitingEvents(db: Db, lineUserId: string): Promise<LineEvent[]> {
  const givenUp = db
    .select({ id: job.id })
    .from(job)
    .where(and(eq(job.uniqueKey, sql`'line-event:' || ${lineEvent.id}`), eq(job.state, 'dead')))
  return db
    .select()
    .from(lineEvent)
    .where(and(eq(lineEvent.lineUserId, lineUserId), isNull(lineEvent.handledAt), notExists(givenUp)))
    .orderBy(asc(lineEvent.occurredAt), asc(lineEvent.receivedAt), asc(lineEvent.id))
}

export async function markReplyTried(db: Db, id: string, replyTried: boolean): Promise<void> {
  await db.update(lineEvent).set({ replyTried }).where(eq(lineEvent.id, id))
}

/** Answered: the words are erased, the id stays to catch a redelivery. */
export async function closeEvent(db: Db, id: string, handledAt: Date): Promise<void> {
  await db.update(lineEvent).set({ body: null, handledAt }).where(eq(lineEvent.id, id))
}

export async function findTopic(db: Db, lineUserId: string): Promise<string | null> {
  const [row] = await db.select({ topic: chat.topic }).from(chat).where(eq(chat.lineUserId, lineUserId))
  return row?.topic ?? null
}

/** An estimate that is not given stays as it is. */
export async function keepChat(
  db: Db,
  lineUserId: string,
  { topic, estimate }: { topic: string | null; estimate?: Answers },
): Promise<void> {
  await db.update(chat).set({ topic, estimate }).where(eq(chat.lineUserId, lineUserId))
}

export type Lease = { lineUserId: string; by: string }

// Longer than one answer may take (LINE's timeouts add up to 17 s), short enough that after a crash the reply tokens,
// which live a minute, can still be used. Real database time: the clock of a trial run may be moved.
const UNTIL = sql`clock_timestamp() + interval '20 seconds'`

/** Undefined while another worker holds it. */
export async function takeLease(db: Db, lineUserId: string): Promise<Lease | undefined> {
  const by = randomUUID()
  const taken = await db
    .insert(chat)
    .values({ lineUserId, leaseUntil: UNTIL, leaseBy: by })
    .onConflictDoUpdate({
      target: chat.lineUserId,
      set: { leaseUntil: UNTIL, leaseBy: by },
      setWhere: sql`${chat.leaseUntil} is null or ${chat.leaseUntil} < clock_timestamp()`,
    })
    .returning({ by: chat.leaseBy })
  return taken.length === 1 ? { lineUserId, by } : undefined
}

const held = ({ lineUserId, by }: Lease) => and(eq(chat.lineUserId, lineUserId), eq(chat.leaseBy, by))

/** False when it was lost: then nothing more may be said. */
export async function renewLease(db: Db, lease: Lease): Promise<boolean> {
  const kept = await db
    .update(chat)
    .set({ leaseUntil: UNTIL })
    .where(held(lease))
    .returning({ by: chat.leaseBy })
  return kept.length === 1
}

export async function releaseLease(db: Db, lease: Lease): Promise<void> {
  await db.update(chat).set({ leaseUntil: null, leaseBy: null }).where(held(lease))
}

/** Forgets every lease: for a start where no other process can hold one. */
export async function forgetLeases(db: Db): Promise<void> {
  await db.update(chat).set({ leaseUntil: null, leaseBy: null })
}
