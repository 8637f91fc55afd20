import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type FrozenFont, freezeFont } from './frozen-font.ts'

/** Sarabun (SIL Open Font License): SemiBold prints cleaner than Bold, whose loops close up on laser printers. */
export const WEIGHTS = ['regular', 'semibold'] as const
export type Weight = (typeof WEIGHTS)[number]
export type Fonts = Record<Weight, FrozenFont>

const FILES = {
  regular: '400Regular/Sarabun_400Regular.ttf',
  semibold: '600SemiBold/Sarabun_600SemiBold.ttf',
} as const satisfies Record<Weight, string>

let fonts: Fonts | undefined

/** Made on first use, about a tenth of a second, and kept as long as the process lives. */
export function getFonts(): Fonts {
  fonts ??= {
    regular: freezeFont('Sarabun-Regular', readFont('regular'), repertoire()),
    semibold: freezeFont('Sarabun-SemiBold', readFont('semibold'), repertoire()),
  }
  return fonts
}

/** What a document would print as "?": the characters of a text that the font has no glyph for. */
export const unprintable = (text: string): string[] => getFonts().regular.unknownIn(text)

const readFont = (weight: Weight): Buffer =>
  readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/sarabun/${FILES[weight]}`)))

const CONSONANTS = [...'กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ']
const VOWELS = ['', '\u0e31', '\u0e34', '\u0e35', '\u0e36', '\u0e37', '\u0e38', '\u0e39', '\u0e47', '\u0e33']
const TONES = ['', '\u0e48', '\u0e49', '\u0e4a', '\u0e4b', '\u0e4c']
const ALONE = 'ฤฦะาเแโใไๅๆฯ฿๐๑๒๓๔๕๖๗๘๙๏๚๛'
const SIGNS = '\u00a0–—‘’“”…×·•§©°²³½'

/** Every shape that Thai writing needs, so that hardly a document has to add one. */
function* repertoire(): Generator<string> {
  for (const consonant of CONSONANTS)
    for (const vowel of VOWELS)
      for (const tone of TONES) yield consonant + (vowel === '\u0e33' ? tone + vowel : vowel + tone)
  for (let code = 0x20; code < 0x7f; code++) yield String.fromCharCode(code)
  yield* ALONE
  yield* SIGNS
}
