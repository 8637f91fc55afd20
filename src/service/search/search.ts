/**
 * Finds the entry a question means: how much of one of its wordings stands in the question, and how much of the
 * question its wordings account for. What is not found is not guessed. Pure, without any outside service.
 */
import { belongingOf } from './belonging.ts'
import type { Index, Posting } from './build-index.ts'
import { featuresOf } from './features.ts'
import { mend } from './mend.ts'
import { LONGEST, normalise } from './normalise.ts'
import { segment } from './segment.ts'

/** `at`: its place in the index. */
export type Found = { id: string; at: number; score: number }
/** `score` of the answer: how sure it is. */
type LookedUp = { answer: string; score: number } | { didYouMean: string[] } | { unknown: true }

// Weights grow with the number of entries; what is compared with them is told in groups of letters as rare as can be.
/** A short wording needs this much more than itself to be as sure as a long one. */
const EVIDENCE = 3.4
/** What part of the score is the wording's; the rest is the question's. */
const BALANCE = 0.5
/** What no entry speaks of counts this much against them all. */
const FOREIGN = 0.2
/** What a letter of the very thing counts for all entries, and how much more one of something else counts against. */
const LETTER = 0.72
const STRANGE = 7

/** The entries that resemble the question, best first, 0–1; equal scores in the order of the index. */
export function search(index: Index, text: string): Found[] {
  const read = mend(text.slice(0, LONGEST), index.speller, isKnownTo(index))
  const question = featuresOf(read, index.dictionary)
  const { own, strange } = belongingOf(read, index.dictionary)
  const { stands, covers } = emptied(index)
  const letter = LETTER * index.rarest
  const known = own * letter
  let whole = known + strange * letter * STRANGE
  for (const [feature, says] of question) {
    const posting = index.postings.get(feature)
    whole += says * (posting?.rarity ?? index.rarest * FOREIGN)
    if (!posting) continue
    addWeights(stands, posting)
    addSame(covers, posting.entries, says * posting.rarity)
  }
  return ranked(index, bestTexts(index, stands), covers, { known, whole })
}

type Sums = { stands: Float64Array; covers: Float64Array }
const kept = new WeakMap<Index, Sums>()

/** The sums of the last question are overwritten: made anew, they would keep the collector of garbage busy. */
function emptied(index: Index): Sums {
  const sums = kept.get(index) ?? {
    stands: new Float64Array(index.sizes.length),
    covers: new Float64Array(index.ids.length),
  }
  kept.set(index, sums)
  sums.stands.fill(0)
  sums.covers.fill(0)
  return sums
}

// Most of the time goes here: plain loops over typed arrays are several times as fast as iterators.
function addWeights(sums: Float64Array, { texts, weights }: Posting): void {
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at] ?? 0
    sums[text] = (sums[text] ?? 0) + (weights[at] ?? 0)
  }
}

function addSame(sums: Float64Array, entries: Uint32Array, weight: number): void {
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at] ?? 0
    sums[entry] = (sums[entry] ?? 0) + weight
  }
}

/** Letters in words that the index knows nothing of: with many, even a known phrase may be about something else. */
export const strangeLetters = ({ dictionary, speller }: Index, text: string): number =>
  belongingOf(mend(text.slice(0, LONGEST), speller, isKnownTo({ dictionary })), dictionary).strange

/** Made of the dictionary's words, however they are spelled. */
const isKnownTo =
  ({ dictionary }: Pick<Index, 'dictionary'>) =>
  (text: string) =>
    normalise(text).every(({ script, text: sound }) =>
      script === 'thai'
        ? segment(sound, dictionary).every(({ known }) => known)
        : dictionary.words.has(sound) || sound.length < 2,
    )

/** By entry: the part of its best wording that stands in the question. */
function bestTexts({ ids, entryOf, sizes, rarest }: Index, stands: Float64Array): Float64Array {
  const best = new Float64Array(ids.length)
  for (let text = 0; text < sizes.length; text++) {
    const entry = entryOf[text] ?? 0
    const part = (stands[text] ?? 0) / ((sizes[text] ?? 0) + EVIDENCE * rarest)
    if (part > (best[entry] ?? 0)) best[entry] = part
  }
  return best
}

/** As a part of the best. */
const WORTH_TELLING = 0.25

type Parts = { known: number; whole: number }

function ranked(
  { ids, isStrange }: Index,
  best: Float64Array,
  covers: Float64Array,
  { known, whole }: Parts,
): Found[] {
  const found: Found[] = []
  let most = 0
  for (const [at, id] of ids.entries()) {
    const part = best[at] ?? 0
    if (part <= 0) continue
    const covered = (covers[at] ?? 0) + (isStrange[at] ? 0 : known)
    const score = part ** BALANCE * (covered / whole) ** (1 - BALANCE)
    most = Math.max(most, score)
    if (score >= most * WORTH_TELLING) found.push({ id, at, score })
  }
  return found.filter(({ score }) => score >= most * WORTH_TELLING).sort((a, b) => b.score - a.score)
}

/** Sure enough to answer, with this lead over the next; worth asking back; as near to the best as to be asked too. */
const SURE = 0.5
const LEAD = 1.12
/** The lead over what is not known here at all. */
const LEAD_OVER_STRANGE = 1.3
const PERHAPS = 0.38
const NEAR = 0.55
const ASKED_BACK = 3

/** The one entry that is meant; or the two or three that may be; or none. */
export function lookUp(index: Index, text: string): LookedUp {
  const [best, ...rest] = search(index, text)
  if (!best || best.score < PERHAPS) return { unknown: true }
  const isBehind = ({ at, score }: Found) =>
    best.score >= score * (index.isStrange[at] ? LEAD_OVER_STRANGE : LEAD)
  if (best.score >= SURE && rest.slice(0, ASKED_BACK).every(isBehind))
    return { answer: best.id, score: best.score }
  const near = rest.filter(({ score }) => score >= NEAR * best.score).slice(0, ASKED_BACK - 1)
  return { didYouMean: [best, ...near].map(({ id }) => id) }
}
