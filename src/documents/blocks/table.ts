import type { Line } from '../lines/paragraph.ts'
import type { TextStyle } from '../lines/typesetter.ts'
import { drawLines } from '../page/paragraph.ts'
import { type Cut, fits, heightOf, type Part, space, stack } from '../page/part.ts'
import type { Setting } from '../page/setting.ts'
import { STYLES } from '../page/styles.ts'
import { LINE, NAVY, TINT } from '../pdf/colours.ts'
import type { Align } from '../pdf/lettering.ts'
import type { Pen } from '../pdf/pen.ts'
import { asList, type Table } from '../template.ts'

const PADDING = { side: 6, rows: 7 }
const TOTAL_HEIGHT = 28
const AFTER = 7
const INK = {
  body: { head: STYLES.tableHead, cell: STYLES.table },
  small: { head: STYLES.smallHead, cell: STYLES.small },
}

type Column = { x: number; width: number; align: Align }
type Row = { height: number; draw(pen: Pen, top: number): void }
type Grid = { left: number; width: number; columns: Column[]; hasGrid: boolean; head: Row; last: Part }

/** Thin rules, a tinted head that repeats on every page, amounts to the right. Rows are never cut. */
export function table(options: Table, setting: Setting): Part {
  const styles = INK[options.size]
  const columns = columnsOf(options, styles.head, setting)
  const head = row(
    columns,
    options.cols.map(({ h }) => h),
    { style: styles.head, isHead: true, setting },
  )
  const rows = asList(options.rows).map((cells) =>
    row(columns, asList(cells), { style: styles.cell, isHead: false, setting }),
  )
  const blank = { height: options.blankHeight, draw: () => {} }
  const grid: Grid = {
    left: setting.left,
    width: setting.width,
    columns,
    hasGrid: options.grid,
    head,
    last: options.total ? totalRow(options.total, setting) : bottomRule(setting),
  }
  const all = [...rows, ...Array.from({ length: options.blank }, () => blank)]
  return stack([rowsAsPart(grid, all, grid.last), space(AFTER)])
}

/** By weight, but never narrower than the longest word of a head: the widest column gives way. */
function columnsOf({ cols }: Table, style: TextStyle, { left, width, typeset }: Setting): Column[] {
  const weights = cols.reduce((sum, { w }) => sum + w, 0)
  const widths = cols.map(({ w }) => (w / weights) * width)
  for (const [index, { h }] of cols.entries()) {
    const longest = Math.max(...h.split(' ').map((word) => typeset.width(word, style)))
    const missing = longest + 2 * PADDING.side + 0.5 - (widths[index] ?? 0)
    if (missing <= 0) continue
    const widest = widths.indexOf(Math.max(...widths))
    widths[widest] = (widths[widest] ?? 0) - missing
    widths[index] = (widths[index] ?? 0) + missing
  }
  let x = left
  return cols.map(({ align }, index) => {
    const column = { x, width: widths[index] ?? 0, align }
    x += column.width
    return column
  })
}

function row(
  columns: Column[],
  texts: string[],
  { style, isHead, setting }: { style: TextStyle; isHead: boolean; setting: Setting },
): Row {
  const cells = columns.map(({ x, width, align }, index) => {
    const inner = { x: x + PADDING.side, width: width - 2 * PADDING.side, style, align }
    return { ...inner, lines: setting.typeset.paragraph(texts[index] ?? '', style, inner.width) }
  })
  const most = Math.max(...cells.map(({ lines }) => lines.length))
  return {
    height: most * style.leading + PADDING.rows,
    draw: (pen, top) =>
      pen.group('TR', () => {
        for (const { lines, ...inner } of cells) {
          const sink = isHead ? ((most - lines.length) * style.leading) / 2 : 0
          drawCell(pen, lines, top + PADDING.rows / 2 + sink, inner, isHead)
        }
      }),
  }
}

type CellBox = { x: number; width: number; style: TextStyle; align: Align }

function drawCell(pen: Pen, lines: Line[], top: number, box: CellBox, isHead: boolean): void {
  const draw = () => drawLines(pen, lines, top, box)
  if (isHead) pen.tag('TH', draw, { scope: 'Column' })
  else pen.tag('TD', draw)
}

/** `last` follows only the last rows; a page before that ends with a plain rule. */
function rowsAsPart(grid: Grid, rows: Row[], last: Part): Part {
  const body = [grid.head, ...rows]
  return {
    height: heightOf(body) + last.height,
    draw(pen, top) {
      drawRows(pen, top, grid, rows)
      last.draw(pen, top + heightOf(body))
    },
    cut: (room) => cutRows(grid, rows, last, room),
  }
}

function cutRows(grid: Grid, rows: Row[], last: Part, room: number): Cut | undefined {
  let count = 0
  while (count < rows.length && fits({ ...space(heightOf([grid.head, ...rows.slice(0, count + 1)])) }, room))
    count++
  // the total never stands alone under a repeated head
  count = Math.min(count, rows.length - 1)
  if (count < 1) return undefined
  return [rowsAsPart(grid, rows.slice(0, count), bottomRule(grid)), rowsAsPart(grid, rows.slice(count), last)]
}

function drawRows(pen: Pen, top: number, { left, width, columns, hasGrid, head }: Grid, rows: Row[]): void {
  const right = left + width
  const tops: number[] = []
  let y = top + head.height
  for (const each of rows) {
    tops.push(y)
    y += each.height
  }
  pen.box(left, top, width, head.height, { fill: TINT })
  pen.group('Table', () => {
    head.draw(pen, top)
    for (const [index, each] of rows.entries()) each.draw(pen, tops[index] ?? top)
  })
  pen.rule(left, top, right, top, 0.9, NAVY)
  pen.rule(left, top + head.height, right, top + head.height, 0.5, NAVY)
  for (const below of [...tops.slice(1), y]) pen.rule(left, below, right, below, 0.35, LINE)
  if (hasGrid) for (const { x } of columns.slice(1)) pen.rule(x, top, x, y, 0.35, LINE)
}

const bottomRule = ({ left, width }: { left: number; width: number }): Part => ({
  height: 0,
  draw: (pen, top) => pen.rule(left, top, left + width, top, 0.9, NAVY),
})

/** Words left, figures right, between double rules. */
function totalRow({ label, words, value }: NonNullable<Table['total']>, setting: Setting): Part {
  const { left, width, typeset } = setting
  const right = left + width
  return {
    height: TOTAL_HEIGHT,
    draw(pen, top) {
      const baseline = top + 18.5
      const x = left + PADDING.side
      pen.tag('P', () => {
        pen.text(label, x, baseline, STYLES.totalLabel)
        const after = x + typeset.width(label, STYLES.totalLabel) + 10
        if (words) pen.text(`(${words})`, after, baseline, STYLES.totalWords)
        pen.text(value, right - PADDING.side, baseline, STYLES.totalValue, { align: 'right' })
      })
      pen.rule(left, top + TOTAL_HEIGHT, right, top + TOTAL_HEIGHT, 0.9, NAVY)
      pen.rule(left, top + TOTAL_HEIGHT + 2, right, top + TOTAL_HEIGHT + 2, 0.4, NAVY)
    },
  }
}
