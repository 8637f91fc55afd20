/** Thai without spaces, cut into the words of a small dictionary; what is no word stays in one piece. Pure. */
export type Dictionary = {
  words: ReadonlySet<string>
  longest: number
  /** The words for what everything is about. */
  own: ReadonlySet<string>
}
export type Piece = { text: string; known: boolean }

export function dictionaryOf(words: ReadonlySet<string>, own: ReadonlySet<string>): Dictionary {
  let longest = 0
  for (const { length } of words) longest = Math.max(longest, length)
  return { words, longest, own }
}

/** Maximal matching: as few letters outside the dictionary as can be, then as few words as can be. */
export function segment(run: string, { words, longest }: Dictionary): Piece[] {
  // For every end: the least cost to get there, and where its last piece begins. A word costs 1, a loose letter 100.
  const cost = [0]
  const from = [0]
  for (let end = 1; end <= run.length; end++) {
    cost[end] = (cost[end - 1] ?? 0) + LOOSE
    from[end] = end - 1
    if (!isBoundary(run, end)) continue
    for (let start = Math.max(0, end - longest); start < end - 1; start++) {
      const through = (cost[start] ?? 0) + 1
      if (through >= (cost[end] ?? 0) || !isBoundary(run, start)) continue
      if (!words.has(run.slice(start, end))) continue
      cost[end] = through
      from[end] = start
    }
  }
  return joined(run, from)
}

const LOOSE = 100

/** No word begins with a sign that belongs to the letter before it, or ends with a vowel that is written first. */
const isBoundary = (run: string, at: number) =>
  at === 0 || at === run.length || !(/[ะ-ฺ]/.test(run[at] ?? '') || /[เ-ไ]/.test(run[at - 1] ?? ''))

function joined(run: string, from: number[]): Piece[] {
  const pieces: Piece[] = []
  for (let end = run.length; end > 0; end = from[end] ?? 0) {
    const start = from[end] ?? 0
    const known = end - start > 1
    const [next] = pieces
    if (next && !known && !next.known) next.text = run.slice(start, end) + next.text
    else pieces.unshift({ text: run.slice(start, end), known })
  }
  return pieces
}
