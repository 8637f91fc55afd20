import { randomBytes } from 'node:crypto'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Ids come from addresses that people may change: what is no UUID is simply not found. */
export const isUuid = (text: string): boolean => UUID.test(text)

/**
 * A UUID that begins with the time (version 7, RFC 9562): rows that come one after the other stand side by side in the
 * index, which makes the webhook cheaper. PostgreSQL makes such ids itself only from version 18.
 */
export function timeOrderedUuid(now: Date): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now.getTime(), 0, 6)
  bytes.writeUInt8(0x70 | (bytes.readUInt8(6) & 0x0f), 6)
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
