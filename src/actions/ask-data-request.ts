import { randomUUID } from 'node:crypto'
import { lockApplicant } from '../applicant/store.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { Conflict, Invalid } from '../errors.ts'
import { listOfficersOfRole } from '../officer/store.ts'
import { addJob } from '../outbox/store.ts'
import {
  isRequestOpen,
  LONGEST_WORDS,
  MOST_OPEN,
  REQUEST_KINDS,
  type RequestKind,
  requestClock,
} from '../privacy/rules.ts'
import { addRequestEvent, insertRequest, listRequestsOf } from '../privacy/store.ts'
import { bangkokDay } from '../service/dates.ts'

type Asked = { applicantId: string; kind: RequestKind; words: string; requestId?: string }

/**
 * Somebody asks for a right over their data: a case of its own, acknowledged at once, answered within 30 days.
 * `requestId` was drawn with the page: sent twice it is one. Throws Invalid (`words`), Conflict (`too_many_requests`).
 */
export async function askDataRequest(ctx: Context, asked: Asked): Promise<string> {
  const words = checked(asked)
  const id = asked.requestId ?? randomUUID()
  await ctx.db.transaction(async (tx) => {
    await lockApplicant(tx, asked.applicantId)
    await openRequest(ctx, tx, { ...asked, words, id })
  })
  ctx.wakeRelay()
  return id
}

function checked({ kind, words }: Asked): string {
  if (!REQUEST_KINDS.includes(kind)) throw new Invalid('invalid', [{ field: 'kind', code: 'required' }])
  const said = words.trim().replace(/\r\n/g, '\n')
  const params = { max: LONGEST_WORDS }
  // What is wrong has to be said for it to be put right; the other rights need no reason.
  if (kind === 'correct' && said === '') throw new Invalid('invalid', [{ field: 'words', code: 'required' }])
  if (said.length > LONGEST_WORDS)
    throw new Invalid('invalid', [{ field: 'words', code: 'too_long', params }])
  return said
}

type Opened = { id: string; applicantId: string; kind: RequestKind; words: string }

async function openRequest(ctx: Context, tx: Transaction, asked: Opened): Promise<void> {
  const askedAt = ctx.clock.now()
  const before = await listRequestsOf(tx, asked.applicantId)
  if (before.some(({ id }) => id === asked.id)) return
  if (before.filter(({ status }) => isRequestOpen(status)).length >= MOST_OPEN)
    throw new Conflict('too_many_requests')
  const clock = requestClock(askedAt, ctx.service.definition.agency)
  if (!(await insertRequest(tx, { ...asked, askedAt, ...clock }))) return
  await addRequestEvent(tx, { requestId: asked.id, at: askedAt, actor: 'applicant', event: 'received' })
  await tellLater(tx, asked.id, 'received', askedAt)
  await callDpos(ctx, tx, { requestId: asked.id, key: `call-dpo:${asked.id}` })
}

/** Tells the person in the chat; each piece of news once. */
export async function tellLater(
  tx: Transaction,
  requestId: string,
  news: 'received' | 'answer' | 'export',
  runAt: Date,
): Promise<void> {
  await addJob(tx, {
    name: 'tell-data-request',
    payload: { requestId, news },
    runAt,
    key: `tell-data-request:${requestId}:${news}`,
  })
}

/** Calls everybody who answers for personal data; where nobody does, whoever runs the service reads so in the log. */
export async function callDpos(
  ctx: Context,
  tx: Transaction,
  { requestId, key }: { requestId: string; key: string },
): Promise<void> {
  const now = ctx.clock.now()
  const officers = await listOfficersOfRole(tx, 'dpo', bangkokDay(now))
  if (officers.length === 0) ctx.log.warn({ event: 'privacy.nobody_to_answer', requestId })
  for (const { id: officerId } of officers)
    await addJob(tx, {
      name: 'call-dpo',
      payload: { requestId, officerId },
      runAt: now,
      key: `${key}:${officerId}`,
    })
}
