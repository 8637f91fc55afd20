import type { Context } from '../context.ts'
import { Forbidden, NotFound } from '../errors.ts'
import type { ActingOfficer } from '../officer/officer.ts'
import { addJob } from '../outbox/store.ts'
import { chatFileKey, findChatFile, forgetChatFiles, settleChatFile } from '../question/chat-files.ts'
import { eraseChatWords, eraseUnsentWord, findWord } from '../question/hand-over.ts'
import { MOST_FILE_BYTES, mayAnswer } from '../question/rules.ts'
import { fetchPlain } from './receive-file.ts'

/**
 * Job: fetches what was sent in a chat that is with the officers. While LINE prepares it or the scanner is silent it
 * is tried again.
 */
export async function fetchChatFile(ctx: Context, { wordId = '' }: Record<string, string>): Promise<void> {
  const file = await findChatFile(ctx.db, wordId)
  if (file?.state === 'erased') return ctx.files.remove(chatFileKey(wordId))
  if (file?.state !== 'fetching') return
  const fetched = await fetchPlain(ctx, file.messageId, MOST_FILE_BYTES)
  if (fetched === 'file_preparing' || fetched === 'scan_unavailable')
    throw new Error(`not fetched yet: ${fetched}`)
  if (typeof fetched === 'string') {
    await settleChatFile(ctx.db, wordId, { state: 'refused', refusal: fetched })
    return
  }
  await ctx.files.put(chatFileKey(wordId), fetched.bytes)
  if (await settleChatFile(ctx.db, wordId, { state: 'kept', type: fetched.type })) return
  // Taken back, or its time over, while it was on its way.
  if ((await findChatFile(ctx.db, wordId))?.state === 'erased') await ctx.files.remove(chatFileKey(wordId))
}

type Asked = { handOverId: string; wordId: string }

/** What was sent in this chat, for its officers. Throws Forbidden; NotFound also for a file of another chat. */
export async function readChatFile(
  ctx: Context,
  officer: ActingOfficer,
  { handOverId, wordId }: Asked,
): Promise<{ name: string; type: string; bytes: Buffer }> {
  if (!mayAnswer(officer)) throw new Forbidden('not_your_step')
  const file = await findChatFile(ctx.db, wordId)
  const word = await findWord(ctx.db, wordId)
  if (word?.handOverId !== handOverId || file?.state !== 'kept' || !file.type) throw new NotFound('file')
  return { name: file.name ?? 'file', type: file.type, bytes: await ctx.files.get(chatFileKey(wordId)) }
}

/** A message taken back: its words and its file are erased (LINE asks for this). */
export async function unsayInChat(ctx: Context, messageId: string): Promise<void> {
  await eraseUnsentWord(ctx.db, messageId)
  await eraseFiles(ctx, { messageId })
}

/** Erases what was said and sent in chats that ended before this; how many words. */
export async function eraseChats(ctx: Context, endedBefore: Date): Promise<number> {
  const words = await eraseChatWords(ctx.db, endedBefore)
  await eraseFiles(ctx, { endedBefore })
  return words
}

/** From now on nobody is given them; a job removes the bytes. */
async function eraseFiles(ctx: Context, which: Parameters<typeof forgetChatFiles>[1]): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    for (const wordId of await forgetChatFiles(tx, which)) {
      const key = chatFileKey(wordId)
      const runAt = ctx.clock.now()
      await addJob(tx, { name: 'erase-file', payload: { key }, runAt, key: `erase-file:${key}` })
    }
  })
}
