/** Where in a picture the modules of a QR code lie. */
export type Picture = { width: number; height: number; rgba: Uint8ClampedArray }
export type Grid = { version: number; size: number; isDark: (row: number, column: number) => boolean }
type Mark = { x: number; y: number; module: number; hits: number }
type DarkAt = (x: number, y: number) => boolean

/** undefined when the picture does not show exactly the three corner marks of an upright code. */
export function findGrid(picture: Picture): Grid | undefined {
  const isDark = darkness(picture)
  const marks = findMarks(picture, isDark)
  const corner = marks.find((mark) => rightOf(mark, marks) && below(mark, marks))
  const right = corner && rightOf(corner, marks)
  const bottom = corner && below(corner, marks)
  if (!corner || !right || !bottom) return undefined
  const across = right.x - corner.x
  const version = Math.round((across / corner.module + 7 - 17) / 4)
  const size = 17 + 4 * version
  // The marks' middles lie 3.5 modules inside the code, `size - 7` modules apart.
  const [stepX, stepY] = [across / (size - 7), (bottom.y - corner.y) / (size - 7)]
  return {
    version,
    size,
    isDark: (row, column) =>
      isDark(Math.round(corner.x + (column - 3) * stepX), Math.round(corner.y + (row - 3) * stepY)),
  }
}

function rightOf(mark: Mark, marks: Mark[]): Mark | undefined {
  return marks.find(({ x, y }) => x > mark.x + 10 * mark.module && Math.abs(y - mark.y) < 2 * mark.module)
}

function below(mark: Mark, marks: Mark[]): Mark | undefined {
  return marks.find(({ x, y }) => y > mark.y + 10 * mark.module && Math.abs(x - mark.x) < 2 * mark.module)
}

/** Darker than the middle between the darkest and the lightest; what is transparent is paper. */
function darkness({ width, height, rgba }: Picture): DarkAt {
  const light = new Float32Array(width * height)
  let [darkest, lightest] = [255, 0]
  for (let i = 0; i < light.length; i++) {
    const opacity = (rgba[4 * i + 3] ?? 0) / 255
    const grey = ((rgba[4 * i] ?? 0) * 3 + (rgba[4 * i + 1] ?? 0) * 6 + (rgba[4 * i + 2] ?? 0)) / 10
    const value = grey * opacity + 255 * (1 - opacity)
    light[i] = value
    darkest = Math.min(darkest, value)
    lightest = Math.max(lightest, value)
  }
  const threshold = (darkest + lightest) / 2
  return (x, y) => x >= 0 && y >= 0 && x < width && y < height && (light[y * width + x] ?? 255) < threshold
}

/** Corner marks: dark-light-dark-light-dark as 1:1:3:1:1, across and down. Seen in several lines, so gathered. */
function findMarks({ width, height }: Picture, isDark: DarkAt): Mark[] {
  const marks: Mark[] = []
  for (let y = 0; y < height; y++) {
    for (const across of findRatios(width, (x) => isDark(x, y))) {
      const x = Math.round(across.middle)
      const down = findRatios(height, (at) => isDark(x, at)).find(
        ({ middle, module }) =>
          Math.abs(middle - y) < 2 * module && Math.abs(module - across.module) < module / 2,
      )
      if (down) gather(marks, { x: across.middle, y: down.middle, module: across.module, hits: 1 })
    }
  }
  return marks.filter(({ hits, module }) => hits >= module)
}

function gather(marks: Mark[], found: Mark): void {
  const known = marks.find(
    ({ x, y, module }) => Math.abs(x - found.x) < 2 * module && Math.abs(y - found.y) < 2 * module,
  )
  if (!known) {
    marks.push(found)
    return
  }
  const mean = (before: number, now: number) => (before * known.hits + now) / (known.hits + 1)
  known.x = mean(known.x, found.x)
  known.y = mean(known.y, found.y)
  known.module = mean(known.module, found.module)
  known.hits++
}

const RATIO = [1, 1, 3, 1, 1]

/** All places of one line where five runs stand in the ratio of a corner mark; `middle` is in pixels. */
function findRatios(length: number, isDarkAt: (at: number) => boolean): { middle: number; module: number }[] {
  const edges = edgesOf(length, isDarkAt)
  // Edges alternate, the first one from light to dark: every even one starts a dark run.
  return edges.flatMap((start, index) => {
    const end = edges[index + 5]
    if (index % 2 === 1 || end === undefined) return []
    const module = (end - start) / 7
    const isMark = RATIO.every((share, run) => {
      const width = (edges[index + run + 1] ?? 0) - (edges[index + run] ?? 0)
      return Math.abs(width - share * module) < Math.max(0.6 * module, 1)
    })
    return isMark ? [{ middle: (start + end - 1) / 2, module }] : []
  })
}

function edgesOf(length: number, isDarkAt: (at: number) => boolean): number[] {
  const edges: number[] = []
  let before = false
  for (let at = 0; at <= length; at++) {
    const dark = at < length && isDarkAt(at)
    if (dark !== before) edges.push(at)
    before = dark
  }
  return edges
}
