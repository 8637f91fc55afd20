import { eq, or } from 'drizzle-orm'
import type { Transaction } from '../db/client.ts'
import { type Applicant, applicant, consent, relink, session } from './table.ts'

/** The person's row, locked until the transaction ends. */
export async function lockApplicant(tx: Transaction, id: string): Promise<Applicant | undefined> {
  const [row] = await tx.select().from(applicant).where(eq(applicant.id, id)).for('update')
  return row
}

/**
 * Cuts the person off from their LINE account: nobody is signed in as them from now on, and who writes from there is
 * met as somebody new. The row stays for the records that name it.
 */
export async function forgetPerson(tx: Transaction, { id, lineUserId }: Applicant): Promise<void> {
  if (lineUserId) await tx.delete(session).where(eq(session.lineUserId, lineUserId))
  await tx.delete(consent).where(eq(consent.applicantId, id))
  await tx.delete(relink).where(or(eq(relink.fromId, id), eq(relink.toId, id)))
  await tx
    .update(applicant)
    .set({ lineUserId: null, displayName: '', following: false })
    .where(eq(applicant.id, id))
}
