import type { Pen } from '../pdf/pen.ts'

/**
 * What a block becomes once it is measured: something of a known height that can be drawn anywhere. Pages are filled
 * with parts before anything is drawn, so that the first page already knows how many there are.
 */
export type Part = {
  height: number
  draw(pen: Pen, top: number): void
  /** What fits into `room`, and the rest; undefined where it cannot be cut so high. Without it: never cut. */
  cut?(room: number): Cut | undefined
  /** Never the last on a page. */
  staysWithNext?: boolean
  /** Takes a share of what is left of the front page. */
  isFlexible?: boolean
}
export type Cut = [head: Part, rest: Part]

/** Heights are sums of decimals. */
const TOLERANCE = 0.5

export const fits = (part: Part, room: number): boolean => part.height <= room + TOLERANCE
export const heightOf = (parts: Part[]): number => parts.reduce((sum, part) => sum + part.height, 0)

export const space = (height: number): Part => ({ height, draw: () => {} })
export const flexibleSpace: Part = { height: 0, draw: () => {}, isFlexible: true }

/** One below the other; cut between two of them, or inside one. */
export function stack(parts: Part[]): Part {
  return {
    height: heightOf(parts),
    draw(pen, top) {
      let y = top
      for (const part of parts) {
        part.draw(pen, y)
        y += part.height
      }
    },
    cut: (room) => cutStack(parts, room),
  }
}

function cutStack(parts: Part[], room: number): Cut | undefined {
  let left = room
  for (const [index, part] of parts.entries()) {
    if (fits(part, left)) {
      left -= part.height
      continue
    }
    const [head, rest] = part.cut?.(left) ?? []
    if (head && rest)
      return [stack([...parts.slice(0, index), head]), stack([rest, ...parts.slice(index + 1)])]
    return index === 0 ? undefined : [stack(parts.slice(0, index)), stack(parts.slice(index))]
  }
  return undefined
}

/** The part as one element of the document's structure; on two pages, two elements. */
export function grouped(type: string, part: Part): Part {
  return {
    ...part,
    draw: (pen, top) => pen.group(type, () => part.draw(pen, top)),
    cut: (room) => {
      const cut = part.cut?.(room)
      return cut && [grouped(type, cut[0]), grouped(type, cut[1])]
    },
  }
}
