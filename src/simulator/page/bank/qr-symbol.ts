/** The fixed facts of QR symbols up to version 12, more than a payment text needs (ISO/IEC 18004, table 9). */
type Level = 'L' | 'M' | 'Q' | 'H'
const LEVEL_COLUMNS: Record<Level, number> = { L: 0, M: 1, Q: 2, H: 3 }

/** A version a row: blocks, then error correction codewords, each for L, M, Q, H. */
const VERSIONS: readonly (readonly number[])[] = [
  [1, 1, 1, 1, 7, 10, 13, 17],
  [1, 1, 1, 1, 10, 16, 22, 28],
  [1, 1, 2, 2, 15, 26, 36, 44],
  [1, 2, 2, 4, 20, 36, 52, 64],
  [1, 2, 4, 4, 26, 48, 72, 88],
  [2, 4, 4, 4, 36, 64, 96, 112],
  [2, 4, 6, 5, 40, 72, 108, 130],
  [2, 4, 6, 6, 48, 88, 132, 156],
  [2, 5, 8, 8, 60, 110, 160, 192],
  [4, 5, 8, 8, 72, 130, 192, 224],
  [4, 5, 8, 11, 80, 150, 224, 264],
  [4, 8, 10, 11, 96, 176, 260, 308],
]

/** Corner marks with their format strips, timing lines, alignment marks, version marks: everything but data. */
export function isFunctionModule(version: number, row: number, column: number): boolean {
  const size = 17 + 4 * version
  const far = size - 8
  if (row === 6 || column === 6) return true
  if (row < 9 && (column < 9 || column >= far)) return true
  if (column < 9 && row >= far) return true
  const isVersionMark = (row < 6 && column >= size - 11) || (column < 6 && row >= size - 11)
  return (version >= 7 && isVersionMark) || isAlignmentMark(version, row, column)
}

function isAlignmentMark(version: number, row: number, column: number): boolean {
  const places = alignmentPlaces(version)
  const last = places.at(-1)
  const isNear = (r: number, c: number) => Math.abs(row - r) <= 2 && Math.abs(column - c) <= 2
  const isCorner = (r: number, c: number) =>
    (r === 6 && c === 6) || (r === 6 && c === last) || (r === last && c === 6)
  return places.some((r) => places.some((c) => !isCorner(r, c) && isNear(r, c)))
}

function alignmentPlaces(version: number): number[] {
  if (version === 1) return []
  const end = 10 + 4 * version
  return version < 7 ? [6, end] : [6, 6 + Math.round((end - 6) / 4) * 2, end]
}

/** The data of all blocks in order; they were written by turns, a codeword each, the corrections after them. */
export function dataBits(bits: boolean[], version: number, level: Level): boolean[] | undefined {
  const row = VERSIONS[version - 1]
  const blocks = row?.[LEVEL_COLUMNS[level]]
  const corrections = row?.[4 + LEVEL_COLUMNS[level]]
  if (blocks === undefined || corrections === undefined) return undefined
  const total = Math.floor(bits.length / 8) - corrections
  const short = Math.floor(total / blocks)
  const firstLong = blocks - (total % blocks)
  const sizes = Array.from({ length: blocks }, (_, block) => short + Number(block >= firstLong))
  const order = sizes.map((): number[] => [])
  let next = 0
  for (let turn = 0; turn <= short; turn++) {
    sizes.forEach((size, block) => {
      if (turn < size) order[block]?.push(next++)
    })
  }
  return order.flat().flatMap((codeword) => bits.slice(codeword * 8, codeword * 8 + 8))
}
