/** A text's words by the dictionary of the ICU library, which knows everyday Thai but few compounds. */
const segmenter = new Intl.Segmenter('th', { granularity: 'word' })

export function wordsOf(text: string): string[] {
  return Array.from(segmenter.segment(text.toLowerCase()), ({ segment }) => segment)
}
