import { describe, expect, test } from 'vitest'
import { type Box, byKey, moved, resized, startBoxes } from '../../src/web/ui/cover/boxes.ts'

const BOX: Box = { x: 0.5, y: 0.5, width: 0.2, height: 0.1 }
const rounded = (box: Box | undefined) =>
  box && Object.values(box).map((part) => Math.round(part * 1000) / 1000)

describe('a box', () => {
  test.each<[string, Box, number[]]>([
    ['moved', moved(BOX, 0.1, -0.2), [0.6, 0.3, 0.2, 0.1]],
    ['moved over the right lower edge', moved(BOX, 2, 2), [0.8, 0.9, 0.2, 0.1]],
    ['moved over the left upper edge', moved(BOX, -2, -2), [0, 0, 0.2, 0.1]],
    ['made larger', resized(BOX, 0.1, 0.1), [0.5, 0.5, 0.3, 0.2]],
    ['made larger than the picture', resized(BOX, 2, 2), [0.5, 0.5, 0.5, 0.5]],
    ['made smaller than a finger', resized(BOX, -2, -2), [0.5, 0.5, 0.03, 0.03]],
  ])('%s stays in the picture', (_name, box, expected) => {
    expect(rounded(box)).toEqual(expected)
  })

  test.each([
    ['ArrowLeft', false, [0.49, 0.5, 0.2, 0.1]],
    ['ArrowDown', false, [0.5, 0.51, 0.2, 0.1]],
    ['ArrowRight', true, [0.5, 0.5, 0.21, 0.1]],
    ['ArrowUp', true, [0.5, 0.5, 0.2, 0.09]],
    ['Tab', false, undefined],
  ])('answers to %s, with Shift: %s', (key, shiftKey, expected) => {
    expect(rounded(byKey(BOX, { key, shiftKey }))).toEqual(expected)
  })
})

describe('the boxes placed at the start', () => {
  test.each([
    ['a card that fills the picture', { width: 1712, height: 1080 }],
    ['a photo as phones take it', { width: 4000, height: 3000 }],
    ['a photo taken upright', { width: 3000, height: 4000 }],
    ['a very wide picture', { width: 3000, height: 800 }],
  ])('are two and lie inside %s', (_name, size) => {
    const boxes = startBoxes(size)
    expect(boxes).toHaveLength(2)
    for (const box of boxes) {
      expect(Math.min(box.x, box.y)).toBeGreaterThan(0)
      expect(Math.max(box.x + box.width, box.y + box.height)).toBeLessThan(1)
    }
  })

  test('keep their place on the card, however much table is around it', () => {
    const [alone] = startBoxes({ width: 856, height: 539.8 })
    const [around] = startBoxes({ width: 856, height: 1079.6 })
    expect(around?.x).toBeCloseTo(alone?.x ?? 0)
    expect((around?.y ?? 0) * 2 - 0.5).toBeCloseTo(alone?.y ?? 0)
  })
})
