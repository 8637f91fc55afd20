/** What of a text is compared: its words where the dictionary knows them, and its groups of 2–4 letters. Pure. */
import { COMMON, EVERYDAY, STANDARD } from './common-words.ts'
import { latinMeanings, meaningOf } from './meanings.ts'
import { normalise } from './normalise.ts'
import { type Dictionary, type Piece, segment } from './segment.ts'

/** Each feature once, with how much it says: letters of common words say little. */
export type Features = ReadonlyMap<string, number>

const SIZES = [2, 3, 4]
/** A whole word says as much as so many groups of letters; a common word keeps this little. */
const WORD = 3
const FAINT = 0.1
const OWN = 0.2
const USUAL = 0.7
/** What a word means says this much, besides the word itself. */
const MEANING = 4.5

export function featuresOf(text: string, dictionary: Dictionary): Features {
  const features = new Map<string, number>()
  const keep = (feature: string, says: number) =>
    features.set(feature, Math.max(says, features.get(feature) ?? 0))
  const weigh = (word: string) => weightOf(word, dictionary)
  const runs = normalise(text)
  const latin = runs.flatMap(({ script, text: run }) => (script === 'latin' ? [run] : []))
  for (const meaning of latinMeanings(latin)) keep(`#${meaning}`, MEANING)
  for (const { script, text: run } of runs) {
    const pieces = script === 'thai' ? segment(run, dictionary).map(standard) : [latinPiece(run, dictionary)]
    for (const { text: piece, known } of pieces) {
      if (known) keep(`=${piece}`, WORD * weigh(piece))
      const meaning = meaningOf(piece)
      if (meaning) keep(`#${meaning}`, MEANING)
    }
    if (script === 'thai') thaiGroups(pieces, weigh, keep)
    else latinGroups(run, weigh, keep)
  }
  return features
}

function weightOf(word: string, { own }: Dictionary): number {
  if (COMMON.has(word)) return FAINT
  if (own.has(word)) return OWN
  return EVERYDAY.has(word) ? USUAL : 1
}

type Weigh = (word: string) => number
type Keep = (feature: string, says: number) => void

const standard = (piece: Piece): Piece => ({ ...piece, text: STANDARD.get(piece.text) ?? piece.text })
const latinPiece = (text: string, { words }: Dictionary): Piece => ({ text, known: words.has(text) })

/** Groups run across words, because a typing slip moves the borders; each says what its letters say on average. */
function thaiGroups(pieces: Piece[], weigh: Weigh, keep: Keep): void {
  const run = pieces.map(({ text }) => text).join('')
  // Sums up to each letter: what a group says is the difference of two.
  const sums = [0]
  for (const { text } of pieces) {
    const says = weigh(text)
    for (let at = 0; at < text.length; at++) sums.push((sums.at(-1) ?? 0) + says)
  }
  for (const size of SIZES)
    for (let at = 0; at + size <= run.length; at++) {
      keep(run.slice(at, at + size), ((sums[at + size] ?? 0) - (sums[at] ?? 0)) / size)
    }
}

/** Within the word, its edges counted too. */
function latinGroups(word: string, weigh: Weigh, keep: Keep): void {
  const edged = `^${word}$`
  const much = weigh(word) * 0.6
  for (const size of SIZES)
    for (let at = 0; at + size <= edged.length; at++) keep(edged.slice(at, at + size), much)
}
