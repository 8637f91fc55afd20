import type { Line } from '../lines/paragraph.ts'
import { drawLines } from '../page/paragraph.ts'
import { type Part, space, stack } from '../page/part.ts'
import type { Setting } from '../page/setting.ts'
import { BASELINE, STYLES } from '../page/styles.ts'
import { HAIR } from '../pdf/colours.ts'
import type { FieldRow, Fields } from '../template.ts'

type Pair = { label: string; value: string }
type Placed = Pair & { x: number; valueX: number; valueWidth: number; lines: Line[] }

/** Where the second of two pairs begins, as a share of the row; later if the first value needs more. */
const SECOND_PAIR = 0.56
/** What a second value may claim of the row before it has to take two lines. */
const MOST_OF_SECOND = 0.4
const GAP = { beforeSecond: 14, afterFirst: 8, afterLabel: 10 }

/** Distance from the text to the hair line, and from there to the next row. */
const ROWS = { close: { toLine: 0.4, below: 1.75 }, open: { toLine: 1.3, below: 3.5 } }

/** Label and value rows with a hair line below each. */
export function fields({ rows, label, label2 = 0, after }: Fields, setting: Setting): Part {
  const shown = rows.map(pairsOf).filter((pairs) => pairs.length > 0)
  const parts = shown.map((pairs) => row(place(pairs, { label, label2 }, setting), setting))
  return stack([...parts, space(after)])
}

/** Of an optional row only pairs with a value are left. */
function pairsOf(row: FieldRow): Pair[] {
  const texts = Array.isArray(row) ? row : row.optional
  const [label, value, label2, value2] = texts
  const pairs = [{ label, value }]
  if (label2 !== undefined && value2 !== undefined) pairs.push({ label: label2, value: value2 })
  return Array.isArray(row) ? pairs : pairs.filter((pair) => pair.value.trim() !== '')
}

function place(pairs: Pair[], widths: { label: number; label2: number }, setting: Setting): Placed[] {
  const [first, second] = pairs
  if (!first) return []
  const { left, width } = setting
  if (!second) return [placedAt(first, left, widths.label, width - widths.label, setting)]
  const label2 = Math.max(
    widths.label2,
    setting.typeset.width(second.label, STYLES.fieldLabel) + GAP.afterLabel,
  )
  const start = startOfSecond(first, second, { label: widths.label, label2 }, setting)
  return [
    placedAt(first, left, widths.label, start - widths.label - GAP.afterFirst, setting),
    placedAt(second, left + start, label2, width - start - label2, setting),
  ]
}

function startOfSecond(
  first: Pair,
  second: Pair,
  widths: { label: number; label2: number },
  { width, typeset }: Setting,
): number {
  const wanted = widths.label + typeset.width(first.value, STYLES.strong) + GAP.beforeSecond
  const claim = Math.min(typeset.width(second.value, STYLES.strong) + 1, width * MOST_OF_SECOND)
  return Math.min(Math.max(width * SECOND_PAIR, wanted), width - widths.label2 - claim)
}

function placedAt(pair: Pair, x: number, label: number, valueWidth: number, { typeset }: Setting): Placed {
  const lines = typeset.paragraph(pair.value, STYLES.strong, valueWidth)
  return { ...pair, x, valueX: x + label, valueWidth, lines }
}

function row(pairs: Placed[], { left, width, rows }: Setting): Part {
  const style = STYLES.strong
  const { toLine, below } = ROWS[rows]
  const text = Math.max(...pairs.map(({ lines }) => lines.length)) * style.leading
  return {
    height: text + below,
    draw(pen, top) {
      for (const { label, x, valueX, valueWidth, lines } of pairs)
        pen.tag('P', () => {
          pen.text(label, x, top + style.leading * BASELINE, STYLES.fieldLabel)
          drawLines(pen, lines, top, { x: valueX, width: valueWidth, style, align: 'left' })
        })
      pen.rule(left, top + text + toLine, left + width, top + text + toLine, 0.35, HAIR)
    },
  }
}
