import { thaiNumerals } from '../service/thai.ts'

/**
 * Two marks a template's author may set in a text: `|` is a phrase border, where a heading may be cut, and backticks
 * keep Arabic digits. They become characters that no data can hold, so that a name with a bar in it stays a name.
 */
export const PHRASE_BORDER = '\u{E000}'
const LITERAL = '\u{E001}'

export type Numerals = 'thai' | 'arabic'

/** The template's own words: marks become marks. */
export const withMarks = (text: string): string =>
  text.replaceAll('|', PHRASE_BORDER).replaceAll('`', LITERAL)

/** Data: nothing in it is a mark, nothing in it is invisible, and each sign is written one way. */
export function cleaned(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('\u0e4d\u0e32', '\u0e33')
    .replace(/(\u0e4d)([\u0e48-\u0e4b])\u0e32/g, '$2\u0e33')
    .replace(/([\u0e48-\u0e4b])\u0e4d\u0e32/g, '$1\u0e33')
    .replaceAll('เเ', 'แ')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n\u00a0]/g, ' ')
    .replace(/[^\P{C}\n]/gu, '')
}

/** Digits as the document shows them: Arabic in every token with a Latin letter, and where the author said so. */
export function withNumerals(text: string, numerals: Numerals): string {
  const parts = text.split(LITERAL)
  if (numerals === 'arabic') return parts.join('')
  return parts.map((part, index) => (index % 2 === 1 ? part : inThai(part))).join('')
}

const inThai = (text: string): string =>
  text.replace(/\S+/g, (token) => (/[A-Za-z]/.test(token) ? token : thaiNumerals(token)))

/** For places where nothing is laid out: titles and feet. */
export const withoutMarks = (text: string): string =>
  text.replaceAll(PHRASE_BORDER, '').replaceAll(LITERAL, '')
