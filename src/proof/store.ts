import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm'
import { blindIndex } from '../db/blind-index.ts'
import type { Db, Transaction } from '../db/client.ts'
import { currentKeyring } from '../db/sealed.ts'
import { isUuid } from '../db/uuid.ts'
import { NotFound } from '../errors.ts'
import {
  type Appointment,
  appointment,
  type Proof,
  type ProofPicture,
  proof,
  proofPicture,
  type ThaidLogin,
  thaidLogin,
} from './table.ts'

export async function insertProof(db: Db, row: typeof proof.$inferInsert): Promise<Proof> {
  const [inserted] = await db.insert(proof).values(row).returning()
  if (!inserted) throw new Error('the proof was not written')
  return inserted
}

/** The person's accepted proofs that still hold. */
export async function listStandingProofs(db: Db, applicantId: string, now: Date): Promise<Proof[]> {
  return db
    .select()
    .from(proof)
    .where(and(eq(proof.applicantId, applicantId), isStanding(now)))
}

const isStanding = (now: Date) =>
  and(eq(proof.status, 'accepted'), or(isNull(proof.validUntil), gt(proof.validUntil, now)))

/** By which proofs of one person are known as such; kept instead of the number. */
export function identityIndexOf(idNumber: string): string {
  const keyring = currentKeyring()
  return blindIndex(keyring, keyring.current, ['thai_id', idNumber])
}

/**
 * Other applicants with a standing proof of the same number, also under an earlier key. Who proves it at the same
 * moment waits until this transaction has ended.
 */
export async function lockSameIdentity(
  tx: Transaction,
  { idNumber, applicantId, now }: { idNumber: string; applicantId: string; now: Date },
): Promise<string[]> {
  const keyring = currentKeyring()
  const indexes = [...keyring.keys.keys()].map((keyId) => blindIndex(keyring, keyId, ['thai_id', idNumber]))
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${identityIndexOf(idNumber)}))`)
  const rows = await tx
    .select({ applicantId: proof.applicantId })
    .from(proof)
    .where(and(inArray(proof.identityIndex, indexes), ne(proof.applicantId, applicantId), isStanding(now)))
  return rows.map((row) => row.applicantId)
}

/** All accepted proofs of this number, also those that have run out, the latest first. */
export async function listAcceptedOf(db: Db, idNumber: string): Promise<Proof[]> {
  const keyring = currentKeyring()
  const indexes = [...keyring.keys.keys()].map((keyId) => blindIndex(keyring, keyId, ['thai_id', idNumber]))
  return db
    .select()
    .from(proof)
    .where(and(inArray(proof.identityIndex, indexes), eq(proof.status, 'accepted')))
    .orderBy(desc(proof.decidedAt))
}

export async function findProof(db: Db, id: string): Promise<Proof | undefined> {
  const [row] = await db.select().from(proof).where(eq(proof.id, id))
  return row
}

/** All proofs of a person, the latest first. */
export async function listProofs(db: Db, applicantId: string): Promise<Proof[]> {
  return db.select().from(proof).where(eq(proof.applicantId, applicantId)).orderBy(desc(proof.requestedAt))
}

/** The proof, locked until the transaction ends. */
export async function lockProof(tx: Transaction, id: string): Promise<Proof> {
  const [row] = isUuid(id) ? await tx.select().from(proof).where(eq(proof.id, id)).for('update') : []
  if (!row) throw new NotFound('proof')
  return row
}

export async function updateProof(tx: Transaction, id: string, changes: Partial<Proof>): Promise<void> {
  await tx.update(proof).set(changes).where(eq(proof.id, id))
}

export async function insertPicture(tx: Transaction, row: typeof proofPicture.$inferInsert): Promise<void> {
  await tx.insert(proofPicture).values(row)
}

export async function listPictures(db: Db, proofId: string): Promise<ProofPicture[]> {
  return db.select().from(proofPicture).where(eq(proofPicture.proofId, proofId))
}

export async function findPicture(db: Db, id: string): Promise<ProofPicture | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await db.select().from(proofPicture).where(eq(proofPicture.id, id))
  return row
}

export async function updatePicture(
  tx: Transaction,
  id: string,
  changes: Partial<ProofPicture>,
): Promise<void> {
  await tx.update(proofPicture).set(changes).where(eq(proofPicture.id, id))
}

/** Takes what was proven for an application that was never sent out of the database; gives the keys of its files. */
export async function deleteProofsOf(tx: Transaction, applicationId: string): Promise<string[]> {
  const unsent = and(eq(proof.applicationId, applicationId), ne(proof.status, 'accepted'))
  const ids = (await tx.select({ id: proof.id }).from(proof).where(unsent)).map(({ id }) => id)
  if (ids.length === 0) return []
  const files = await tx.select().from(proofPicture).where(inArray(proofPicture.proofId, ids))
  await tx.delete(proof).where(inArray(proof.id, ids))
  return files.map(({ storageKey }) => storageKey)
}

/** Who wants a seat at the same time waits until this transaction has ended. */
export async function lockTime(tx: Transaction, startsAt: Date): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`appointment ${startsAt.toISOString()}`}))`)
}

/** False when somebody else holds this seat at this time. */
export async function insertAppointment(
  tx: Transaction,
  row: typeof appointment.$inferInsert,
): Promise<boolean> {
  const inserted = await tx.insert(appointment).values(row).onConflictDoNothing().returning()
  return inserted.length > 0
}

/** What holds a seat from `from` on. */
export async function listTaken(db: Db, from: Date): Promise<Appointment[]> {
  return db
    .select()
    .from(appointment)
    .where(and(gte(appointment.startsAt, from), ne(appointment.status, 'cancelled')))
    .orderBy(asc(appointment.startsAt), asc(appointment.seat))
}

/** The appointments of a proof, the latest first. */
export async function listAppointmentsOf(db: Db, proofId: string): Promise<Appointment[]> {
  return db
    .select()
    .from(appointment)
    .where(eq(appointment.proofId, proofId))
    .orderBy(desc(appointment.createdAt), desc(appointment.startsAt))
}

export async function findAppointment(db: Db, id: string): Promise<Appointment | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await db.select().from(appointment).where(eq(appointment.id, id))
  return row
}

export async function updateAppointment(
  tx: Transaction,
  id: string,
  changes: Partial<Appointment>,
): Promise<void> {
  await tx.update(appointment).set(changes).where(eq(appointment.id, id))
}

export async function insertLogin(db: Db, row: typeof thaidLogin.$inferInsert): Promise<void> {
  await db.insert(thaidLogin).values(row)
}

/** Locked until the transaction ends. */
export async function lockLogin(
  tx: Transaction,
  by: { id: string } | { stateHash: string },
): Promise<ThaidLogin | undefined> {
  if ('id' in by && !isUuid(by.id)) return undefined
  const which = 'id' in by ? eq(thaidLogin.id, by.id) : eq(thaidLogin.stateHash, by.stateHash)
  const [row] = await tx.select().from(thaidLogin).where(which).for('update')
  return row
}

export async function updateLogin(tx: Transaction, id: string, changes: Partial<ThaidLogin>): Promise<void> {
  await tx.update(thaidLogin).set(changes).where(eq(thaidLogin.id, id))
}

export async function forgetLogins(db: Db, before: Date): Promise<void> {
  await db.delete(thaidLogin).where(lt(thaidLogin.createdAt, before))
}
