import { and, asc, eq, gt, isNull, lt } from 'drizzle-orm'
import type { Db, Transaction } from '../db/client.ts'
import { type IssuedDocument, issuedDocument } from './table.ts'

/** Documents issued before this moment whose file is still there; after the one `after`, by id. */
export async function listOldDocuments(
  db: Db,
  { before, after, limit }: { before: Date; after?: string; limit: number },
): Promise<IssuedDocument[]> {
  return db
    .select()
    .from(issuedDocument)
    .where(
      and(
        isNull(issuedDocument.erasedAt),
        lt(issuedDocument.issuedAt, before),
        after ? gt(issuedDocument.id, after) : undefined,
      ),
    )
    .orderBy(asc(issuedDocument.id))
    .limit(limit)
}

/** From now on nobody is given the file; its code still answers. Undefined when it was so already. */
export async function markDocumentErased(
  tx: Transaction,
  id: string,
  at: Date,
): Promise<IssuedDocument | undefined> {
  const [row] = await tx
    .update(issuedDocument)
    .set({ erasedAt: at })
    .where(and(eq(issuedDocument.id, id), isNull(issuedDocument.erasedAt)))
    .returning()
  return row
}
