import type { Context } from '../context.ts'
import { Conflict, Forbidden } from '../errors.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { lockHandOver, updateHandOver } from '../question/hand-over.ts'
import { mayAnswer } from '../question/rules.ts'
import { tellChat } from './say-in-chat.ts'

/**
 * Takes a waiting chat; the citizen is told who has come. Taking one's own again changes nothing. Throws Forbidden,
 * NotFound, Conflict `taken_by_another`, `chat_ended`.
 */
export async function takeOverChat(ctx: Context, officer: ActingOfficer, handOverId: string): Promise<void> {
  if (!mayAnswer(officer)) throw new Forbidden('not_your_step')
  const takenAt = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    const chat = await lockHandOver(tx, handOverId)
    if (chat.endedAt) throw new Conflict('chat_ended')
    if (chat.officerId === officer.id) return
    if (chat.officerId) throw new Conflict('taken_by_another')
    await updateHandOver(tx, chat.id, { officerId: officer.id, takenAt, lastWordAt: takenAt })
    await tellChat(ctx, tx, { handOverId: chat.id, kind: 'taken' })
  })
  ctx.wakeRelay()
}
