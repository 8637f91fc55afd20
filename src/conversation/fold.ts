/**
 * Short commands are compared as they sound (service/search/sound.ts); what is left over are real typing slips, and
 * those are caught by comparing pairs of letters.
 */
import { soundOf } from '../service/search/sound.ts'

export type Folded = { thai: string; latin: string; length: number }

/** Thai without spaces, as it sounds; Latin words between single spaces; `length` counts both. */
export function fold(text: string): Folded {
  const plain = text.normalize('NFC').toLowerCase()
  const thai = soundOf(plain.replace(/[^\u0e01-\u0e4e]/g, ''))
  const words = plain.match(/[a-z0-9]+/g) ?? []
  return { thai, latin: ` ${words.join(' ')} `, length: thai.length + words.join('').length }
}

/** Where the word stands in the question, or undefined. Latin words must be whole words. */
export function positionOf(word: Folded, question: Folded): number | undefined {
  const at = word.thai.length > 0 ? question.thai.indexOf(word.thai) : question.latin.indexOf(word.latin)
  return at < 0 ? undefined : at
}

/** How much the word resembles the most similar stretch of the question, 0–1, by shared pairs of letters (Dice). */
export function resemblance(word: Folded, question: Folded): number {
  const isThai = word.thai.length > 0
  const needle = isThai ? word.thai : word.latin.trim()
  if (needle.length < 4) return 0
  const stretches = isThai ? stretchesOf(question.thai, needle.length) : wordsInARow(question, word)
  return Math.max(0, ...stretches.map((stretch) => dice(needle, stretch)))
}

/** Every stretch of about this length. */
function stretchesOf(text: string, length: number): string[] {
  if (text.length <= length) return [text]
  return [length - 1, length, length + 1].flatMap((width) =>
    Array.from({ length: Math.max(0, text.length - width + 1) }, (_, at) => text.slice(at, at + width)),
  )
}

/** Latin words are compared with whole words: "office" is not in "coffee". */
function wordsInARow(question: Folded, { latin }: Folded): string[] {
  const words = question.latin.trim().split(' ')
  const count = latin.trim().split(' ').length
  return words.map((_, at) => words.slice(at, at + count).join(' '))
}

function dice(a: string, b: string): number {
  const [left, right] = [pairs(a), pairs(b)]
  if (left.length + right.length === 0) return 0
  const open = [...right]
  const shared = left.filter((pair) => {
    const at = open.indexOf(pair)
    if (at >= 0) open.splice(at, 1)
    return at >= 0
  })
  return (2 * shared.length) / (left.length + right.length)
}

/** Letter pairs, the edges counted too: a slip at the end then costs no more than one in the middle. */
function pairs(text: string): string[] {
  const edged = `^${text}$`
  return Array.from({ length: edged.length - 1 }, (_, index) => edged.slice(index, index + 2))
}
