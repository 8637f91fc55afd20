/**
 * Thai as it sounds. People type ค่าทำเนียม, เท่าไหล่, สถาณะ: same sound, other letters. Folding maps letters of one
 * sound to one letter and drops tone marks, so that such spellings become equal; what is left over are real typing
 * slips, and those are caught by comparing pairs of letters.
 */
export type Folded = { thai: string; latin: string; length: number }

const SOUNDS: [RegExp, string][] = [
  [/เเ/g, 'แ'],
  [/ํา/g, 'ำ'],
  [/[ก-ฮ][ิุ]?์/g, ''],
  [/[็-๎ๆฯ]/g, ''],
  [/รรม|ัม/g, 'ำ'],
  [/รร(?=[ก-ฮ])/g, 'ั'],
  [/รร/g, 'ัน'],
  [/([ก-ฮ])ัย/g, 'ไ$1'],
  [/ใ/g, 'ไ'],
  [/ห(?=[งญณนมยรลว])/g, ''],
  [/[ขฃคฅฆ]/g, 'ค'],
  [/[ฉชฌ]/g, 'ช'],
  [/[ซศษส]/g, 'ส'],
  [/[ญย]/g, 'ย'],
  [/[ฎด]/g, 'ด'],
  [/[ฏต]/g, 'ต'],
  [/[ฐฑฒถทธ]/g, 'ท'],
  [/[ณน]/g, 'น'],
  [/[ผพภ]/g, 'พ'],
  [/[ฝฟ]/g, 'ฟ'],
  [/[รลฬ]/g, 'ล'],
  [/(.)\1+/g, '$1'],
]

/** Thai without spaces, as it sounds; Latin words between single spaces; `length` counts both. */
export function fold(text: string): Folded {
  const plain = text.normalize('NFC').toLowerCase()
  const thai = SOUNDS.reduce(
    (sound, [from, to]) => sound.replace(from, to),
    plain.replace(/[^\u0e01-\u0e4e]/g, ''),
  )
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

/** The longest stretch both share, as a part of `needle`, 0–1. */
export function sharedStretch(needle: string, hay: string): number {
  for (let width = needle.length; width > 0; width--)
    for (let start = 0; start + width <= needle.length; start++)
      if (hay.includes(needle.slice(start, start + width))) return width / needle.length
  return 0
}
