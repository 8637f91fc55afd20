import { randomUUID } from 'node:crypto'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Ids come from addresses that people may change: what is no UUID is simply not found. */
export const isUuid = (text: string): boolean => UUID.test(text)

/**
 * A UUID that begins with the time (version 7, RFC 9562): rows that come one after the other stand side by side in the
 * index, which makes the webhook cheaper. PostgreSQL makes such ids itself only from version 18.
 */
export function timeOrderedUuid(now: Date): string {
  const time = now.getTime().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}
