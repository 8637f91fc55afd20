/**
 * Reads a QR code off a screen picture: drawn by a machine, upright, undamaged. So no error is corrected; whether
 * the reading is right, the checksum of the PromptPay text tells. Find the three corner marks, lay the grid over
 * them, take off the mask, put the interleaved blocks in order, read the segments (ISO/IEC 18004).
 */
import { findGrid, type Grid, type Picture } from './qr-grid.ts'
import { readSegments } from './qr-segments.ts'
import { dataBits, isFunctionModule } from './qr-symbol.ts'

/** undefined when there is no code, or none this reader can read. */
export function readQr(picture: Picture): string | undefined {
  const grid = findGrid(picture)
  const format = grid && readFormat(grid)
  if (!grid || !format) return undefined
  const bits = codewordBits(grid, format.mask)
  const data = dataBits(bits, grid.version, format.level)
  return data && readSegments(data, grid.version)
}

/** Bits 14 and 13 of the format information name the level: L 01, M 00, Q 11, H 10. */
const LEVELS = ['M', 'L', 'H', 'Q'] as const
const FORMAT_MASK = 0b101010000010010

/** The first copy of the format information runs down column 8, skipping the timing row. */
function readFormat(grid: Grid): { level: (typeof LEVELS)[number]; mask: number } | undefined {
  let bits = 0
  for (let i = 0; i < 15; i++) {
    const row = i < 6 ? i : i < 8 ? i + 1 : grid.size - 15 + i
    bits |= Number(grid.isDark(row, 8)) << i
  }
  const format = (bits ^ FORMAT_MASK) >> 10
  const level = LEVELS[format >> 3]
  return level && { level, mask: format & 7 }
}

const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r * c) % 3) + ((r + c) % 2)) % 2 === 0,
]

/** All data modules in the order they were written: pairs of columns from the right, up and down by turns. */
function codewordBits(grid: Grid, mask: number): boolean[] {
  const bits: boolean[] = []
  const isMasked = MASKS[mask] ?? (() => false)
  for (let pair = 0, right = grid.size - 1; right > 0; right -= 2, pair++) {
    if (right === 6) right--
    for (let step = 0; step < grid.size; step++) {
      const row = pair % 2 === 0 ? grid.size - 1 - step : step
      for (const column of [right, right - 1]) {
        if (isFunctionModule(grid.version, row, column)) continue
        bits.push(grid.isDark(row, column) !== isMasked(row, column))
      }
    }
  }
  return bits
}
