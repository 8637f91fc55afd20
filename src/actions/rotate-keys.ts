import * as applicant from '../applicant/table.ts'
import * as application from '../application/table.ts'
import type { Database } from '../db/client.ts'
import { countByKey, resealBatch, type SealedTable, sealedTablesIn } from '../db/reseal.ts'
import * as licence from '../licence/table.ts'
import * as mandate from '../mandate/table.ts'
import * as messages from '../messages/table.ts'
import * as officer from '../officer/table.ts'
import * as outbox from '../outbox/table.ts'
import * as payment from '../payment/table.ts'
import * as privacy from '../privacy/table.ts'
import * as proof from '../proof/table.ts'
import * as question from '../question/table.ts'
import * as review from '../review/table.ts'
import * as survey from '../survey/table.ts'
import { countIndexKeys, ROWS_A_BATCH, type Rotation, rotateIndex } from './rotate-index.ts'
import { rotateProofs } from './rotate-proofs.ts'

/** The sealed columns of every noun; a test compares them with the folders. */
export const SEALED_TABLES = sealedTablesIn([
  applicant,
  application,
  licence,
  mandate,
  messages,
  officer,
  outbox,
  payment,
  privacy,
  proof,
  question,
  review,
  survey,
])

export type Rotated = {
  resealed: number
  indexed: number
  /** `table id` of rows that no key opens; they stay as they are. */
  unreadable: string[]
}

/**
 * One pass over everything in the database that is not under the current key: sealed columns, then the blind indexes.
 * Rows that somebody is just changing are passed over; repeat it until nothing is left.
 */
export async function rotateKeys(rotation: Rotation): Promise<Rotated> {
  const rotated: Rotated = { resealed: 0, indexed: 0, unreadable: [] }
  for (const table of SEALED_TABLES) {
    const { resealed, unreadable } = await rotateTable(table, rotation)
    rotated.resealed += resealed
    rotated.unreadable.push(...unreadable.map((id) => `${table.name} ${id}`))
    if (table.name === 'application') rotated.indexed += await rotateIndex(rotation, unreadable)
    if (table.name === 'proof') rotated.indexed += await rotateProofs(rotation, unreadable)
  }
  return rotated
}

async function rotateTable(
  table: SealedTable,
  { db, keyring, batch: limit = ROWS_A_BATCH, tell, signal }: Rotation,
): Promise<{ resealed: number; unreadable: string[] }> {
  const unreadable: string[] = []
  let resealed = 0
  let after: string | undefined
  do {
    signal?.throwIfAborted()
    const batch = await resealBatch(db, table, keyring, { after, limit })
    after = batch.after
    resealed += batch.resealed
    unreadable.push(...batch.unreadable)
    if (batch.resealed > 0) tell?.({ what: table.name, done: resealed })
  } while (after !== undefined)
  return { resealed, unreadable }
}

/** How many values are stored under which key, blind indexes among them; `clear` for those of an earlier version. */
export async function countKeys(db: Database): Promise<Map<string, number>> {
  const counts = await countIndexKeys(db)
  for (const table of SEALED_TABLES)
    for (const [key, n] of await countByKey(db, table)) counts.set(key, (counts.get(key) ?? 0) + n)
  return counts
}
