import type { Context } from '../context.ts'
import {
  expireReceived,
  findReceivedByMessage,
  forgetReceived,
  insertReceived,
  lockReceived,
  setReceivedState,
} from '../messages/received.ts'
import type { FileType } from '../service/definition.ts'
import { plainFile } from '../service/picture/plain-file.ts'
import { safeName, sha256Of } from './attach-file.ts'
import { recordCount } from './record-disposal.ts'
import { scanUpload } from './scan-upload.ts'

export type Received = {
  lineUserId: string
  messageId: string
  name: string
  sentAt: Date
  quoteToken?: string
}
export type Refusal =
  | 'file_gone'
  | 'file_preparing'
  | 'file_too_large'
  | 'file_empty'
  | 'file_wrong_type'
  | 'file_broken'
  | 'file_infected'
  | 'scan_unavailable'

/**
 * Fetches what was sent in the chat and keeps it until its sender says which document it is, or a day is over. The
 * same message again changes nothing. A refusal is an answer, not an error: the sender is told what to do.
 */
export async function receiveFile(
  ctx: Context,
  { maxBytes, ...sent }: Received & { maxBytes: number },
): Promise<'kept' | Refusal> {
  if (await findReceivedByMessage(ctx.db, sent.messageId)) return 'kept'
  const plain = await fetchPlain(ctx, sent.messageId, maxBytes)
  if (typeof plain === 'string') return plain
  const sha256 = sha256Of(plain.bytes)
  // Named by the message: killed before the row is there, the next try writes the same file again.
  const storageKey = `received/${sha256Of(Buffer.from(sent.messageId))}`
  await ctx.files.put(storageKey, plain.bytes)
  const file = { name: safeName(sent.name), type: plain.type, size: plain.bytes.length }
  await insertReceived(ctx.db, { ...sent, ...file, sha256, storageKey, receivedAt: ctx.clock.now() })
  return 'kept'
}

/** What was sent, without what a camera wrote into it, and scanned; or why it cannot be had. Not inside a transaction. */
export async function fetchPlain(
  ctx: Context,
  messageId: string,
  maxBytes: number,
): Promise<{ type: FileType; bytes: Buffer } | Refusal> {
  const content = await ctx.messenger.content(messageId, maxBytes)
  if (typeof content === 'string') return `file_${content}`
  const plain = content.length === 0 ? 'empty' : plainFile(content)
  if (typeof plain === 'string') return plain === 'unknown' ? 'file_wrong_type' : `file_${plain}`
  const scanned = await scanUpload(ctx, plain.bytes)
  return scanned === 'clean' ? plain : scanned
}

/** Its sender said that it is no document, or took the message back: the bytes go. Attached ones stay with the case. */
export async function discardReceived(ctx: Context, file: { id: string; lineUserId: string }): Promise<void> {
  const key = await ctx.db.transaction(async (tx) => {
    const received = await lockReceived(tx, file)
    if (received.state === 'attached') return undefined
    await setReceivedState(tx, received.id, 'discarded')
    return received.storageKey
  })
  if (key) await ctx.files.remove(key)
}

/** Erases what nobody claimed in its time: first it can no longer be claimed, then the bytes go, then the row. */
export async function eraseReceived(ctx: Context): Promise<void> {
  const { receivedDays: days } = ctx.service.definition.retention
  const before = new Date(ctx.clock.now().getTime() - days * 86_400_000)
  const keys = await expireReceived(ctx.db, before)
  for (const key of keys) await ctx.files.remove(key)
  await forgetReceived(ctx.db, before)
  await recordCount(ctx, 'received', { count: keys.length, days })
}
