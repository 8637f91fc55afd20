import { PHRASE_BORDER } from '../marks.ts'
import { breakParagraph, type Line, type Measure } from './paragraph.ts'
import { type Phrase, phrasesOf } from './phrases.ts'

const MOST_LINES = 5
const PRICE_WEIGHT = 1.2

/**
 * One line if it takes at most `share` of the width; else the fewest lines, cut at phrase borders where the heading
 * has any, and as even as they can be.
 */
export function breakHeading(
  text: string,
  names: readonly string[],
  width: number,
  measure: Measure,
  share = 0.9,
): Line[] {
  const plain = text.replaceAll(PHRASE_BORDER, '')
  if (measure(plain) <= width * share) return asLines([plain], measure)
  const phrases = headingPhrases(text, names, width, measure)
  for (let count = 2; count <= MOST_LINES; count++) {
    const best = mostEven(waysToCut(phrases, count), width, measure)
    if (best) return asLines(best, measure)
  }
  return breakParagraph(plain, names, width, measure)
}

function headingPhrases(text: string, names: readonly string[], width: number, measure: Measure): Phrase[] {
  const marked = text.split(PHRASE_BORDER).map((part) => ({ text: part, price: 0 }))
  const isEnough = marked.length > 1 && marked.every((phrase) => measure(phrase.text.trim()) <= width)
  return isEnough ? marked : phrasesOf(text, names)
}

/** Every way to lay the phrases on `count` lines. */
function waysToCut(phrases: Phrase[], count: number): Phrase[][][] {
  if (count === 1) return phrases.length > 0 ? [[phrases]] : []
  return phrases
    .slice(0, -1)
    .flatMap((_, index) =>
      waysToCut(phrases.slice(index + 1), count - 1).map((rest) => [phrases.slice(0, index + 1), ...rest]),
    )
}

function mostEven(ways: Phrase[][][], width: number, measure: Measure): string[] | undefined {
  let best: { lines: string[]; cost: number } | undefined
  for (const way of ways) {
    const lines = way.map((line) =>
      line
        .map(({ text }) => text)
        .join('')
        .trim(),
    )
    const widths = lines.map(measure)
    const prices = way.slice(0, -1).reduce((sum, line) => sum + (line.at(-1)?.price ?? 0), 0)
    const cost = Math.max(...widths) - Math.min(...widths) + Math.max(0, prices) * PRICE_WEIGHT
    if (Math.max(...widths) <= width && cost < (best?.cost ?? Number.POSITIVE_INFINITY))
      best = { lines, cost }
  }
  return best?.lines
}

const asLines = (texts: string[], measure: Measure): Line[] =>
  texts.map((text, index) => ({
    pieces: [text],
    width: measure(text),
    isLast: index === texts.length - 1,
    endsInSpace: false,
  }))
