import type { Fonts, Weight } from '../fonts/sarabun.ts'
import { type Air, airIn, type Line } from '../lines/paragraph.ts'
import type { TextStyle } from '../lines/typesetter.ts'
import type { Ornament } from './ornament.ts'
import {
  apart,
  decimal,
  fillColour,
  filled,
  placed,
  rectangle,
  roundedRectangle,
  segment,
  strokeColour,
  stroked,
} from './path.ts'
import type { TagOptions } from './pdfkit.ts'
import { qrPath } from './qr.ts'

export type Align = 'left' | 'centre' | 'right' | 'filled'
export type Ink = Omit<TextStyle, 'leading'>
type Frame = { fill?: string; stroke?: string; width?: number; radius?: number }

/**
 * Draws on one page. Text is placed by its baseline and stands inside a tag; lines and boxes need none, they are
 * ornament to a reader that speaks.
 */
export type Pen = {
  /** A part of the document's structure that holds text. */
  tag(type: string, draw: () => void, options?: TagOptions): void
  /** A part of the structure that holds other parts. */
  group(type: string, draw: () => void): void
  /** What a reader that speaks leaves out. */
  aside(draw: () => void): void
  text(
    text: string,
    x: number,
    baseline: number,
    ink: Ink,
    options?: { align?: Align; tracking?: number },
  ): void
  line(line: Line, box: { x: number; width: number; baseline: number }, ink: Ink, align: Align): void
  /** Outlined text turned against the clock about a point. */
  outline(text: string, centre: { x: number; y: number; degrees: number }, ink: Ink): void
  rule(x1: number, y1: number, x2: number, y2: number, width: number, colour: string): void
  box(x: number, y: number, width: number, height: number, frame: Frame): void
  path(operators: string): void
  ornament(ornament: Ornament, x: number, y: number, scale: number): void
  qr(text: string, x: number, y: number, size: number, description: string): void
}

/** What a pen needs of the file it draws in. */
export type Canvas = {
  fonts: Fonts
  write(operators: string): void
  tag(type: string, draw: () => void, options?: TagOptions): void
  group(type: string, draw: () => void): void
  /** Makes the ornament known to the page and gives its name there. */
  use(ornament: Ornament): string
}

export const FONT_NAMES: Record<Weight, string> = { regular: 'F1', semibold: 'F2' }

export function createPen(canvas: Canvas): Pen {
  const { fonts, write } = canvas
  let content: 'none' | 'tagged' | 'aside' = 'none'

  function within(kind: 'tagged' | 'aside', draw: () => void): void {
    if (content !== 'none') throw new Error('A tag that holds text cannot hold another')
    content = kind
    draw()
    content = 'none'
  }

  function aside(draw: () => void): void {
    if (content !== 'none') {
      draw()
      return
    }
    write('/Artifact <</Type /Layout>> BDC')
    within('aside', draw)
    write('EMC')
  }

  function show(strings: string, x: number, baseline: number, ink: Ink, tracking = 0): void {
    if (content === 'none') throw new Error('Text must stand inside a tag')
    const spacing = tracking === 0 ? '' : `${decimal(tracking)} Tc `
    const end = tracking === 0 ? '' : ' 0 Tc'
    write(
      `BT ${fillColour(ink.colour)} /${FONT_NAMES[ink.weight]} ${decimal(ink.size)} Tf ${spacing}` +
        `1 0 0 -1 ${decimal(x)} ${decimal(baseline)} Tm [${strings}] TJ${end} ET`,
    )
  }

  const widthOf = (text: string, { weight, size }: Ink, tracking = 0) =>
    (fonts[weight].width(text) * size) / 1000 + tracking * [...text].length
  const codes = (text: string, { weight }: Ink) => `<${fonts[weight].encode(text)}>`

  return {
    tag: (type, draw, options) => canvas.tag(type, () => within('tagged', draw), options),
    group: canvas.group,
    aside,
    text(text, x, baseline, ink, { align = 'left', tracking } = {}) {
      const start = x - SHARE_BEFORE[align] * widthOf(text, ink, tracking)
      // NOTE: without the space, those who extract text glue this run to the next one
      show(codes(`${text} `, ink), start, baseline, ink, tracking)
    },
    line(line, { x, width, baseline }, ink, align) {
      const air = align === 'filled' ? airIn(line, width, ink.size) : NO_AIR
      const start = x + SHARE_BEFORE[align] * (width - line.width)
      const space = line.endsInSpace || line.isLast ? ' ' : ''
      const pieces = line.pieces.map((piece, index) =>
        index === line.pieces.length - 1 ? piece + space : piece,
      )
      show(strung(pieces, air, ink, codes), start, baseline, ink)
    },
    outline(text, { x, y, degrees }, ink) {
      const angle = (degrees / 180) * Math.PI
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)].map(decimal)
      const back = decimal(-widthOf(text, ink) / 2)
      write(
        apart(
          strokeColour(ink.colour),
          `${cos} -${sin} ${sin} ${cos} ${decimal(x)} ${decimal(y)} cm`,
          `BT /${FONT_NAMES[ink.weight]} ${decimal(ink.size)} Tf 1 Tr 0.55 w`,
          `1 0 0 -1 ${back} ${decimal(ink.size / 3)} Tm ${codes(text, ink)} Tj ET`,
        ),
      )
    },
    rule: (x1, y1, x2, y2, width, colour) =>
      aside(() => write(stroked(segment(x1, y1, x2, y2), width, colour))),
    box(x, y, width, height, { fill, stroke, width: lineWidth = 0.6, radius }) {
      const path = radius ? roundedRectangle(x, y, width, height, radius) : rectangle(x, y, width, height)
      aside(() => {
        if (fill) write(filled(path, fill))
        if (stroke) write(stroked(path, lineWidth, stroke))
      })
    },
    path: (operators) => aside(() => write(operators)),
    ornament: (ornament, x, y, scale) =>
      aside(() => write(apart(placed(x, y, scale), `/${canvas.use(ornament)} Do`))),
    qr(text, x, y, size, description) {
      const draw = () => write(filled(qrPath(text, x, y, size), '#000000'))
      canvas.tag('Figure', draw, { alt: description, bbox: [x, y, x + size, y + size], placement: 'Block' })
    },
  }
}

const SHARE_BEFORE: Record<Align, number> = { left: 0, filled: 0, centre: 0.5, right: 1 }
const NO_AIR: Air = { atSpace: 0, betweenPieces: 0 }

/** The strings of a TJ operator; a negative number between two of them moves the second to the right. */
function strung(pieces: string[], air: Air, ink: Ink, codes: (text: string, ink: Ink) => string): string {
  if (air === NO_AIR || (air.atSpace === 0 && air.betweenPieces === 0)) return codes(pieces.join(''), ink)
  const apartBy = (points: number) => ` ${decimal((-points * 1000) / ink.size)} `
  const drawn = pieces.map((piece) =>
    piece
      .split(/(?<= )/)
      .map((part) => codes(part, ink) + (part.endsWith(' ') ? apartBy(air.atSpace) : ''))
      .join(''),
  )
  return drawn.join(air.betweenPieces === 0 ? ' ' : apartBy(air.betweenPieces))
}
