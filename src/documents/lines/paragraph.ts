import { type Phrase, phrasesOf, plainWords } from './phrases.ts'
import { NEVER_FIRST, splitsNumber } from './rules.ts'

/** One line of text. `pieces` may be drawn with a little air between them; together they are the line. */
export type Line = { pieces: string[]; width: number; isLast: boolean; endsInSpace: boolean }
export type Measure = (text: string) => number

/** Optimal fit over a whole paragraph: the least sum of squared slack and of the prices of the breaks. */
const SLACK_PRICE = 3600
const LINE_PRICE = 8
const SHORT_LAST_LINE = { price: 500, share: 0.16, points: 60 }
const TOO_WIDE_PRICE = 1_000_000
const TOLERANCE = 0.01

export function breakParagraph(
  text: string,
  names: readonly string[],
  width: number,
  measure: Measure,
): Line[] {
  return text.split('\n').flatMap((part) => {
    const phrases = phrasesOf(part, names).flatMap((phrase) => fitting(phrase, width, measure))
    return toLines(phrases, bestBreaks(phrases, width, measure), measure)
  })
}

type Measured = Phrase & { full: number; bare: number }
/** The cheapest way to lay the phrases up to here, and where its last line begins. */
type Way = { cost: number; start: number }

/** Indexes of the phrases after which lines end. */
function bestBreaks(phrases: Phrase[], width: number, measure: Measure): number[] {
  const measured = phrases.map((phrase) => ({
    ...phrase,
    full: measure(phrase.text),
    bare: measure(phrase.text.trimEnd()),
  }))
  const ways: Way[] = [{ cost: 0, start: 0 }]
  for (let end = 1; end <= phrases.length; end++)
    ways.push(bestWay(measured.slice(0, end), ways, width, end === phrases.length))
  const ends: number[] = []
  for (let end = phrases.length; end > 0; end = ways[end]?.start ?? 0) ends.unshift(end)
  return ends
}

function bestWay(phrases: Measured[], ways: Way[], width: number, isEnd: boolean): Way {
  let best: Way = { cost: Number.POSITIVE_INFINITY, start: phrases.length - 1 }
  const price = LINE_PRICE + (isEnd ? 0 : (phrases.at(-1)?.price ?? 0))
  let wide = 0
  for (const [start, phrase] of [...phrases.entries()].reverse()) {
    const isOnly = start === phrases.length - 1
    wide += isOnly ? phrase.bare : phrase.full
    if (wide > width + TOLERANCE && !isOnly) break
    const before = ways[start]?.cost ?? 0
    const cost = before + price + linePrice(wide, width, { last: isEnd, only: start === 0 })
    if (cost < best.cost) best = { cost, start }
  }
  return best
}

function linePrice(wide: number, width: number, { last, only }: { last: boolean; only: boolean }): number {
  const overflow = wide > width + TOLERANCE ? TOO_WIDE_PRICE : 0
  if (!last) return SLACK_PRICE * ((width - wide) / width) ** 2 + overflow
  const short = wide < Math.min(SHORT_LAST_LINE.share * width, SHORT_LAST_LINE.points)
  return overflow + (short && !only ? SHORT_LAST_LINE.price : 0)
}

function toLines(phrases: Phrase[], ends: number[], measure: Measure): Line[] {
  if (ends.length === 0) return [{ pieces: [''], width: 0, isLast: true, endsInSpace: false }]
  return ends.map((end, index) => {
    const pieces = phrases.slice(ends[index - 1] ?? 0, end).map(({ text }) => text)
    const tail = pieces.pop() ?? ''
    pieces.push(tail.trimEnd())
    return {
      pieces,
      width: pieces.reduce((sum, piece) => sum + measure(piece), 0),
      isLast: index === ends.length - 1,
      endsInSpace: tail.endsWith(' '),
    }
  })
}

const PRICE_INSIDE_PHRASE = { afterSpace: 20, afterWord: 160, insideWord: 400 }
const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' })

/** A phrase wider than the column falls back to words, and a word wider than the column to letters. */
function fitting(phrase: Phrase, width: number, measure: Measure): Phrase[] {
  const fits = (text: string) => measure(text.trimEnd()) <= width
  if (fits(phrase.text)) return [phrase]
  const words = plainWords(phrase.text, mayBreakBetween)
  return words.flatMap((word, index) => {
    const inside = word.endsWith(' ') ? PRICE_INSIDE_PHRASE.afterSpace : PRICE_INSIDE_PHRASE.afterWord
    const price = index === words.length - 1 ? phrase.price : inside
    return fits(word) ? [{ text: word, price }] : inLetters(word, price, width, measure)
  })
}

const mayBreakBetween = (word: string, next: string): boolean =>
  next !== ' ' && !NEVER_FIRST.test(next) && !splitsNumber(word, next)

function inLetters(word: string, price: number, width: number, measure: Measure): Phrase[] {
  const parts = ['']
  for (const { segment } of graphemes.segment(word)) {
    const longer = (parts.at(-1) ?? '') + segment
    if (measure(longer) > width && parts.at(-1) !== '') parts.push(segment)
    else parts[parts.length - 1] = longer
  }
  return parts.map((text, index) => ({
    text,
    price: index === parts.length - 1 ? price : PRICE_INSIDE_PHRASE.insideWord,
  }))
}

/** Air added at each space and between the pieces of a line, in em. More would be seen. */
const MOST_AIR = { atSpace: 0.08, betweenPieces: 0.045 }

export type Air = { atSpace: number; betweenPieces: number }

/** What fills a line to `width` without being seen; a line that needs more stays ragged. */
export function airIn(line: Line, width: number, size: number): Air {
  const none = { atSpace: 0, betweenPieces: 0 }
  const slack = width - line.width
  if (line.isLast || slack <= 0.2) return none
  const spaces = line.pieces.join('').split(' ').length - 1
  const atSpace = spaces > 0 ? Math.min(slack / spaces, MOST_AIR.atSpace * size) : 0
  const gaps = line.pieces.length - 1
  const rest = slack - atSpace * spaces
  const betweenPieces = gaps > 0 ? rest / gaps : 0
  const isFilled = gaps > 0 || rest < 0.2
  return isFilled && betweenPieces <= MOST_AIR.betweenPieces * size ? { atSpace, betweenPieces } : none
}
