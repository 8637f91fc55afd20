import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm'
import type { Db, Transaction } from '../db/client.ts'
import { isUuid } from '../db/uuid.ts'
import { NotFound } from '../errors.ts'
import { type Definition, Definition as DefinitionSchema } from '../service/definition.ts'
import { westernDigits } from '../service/thai.ts'
import { historyDigest, salted } from './history.ts'
import { type Status, UNDER_WAY } from './lifecycle.ts'
import {
  type Application,
  type Attachment,
  application,
  attachment,
  counter,
  definition,
  type HistoryRow,
  history,
  intake,
} from './table.ts'

export async function keepDefinition(db: Db, hash: string, body: Definition, now: Date): Promise<void> {
  const row = { hash, serviceId: body.id, version: body.version, body, createdAt: now }
  await db.insert(definition).values(row).onConflictDoNothing()
}

/** The definition an application was begun under. */
export async function getDefinition(db: Db, hash: string): Promise<Definition> {
  const [row] = await db.select().from(definition).where(eq(definition.hash, hash))
  if (!row) throw new NotFound('definition')
  // What the language has learned since then takes its defaults.
  return DefinitionSchema.parse(row.body)
}

export async function findApplication(db: Db, id: string): Promise<Application | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await db.select().from(application).where(eq(application.id, id))
  return row
}

/** However its letters and numerals are typed. */
export async function findByReference(db: Db, reference: string): Promise<Application | undefined> {
  // PostgreSQL takes no NUL in a text.
  if (reference.includes('\0')) return undefined
  const [row] = await db
    .select()
    .from(application)
    .where(eq(application.reference, westernDigits(reference).toUpperCase()))
  return row
}

/** The applicant's own case; somebody else's is not found. */
export async function getOwnApplication(
  db: Db,
  { applicationId, applicantId }: { applicationId: string; applicantId: string },
): Promise<Application> {
  const row = await findApplication(db, applicationId)
  if (row?.applicantId !== applicantId) throw new NotFound('application')
  return row
}

/** The case, locked until the transaction ends. */
export async function lockApplication(tx: Transaction, id: string): Promise<Application> {
  const [row] = isUuid(id)
    ? await tx.select().from(application).where(eq(application.id, id)).for('update')
    : []
  if (!row) throw new NotFound('application')
  return row
}

export async function lockOwnApplication(
  tx: Transaction,
  owner: { applicationId: string; applicantId: string },
): Promise<Application> {
  const row = await lockApplication(tx, owner.applicationId)
  if (row.applicantId !== owner.applicantId) throw new NotFound('application')
  return row
}

export async function findDraft(
  db: Db,
  applicantId: string,
  serviceId: string,
): Promise<Application | undefined> {
  const mine = and(
    eq(application.applicantId, applicantId),
    eq(application.serviceId, serviceId),
    eq(application.status, 'draft'),
  )
  const [row] = await db.select().from(application).where(mine)
  return row
}

/** Drafts that applicants fill in themselves, and those they gave up, the longest untouched first. */
export async function listDrafts(db: Db, statuses: readonly Status[] = ['draft']): Promise<Application[]> {
  const unsent = and(inArray(application.status, [...statuses]), isNull(application.reference))
  return db.select().from(application).where(unsent).orderBy(asc(application.updatedAt))
}

/** Takes an unsent draft out of the database, locked before; gives the keys of its files, still to be erased. */
export async function deleteDraft(tx: Transaction, id: string): Promise<string[]> {
  const files = await tx.delete(attachment).where(eq(attachment.applicationId, id)).returning()
  await tx.delete(history).where(eq(history.applicationId, id))
  await tx.delete(intake).where(eq(intake.applicationId, id))
  await tx.delete(application).where(and(eq(application.id, id), isNull(application.reference)))
  return files.map(({ storageKey }) => storageKey)
}

/** The applicant's latest application that was handed in. */
export async function findLastSubmitted(db: Db, applicantId: string): Promise<Application | undefined> {
  const [row] = await db
    .select()
    .from(application)
    .where(and(eq(application.applicantId, applicantId), isNotNull(application.enteredAt)))
    .orderBy(desc(application.enteredAt))
    .limit(1)
  return row
}

/** Two presses at once leave one draft: the second insert does nothing. */
export async function insertDraft(db: Db, draft: typeof application.$inferInsert): Promise<void> {
  await db.insert(application).values(draft).onConflictDoNothing()
}

/** Writes changes and raises the version. */
export async function updateApplication(
  tx: Transaction,
  id: string,
  changes: Partial<Application>,
): Promise<void> {
  await tx
    .update(application)
    .set({ ...changes, version: sql`${application.version} + 1` })
    .where(eq(application.id, id))
}

