/** The index of a search: made once, never changed. Pure. */
import { COMMON, EVERYDAY, STANDARD } from './common-words.ts'
import type { Features } from './features.ts'
import { MEANT_WORDS } from './meanings.ts'
import { type Speller, spelling } from './mend.ts'
import { normalise } from './normalise.ts'
import { type Dictionary, dictionaryOf } from './segment.ts'
import { atOnce, inSlices, type Slices } from './slices.ts'
import { featuresOnce, type WorkedText, wordCutter } from './worked.ts'

/**
 * Something that can be found: `texts` are the question and its other wordings, in any language; `told` is what it
 * answers, whose words are known but not looked for. The words of what `isStrange` are not taken for known ones.
 */
export type Entry = { id: string; texts: readonly string[]; told?: readonly string[]; isStrange?: boolean }

/** A feature's rarity, the texts it stands in with its weight there, and the entries these belong to. */
export type Posting = { rarity: number; texts: Uint32Array; weights: Float32Array; entries: Uint32Array }
export type Index = {
  readonly ids: readonly string[]
  /** By entry: whether it is about something else than the others. */
  readonly isStrange: Uint8Array
  readonly dictionary: Dictionary
  readonly speller: Speller
  readonly postings: ReadonlyMap<string, Posting>
  /** By text: which entry it belongs to, and the sum of its weights. */
  readonly entryOf: Uint32Array
  readonly sizes: Float32Array
  /** The rarity of what no entry has. */
  readonly rarest: number
  /** What was worked out about each text, for the next index: most of its texts are the same. */
  readonly worked: Worked
}

type Worked = {
  readonly features: ReadonlyMap<string, WorkedText>
  readonly words: ReadonlyMap<string, readonly string[]>
}

/** `about`: the names of the thing that all entries are about; by them a question is known to belong here. */
export function buildIndex(entries: readonly Entry[], about: readonly string[] = [], before?: Index): Index {
  return atOnce(indexing(entries, { about, before }))
}

/** The same, for thousands of entries, while others have their turn in between. */
export function buildIndexInSlices(
  entries: readonly Entry[],
  about: readonly string[] = [],
  before?: Index,
): Promise<Index> {
  return inSlices(indexing(entries, { about, before }))
}

type Made = { about: readonly string[]; before?: Index }

function* indexing(entries: readonly Entry[], { about, before }: Made): Slices<Index> {
  const cut = wordCutter(before?.worked.words)
  const own = yield* wordsIn(about, cut.wordsOf)
  for (const word of COMMON) own.delete(word)
  const known = [...MEANT_WORDS, ...COMMON, ...EVERYDAY, ...STANDARD.keys(), ...STANDARD.values(), ...own]
  const familiar = entries.filter(({ isStrange }) => !isStrange)
  const words = yield* wordsIn(
    familiar.flatMap(({ texts, told = [] }) => [...texts, ...told]),
    cut.wordsOf,
  )
  for (const word of known) words.add(word)
  const dictionary = dictionaryOf(words, own)
  const features = featuresOnce(dictionary, before)
  const texts = yield* featuresIn(entries, features.of)
  const postings = yield* postingsOf(texts, entries.length)
  const sizes = new Float32Array(texts.length)
  for (const [at, { features }] of texts.entries()) {
    sizes[at] = sizeOf(features, postings)
    yield
  }
  return {
    ids: entries.map(({ id }) => id),
    isStrange: Uint8Array.from(entries, (entry) => Number(entry.isStrange ?? false)),
    dictionary,
    speller: yield* spelling(yield* spellingsOf(entries, cut.wordsOf)),
    postings,
    entryOf: Uint32Array.from(texts, ({ entry }) => entry),
    sizes,
    rarest: rarityOf(0, entries.length),
    worked: { features: features.known, words: cut.known },
  }
}

function* featuresIn(entries: readonly Entry[], of: (text: string) => Features): Slices<IndexedText[]> {
  const texts: IndexedText[] = []
  for (const [at, entry] of entries.entries())
    for (const text of new Set(entry.texts)) {
      texts.push({ entry: at, features: of(text) })
      yield
    }
  return texts
}

type Cut = (text: string) => readonly string[]

function* spellingsOf(entries: readonly Entry[], cut: Cut): Slices<Set<string>> {
  const spellings = new Set<string>()
  for (const { texts } of entries)
    for (const text of texts) {
      if (isTerm(text)) spellings.add(text)
      for (const word of cut(text)) spellings.add(word)
      yield
    }
  return spellings
}

/** A wording that is one long word may be broken into short ones by the library. */
const isTerm = (text: string) => text.length <= 12 && !/[^ก-๎]/.test(text)

/** As they sound. */
function* wordsIn(texts: readonly string[], cut: Cut): Slices<Set<string>> {
  const spelled = new Set<string>()
  const words = new Set<string>()
  for (const text of new Set(texts)) {
    for (const word of cut(text)) {
      if (spelled.has(word)) continue
      spelled.add(word)
      for (const { text: sound } of normalise(word)) if (sound.length > 1) words.add(sound)
    }
    yield
  }
  return words
}

type IndexedText = { entry: number; features: Features }

function* postingsOf(texts: IndexedText[], entryCount: number): Slices<Map<string, Posting>> {
  const found = new Map<string, { texts: number[]; says: number[]; entries: number[] }>()
  for (const [at, { entry, features }] of texts.entries()) {
    for (const [feature, says] of features) {
      const list = found.get(feature) ?? { texts: [], says: [], entries: [] }
      if (list.texts.length === 0) found.set(feature, list)
      list.texts.push(at)
      list.says.push(says)
      // The texts come entry by entry.
      if (list.entries.at(-1) !== entry) list.entries.push(entry)
    }
    yield
  }
  const postings = new Map<string, Posting>()
  for (const [feature, list] of found) {
    const rarity = rarityOf(list.entries.length, entryCount)
    const weights = Float32Array.from(list.says, (says) => says * rarity)
    const entries = Uint32Array.from(list.entries)
    postings.set(feature, { rarity, weights, texts: Uint32Array.from(list.texts), entries })
    yield
  }
  return postings
}

/** As in BM25: what stands in few entries tells them apart (Robertson and Zaragoza 2009, section 3.1). */
const rarityOf = (inEntries: number, entries: number) =>
  Math.log(1 + (entries - inEntries + 0.5) / (inEntries + 0.5))

function sizeOf(features: Features, postings: Map<string, Posting>): number {
  let size = 0
  for (const [feature, says] of features) size += says * (postings.get(feature)?.rarity ?? 0)
  return size
}
