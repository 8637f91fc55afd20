import { and, asc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Db, Transaction } from '../db/client.ts'
import { isUuid } from '../db/uuid.ts'
import {
  type IssuedDocument,
  issuedDocument,
  type Licence,
  type LicenceOffer,
  licence,
  licenceOffer,
} from './table.ts'

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

/** How often a licence may have been issued anew: far more than happens, so that the walk ends whatever is stored. */
const MOST_VERSIONS = 200

/** This document of a licence and those it was issued for, the first one first. */
export async function listEarlierVersions(db: Db, last: Licence): Promise<Licence[]> {
  const versions = [last]
  while (versions.length < MOST_VERSIONS) {
    const follows = versions[0]?.follows
    const earlier = follows ? await findLicence(db, follows) : undefined
    if (!earlier) break
    versions.unshift(earlier)
  }
  return versions
}

/** All documents of a licence that were registered, the first one first, whichever of them is asked about. */
export async function listVersions(db: Db, one: Licence): Promise<Licence[]> {
  const versions = await listEarlierVersions(db, one)
  while (versions.length < MOST_VERSIONS) {
    const [later] = await db
      .select()
      .from(licence)
      .where(and(eq(licence.follows, versions.at(-1)?.id ?? ''), isNotNull(licence.registeredAt)))
    if (!later) break
    versions.push(later)
  }
  return versions
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

/** One document of a kind a case (a receipt, of an invoice): a second one is not stored. */
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

/** Registered licences of one's own cases that nobody took over, and those one took over; newest first. */
export async function listHeldLicences(
  db: Db,
  { applicantId, applicationIds }: { applicantId: string; applicationIds: string[] },
): Promise<Licence[]> {
  const granted = and(inArray(licence.applicationId, applicationIds), isNull(licence.holderApplicantId))
  return db
    .select()
    .from(licence)
    .where(and(isNotNull(licence.registeredAt), or(granted, eq(licence.holderApplicantId, applicantId))))
    .orderBy(sql`${licence.registeredAt} desc`)
}

export async function insertOffer(tx: Transaction, row: typeof licenceOffer.$inferInsert): Promise<void> {
  await tx.insert(licenceOffer).values(row)
}

export async function findOffer(db: Db, codeHash: string): Promise<LicenceOffer | undefined> {
  const [row] = await db.select().from(licenceOffer).where(eq(licenceOffer.codeHash, codeHash))
  return row
}

/** The offer, locked until the transaction ends. */
export async function lockOffer(tx: Transaction, codeHash: string): Promise<LicenceOffer | undefined> {
  const [row] = await tx.select().from(licenceOffer).where(eq(licenceOffer.codeHash, codeHash)).for('update')
  return row
}

export async function countTry(tx: Transaction, codeHash: string): Promise<void> {
  await tx
    .update(licenceOffer)
    .set({ tries: sql`${licenceOffer.tries} + 1` })
    .where(eq(licenceOffer.codeHash, codeHash))
}

/** From now on this person holds it, by this offer. */
export async function handOver(
  tx: Transaction,
  { licenceId, codeHash }: Pick<LicenceOffer, 'licenceId' | 'codeHash'>,
  { applicantId, at }: { applicantId: string; at: Date },
): Promise<void> {
  await tx.update(licence).set({ holderApplicantId: applicantId }).where(eq(licence.id, licenceId))
  await tx.update(licenceOffer).set({ takenAt: at }).where(eq(licenceOffer.codeHash, codeHash))
}
