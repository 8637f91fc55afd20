import type { Context } from '../context.ts'
import { NotFound } from '../errors.ts'
import { findRequest, listRequestEvents } from '../privacy/store.ts'
import type { DataRequest, DataRequestEvent } from '../privacy/table.ts'

export type MyRequest = Pick<
  DataRequest,
  'id' | 'kind' | 'status' | 'words' | 'askedAt' | 'receivedAt' | 'dueOn'
> & { answer?: string; law?: string; events: Pick<DataRequestEvent, 'at' | 'event'>[] }

/** One request as who made it sees it. Throws NotFound, also for somebody else's. */
export async function viewMyRequest(
  ctx: Context,
  asked: { requestId: string; applicantId: string },
): Promise<MyRequest> {
  const found = await findRequest(ctx.db, asked.requestId)
  if (!found || found.applicantId !== asked.applicantId) throw new NotFound('request')
  const { id, kind, status, words, askedAt, receivedAt, dueOn, answer, law } = found
  const events = await listRequestEvents(ctx.db, id)
  return {
    ...{ id, kind, status, words, askedAt, receivedAt, dueOn },
    answer: answer ?? undefined,
    law: law ?? undefined,
    events: events.map(({ at, event }) => ({ at, event })),
  }
}
