import { and, asc, eq, gt, isNotNull, notInArray } from 'drizzle-orm'
import { identityIndexOf } from '../proof/store.ts'
import { proof } from '../proof/table.ts'
import { ROWS_A_BATCH, type Rotation } from './rotate-index.ts'

/** Proofs whose number is indexed under an earlier key; the row does not say which, so each is worked out again. */
export async function rotateProofs(
  { db, batch: limit = ROWS_A_BATCH, tell, signal }: Rotation,
  unreadable: string[],
): Promise<number> {
  let indexed = 0
  let after: string | undefined
  do {
    signal?.throwIfAborted()
    const rows = await db.transaction(async (tx) => {
      const locked = await tx
        .select({ id: proof.id, subject: proof.subject, identityIndex: proof.identityIndex })
        .from(proof)
        .where(
          and(
            isNotNull(proof.identityIndex),
            after === undefined ? undefined : gt(proof.id, after),
            unreadable.length > 0 ? notInArray(proof.id, unreadable) : undefined,
          ),
        )
        .orderBy(asc(proof.id))
        .limit(limit)
        .for('no key update', { skipLocked: true })
      for (const { id, subject, identityIndex: before } of locked) {
        const identityIndex = subject.idNumber ? identityIndexOf(subject.idNumber) : before
        if (identityIndex === before) continue
        await tx.update(proof).set({ identityIndex }).where(eq(proof.id, id))
        indexed += 1
      }
      return locked
    })
    after = rows.length === limit ? rows.at(-1)?.id : undefined
    if (indexed > 0) tell?.({ what: 'proof.identity_index', done: indexed })
  } while (after !== undefined)
  return indexed
}
