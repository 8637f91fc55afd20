/**
 * The keys under which personal data is stored. Each line of a keyring is one secret under an id; from it come two
 * keys that nobody can work out from each other: one that seals, one that makes blind indexes.
 */
import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'

export type DataKey = { seal: KeyObject; index: KeyObject }
export type Keyring = {
  /** What is written now is written under this key; all others only read. */
  current: string
  keys: ReadonlyMap<string, DataKey>
}

const SECRET_BYTES = 32
const LINE = /^([a-z0-9][a-z0-9-]{0,30}):([A-Za-z0-9+/]{43}=)$/

/**
 * `2026a:<base64 of 32 bytes>`, one a line or with commas between; the first is the current one. Lines that begin with
 * # are notes. Throws an Error that never repeats a secret.
 */
export function parseKeyring(text: string): Keyring {
  const lines = keyLines(text)
  const keys = new Map<string, DataKey>()
  for (const [index, line] of lines.entries()) {
    const [, id, secret] = LINE.exec(line) ?? []
    if (!id || !secret)
      throw new Error(`key ${index + 1} is not written as id:base64 of ${SECRET_BYTES} bytes`)
    if (keys.has(id)) throw new Error(`key "${id}" is there twice`)
    keys.set(id, dataKey(Buffer.from(secret, 'base64')))
  }
  const [current] = keys.keys()
  if (current === undefined) throw new Error('there is no key')
  return { current, keys }
}

/** The lines of a keyring that are keys. */
export function keyLines(text: string): string[] {
  return text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

export const newKeyLine = (id: string): string => `${id}:${randomBytes(SECRET_BYTES).toString('base64')}`

function dataKey(secret: Buffer): DataKey {
  return { seal: derive(secret, 'anuyat sealing'), index: derive(secret, 'anuyat blind index') }
}

// HKDF (RFC 5869): one use of a key must not weaken the other.
const derive = (secret: Buffer, use: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', use, 32)))
