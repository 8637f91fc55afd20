import type { Line } from '../lines/paragraph.ts'
import type { TextStyle } from '../lines/typesetter.ts'
import type { Align } from '../pdf/lettering.ts'
import type { Pen } from '../pdf/pen.ts'
import type { Cut, Part } from './part.ts'
import type { Setting } from './setting.ts'
import { BASELINE } from './styles.ts'

/** Lines that stay together at either end of a page. */
const TOGETHER = 2

type Column = { x: number; width: number; style: TextStyle; align: Align }

export function paragraph(setting: Setting, text: string, style: TextStyle, align: Align = 'filled'): Part {
  const { left: x, width, typeset } = setting
  return linesAsPart(typeset.paragraph(text, style, width), { x, width, style, align })
}

function linesAsPart(lines: Line[], column: Column): Part {
  const { leading } = column.style
  return {
    height: lines.length * leading,
    draw: (pen, top) => pen.tag('P', () => drawLines(pen, lines, top, column)),
    cut: (room) => cutLines(lines, Math.floor((room + 0.5) / leading), column),
  }
}

export function drawLines(pen: Pen, lines: Line[], top: number, { x, width, style, align }: Column): void {
  for (const [index, line] of lines.entries()) {
    const baseline = top + (index + BASELINE) * style.leading
    pen.line(line, { x, width, baseline }, style, align)
  }
}

function cutLines(lines: Line[], room: number, column: Column): Cut | undefined {
  const count = Math.min(room, lines.length - TOGETHER)
  if (count < TOGETHER) return undefined
  return [linesAsPart(lines.slice(0, count), column), linesAsPart(lines.slice(count), column)]
}
