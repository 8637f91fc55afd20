/**
 * AES-256-GCM, as text for columns and as bytes for files. What is sealed is bound to its place (`bound`): moved to
 * another column or file, it does not open. No error says anything of the contents.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Keyring } from './keyring.ts'

const PREFIX = 'sealed:v1:'
const IV_BYTES = 12
const TAG_BYTES = 16
const ENVELOPE = /^sealed:v1:([a-z0-9-]+):([\w-]+)$/

export const isEnvelope = (stored: string): boolean => stored.startsWith(PREFIX)

/** What every envelope under this key begins with. */
export const envelopePrefix = (keyId: string): string => `${PREFIX}${keyId}:`

/** `sealed:v1:<key id>:<base64url of iv, ciphertext and tag>`, different each time. */
export function sealText(text: string, bound: string, keyring: Keyring): string {
  const sealed = sealBytes(Buffer.from(text, 'utf8'), bound, keyring)
  return envelopePrefix(keyring.current) + sealed.toString('base64url')
}

/** Throws when the key is not there, or what is stored is not what was sealed for this place. */
export function openText(envelope: string, bound: string, keyring: Keyring): string {
  const [, keyId, body] = ENVELOPE.exec(envelope) ?? []
  if (!keyId || !body) throw new Error(`${bound}: what is stored is no whole envelope`)
  return openBytes(Buffer.from(body, 'base64url'), { bound, keyId }, keyring).toString('utf8')
}

/** iv, ciphertext and tag, under the current key. */
export function sealBytes(bytes: Buffer, bound: string, keyring: Keyring): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyOf(keyring, keyring.current, bound), iv)
  cipher.setAAD(Buffer.from(bound, 'utf8'))
  return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

export function openBytes(
  sealed: Buffer,
  { bound, keyId }: { bound: string; keyId: string },
  keyring: Keyring,
): Buffer {
  const key = keyOf(keyring, keyId, bound)
  if (sealed.length < IV_BYTES + TAG_BYTES) throw new Error(`${bound}: what is stored is cut short`)
  const end = sealed.length - TAG_BYTES
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(Buffer.from(bound, 'utf8')).setAuthTag(sealed.subarray(end))
  const opened = decipher.update(sealed.subarray(IV_BYTES, end))
  try {
    return Buffer.concat([opened, decipher.final()])
  } catch (cause) {
    throw new Error(`${bound}: what is stored was changed, or was sealed for another place`, { cause })
  }
}

function keyOf({ keys }: Keyring, keyId: string, bound: string) {
  const key = keys.get(keyId)
  if (!key) throw new Error(`${bound}: key "${keyId}" is not in the keyring`)
  return key.seal
}
