/**
 * Boxes that cover a part of a picture, measured in parts of its width and height. Pure.
 *
 * Religion and blood group are sensitive (PDPA s.26), and no licence needs them. On a Thai ID card religion stands
 * below the date of birth, right of the chip; older cards have the blood group on the back, in the lines at the right.
 * Both places are for a card that fills the picture; a photo seldom fits, so the boxes are generous and can be moved.
 */
export type Box = { x: number; y: number; width: number; height: number }
type Size = { width: number; height: number }

/** ISO/IEC 7810 ID-1: 85.60 × 53.98 mm. */
const CARD = 85.6 / 53.98
const ON_CARD: Box[] = [
  { x: 0.3, y: 0.52, width: 0.32, height: 0.11 },
  { x: 0.6, y: 0.68, width: 0.32, height: 0.11 },
]
const LEAST = 0.03

/** The two boxes for a picture of this size: on the largest card that lies in its middle. */
export function startBoxes({ width, height }: Size): Box[] {
  const wide = width / height > CARD ? (height * CARD) / width : 1
  const high = width / height > CARD ? 1 : width / CARD / height
  return ON_CARD.map((box) => ({
    x: (1 - wide) / 2 + box.x * wide,
    y: (1 - high) / 2 + box.y * high,
    width: box.width * wide,
    height: box.height * high,
  }))
}

/** One more, in the middle. */
export const newBox = (): Box => ({ x: 0.35, y: 0.45, width: 0.3, height: 0.1 })

const between = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)

/** It never leaves the picture. */
export function moved(box: Box, dx: number, dy: number): Box {
  return { ...box, x: between(box.x + dx, 0, 1 - box.width), y: between(box.y + dy, 0, 1 - box.height) }
}

/** By its right lower corner: it stays large enough to be taken hold of. */
export function resized(box: Box, dx: number, dy: number): Box {
  return {
    ...box,
    width: between(box.width + dx, LEAST, 1 - box.x),
    height: between(box.height + dy, LEAST, 1 - box.y),
  }
}

const STEP = 0.01
const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}

/** What an arrow key does, with Shift to the size; undefined for another key. */
export function byKey(box: Box, { key, shiftKey }: { key: string; shiftKey: boolean }): Box | undefined {
  const arrow = ARROWS[key]
  return arrow && (shiftKey ? resized : moved)(box, ...arrow)
}
