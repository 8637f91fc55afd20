import { randomBytes } from 'node:crypto'

/** Ids that look like LINE's. */
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 32 hex digits, as in reply tokens and rich menu ids. */
export const hex32 = () => randomBytes(16).toString('hex')

export const opaqueToken = () => randomBytes(24).toString('base64url')

let lastMessageId = 0n
/** 18 digits, growing. */
export function messageId(): string {
  const byTime = BigInt(Date.now()) * 100_000n
  lastMessageId = byTime > lastMessageId ? byTime : lastMessageId + 1n
  return String(lastMessageId)
}

/** ULID of a webhook event: 48 bits of time and 80 of chance. */
export function ulid(at: Date): string {
  const time = Array.from({ length: 10 }, (_, i) => CROCKFORD[Math.floor(at.getTime() / 32 ** (9 - i)) % 32])
  const chance = Array.from(randomBytes(16), (byte) => CROCKFORD[byte % 32])
  return [...time, ...chance].join('')
}
