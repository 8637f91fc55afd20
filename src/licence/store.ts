import { and, asc, eq } from 'drizzle-orm'
import type { Db, Transaction } from '../db/client.ts'
import { isUuid } from '../db/uuid.ts'
import { type IssuedDocument, issuedDocument, type Licence, licence } from './table.ts'

export async function findLicenceOf(db: Db, applicationId: string): Promise<Licence | undefined> {
  const [row] = await db.select().from(licence).where(eq(licence.applicationId, applicationId))
  return row
}

export async function findLicence(db: Db, id: string): Promise<Licence | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await db.select().from(licence).where(eq(licence.id, id))
  return row
}

export async function findLicenceByCode(db: Db, code: string): Promise<Licence | undefined> {
  const [row] = await db.select().from(licence).where(eq(licence.code, code))
  return row
}

/** The licence, locked until the transaction ends. */
export async function lockLicence(tx: Transaction, id: string): Promise<Licence | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await tx.select().from(licence).where(eq(licence.id, id)).for('update')
  return row
}

/** Ends a licence that another one follows, or that its holder gave up. */
export async function endLicence(
  tx: Transaction,
  id: string,
  status: 'replaced' | 'cancelled',
): Promise<void> {
  await tx.update(licence).set({ status }).where(eq(licence.id, id))
}

/** Reserves the number; it stays with this case however often issuing is tried. */
export async function insertLicence(tx: Transaction, row: typeof licence.$inferInsert): Promise<Licence> {
  const [stored] = await tx.insert(licence).values(row).returning()
  if (!stored) throw new Error('a licence was not stored')
  return stored
}

export async function registerLicence(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.update(licence).set({ status: 'valid', registeredAt: at }).where(eq(licence.id, id))
}

/** One document of a kind a case: a second one is not stored. */
export async function insertDocument(
  tx: Transaction,
  row: typeof issuedDocument.$inferInsert,
): Promise<boolean> {
  const rows = await tx
    .insert(issuedDocument)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: issuedDocument.id })
  return rows.length === 1
}

export async function listDocuments(db: Db, applicationId: string): Promise<IssuedDocument[]> {
  return db
    .select()
    .from(issuedDocument)
    .where(eq(issuedDocument.applicationId, applicationId))
    .orderBy(asc(issuedDocument.issuedAt))
}

export async function findDocument(db: Db, id: string): Promise<IssuedDocument | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await db.select().from(issuedDocument).where(eq(issuedDocument.id, id))
  return row
}

export async function findDocumentOf(
  db: Db,
  applicationId: string,
  kind: IssuedDocument['kind'],
): Promise<IssuedDocument | undefined> {
  const [row] = await db
    .select()
    .from(issuedDocument)
    .where(and(eq(issuedDocument.applicationId, applicationId), eq(issuedDocument.kind, kind)))
  return row
}

export async function findDocumentByCode(db: Db, code: string): Promise<IssuedDocument | undefined> {
  const [row] = await db.select().from(issuedDocument).where(eq(issuedDocument.code, code))
  return row
}
