import type { Text } from '../definition.ts'

/** The word among those known that was probably meant; undefined when none is near. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const scored = [...known].map((each) => ({ each, far: distance(word.toLowerCase(), each.toLowerCase()) }))
  const best = scored.sort((a, b) => a.far - b.far)[0]
  return best && best.far <= Math.max(1, Math.floor(Math.max(word.length, best.each.length) / 3))
    ? best.each
    : undefined
}

const MOST_LISTED = 20

/** "Did you mean …", else what may stand here, else `otherwise`. */
export function suggestion(word: string, known: Iterable<string>, otherwise: Text): Text {
  const near = nearest(word, known)
  if (near) return { th: `หมายถึง “${near}” ใช่หรือไม่`, en: `did you mean “${near}”?` }
  const listed = [...known]
  if (listed.length === 0 || listed.length > MOST_LISTED) return otherwise
  return { th: `ใช้ได้: ${listed.join(', ')}`, en: `allowed are ${listed.join(', ')}` }
}

/** Letters to add, leave out, change, or swap with their neighbour. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)]
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= b.length; j++) {
      const changed = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : changed
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, changed, swapped))
    }
  }
  return at(a.length, b.length)
}
