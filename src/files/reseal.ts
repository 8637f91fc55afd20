import type { Keyring } from '../db/keyring.ts'
import { NotFound } from '../errors.ts'
import type { LocalFiles } from './local.ts'
import { fileKeyId, HEAD_BYTES, openFile, sealFile } from './sealed.ts'

type Rotation = {
  keyring: Keyring
  tell?(progress: { what: string; done: number }): void
  signal?: AbortSignal
}
export type ResealedFiles = { resealed: number; unreadable: string[] }

/**
 * One pass over the files that are not under the current key, each replaced whole or not at all. Readers see the old
 * or the new one; a file erased meanwhile stays erased. Broken off, the next run goes on with what is left.
 */
export async function resealFiles(
  store: LocalFiles,
  { keyring, tell, signal }: Rotation,
): Promise<ResealedFiles> {
  const found: ResealedFiles = { resealed: 0, unreadable: [] }
  for await (const key of store.list()) {
    signal?.throwIfAborted()
    const head = await store.head(key, HEAD_BYTES)
    if (!head || fileKeyId(head) === keyring.current) continue
    const bytes = await openStored(store, key, keyring)
    if (bytes === 'unreadable') found.unreadable.push(`file ${key}`)
    if (bytes === 'unreadable' || bytes === 'erased') continue
    if (await store.replace(key, sealFile(key, bytes, keyring))) found.resealed += 1
    if (found.resealed % 100 === 0) tell?.({ what: 'files', done: found.resealed })
  }
  if (found.resealed > 0) tell?.({ what: 'files', done: found.resealed })
  return found
}

/** How many files are stored under which key; `clear` for those of an earlier version. */
export async function countFileKeys(store: LocalFiles): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for await (const key of store.list()) {
    const head = await store.head(key, HEAD_BYTES)
    if (!head) continue
    const keyId = fileKeyId(head) ?? 'clear'
    counts.set(keyId, (counts.get(keyId) ?? 0) + 1)
  }
  return counts
}

async function openStored(
  store: LocalFiles,
  key: string,
  keyring: Keyring,
): Promise<Buffer | 'erased' | 'unreadable'> {
  try {
    return openFile(key, await store.get(key), keyring)
  } catch (error) {
    return error instanceof NotFound ? 'erased' : 'unreadable'
  }
}
