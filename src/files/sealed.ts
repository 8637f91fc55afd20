import type { FileStore } from '../context.ts'
import { openBytes, sealBytes } from '../db/envelope.ts'
import type { Keyring } from '../db/keyring.ts'

/** Begins every sealed file: a name no JPEG, PNG or PDF begins with, and the version of what follows. */
const MAGIC = Buffer.from('ANUYAT\x00\x01', 'latin1')
/** Of a file's beginning, enough to tell its key. */
export const HEAD_BYTES = MAGIC.length + 1 + 31

/**
 * Files under the keyring: magic, length and id of the key, then iv, ciphertext and tag, bound to the file's own place
 * in the store. What an earlier version stored in clear is read as it is.
 */
export function sealedFiles(store: FileStore, keyring: () => Keyring): FileStore {
  return {
    put: (key, bytes) => store.put(key, sealFile(key, bytes, keyring())),
    get: async (key) => openFile(key, await store.get(key), keyring()),
    remove: (key) => store.remove(key),
  }
}

export function sealFile(place: string, bytes: Buffer, keyring: Keyring): Buffer {
  const id = Buffer.from(keyring.current, 'latin1')
  const head = [MAGIC, Buffer.from([id.length]), id]
  return Buffer.concat([...head, sealBytes(bytes, `file:${place}`, keyring)])
}

export function openFile(place: string, stored: Buffer, keyring: Keyring): Buffer {
  const keyId = fileKeyId(stored)
  if (keyId === undefined) return stored
  const body = stored.subarray(MAGIC.length + 1 + keyId.length)
  return openBytes(body, { bound: `file:${place}`, keyId }, keyring)
}

/** The id of the key that a file, or its beginning, says it is sealed under; undefined for one in clear. */
export function fileKeyId(stored: Buffer): string | undefined {
  if (!stored.subarray(0, MAGIC.length).equals(MAGIC)) return undefined
  const length = stored[MAGIC.length] ?? 0
  return stored.toString('latin1', MAGIC.length + 1, MAGIC.length + 1 + length)
}
