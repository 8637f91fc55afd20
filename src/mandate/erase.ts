import { eq } from 'drizzle-orm'
import type { Transaction } from '../db/client.ts'
import { type Mandate, mandate } from './table.ts'

/** For whom a case was filed goes with the case. Gives what was erased. */
export async function deleteMandate(tx: Transaction, applicationId: string): Promise<Mandate[]> {
  return tx.delete(mandate).where(eq(mandate.applicationId, applicationId)).returning()
}
