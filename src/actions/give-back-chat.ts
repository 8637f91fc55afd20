import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'
import { Conflict, Forbidden } from '../errors.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { findOpenHandOver, insertWord, lockHandOver, updateHandOver } from '../question/hand-over.ts'
import { mayAnswer } from '../question/rules.ts'
import { tellChat } from './say-in-chat.ts'

/** Gives the chat back to the bot; the citizen is told. Ended already, nothing changes. Throws Forbidden, NotFound, Conflict. */
export async function giveBackChat(ctx: Context, officer: ActingOfficer, handOverId: string): Promise<void> {
  if (!mayAnswer(officer)) throw new Forbidden('not_your_step')
  await ctx.db.transaction(async (tx) => {
    const chat = await lockHandOver(tx, handOverId)
    if (chat.endedAt) return
    if (chat.officerId !== officer.id) throw new Conflict('not_yours_now')
    await updateHandOver(tx, chat.id, { endedAt: ctx.clock.now(), endedBy: 'officer' })
    await tellChat(ctx, tx, { handOverId: chat.id, kind: 'given_back' })
  })
  ctx.wakeRelay()
}

/** The citizen goes back to the bot, or blocks the account. */
export async function leaveChat(ctx: Context, applicantId: string): Promise<void> {
  const at = ctx.clock.now()
  const open = await findOpenHandOver(ctx.db, applicantId)
  if (!open) return
  await ctx.db.transaction(async (tx) => {
    const chat = await lockHandOver(tx, open.id)
    if (chat.endedAt) return
    await updateHandOver(tx, chat.id, { endedAt: at, endedBy: 'applicant' })
    await insertWord(tx, { id: randomUUID(), handOverId: chat.id, from: 'system', kind: 'left', at })
  })
}
