/** Where everything of a menu lies, in pixels of its picture. The picture and the areas to press are made from it. Pure. */
import type { Menu, MenuCell } from './file.ts'

export type Box = { x: number; y: number; width: number; height: number }
export type Placed = { cell: MenuCell; box: Box }

export const MENU_WIDTH = 2500
const TAB_HEIGHT = 210
const ROW_HEIGHT = 738
const COLUMNS = 3

export type MenuLayout = { height: number; tabs: Box[]; cells: Placed[] }

/** `tabs`: how many there are; a single one needs no strip. */
export function layOut(menu: Pick<Menu, 'cells'>, tabs: number): MenuLayout {
  const top = tabs > 1 ? TAB_HEIGHT : 0
  const cells: Placed[] = []
  let column = 0
  let row = 0
  for (const cell of menu.cells) {
    const span = cell.wide ? 2 : 1
    if (column + span > COLUMNS) [column, row] = [0, row + 1]
    const [x, end] = [edge(column, COLUMNS), edge(column + span, COLUMNS)]
    cells.push({ cell, box: { x, y: top + row * ROW_HEIGHT, width: end - x, height: ROW_HEIGHT } })
    column += span
  }
  return { height: top + (row + 1) * ROW_HEIGHT, tabs: tabs > 1 ? tabBoxes(tabs) : [], cells }
}

/** Whole pixels that leave no gap: LINE takes no fractions. */
const edge = (part: number, of: number) => Math.round((MENU_WIDTH * part) / of)

const tabBoxes = (count: number): Box[] =>
  Array.from({ length: count }, (_, index) => {
    const x = edge(index, count)
    return { x, y: 0, width: edge(index + 1, count) - x, height: TAB_HEIGHT }
  })
