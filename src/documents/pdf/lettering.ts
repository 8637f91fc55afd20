import type { Fonts, Weight } from '../fonts/sarabun.ts'
import { type Air, airIn, type Line } from '../lines/paragraph.ts'
import type { TextStyle } from '../lines/typesetter.ts'
import { apart, decimal, fillColour, strokeColour } from './path.ts'

export type Align = 'left' | 'centre' | 'right' | 'filled'
export type Ink = Omit<TextStyle, 'leading'>

/** Text as operators (ISO 32000-1, 9.4). Our y runs downwards, so the matrix of the text turns it back. */
export type Lettering = {
  text(
    text: string,
    x: number,
    baseline: number,
    ink: Ink,
    options?: { align?: Align; tracking?: number },
  ): string
  line(line: Line, box: { x: number; width: number; baseline: number }, ink: Ink, align: Align): string
  /** Outlined text turned against the clock about a point. */
  outline(text: string, centre: { x: number; y: number; degrees: number }, ink: Ink): string
}

/** What the fonts are called on every page. */
export const FONT_NAMES: Record<Weight, string> = { regular: 'F1', semibold: 'F2' }

const SHARE_BEFORE: Record<Align, number> = { left: 0, filled: 0, centre: 0.5, right: 1 }
const NO_AIR: Air = { atSpace: 0, betweenPieces: 0 }

export function createLettering(fonts: Fonts): Lettering {
  const widthOf = (text: string, { weight, size }: Ink, tracking = 0) =>
    (fonts[weight].width(text) * size) / 1000 + tracking * [...text].length
  const encode: Encode = (text, { weight }) => `<${fonts[weight].encode(text)}>`

  return {
    text(text, x, baseline, ink, { align = 'left', tracking } = {}) {
      const start = x - SHARE_BEFORE[align] * widthOf(text, ink, tracking)
      // NOTE: without the space, those who extract text glue this run to the next one
      return show(encode(`${text} `, ink), start, baseline, ink, tracking)
    },
    line(line, { x, width, baseline }, ink, align) {
      const air = align === 'filled' ? airIn(line, width, ink.size) : NO_AIR
      const start = x + SHARE_BEFORE[align] * (width - line.width)
      return show(strung(piecesOf(line), air, ink, encode), start, baseline, ink)
    },
    outline(text, { x, y, degrees }, ink) {
      const angle = (degrees / 180) * Math.PI
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)].map(decimal)
      const back = decimal(-widthOf(text, ink) / 2)
      return apart(
        strokeColour(ink.colour),
        `${cos} -${sin} ${sin} ${cos} ${decimal(x)} ${decimal(y)} cm`,
        `BT /${FONT_NAMES[ink.weight]} ${decimal(ink.size)} Tf 1 Tr 0.55 w`,
        `1 0 0 -1 ${back} ${decimal(ink.size / 3)} Tm ${encode(text, ink)} Tj ET`,
      )
    },
  }
}

function show(strings: string, x: number, baseline: number, ink: Ink, tracking = 0): string {
  const font = `/${FONT_NAMES[ink.weight]} ${decimal(ink.size)} Tf`
  const place = `1 0 0 -1 ${decimal(x)} ${decimal(baseline)} Tm`
  const [before, after] = tracking === 0 ? ['', ''] : [`${decimal(tracking)} Tc `, ' 0 Tc']
  return `BT ${fillColour(ink.colour)} ${font} ${before}${place} [${strings}] TJ${after} ET`
}

/** A line that ended at a space keeps it, for those who extract text. */
function piecesOf({ pieces, endsInSpace, isLast }: Line): string[] {
  const last = pieces.at(-1) ?? ''
  return endsInSpace || isLast ? [...pieces.slice(0, -1), `${last} `] : pieces
}

type Encode = (text: string, ink: Ink) => string

/** The strings of a TJ operator; a negative number between two of them moves the second to the right. */
function strung(pieces: string[], air: Air, ink: Ink, encode: Encode): string {
  if (air.atSpace === 0 && air.betweenPieces === 0) return encode(pieces.join(''), ink)
  const move = (points: number) => (points === 0 ? ' ' : ` ${decimal((-points * 1000) / ink.size)} `)
  const drawn = pieces.map((piece) =>
    piece
      .split(/(?<= )/)
      .map((part) => encode(part, ink) + (part.endsWith(' ') ? move(air.atSpace) : ''))
      .join(''),
  )
  return drawn.join(move(air.betweenPieces))
}
