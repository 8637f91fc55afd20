/** Files that no row names: a process died between putting a file and writing its row, or before erasing it. */
import { isNull, ne } from 'drizzle-orm'
import { attachment } from '../application/table.ts'
import type { Clock } from '../context.ts'
import type { Db } from '../db/client.ts'
import { issuedDocument } from '../licence/table.ts'
import { receivedFile } from '../messages/table.ts'
import { recordDisposal } from '../privacy/disposal-store.ts'
import { dataExport } from '../privacy/table.ts'
import { proofPicture } from '../proof/table.ts'
import { chatFileKey } from '../question/chat-files.ts'
import { chatFile } from '../question/table.ts'
import { EXPORT_FORMATS, exportKey } from './export-my-data.ts'

/** Only files under these are known to be ours; what lies elsewhere is left alone. */
const OURS = /^(uploads|proofs|received|chats|documents|exports)\//
/** A file is put before its row is written: younger ones may be on their way. */
export const YOUNGEST_DAYS = 1

export type SweptStore = {
  list(): AsyncIterable<string>
  changedAt(key: string): Promise<Date | undefined>
  remove(key: string): Promise<void>
}

/** The keys of files older than so many days that nothing names. Changes nothing. */
export async function findOrphans(
  { db, clock }: { db: Db; clock: Clock },
  store: SweptStore,
  olderThanDays: number,
): Promise<string[]> {
  const before = clock.now().getTime() - Math.max(olderThanDays, YOUNGEST_DAYS) * 86_400_000
  const old: string[] = []
  for await (const key of store.list()) {
    const changedAt = OURS.test(key) ? await store.changedAt(key) : undefined
    if (changedAt && changedAt.getTime() < before) old.push(key)
  }
  // Asked for after the files were listed: a row written meanwhile is seen.
  const named = await namedFiles(db)
  return old.filter((key) => !named.has(key))
}

/** Erases them, and says in the record how many. */
export async function sweepFiles(
  ctx: { db: Db; clock: Clock },
  store: SweptStore,
  olderThanDays: number,
): Promise<string[]> {
  const orphans = await findOrphans(ctx, store, olderThanDays)
  for (const key of orphans) await store.remove(key)
  const law = 'พ.ร.บ. คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562 ม.37(3)'
  if (orphans.length > 0)
    await recordDisposal(ctx.db, {
      ...{ kind: 'files', count: orphans.length, rule: `files.${olderThanDays}`, law },
      at: ctx.clock.now(),
    })
  return orphans
}

async function namedFiles(db: Db): Promise<Set<string>> {
  const rows = [
    await db.select({ key: attachment.storageKey }).from(attachment),
    await db.select({ key: receivedFile.storageKey }).from(receivedFile),
    await db.select({ key: proofPicture.storageKey }).from(proofPicture).where(isNull(proofPicture.erasedAt)),
    await db
      .select({ key: issuedDocument.storageKey })
      .from(issuedDocument)
      .where(isNull(issuedDocument.erasedAt)),
  ].flat()
  const chats = await db.select({ id: chatFile.wordId }).from(chatFile).where(ne(chatFile.state, 'erased'))
  const copies = await db.select({ id: dataExport.id }).from(dataExport).where(isNull(dataExport.erasedAt))
  return new Set([
    ...rows.map(({ key }) => key),
    ...chats.map(({ id }) => chatFileKey(id)),
    ...copies.flatMap(({ id }) => EXPORT_FORMATS.map((format) => exportKey(id, format))),
  ])
}
