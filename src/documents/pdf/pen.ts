import type { Fonts } from '../fonts/sarabun.ts'
import { createLettering, type Lettering } from './lettering.ts'
import type { Ornament } from './ornament.ts'
import { apart, filled, placed, rectangle, roundedRectangle, segment, stroked } from './path.ts'
import type { TagOptions } from './pdfkit.ts'
import { qrPath } from './qr.ts'

/**
 * Draws on one page. Text is placed by its baseline and stands inside a tag; lines and boxes need none, they are
 * ornament to a reader that speaks.
 */
export type Pen = {
  /** A part of the document's structure that holds text. */
  tag(type: string, draw: () => void, options?: TagOptions): void
  /** A part of the structure that holds other parts. */
  group(type: string, draw: () => void): void
  /** Text that a reader that speaks leaves out. */
  aside(draw: () => void): void
  text(...how: Parameters<Lettering['text']>): void
  line(...how: Parameters<Lettering['line']>): void
  outline(...how: Parameters<Lettering['outline']>): void
  rule(x1: number, y1: number, x2: number, y2: number, width: number, colour: string): void
  box(x: number, y: number, width: number, height: number, frame: Frame): void
  path(operators: string): void
  ornament(ornament: Ornament, x: number, y: number, scale: number): void
  qr(text: string, x: number, y: number, size: number, description: string): void
}
type Frame = { fill?: string; stroke?: string; width?: number; radius?: number }

/** What a pen needs of the file it draws in. */
type Canvas = {
  fonts: Fonts
  write(operators: string): void
  tag(type: string, draw: () => void, options?: TagOptions): void
  group(type: string, draw: () => void): void
  /** Makes the ornament known to the page and gives its name there. */
  use(ornament: Ornament): string
}

export function createPen(canvas: Canvas): Pen {
  const { write } = canvas
  const lettering = createLettering(canvas.fonts)
  let isInside = false

  const within = (draw: () => void) => {
    if (isInside) throw new Error('Inside a tag that holds text there can be neither a tag nor an ornament')
    isInside = true
    draw()
    isInside = false
  }
  const show = (operators: string) => {
    if (!isInside) throw new Error('Text must stand inside a tag')
    write(operators)
  }
  const aside = (draw: () => void) =>
    within(() => {
      write('/Artifact <</Type /Layout>> BDC')
      draw()
      write('EMC')
    })

  return {
    tag: (type, draw, options) => canvas.tag(type, () => within(draw), options),
    group: canvas.group,
    aside,
    text: (...how) => show(lettering.text(...how)),
    line: (...how) => show(lettering.line(...how)),
    outline: (...how) => show(lettering.outline(...how)),
    rule: (x1, y1, x2, y2, width, colour) =>
      aside(() => write(stroked(segment(x1, y1, x2, y2), width, colour))),
    box: (x, y, width, height, frame) => aside(() => write(boxOf(x, y, width, height, frame))),
    path: (operators) => aside(() => write(operators)),
    ornament: (ornament, x, y, scale) =>
      aside(() => write(apart(placed(x, y, scale), `/${canvas.use(ornament)} Do`))),
    qr(text, x, y, size, description) {
      const draw = () => write(filled(qrPath(text, x, y, size), '#000000'))
      canvas.tag('Figure', draw, { alt: description, bbox: [x, y, x + size, y + size], placement: 'Block' })
    },
  }
}

function boxOf(x: number, y: number, width: number, height: number, frame: Frame): string {
  const { fill, stroke, width: lineWidth = 0.6, radius } = frame
  const path = radius ? roundedRectangle(x, y, width, height, radius) : rectangle(x, y, width, height)
  const parts = [fill && filled(path, fill), stroke && stroked(path, lineWidth, stroke)]
  return parts.filter((part) => part !== undefined).join(' ')
}
