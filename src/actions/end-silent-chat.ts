import type { Context } from '../context.ts'
import type { Transaction } from '../db/client.ts'
import { addJob } from '../outbox/store.ts'
import { findHandOver, lockHandOver, updateHandOver } from '../question/hand-over.ts'
import { silentFrom } from '../question/rules.ts'
import type { HandOver } from '../question/table.ts'
import { tellChat } from './say-in-chat.ts'

/** Looks at the chat again when it would have been silent for too long. */
export async function watchSilence(tx: Transaction, { id, lastWordAt }: HandOver): Promise<void> {
  const runAt = silentFrom(lastWordAt)
  const key = `end-silent-chat:${id}:${runAt.toISOString()}`
  await addJob(tx, { name: 'end-silent-chat', payload: { handOverId: id }, runAt, key })
}

/** Job: gives a silent chat back to the bot and says so; where there was a word meanwhile, looks again later. */
export async function endSilentChat(ctx: Context, payload: Record<string, string>): Promise<void> {
  const now = ctx.clock.now()
  if (!(await findHandOver(ctx.db, payload.handOverId ?? ''))) return
  await ctx.db.transaction(async (tx) => {
    const chat = await lockHandOver(tx, payload.handOverId ?? '')
    if (chat.endedAt) return
    if (silentFrom(chat.lastWordAt) > now) return watchSilence(tx, chat)
    await updateHandOver(tx, chat.id, { endedAt: now, endedBy: 'silence' })
    await tellChat(ctx, tx, { handOverId: chat.id, kind: 'silence' })
  })
  ctx.wakeRelay()
}
