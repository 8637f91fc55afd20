/** Taking what was shown as proof away: that there was one, of which level and when, stays. */
import { and, eq, inArray, isNull, lt, notInArray, or } from 'drizzle-orm'
import type { Db, Transaction } from '../db/client.ts'
import { appointment, type Proof, type ProofPicture, proof, proofPicture, thaidLogin } from './table.ts'

/** Proofs with photos that are still there, decided before this moment. */
export async function listProofsWithPictures(db: Db, before: Date): Promise<Proof[]> {
  const withPictures = db
    .select({ id: proofPicture.proofId })
    .from(proofPicture)
    .where(isNull(proofPicture.erasedAt))
  return db
    .select()
    .from(proof)
    .where(and(inArray(proof.id, withPictures), lt(proof.decidedAt, before)))
}

/** Gives the photos whose bytes are to be erased. */
export async function erasePictures(tx: Transaction, proofIds: string[], at: Date): Promise<ProofPicture[]> {
  if (proofIds.length === 0) return []
  return tx
    .update(proofPicture)
    .set({ erasedAt: at })
    .where(and(inArray(proofPicture.proofId, proofIds), isNull(proofPicture.erasedAt)))
    .returning()
}

/** Takes out who was proven, and how. `unless`: those that still stand at this moment are left. */
export async function eraseProofs(
  tx: Transaction,
  of: { applicationId: string } | { applicantId: string; exceptOf: string[] },
  { at, unlessStanding = false }: { at: Date; unlessStanding?: boolean },
): Promise<Proof[]> {
  const which =
    'applicationId' in of
      ? eq(proof.applicationId, of.applicationId)
      : and(eq(proof.applicantId, of.applicantId), notOf(of.exceptOf))
  const found = await tx.select().from(proof).where(which)
  const over = unlessStanding
    ? found.filter(({ status, validUntil }) => status !== 'accepted' || !validUntil || validUntil <= at)
    : found
  const ids = over.map(({ id }) => id)
  if (ids.length === 0) return []
  const nothing = { subject: {}, evidence: {}, identityIndex: null, reason: '' }
  await tx.update(proof).set(nothing).where(inArray(proof.id, ids))
  await tx.update(appointment).set({ link: null }).where(inArray(appointment.proofId, ids))
  return over
}

/** A proof that a filed case rests on goes with that case. */
const notOf = (applicationIds: string[]) =>
  applicationIds.length > 0
    ? or(isNull(proof.applicationId), notInArray(proof.applicationId, applicationIds))
    : undefined

/** Ends every way to ThaID that this person has begun. */
export async function forgetLoginsOf(tx: Transaction, applicantId: string): Promise<void> {
  await tx.delete(thaidLogin).where(eq(thaidLogin.applicantId, applicantId))
}
