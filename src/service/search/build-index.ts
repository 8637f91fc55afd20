/** The index of a search: made once, never changed. Pure. */
import { COMMON, EVERYDAY, STANDARD } from './common-words.ts'
import { type Features, featuresOf } from './features.ts'
import { type Speller, spellerOf } from './mend.ts'
import { normalise } from './normalise.ts'
import { type Dictionary, dictionaryOf } from './segment.ts'
import { wordsOf } from './words.ts'

/**
 * Something that can be found: `texts` are the question and its other wordings, in any language; `told` is what it
 * answers, whose words are known but not looked for.
 */
export type Entry = { id: string; texts: readonly string[]; told?: readonly string[] }

/** A feature's rarity, the texts it stands in with its weight there, and the entries these belong to. */
export type Posting = { rarity: number; texts: Uint32Array; weights: Float32Array; entries: Uint32Array }
export type Index = {
  readonly ids: readonly string[]
  readonly dictionary: Dictionary
  readonly speller: Speller
  readonly postings: ReadonlyMap<string, Posting>
  /** By text: which entry it belongs to, and the sum of its weights. */
  readonly entryOf: Uint32Array
  readonly sizes: Float32Array
  /** The rarity of what no entry has. */
  readonly rarest: number
}

/** `about`: the names of the thing that all entries are about; by them a question is known to belong here. */
export function buildIndex(entries: readonly Entry[], about: readonly string[] = []): Index {
  const own = wordsIn(about)
  for (const word of COMMON) own.delete(word)
  const known = [...COMMON, ...EVERYDAY, ...STANDARD.keys(), ...STANDARD.values(), ...own]
  const dictionary = dictionaryOf(
    new Set([...known, ...wordsIn(entries.flatMap(({ texts, told = [] }) => [...texts, ...told]))]),
    own,
  )
  const texts = entries.flatMap((entry, at) =>
    [...new Set(entry.texts)].map((text) => ({ entry: at, features: featuresOf(text, dictionary) })),
  )
  const postings = postingsOf(texts, entries.length)
  return {
    ids: entries.map(({ id }) => id),
    dictionary,
    speller: spellerOf(entries.flatMap(({ texts }) => [...texts.filter(isTerm), ...texts.flatMap(wordsOf)])),
    postings,
    entryOf: Uint32Array.from(texts, ({ entry }) => entry),
    sizes: Float32Array.from(texts, ({ features }) => sizeOf(features, postings)),
    rarest: rarityOf(0, entries.length),
  }
}

/** A wording that is one long word may be broken into short ones by the library. */
const isTerm = (text: string) => text.length <= 12 && !/[^ก-๎]/.test(text)

/** As they sound. */
function wordsIn(texts: readonly string[]): Set<string> {
  const words = new Set<string>()
  for (const text of new Set(texts))
    for (const word of wordsOf(text))
      for (const { text: sound } of normalise(word)) if (sound.length > 1) words.add(sound)
  return words
}

type IndexedText = { entry: number; features: Features }

function postingsOf(texts: IndexedText[], entryCount: number): Map<string, Posting> {
  const found = new Map<string, { texts: number[]; says: number[]; entries: Set<number> }>()
  for (const [at, { entry, features }] of texts.entries())
    for (const [feature, says] of features) {
      const list = found.get(feature) ?? { texts: [], says: [], entries: new Set() }
      list.texts.push(at)
      list.says.push(says)
      list.entries.add(entry)
      found.set(feature, list)
    }
  return new Map(
    [...found].map(([feature, list]) => {
      const rarity = rarityOf(list.entries.size, entryCount)
      const weights = Float32Array.from(list.says, (says) => says * rarity)
      return [
        feature,
        { rarity, weights, texts: Uint32Array.from(list.texts), entries: Uint32Array.from(list.entries) },
      ]
    }),
  )
}

/** As in BM25: what stands in few entries tells them apart (Robertson and Zaragoza 2009, section 3.1). */
const rarityOf = (inEntries: number, entries: number) =>
  Math.log(1 + (entries - inEntries + 0.5) / (inEntries + 0.5))

function sizeOf(features: Features, postings: Map<string, Posting>): number {
  let size = 0
  for (const [feature, says] of features) size += says * (postings.get(feature)?.rarity ?? 0)
  return size
}
