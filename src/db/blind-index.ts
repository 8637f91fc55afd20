import { createHmac } from 'node:crypto'
import type { Keyring } from './keyring.ts'

/**
 * What a sealed value can be found by: HMAC-SHA256 under the key's own index key, 128 bits. Unlike a plain hash it
 * cannot be worked out by trying all numbers, without the key. Whoever looks up asks under every key of the keyring.
 */
export function blindIndex({ keys }: Keyring, keyId: string, parts: readonly string[]): string {
  const key = keys.get(keyId)
  if (!key) throw new Error(`key "${keyId}" is not in the keyring`)
  return createHmac('sha256', key.index)
    .update(parts.join(':'))
    .digest()
    .subarray(0, 16)
    .toString('base64url')
}
