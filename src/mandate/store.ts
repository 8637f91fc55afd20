import { and, eq, inArray } from 'drizzle-orm'
import type { Db, Transaction } from '../db/client.ts'
import { isUuid } from '../db/uuid.ts'
import { NotFound } from '../errors.ts'
import { type Mandate, mandate } from './table.ts'

export async function findMandateOf(db: Db, applicationId: string): Promise<Mandate | undefined> {
  const [row] = await db.select().from(mandate).where(eq(mandate.applicationId, applicationId))
  return row
}

export async function findMandate(db: Db, id: string): Promise<Mandate | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await db.select().from(mandate).where(eq(mandate.id, id))
  return row
}

/** Locked until the transaction ends. Throws NotFound. */
export async function lockMandate(
  tx: Transaction,
  by: { id: string } | { codeHash: string },
): Promise<Mandate> {
  if ('id' in by && !isUuid(by.id)) throw new NotFound('mandate')
  const which = 'id' in by ? eq(mandate.id, by.id) : eq(mandate.codeHash, by.codeHash)
  const [row] = await tx.select().from(mandate).where(which).for('update')
  if (!row) throw new NotFound('mandate')
  return row
}

export async function findMandateByCode(db: Db, codeHash: string): Promise<Mandate | undefined> {
  const [row] = await db.select().from(mandate).where(eq(mandate.codeHash, codeHash))
  return row
}

/** One a case: asked anew, it replaces what was there. */
export async function putMandate(tx: Transaction, row: typeof mandate.$inferInsert): Promise<Mandate> {
  await tx.delete(mandate).where(eq(mandate.applicationId, row.applicationId))
  const [inserted] = await tx.insert(mandate).values(row).returning()
  if (!inserted) throw new Error('the mandate was not written')
  return inserted
}

export async function deleteMandateOf(tx: Transaction, applicationId: string): Promise<void> {
  await tx.delete(mandate).where(eq(mandate.applicationId, applicationId))
}

export async function updateMandate(tx: Transaction, id: string, changes: Partial<Mandate>): Promise<void> {
  await tx.update(mandate).set(changes).where(eq(mandate.id, id))
}

/** Mandates that name this account as the principal and wait for an answer. */
export async function listAskedOf(db: Db, applicantId: string): Promise<Mandate[]> {
  return db
    .select()
    .from(mandate)
    .where(
      and(eq(mandate.principalApplicantId, applicantId), inArray(mandate.status, ['asked', 'confirmed'])),
    )
}
