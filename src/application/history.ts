/**
 * What happened to a case, as a chain: each entry's digest covers its content and the digest before it, so that a
 * changed or removed entry shows. Of what was said it covers a salted hash: when the words and the salt are erased the
 * chain still fits, and nobody can try out what the words were. Pure.
 */
import { createHash, randomBytes } from 'node:crypto'

type HistoryEntry = {
  seq: number
  at: Date
  actor: string
  event: string
  data: Record<string, unknown>
  /** Absent from what an earlier version wrote: there the digest covers the data themselves. */
  dataHash?: string | null
}
type StoredEntry = HistoryEntry & { digest: string; salt?: string | null; erasedAt?: Date | null }

/** The entry with the hash that its digest covers. */
export function salted<E extends HistoryEntry>(entry: E): E & { dataHash: string; salt: string } {
  const salt = randomBytes(16).toString('base64url')
  return { ...entry, salt, dataHash: saltedHash(salt, entry.data) }
}

const saltedHash = (salt: string, data: unknown): string =>
  createHash('sha256')
    .update(`${salt}\n${canonical(data)}`)
    .digest('hex')

/** The digest of an entry after the entry with `previous` ('' for the first). */
export function historyDigest(previous: string, applicationId: string, entry: HistoryEntry): string {
  const content = [
    applicationId,
    entry.seq,
    entry.at.toISOString(),
    entry.actor,
    entry.event,
    entry.dataHash ?? canonical(entry.data),
  ]
  return createHash('sha256')
    .update(`${previous}\n${content.join('\n')}`)
    .digest('hex')
}

/** The first entry whose digest does not fit, or undefined when the chain is whole. */
export function brokenEntry(applicationId: string, rows: StoredEntry[]): number | undefined {
  let previous = ''
  for (const [index, row] of rows.entries()) {
    const inOrder = row.seq === index + 1 && row.digest === historyDigest(previous, applicationId, row)
    if (!inOrder || !isItself(row)) return index + 1
    previous = row.digest
  }
  return undefined
}

/** Whether the data are those that were hashed. Erased ones are none at all. */
function isItself({ data, dataHash, salt, erasedAt }: StoredEntry): boolean {
  if (erasedAt) return salt === null && Boolean(dataHash) && Object.keys(data).length === 0
  return !dataHash || (Boolean(salt) && dataHash === saltedHash(salt ?? '', data))
}

/** The same history without what was said. One that an earlier version wrote is chained anew on the way. */
export function withoutData<E extends StoredEntry>(
  applicationId: string,
  rows: readonly E[],
  at: Date,
): (E & { digest: string })[] {
  let previous = ''
  return rows.map((row) => {
    const hashed = row.dataHash ? row : salted(row)
    previous = historyDigest(previous, applicationId, hashed)
    return { ...hashed, data: {}, salt: null, erasedAt: row.erasedAt ?? at, digest: previous }
  })
}

/** JSON with sorted keys: the database does not keep their order. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`)
    .join(',')}}`
}
