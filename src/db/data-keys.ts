import { inArray } from 'drizzle-orm'
import type { Db } from './client.ts'
import { openText, sealText } from './envelope.ts'
import type { Keyring } from './keyring.ts'
import { dataKey } from './table.ts'

const PROVED = 'this key opens what is stored here'

/**
 * Throws an Error that names every key under which something is stored here and which is missing from the keyring, or
 * stands in it with other bytes. Notes the current one.
 */
export async function checkDataKeys(db: Db, keyring: Keyring, now: Date): Promise<void> {
  const faults = (await db.select().from(dataKey)).flatMap(({ id, proof }) => {
    if (!keyring.keys.has(id)) return [`key "${id}" is missing`]
    return proves(proof, keyring) ? [] : [`key "${id}" is not the one that was used here`]
  })
  if (faults.length > 0)
    throw new Error(`Personal data in this database cannot be read with the keys given: ${faults.join('; ')}`)
  const { current: id } = keyring
  const proof = sealText(PROVED, 'data_key.proof', keyring)
  await db.insert(dataKey).values({ id, proof, since: now }).onConflictDoNothing()
}

/** Nothing is stored under these any more: a start without them is right. */
export async function forgetDataKeys(db: Db, ids: string[]): Promise<void> {
  if (ids.length > 0) await db.delete(dataKey).where(inArray(dataKey.id, ids))
}

function proves(proof: string, keyring: Keyring): boolean {
  try {
    return openText(proof, 'data_key.proof', keyring) === PROVED
  } catch {
    return false
  }
}
