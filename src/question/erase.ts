import { and, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm'
import type { Transaction } from '../db/client.ts'
import { chatFileKey } from './chat-files.ts'
import { chatFile, chatWord, handOver, question, unanswered } from './table.ts'

/**
 * Everything this person asked and said; a chat under way ends. That there were a question and a chat stays to be
 * counted. Gives how many words went, and the keys of files whose bytes are still to be erased.
 */
export async function eraseTalkOf(
  tx: Transaction,
  applicantId: string,
  at: Date,
): Promise<{ count: number; files: string[] }> {
  await tx.delete(unanswered).where(eq(unanswered.applicantId, applicantId))
  const asked = await tx
    .update(question)
    .set({ text: null, answer: null, messageId: null })
    .where(and(eq(question.applicantId, applicantId), isNotNull(question.text)))
    .returning({ id: question.id })
  await tx
    .update(handOver)
    .set({ endedAt: at, endedBy: 'applicant' })
    .where(and(eq(handOver.applicantId, applicantId), isNull(handOver.endedAt)))
  const chats = tx.select({ id: handOver.id }).from(handOver).where(eq(handOver.applicantId, applicantId))
  const words = await tx
    .update(chatWord)
    .set({ text: null, messageId: null })
    .where(inArray(chatWord.handOverId, chats))
    .returning({ id: chatWord.id })
  return { count: asked.length + words.length, files: await forgetFiles(tx, words) }
}

async function forgetFiles(tx: Transaction, words: { id: string }[]): Promise<string[]> {
  if (words.length === 0) return []
  const ids = words.map(({ id }) => id)
  const rows = await tx
    .update(chatFile)
    .set({ state: 'erased', name: null })
    .where(and(ne(chatFile.state, 'erased'), inArray(chatFile.wordId, ids)))
    .returning({ wordId: chatFile.wordId })
  return rows.map(({ wordId }) => chatFileKey(wordId))
}
