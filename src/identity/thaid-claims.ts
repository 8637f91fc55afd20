/** ThaID's claims as data of ours. Where DOPA has not published a shape, every likely one is read. Pure. */

export type Claims = { [claim: string]: unknown }

export const textIn = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''

/**
 * An ISO day, or undefined: identity cards may name a year alone, or year and month, and write the rest as zeros.
 * A year of the Buddhist era is told by its size.
 */
export function birthDateIn(value: unknown): string | undefined {
  const [, written = '', month = '', day = ''] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(textIn(value)) ?? []
  const year = Number(written) >= 2400 ? Number(written) - 543 : Number(written)
  const iso = `${String(year).padStart(4, '0')}-${month}-${day}`
  const date = new Date(`${iso}T00:00:00Z`)
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) && year > 1800
  return exists ? iso : undefined
}

/**
 * The address as text, whether it came as a text or as an object (OpenID Connect Core 5.1.1: `formatted`, or lines).
 * It stays in ThaID's wording; `raw` keeps what came.
 */
export function addressIn(value: unknown): { text: string; raw: unknown } | undefined {
  const text = wordsIn(value).replace(/\s+/g, ' ').trim()
  return text ? { text, raw: value } : undefined
}

function wordsIn(value: unknown): string {
  if (typeof value !== 'object' || value === null) return textIn(value)
  const formatted = 'formatted' in value ? textIn(value.formatted) : ''
  return formatted || Object.values(value).map(wordsIn).filter(Boolean).join(' ')
}
