/** What every disposal leaves: jobs that erase its files, a digest, a line in the record. */
import { canonical } from '../application/history.ts'
import type { Context } from '../context.ts'
import { blindIndex } from '../db/blind-index.ts'
import type { Transaction } from '../db/client.ts'
import { currentKeyring } from '../db/sealed.ts'
import { addJob } from '../outbox/store.ts'
import type { Disposed } from '../privacy/disposal.ts'
import { recordDisposal } from '../privacy/disposal-store.ts'

/** A job for each file: it goes when the transaction has been committed, however often that takes. */
export async function eraseFiles(tx: Transaction, keys: string[], runAt: Date): Promise<void> {
  for (const key of keys)
    await addJob(tx, { name: 'erase-file', payload: { key }, runAt, key: `erase-file:${key}` })
}

/** Keyed, so that nobody who tries names and numbers finds out what it was of. Goes with its key. */
export function digestOf(erased: unknown): string {
  const keyring = currentKeyring()
  const plain: unknown = JSON.parse(JSON.stringify(erased))
  return `${keyring.current}:${blindIndex(keyring, keyring.current, ['disposal', canonical(plain)])}`
}

const NOT_LONGER = 'พ.ร.บ. คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562 ม.37(3)'

/** What is only counted when it goes. */
export async function recordCount(
  ctx: Context,
  kind: Disposed,
  { count, days }: { count: number; days: number },
): Promise<void> {
  if (count === 0) return
  const rule = `${kind}.${days}`
  await recordDisposal(ctx.db, { kind, count, rule, law: NOT_LONGER, at: ctx.clock.now() })
}
