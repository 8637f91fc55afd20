/** What is kept of a chat between two messages, apart from its lease. */
import { eq } from 'drizzle-orm'
import type { Db, Transaction } from '../db/client.ts'
import type { Answers } from '../service/form.ts'
import { chat } from './table.ts'

/** What was answered so far to "for my case". */
export async function findEstimate(db: Db, lineUserId: string): Promise<Answers | undefined> {
  const [row] = await db.select({ estimate: chat.estimate }).from(chat).where(eq(chat.lineUserId, lineUserId))
  return row?.estimate ?? undefined
}

/** The same, once: what a draft has taken over is not there for the next. */
export async function takeEstimate(tx: Transaction, lineUserId: string): Promise<Answers> {
  const estimate = await findEstimate(tx, lineUserId)
  if (estimate) await tx.update(chat).set({ estimate: null }).where(eq(chat.lineUserId, lineUserId))
  return estimate ?? {}
}
