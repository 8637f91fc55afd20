/**
 * What happened to a case, as a chain: each entry's digest covers its content and the digest before it, so that a
 * changed or removed entry shows. Pure.
 */
import { createHash } from 'node:crypto'

export type HistoryEntry = {
  seq: number
  at: Date
  actor: string
  event: string
  data: Record<string, unknown>
}

/** The digest of an entry after the entry with `previous` ('' for the first). */
export function historyDigest(previous: string, applicationId: string, entry: HistoryEntry): string {
  const content = [
    applicationId,
    entry.seq,
    entry.at.toISOString(),
    entry.actor,
    entry.event,
    canonical(entry.data),
  ]
  return createHash('sha256')
    .update(`${previous}\n${content.join('\n')}`)
    .digest('hex')
}

/** The first entry whose digest does not fit, or undefined when the chain is whole. */
export function brokenEntry(
  applicationId: string,
  rows: (HistoryEntry & { digest: string })[],
): number | undefined {
  let previous = ''
  for (const [index, row] of rows.entries()) {
    if (row.seq !== index + 1 || row.digest !== historyDigest(previous, applicationId, row)) return index + 1
    previous = row.digest
  }
  return undefined
}

/** JSON with sorted keys: the database does not keep their order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`)
    .join(',')}}`
}
