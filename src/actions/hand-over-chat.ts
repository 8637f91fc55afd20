import type { Context } from '../context.ts'
import { insertHandOver } from '../question/hand-over.ts'
import { callOfficers } from './call-officers.ts'
import { watchSilence } from './end-silent-chat.ts'

/** Gives a person's chat to the officers, who are told. Given already, it stays as it is. */
export async function handOverChat(
  ctx: Context,
  { applicantId, lineEventId }: { applicantId: string; lineEventId: string },
): Promise<void> {
  const askedAt = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    const chat = await insertHandOver(tx, { applicantId, lineEventId, askedAt, lastWordAt: askedAt })
    if (!chat) return
    await watchSilence(tx, chat)
    await callOfficers(ctx, tx, { handOverId: chat.id })
  })
  ctx.wakeRelay()
}
