import { eq } from 'drizzle-orm'
import type { Transaction } from '../db/client.ts'
import { listCorrections, listDecisions } from './store.ts'
import { type Correction, correction, type Decision, decision } from './table.ts'

/** Takes what was written about a person out of the review of a case; who decided what, and when, stays. */
export async function eraseReview(
  tx: Transaction,
  applicationId: string,
): Promise<{ corrections: Correction[]; decisions: Decision[] }> {
  const corrections = await listCorrections(tx, applicationId)
  const decisions = await listDecisions(tx, applicationId)
  await tx.update(correction).set({ items: [] }).where(eq(correction.applicationId, applicationId))
  await tx
    .update(decision)
    .set({ inspection: [], conditions: [], reason: '' })
    .where(eq(decision.applicationId, applicationId))
  return { corrections, decisions }
}
