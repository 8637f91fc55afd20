/**
 * What was worked out about a text stays true for the next index, unless a word came or went that stands in it: after
 * one more question only that one is worked out anew. Pure but for what it remembers.
 */
import { type Features, featuresOf } from './features.ts'
import { normalise } from './normalise.ts'
import type { Dictionary } from './segment.ts'
import { wordsOf } from './words.ts'

/** The words of a text, by the library, once. */
export function wordCutter(before: ReadonlyMap<string, readonly string[]> = new Map()) {
  const known = new Map<string, readonly string[]>()
  return {
    known,
    wordsOf(text: string): readonly string[] {
      const words = known.get(text) ?? before.get(text) ?? wordsOf(text)
      known.set(text, words)
      return words
    },
  }
}

/** `sounds`: its runs as they sound, in which a word that came or went is looked for. */
export type WorkedText = { features: Features; sounds: string }
type Before = { dictionary: Dictionary; worked: { features: ReadonlyMap<string, WorkedText> } }

/** With more changed words than this everything is worked out anew: to look for them takes as long. */
const MOST_CHANGED = 40

/** The features of a text, once. */
export function featuresOnce(dictionary: Dictionary, before?: Before) {
  const known = new Map<string, WorkedText>()
  const changed = before && changedWords(before.dictionary, dictionary)
  const kept = (text: string) => {
    const worked = changed && before?.worked.features.get(text)
    return worked && !changed.some((word) => worked.sounds.includes(word)) ? worked : undefined
  }
  const workedOut = (text: string) => ({
    features: featuresOf(text, dictionary),
    sounds: normalise(text)
      .map((run) => run.text)
      .join(' '),
  })
  return {
    known,
    of(text: string): Features {
      const worked = known.get(text) ?? kept(text) ?? workedOut(text)
      known.set(text, worked)
      return worked.features
    },
  }
}

/** Undefined: so many that nothing is taken over. */
function changedWords(before: Dictionary, now: Dictionary): string[] | undefined {
  const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
    a.size === b.size && [...a].every((word) => b.has(word))
  if (!isSame(before.own, now.own)) return undefined
  const changed = [
    ...[...now.words].filter((word) => !before.words.has(word)),
    ...[...before.words].filter((word) => !now.words.has(word)),
  ]
  return changed.length > MOST_CHANGED ? undefined : changed
}
