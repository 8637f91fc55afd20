/** A text as the search sees it: runs of Thai as it sounds, and lower-case Latin words; numbers say too little. Pure. */
import { soundOf } from './sound.ts'

export type Run = { script: 'thai' | 'latin'; text: string }

/** พ.ร.บ. is one word. */
const INITIALS = /(?<![ก-๎])([ก-ฮ])\.\s?/g

/** Longer texts are read no further: a question is at the front or it is a story. */
export const LONGEST = 300

export function normalise(text: string): Run[] {
  const plain = text.slice(0, LONGEST).normalize('NFC').toLowerCase().replace(INITIALS, '$1')
  const runs = plain.match(/[\u0e01-\u0e4e]+|[a-z]+(?:'[a-z]+)?/g) ?? []
  return runs.flatMap((run): Run[] => {
    if (!/[\u0e01-\u0e4e]/.test(run)) return [{ script: 'latin', text: stemOf(run) }]
    const sound = soundOf(run)
    return sound ? [{ script: 'thai', text: sound }] : []
  })
}

/** "machines", "applied": the same word in its other forms; British and American spelling of the one that matters. */
function stemOf(word: string): string {
  const plain = word.replace(/'[a-z]*$/, '').replace(/^licens/, 'licenc')
  if (plain.length > 4 && plain.endsWith('ies')) return `${plain.slice(0, -3)}y`
  if (plain.length > 5 && plain.endsWith('ing')) return plain.slice(0, -3)
  if (plain.length > 4 && /[^s]ed$/.test(plain)) return plain.slice(0, -2)
  return plain.length > 3 && /[^su]s$/.test(plain) ? plain.slice(0, -1) : plain
}
