/** Taking the person out of a case: what is left is its number, its days and its outcome. */
import { randomUUID } from 'node:crypto'
import { and, asc, eq, gt, inArray, isNotNull, isNull, lt } from 'drizzle-orm'
import type { Db, Transaction } from '../db/client.ts'
import { Conflict } from '../errors.ts'
import type { Answers } from '../service/form.ts'
import { brokenEntry, withoutData } from './history.ts'
import type { Status } from './lifecycle.ts'
import { listHistory } from './store.ts'
import {
  type Application,
  type Attachment,
  application,
  attachment,
  call,
  type HistoryRow,
  history,
  identityIndex,
} from './table.ts'

export const ENDED = [
  'issued',
  'refused',
  'withdrawn',
  'lapsed',
  'given_back',
] as const satisfies readonly Status[]

/** Ended cases of which something is left, last touched before this moment; after the case `after`, by id. */
export async function listEndedCases(
  db: Db,
  { before, after, limit }: { before: Date; after?: string; limit: number },
): Promise<Application[]> {
  return db
    .select()
    .from(application)
    .where(
      and(
        inArray(application.status, [...ENDED]),
        isNotNull(application.reference),
        lt(application.updatedAt, before),
        after ? gt(application.id, after) : undefined,
      ),
    )
    .orderBy(asc(application.id))
    .limit(limit)
}

/** Everything of one person: drafts, what was given up, and cases. */
export async function listCasesOf(db: Db, applicantId: string): Promise<Application[]> {
  return db.select().from(application).where(eq(application.applicantId, applicantId))
}

/** Every upload of a case, replaced ones too. */
export async function listAllAttachments(db: Db, applicationId: string): Promise<Attachment[]> {
  return db.select().from(attachment).where(eq(attachment.applicationId, applicationId))
}

type Erased = { history: HistoryRow[]; attachments: Attachment[] }

/**
 * Of a locked case. It belongs to nobody from then on. Gives what was erased, so that a digest can be kept. Throws
 * Conflict where the history does not fit its digests: somebody looks at that first.
 */
export async function eraseCase(
  tx: Transaction,
  id: string,
  { answers, at }: { answers: Answers; at: Date },
): Promise<Erased> {
  const rows = await eraseHistoryData(tx, id, at)
  await tx.delete(identityIndex).where(eq(identityIndex.applicationId, id))
  await tx.delete(call).where(eq(call.applicationId, id))
  const attachments = await tx.delete(attachment).where(eq(attachment.applicationId, id)).returning()
  const nobody = { applicantId: randomUUID(), holder: '', summary: '', place: '', prefilledFrom: null }
  await tx
    .update(application)
    .set({ ...nobody, answers, disposedAt: at })
    .where(and(eq(application.id, id), isNull(application.disposedAt)))
  return { history: rows, attachments }
}

/** Takes these fields out of a locked case. */
export async function eraseFields(
  tx: Transaction,
  { id, answers }: Pick<Application, 'id' | 'answers'>,
  fields: readonly string[],
): Promise<Attachment[]> {
  const kept = Object.fromEntries(Object.entries(answers).filter(([field]) => !fields.includes(field)))
  await tx.update(application).set({ answers: kept }).where(eq(application.id, id))
  const named = [...fields]
  await tx
    .delete(identityIndex)
    .where(and(eq(identityIndex.applicationId, id), inArray(identityIndex.fieldId, named)))
  return tx
    .delete(attachment)
    .where(and(eq(attachment.applicationId, id), inArray(attachment.fieldId, named)))
    .returning()
}

async function eraseHistoryData(tx: Transaction, applicationId: string, at: Date): Promise<HistoryRow[]> {
  const rows = await listHistory(tx, applicationId)
  if (brokenEntry(applicationId, rows) !== undefined) throw new Conflict('history_broken')
  for (const { id, data, dataHash, salt, erasedAt, digest } of withoutData(applicationId, rows, at))
    await tx.update(history).set({ data, dataHash, salt, erasedAt, digest }).where(eq(history.id, id))
  return rows
}
