/**
 * LINE counts most texts in UTF-16 units, but labels and a few others in grapheme clusters: what a Thai reader calls a
 * letter, with its vowel and tone mark. `ติดต่อเจ้าหน้าที่` is 17 by the one and 11 by the other.
 */
export type Counting = 'utf16' | 'grapheme'

const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' })

export function lineLength(text: string, counting: Counting): number {
  return counting === 'utf16' ? text.length : [...graphemes.segment(text)].length
}
