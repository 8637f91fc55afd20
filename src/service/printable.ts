/**
 * Which signs a document can print. It prints in Sarabun, which has no emoji and no Chinese: such signs would stand as
 * "?" on a signed licence, so whoever types them is told.
 * The browser cannot read the font, so the signs that have a glyph are written down here, as code points. NOTE
 * test/service/printable.test.ts compares them with the font files and, when those change, shows what differs.
 */
const GLYPHS = [
  // Latin
  '21-7e a1-ac ae-17e 18f 192 1a0 1a1 1af 1b0 1cd-1dc 1de-1e3 1e6-1ed 1f0 1f4 1f5 1f8-1ff 218-21b 21e',
  '21f 226-233 237',
  // Phonetic letters, accents that stand alone or are combined, Greek of formulas
  '251 259 2bb 2bc 2be 2bf 2c6-2cc 2d8-2dd 300-304 306-30c 31b 323 324 326-328 32e 331 340 341 344',
  '34f 37e 385 387 38f 394 3a9 3bc 3c0',
  // Thai
  'e01-e3a e3f-e5b',
  // Khmer and Mongolian marks that are drawn as nothing
  '17b4 17b5 180b-180d 180f',
  // Vietnamese and other Latin, Greek accents
  '1e02-1e11 1e14-1e17 1e1c-1e2b 1e2e-1e3b 1e3e-1e49 1e4c-1e6f 1e72 1e73 1e78-1e99 1e9e 1ea0-1ef9',
  '1fed-1fef 1ffa 1ffb 1ffd',
  // Punctuation, raised and lowered digits, currencies
  '2010-2015 2018-201a 201c-201e 2020-2022 2026 2030 2032 2033 2039 203a 2044 2070 2074-2079',
  '207d-2089 208d 208e 20a1 20a4 20a6 20a7 20ab 20ac 20b1 20b2 20b5 20b9 20ba 20bd',
  // Letters of trade and measure, fractions, arrows, mathematics, shapes
  '210a 2113 2117 2120 2122 2126 212a 212b 212e 2153 2154 215b-215e 2190-2193 2202 2206 220f 2211',
  '2212 2215 2219 221a 221e 222b 2248 2260 2264 2265 25a0 25b2 25b3 25b6 25b7 25bc 25bd 25c0 25c1',
  '25c6 25ca',
  // Joined Latin letters, variation selectors
  'fb01 fb02 fe00-fe0f',
]

/** Blanks and invisible signs need no glyph: a document prints a blank for the ones and nothing for the others. */
const UNPRINTABLE = new RegExp(
  `[^\\s\\p{Cc}\\p{Cf}${GLYPHS.join(' ')
    .replace(/[\da-f]+/g, '\\u{$&}')
    .replace(/ /g, '')}]`,
  'gu',
)

/** The signs of a text that no document can print, each once. */
export const unprintableSigns = (text: string): string[] => [...new Set(text.match(UNPRINTABLE))]
