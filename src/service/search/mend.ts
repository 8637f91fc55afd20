/**
 * Slips of the finger in long words: เอกสสาร, ค่าธรรมเนีบม, docuemnts. A stretch of the text that differs from one of
 * the words by a letter, in words of nine or more by two, is read as that word. Pure.
 */
import { atOnce, type Slices } from './slices.ts'
import { wordsOf } from './words.ts'

export type Speller = { words: readonly SpelledWord[]; byPair: ReadonlyMap<string, readonly number[]> }
type SpelledWord = { letters: string; word: string; slips: number }

/** In shorter words one other letter is often another word. */
const SHORTEST = 6
const LONG = 9

/** At once, where the vocabulary is small. */
export const spellerOf = (vocabulary: Iterable<string>): Speller => atOnce(spelling(vocabulary))

export function* spelling(vocabulary: Iterable<string>): Slices<Speller> {
  const words: SpelledWord[] = []
  const byPair = new Map<string, number[]>()
  for (const word of new Set(vocabulary)) {
    const { letters } = lettersOf(word)
    if (letters.length < SHORTEST || /\P{L}/u.test(letters.replace(/\p{M}/gu, ''))) continue
    for (const pair of new Set(pairsOf(letters))) {
      const having = byPair.get(pair)
      if (having) having.push(words.length)
      else byPair.set(pair, [words.length])
    }
    words.push({ letters, word, slips: letters.length < LONG ? 1 : 2 })
    yield
  }
  return { words, byPair }
}

/** The text with its unknown words spelled right, where a word of the vocabulary is near. */
export function mend(text: string, speller: Speller, isKnown: (text: string) => boolean): string {
  const words = wordsOf(text).map((word) => ({ word, known: !LETTER.test(word) || isKnown(word) }))
  let mended = ''
  for (let at = 0; at < words.length; ) {
    // Slips break a word into pieces, of which some happen to be words: pieces in a row are looked at together.
    const end = words.findIndex((each, index) => index >= at && !isLoose(each))
    const pieces = words.slice(at, end < 0 ? words.length : end)
    const stretch = pieces.map(({ word }) => word).join('')
    mended += isKnown(stretch) ? stretch : mendStretch(pieces, speller)
    at += pieces.length
    if (pieces.length === 0) mended += words[at++]?.word ?? ''
  }
  return mended
}

type Piece = { word: string; known: boolean }

const LETTER = /[ก-๎a-z]/i
/** Unknown, or so short that it may be a piece. */
const PIECE = 4
const isLoose = ({ word, known }: Piece) => LETTER.test(word) && (!known || word.length <= PIECE)

function mendStretch(pieces: Piece[], { words, byPair }: Speller): string {
  const stretch = pieces.map(({ word }) => word).join('')
  const { letters, at } = lettersOf(stretch)
  const shared = new Map<number, number>()
  for (const pair of new Set(pairsOf(letters)))
    for (const word of byPair.get(pair) ?? []) shared.set(word, (shared.get(word) ?? 0) + 1)
  const near = [...shared].flatMap(([index, count]) => {
    const spelled = words[index]
    // A slip spoils at most two of a word's pairs.
    if (!spelled || count < spelled.letters.length - 1 - 2 * spelled.slips) return []
    const { start, end, slips } = nearestStretch(spelled.letters, letters)
    const found = { from: at[start] ?? 0, to: at[end] ?? stretch.length, slips, word: spelled.word }
    return slips <= spelled.slips && holdsUnknown(pieces, found) ? [found] : []
  })
  const [best] = near.sort((a, b) => a.slips - b.slips || b.word.length - a.word.length)
  // Spelled right, with something more behind it: it will be found as it is.
  if (!best || best.slips === 0) return stretch
  return stretch.slice(0, best.from) + best.word + stretch.slice(best.to)
}

function holdsUnknown(pieces: Piece[], { from, to }: { from: number; to: number }): boolean {
  let start = 0
  return pieces.some(({ word, known }) => {
    const begun = start
    start += word.length
    return !known && begun < to && start > from
  })
}

/** Without tone marks, letters of one sound as one; `at` is where each stands, and where the text ends. */
function lettersOf(text: string): { letters: string; at: number[] } {
  const kept = [...text.toLowerCase()].flatMap((letter, at) =>
    /[็-๎ๆฯ]/.test(letter) ? [] : [{ letter: ALIKE.get(letter) ?? letter, at }],
  )
  return {
    letters: kept.map(({ letter }) => letter).join(''),
    at: [...kept.map(({ at }) => at), text.length],
  }
}

const ALIKE = new Map(
  ['ขคฆ', 'ฉชฌ', 'ซศษส', 'ญย', 'ฎด', 'ฏต', 'ฐฑฒถทธ', 'ณน', 'ผพภ', 'ฝฟ', 'รลฬ', 'ใไ'].flatMap((group) =>
    Array.from(group, (letter) => [letter, group[0] ?? letter] as const),
  ),
)

const pairsOf = (letters: string) =>
  Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2))

type Match = { start: number; end: number; slips: number }

/** Where a way began; one that costs more began nowhere. */
const begun = (more: number, start = 0) => (more === 0 ? start : Number.POSITIVE_INFINITY)

/** The stretch of the text nearest to the word, by insertions, deletions and other letters (Sellers 1980). */
function nearestStretch(word: string, text: string): Match {
  const width = text.length + 1
  // Plain loops over typed arrays: this is run for every word that comes near.
  let [costs, above] = [new Uint16Array(width), new Uint16Array(width)]
  let [starts, from] = [Uint16Array.from({ length: width }, (_, at) => at), new Uint16Array(width)]
  for (let row = 1; row <= word.length; row++) {
    ;[costs, above, starts, from] = [above, costs, from, starts]
    costs[0] = row
    starts[0] = 0
    for (let at = 1; at < width; at++) {
      const other = (above[at - 1] ?? 0) + (word[row - 1] === text[at - 1] ? 0 : 1)
      const missing = (above[at] ?? 0) + 1
      const extra = (costs[at - 1] ?? 0) + 1
      const least = Math.min(other, missing, extra)
      costs[at] = least
      starts[at] = Math.min(
        begun(other - least, from[at - 1]),
        begun(missing - least, from[at]),
        begun(extra - least, starts[at - 1]),
      )
    }
  }
  const slips = costs.reduce((a, b) => Math.min(a, b))
  const end = costs.lastIndexOf(slips)
  return { start: starts[end] ?? 0, end, slips }
}
