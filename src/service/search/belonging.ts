/** Whether a question is about what the index is about, by its words alone. Pure. */
import { normalise } from './normalise.ts'
import { type Dictionary, segment } from './segment.ts'
import { wordsOf } from './words.ts'

/** Letters in words for the very thing; letters in words that nothing indexed knows. */
type Belonging = { own: number; strange: number }

export function belongingOf(text: string, dictionary: Dictionary): Belonging {
  const belonging = { own: 0, strange: 0 }
  for (const run of text.split(/\s+/)) {
    let strange = 0
    for (const word of wordsOf(run.replace(PARTICLE, '')))
      for (const { text: sound } of normalise(word)) {
        if (dictionary.own.has(sound)) belonging.own += sound.length
        else if (!isMadeOfWords(sound, dictionary)) strange += sound.length
      }
    belonging.strange += Math.min(strange, loose(run, dictionary))
  }
  return belonging
}

/** The library draws the letter before it to it: กี่บา|ทอะ. */
const PARTICLE = /อ่?ะ$/

/** The library may take a word and the particle behind it for one. */
const isMadeOfWords = (sound: string, dictionary: Dictionary) =>
  sound.length < 2 || segment(sound, dictionary).every(({ known }) => known)

/** A word of this length is no accident. */
const SURELY = 4

/** Letters outside the dictionary's longer words: the library breaks a word that is misspelled. */
function loose(run: string, dictionary: Dictionary): number {
  return normalise(run)
    .flatMap(({ text }) => segment(text, dictionary))
    .filter(({ text, known }) => !known || text.length < SURELY)
    .reduce((sum, { text }) => sum + text.length, 0)
}
