import { and, asc, count, eq, gt, inArray, isNotNull } from 'drizzle-orm'
import { identitiesIn, indexIdentities } from '../application/identities.ts'
import { getDefinition } from '../application/store.ts'
import { application, identityIndex } from '../application/table.ts'
import type { Database, Transaction } from '../db/client.ts'
import type { Keyring } from '../db/keyring.ts'
import type { Definition } from '../service/definition.ts'

export type Rotation = {
  db: Database
  keyring: Keyring
  /** Rows a transaction: so long a writer may have to wait for one of them. */
  batch?: number
  /** Told after every batch how many have been sealed anew. */
  tell?(progress: { what: string; done: number }): void
  /** Asks to stop between two batches: the next run goes on where this one ended. */
  signal?: AbortSignal
}
export const ROWS_A_BATCH = 100

/**
 * Filed cases that are not found under the current key, and those that an earlier version filed without an index.
 * `unreadable` ones are left out.
 */
export async function rotateIndex(
  { db, keyring, batch: limit = ROWS_A_BATCH, tell, signal }: Rotation,
  unreadable: string[],
): Promise<number> {
  const definitions = new Map<string, Definition>()
  let indexed = 0
  let after: string | undefined
  do {
    signal?.throwIfAborted()
    const page = await nextFiled(db, { after, limit })
    const missing = (await unindexed(db, page, keyring.current)).filter((id) => !unreadable.includes(id))
    if (missing.length > 0)
      indexed += await db.transaction(async (tx) => {
        const cases = await lockCases(tx, missing)
        await readDefinitions(tx, cases, definitions)
        const identified = cases.map(({ id, definitionHash, answers }) => {
          const definition = definitions.get(definitionHash)
          return { applicationId: id, identities: definition ? identitiesIn(definition, answers) : [] }
        })
        await indexIdentities(tx, identified)
        return identified.filter(({ identities }) => identities.length > 0).length
      })
    after = page.length === limit ? page.at(-1) : undefined
    if (missing.length > 0) tell?.({ what: 'identity_index', done: indexed })
  } while (after !== undefined)
  return indexed
}

async function nextFiled(
  db: Database,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<string[]> {
  const beyond = after === undefined ? undefined : gt(application.id, after)
  const rows = await db
    .select({ id: application.id })
    .from(application)
    .where(and(isNotNull(application.enteredAt), beyond))
    .orderBy(asc(application.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** Asked for a page at a time: as one query with the cases, PostgreSQL reads the whole index for each page. */
async function unindexed(db: Database, page: string[], current: string): Promise<string[]> {
  const rows = await db
    .select({ id: identityIndex.applicationId })
    .from(identityIndex)
    .where(and(inArray(identityIndex.applicationId, page), eq(identityIndex.keyId, current)))
  const there = new Set(rows.map(({ id }) => id))
  return page.filter((id) => !there.has(id))
}

/** Those that nobody is just changing. */
async function lockCases(tx: Transaction, ids: string[]) {
  return tx
    .select({
      id: application.id,
      definitionHash: application.definitionHash,
      answers: application.answers,
    })
    .from(application)
    .where(inArray(application.id, ids))
    .orderBy(asc(application.id))
    .for('no key update', { skipLocked: true })
}

async function readDefinitions(
  tx: Transaction,
  cases: { definitionHash: string }[],
  known: Map<string, Definition>,
): Promise<void> {
  for (const { definitionHash: hash } of cases)
    if (!known.has(hash)) known.set(hash, await getDefinition(tx, hash))
}

/** How many blind indexes there are under which key. */
export async function countIndexKeys(db: Database): Promise<Map<string, number>> {
  const rows = await db
    .select({ key: identityIndex.keyId, n: count() })
    .from(identityIndex)
    .groupBy(identityIndex.keyId)
  return new Map(rows.map(({ key, n }) => [key, n]))
}