export async function listOwnApplications(db: Db, applicantId: string): Promise<Application[]> {
  const mine = and(eq(application.applicantId, applicantId), ne(application.status, 'withdrawn'))
  return db.select().from(application).where(mine).orderBy(desc(application.updatedAt))
}

/** Cases about this licence that were handed in and are not ended. */
export async function listOpenCasesAbout(db: Db, licenceId: string): Promise<Application[]> {
  const open = and(eq(application.licenceId, licenceId), inArray(application.status, [...UNDER_WAY]))
  return db.select().from(application).where(open)
}

/** Cases in these statuses, the nearest due day first. */
export async function listByStatus(
  db: Db,
  statuses: readonly Status[],
  limit: number,
): Promise<Application[]> {
  return db
    .select()
    .from(application)
    .where(inArray(application.status, [...statuses]))
    .orderBy(asc(application.dueOn), asc(application.receivedAt))
    .limit(limit)
}

/** Cases under review whose due day lies before this one, the latest first. */
export async function listOverdue(db: Db, today: string): Promise<Application[]> {
  const open = inArray(application.status, ['submitted', 'in_review'])
  return db
    .select()
    .from(application)
    .where(and(open, lt(application.dueOn, today)))
    .orderBy(asc(application.dueOn))
}

export async function insertAttachment(tx: Transaction, row: typeof attachment.$inferInsert): Promise<void> {
  await tx.insert(attachment).values(row)
}

export async function findAttachment(db: Db, id: string): Promise<Attachment | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await db.select().from(attachment).where(eq(attachment.id, id))
  return row
}

/** Uploads in use that came after `since`. */
export async function listAttachmentsSince(
  db: Db,
  applicationId: string,
  since: Date,
): Promise<Attachment[]> {
  const used = and(eq(attachment.applicationId, applicationId), eq(attachment.removed, false))
  return db
    .select()
    .from(attachment)
    .where(and(used, gt(attachment.createdAt, since)))
}

/** Uploads in use at a field of a case with exactly this content. */
export async function findAttachmentsByContent(
  db: Db,
  { applicationId, fieldId, sha256 }: Pick<Attachment, 'applicationId' | 'fieldId' | 'sha256'>,
): Promise<Attachment[]> {
  const same = and(
    eq(attachment.applicationId, applicationId),
    eq(attachment.fieldId, fieldId),
    eq(attachment.sha256, sha256),
  )
  return db
    .select()
    .from(attachment)
    .where(and(same, eq(attachment.removed, false)))
}

/** Every upload of a case, those out of use too. */
export async function listAttachmentsOf(db: Db, applicationId: string): Promise<Attachment[]> {
  return db
    .select()
    .from(attachment)
    .where(eq(attachment.applicationId, applicationId))
    .orderBy(asc(attachment.createdAt))
}

export async function markAttachmentRemoved(tx: Transaction, id: string): Promise<void> {
  await tx.update(attachment).set({ removed: true }).where(eq(attachment.id, id))
}

/** Other bytes in the place of these, under the same id. */
export async function replaceAttachment(
  tx: Transaction,
  id: string,
  bytes: Pick<Attachment, 'type' | 'size' | 'sha256' | 'storageKey'>,
): Promise<void> {
  await tx.update(attachment).set(bytes).where(eq(attachment.id, id))
}

type NewEntry = { at: Date; actor: string; event: string; data?: Record<string, unknown> }

/** Adds to the case's history. The application row must be locked: entries are numbered without gaps. */
export async function appendHistory(
  tx: Transaction,
  applicationId: string,
  { at, actor, event, data = {} }: NewEntry,
): Promise<void> {
  const [last] = await tx
    .select()
    .from(history)
    .where(eq(history.applicationId, applicationId))
    .orderBy(desc(history.seq))
    .limit(1)
  const entry = salted({ seq: (last?.seq ?? 0) + 1, at, actor, event, data })
  const digest = historyDigest(last?.digest ?? '', applicationId, entry)
  await tx.insert(history).values({ applicationId, ...entry, digest })
}

export async function listHistory(db: Db, applicationId: string): Promise<HistoryRow[]> {
  return db.select().from(history).where(eq(history.applicationId, applicationId)).orderBy(asc(history.seq))
}

/** The next number of a series. Taken back if the transaction does not commit, so the series has no gaps. */
export async function takeNumber(tx: Transaction, series: string): Promise<number> {
  const [row] = await tx
    .insert(counter)
    .values({ series, value: 1 })
    .onConflictDoUpdate({ target: counter.series, set: { value: sql`${counter.value} + 1` } })
    .returning()
  return row?.value ?? 1
}
