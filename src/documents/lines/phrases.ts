import { PHRASE_BORDER } from '../marks.ts'
import { GLOSSARY } from './glossary.ts'
import { KEPT_WHOLE, PRICE, priceOf } from './rules.ts'

/** A stretch of text that stays on one line, and the price of ending the line after it. */
export type Phrase = { text: string; price: number }

const dictionary = new Intl.Segmenter('th', { granularity: 'word' })

/** Most texts of a layout are the same in every document; only a name that occurs in one can change its phrases. */
const known = new Map<string, Phrase[]>()
const TEXTS_KEPT = 2_000

/**
 * The words of ICU's dictionary, joined where a break would read badly. A space stays at the end of its phrase.
 * `names` never break inside, as the terms of the glossary do not.
 */
export function phrasesOf(source: string, names: readonly string[]): Phrase[] {
  const text = source.replaceAll(PHRASE_BORDER, '')
  const occurring = names.filter((name) => text.includes(name))
  const key = [source, ...occurring].join('\n')
  const phrases = known.get(key) ?? findPhrases(source, occurring)
  if (known.size >= TEXTS_KEPT) known.clear()
  known.set(key, phrases)
  return phrases
}

function findPhrases(source: string, names: readonly string[]): Phrase[] {
  const { text, borders } = takeOutBorders(source)
  const barred = barredPlaces(text, [...GLOSSARY, ...names])
  const segments = Array.from(dictionary.segment(text), ({ segment, index }) => ({ segment, index }))
  const phrases: Phrase[] = []
  let open = ''
  for (const [index, { segment, index: start }] of segments.entries()) {
    open += segment
    const end = start + segment.length
    const price = borders.has(end)
      ? PRICE.phraseBorder
      : priceOf({
          before: segment,
          after: segments[index + 1]?.segment ?? '',
          earlier: segments[index - 1]?.segment ?? '',
          barred: barred.has(end),
          beforeIsTail: barred.has(start),
        })
    const isLast = index === segments.length - 1
    if (price === PRICE.never && !isLast) continue
    phrases.push({ text: open, price: isLast ? 0 : price })
    open = ''
  }
  return phrases
}

function takeOutBorders(source: string): { text: string; borders: Set<number> } {
  const borders = new Set<number>()
  let text = ''
  for (const part of source.split(PHRASE_BORDER)) {
    if (text) borders.add(text.length)
    text += part
  }
  return { text, borders }
}

/** Places inside a term of the glossary or inside a pattern that stays whole. */
function barredPlaces(text: string, terms: readonly string[]): Set<number> {
  const barred = new Set<number>()
  const bar = (start: number, length: number) => {
    for (let place = start + 1; place < start + length; place++) barred.add(place)
  }
  for (const term of terms)
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) bar(at, term.length)
  for (const pattern of KEPT_WHOLE)
    for (const match of text.matchAll(pattern)) bar(match.index, match[0].length)
  return barred
}

/** For what is wider than its column: words without our rules, save that no number is cut and no ๆ left alone. */
export function plainWords(text: string, mayStand: (word: string, next: string) => boolean): string[] {
  const found: string[] = []
  for (const { segment } of dictionary.segment(text)) {
    const last = found.at(-1)
    if (last !== undefined && !mayStand(last, segment)) found[found.length - 1] = last + segment
    else found.push(segment)
  }
  return found
}
