/**
 * Webhook events into the database, before LINE is answered 200. Requests that arrive together are written by one
 * statement: a commit costs more than a row, and this keeps durable ingest as fast as storing nothing. There is no
 * timer: whatever has been read by the end of this turn of the event loop goes into the next batch.
 */
import { sql } from 'drizzle-orm'
import type { Database } from '../db/client.ts'
import { timeOrderedUuid } from '../db/uuid.ts'
import { lineEvent } from './table.ts'

/** An event as LINE sent it, with what we file it by. */
export type IncomingEvent = {
  eventId: string
  lineUserId: string | undefined
  occurredAt: Date
  receivedAt: Date
  body: Record<string, unknown>
}
type Waiting = { event: IncomingEvent; done(): void; failed(reason: unknown): void }
/** Resolves once every event given is committed; a repeated event changes nothing. */
type Ingest = (events: IncomingEvent[]) => Promise<void>

const LARGEST_BATCH = 200

/** `slots`: statements under way at a time. One on the embedded database, which has a single session. */
export function createIngest(db: Database, { slots }: { slots: number }): Ingest {
  const queue: Waiting[] = []
  let free = slots
  let scheduled = false

  async function flush(): Promise<void> {
    scheduled = false
    free -= 1
    const stored = storeBatch(db, queue.splice(0, LARGEST_BATCH))
    schedule()
    await stored
    free += 1
    schedule()
  }

  function schedule(): void {
    if (scheduled || free === 0 || queue.length === 0) return
    scheduled = true
    setImmediate(flush)
  }

  return async (events) => {
    const stored = events.map(
      (event) => new Promise<void>((done, failed) => queue.push({ event, done, failed })),
    )
    schedule()
    await Promise.all(stored)
  }
}

/** Never rejects: every waiting request is told its own outcome. */
async function storeBatch(db: Database, batch: Waiting[]): Promise<void> {
  try {
    await store(
      db,
      batch.map(({ event }) => event),
    )
    for (const { done } of batch) done()
  } catch {
    for (const waiting of batch) await storeAlone(db, waiting)
  }
}

/** After a failed batch: one row that the database refuses must not cost the others theirs. */
async function storeAlone(db: Database, { event, done, failed }: Waiting): Promise<void> {
  try {
    await store(db, [event])
    done()
  } catch (error) {
    failed(error)
  }
}

// Sorted, so that two batches with the same events cannot deadlock.
async function store(db: Database, events: IncomingEvent[]): Promise<void> {
  const rows = JSON.stringify(
    events.map(({ eventId, lineUserId, occurredAt, receivedAt, body }) => ({
      id: timeOrderedUuid(receivedAt),
      event_id: eventId,
      line_user_id: lineUserId,
      occurred_at: occurredAt,
      received_at: receivedAt,
      body: sealed(body),
    })),
  )
  await db.execute(sql`
    insert into line_event (id, event_id, line_user_id, occurred_at, received_at, body)
    select id, event_id, line_user_id, occurred_at, received_at, body
    from jsonb_to_recordset(${rows}::jsonb) as row (
      id uuid, event_id text, line_user_id text, occurred_at timestamptz, received_at timestamptz, body jsonb)
    order by event_id
    on conflict (event_id) do nothing`)
}

/** As the column would seal it: this statement is written by hand. Kept as JSON because it goes into more JSON. */
function sealed(body: Record<string, unknown>): unknown {
  const kept = UNSTORABLE.test(JSON.stringify(body)) ? storable(body) : body
  return JSON.parse(String(lineEvent.body.mapToDriverValue(kept as Record<string, unknown>)))
}

// Sealed, the database would take it; the tables into which words are copied would not: NUL, half a surrogate pair.
const UNSTORABLE = /\\u(0000|d[89a-f])/i

/**
 * Writes the jobs of events that have none yet, in one statement with the note that they have; how many. Kept out of
 * the webhook's own statement: LINE waits for that one. The table is named in SQL because nouns do not know each other.
 */
export async function queueEvents(db: Database, limit: number): Promise<number> {
  const { rowCount } = await db.execute(sql`
    with fresh as (
      update line_event set queued = true
      where id in (select id from line_event where handled_at is null and not queued order by received_at limit ${limit} for update skip locked)
      returning id, received_at
    )
    insert into outbox_job (queue, name, payload, unique_key, run_at)
    select 'chat', 'handle-line-event', jsonb_build_object('lineEventId', id), 'line-event:' || id, received_at
    from fresh on conflict (unique_key) do nothing`)
  return rowCount ?? 0
}

/** The same value with what no database text can hold replaced by U+FFFD. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '\ufffd').replace(/\p{Cs}/gu, '\ufffd')
  if (Array.isArray(value)) return value.map(storable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [String(storable(key)), storable(child)]),
  )
}
