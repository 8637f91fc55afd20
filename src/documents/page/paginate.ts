import { fits, type Part, space } from './part.ts'
import { bottomOf, type PageKind, type Sheet, topOf } from './sheet.ts'
import { GRID } from './styles.ts'

export type Page = { kind: PageKind; placed: { part: Part; top: number }[] }

/** Fills pages with parts, the first of them of the given kind and the rest continuing it. */
export function paginate(parts: Part[], first: PageKind, sheet: Sheet): Page[] {
  const pages: Page[] = []
  const queue = [...parts]
  let page: Page = { kind: first, placed: [] }
  let y = topOf(sheet, first)

  const place = (part: Part) => {
    page.placed.push({ part, top: y })
    y += part.height
  }
  const turn = () => {
    pages.push(page)
    page = { kind: 'next', placed: [] }
    y = topOf(sheet, 'next')
  }

  for (let part = queue.shift(); part; part = queue.shift()) {
    const room = bottomOf(sheet, page.kind) - y
    if (fits(part, room) && mayStandLast(part, queue[0], room)) {
      place(part)
      continue
    }
    const cut = fits(part, room) ? undefined : part.cut?.(room)
    if (cut) {
      place(cut[0])
      queue.unshift(cut[1])
    } else if (page.placed.length > 0) {
      queue.unshift(part)
    } else {
      // higher than a page, and nowhere to cut it: better too low than for ever
      place(part)
    }
    if (queue.length > 0) turn()
  }
  return [...pages, page]
}

function mayStandLast(part: Part, next: Part | undefined, room: number): boolean {
  if (!part.staysWithNext || !next) return true
  const left = room - part.height
  return fits(next, left) || next.cut?.(left) !== undefined
}

/** Flexible spaces share what is left of the page, so that signatures stand at its foot. */
export function spread(parts: Part[], room: number): Part[] {
  const flexible = parts.filter((part) => part.isFlexible).length
  const left = room - parts.reduce((sum, part) => sum + part.height, 0)
  if (flexible === 0 || left <= 0) return parts
  const each = Math.floor(left / flexible / GRID) * GRID
  return parts.map((part) => (part.isFlexible ? space(each) : part))
}
