import { GOLD, NAVY } from './colours.ts'
import type { Ornament } from './ornament.ts'
import {
  apart,
  circle,
  curveTo,
  decimal,
  moveTo,
  PAGE,
  polyline,
  rectangle,
  segment,
  stroked,
} from './path.ts'

/** The frame of a licence: two weaves of shifted sine lines and a rosette in each corner. Ornament, not security. */
export const GUILLOCHE: Ornament = {
  name: 'Guilloche',
  width: PAGE.width,
  height: PAGE.height,
  operators: drawFrame,
}

const MARGIN = 22
const BAND = 15
const CORNER = 24
const [LEFT, TOP, RIGHT, BOTTOM] = [MARGIN, MARGIN, PAGE.width - MARGIN, PAGE.height - MARGIN] as const
const WIDTH = RIGHT - LEFT
const HEIGHT = BOTTOM - TOP

const WEAVES = [
  { lines: 5, period: 17.5, amplitude: BAND / 2 - 1.6, width: 0.28, colour: NAVY },
  { lines: 3, period: 35, amplitude: BAND / 2 - 4.2, width: 0.3, colour: GOLD },
]

function drawFrame(): string {
  const middle = BAND / 2
  return [
    side(LEFT + CORNER, TOP + middle, WIDTH - 2 * CORNER, 'across'),
    side(LEFT + CORNER, BOTTOM - middle, WIDTH - 2 * CORNER, 'across'),
    side(LEFT + middle, TOP + CORNER, HEIGHT - 2 * CORNER, 'down'),
    side(RIGHT - middle, TOP + CORNER, HEIGHT - 2 * CORNER, 'down'),
    ...[LEFT, RIGHT - CORNER].flatMap((x) => [TOP, BOTTOM - CORNER].map((y) => corner(x, y))),
    stroked(rectangle(LEFT - 1.6, TOP - 1.6, WIDTH + 3.2, HEIGHT + 3.2), 1.1, NAVY),
    stroked(rectangle(LEFT, TOP, WIDTH, HEIGHT), 0.4, NAVY),
    stroked(innerLines(), 0.7, NAVY),
  ].join('\n')
}

function side(x: number, y: number, length: number, run: 'across' | 'down'): string {
  const turn = run === 'across' ? '1 0 0 1' : '0 1 -1 0'
  const weaves = WEAVES.map(({ lines, width, colour, ...wave }) => {
    const paths = Array.from({ length: lines }, (_, index) => sine({ ...wave, length, phase: index / lines }))
    return stroked(paths.join(' '), width, colour)
  })
  const clip = `${rectangle(0, -BAND / 2, length, BAND)} W n`
  return apart(`${turn} ${decimal(x)} ${decimal(y)} cm`, clip, ...weaves)
}

type Wave = { period: number; amplitude: number; length: number; phase: number }

/** One cubic for each half wave; whole periods on each side, so that the ends meet the corners alike. */
function sine({ period, amplitude, length, phase }: Wave): string {
  const half = length / Math.round(length / period) / 2
  const control = 0.4244 * half
  const peak = (amplitude * 4) / 3
  const start = -phase * half * 2
  const count = Math.ceil((length + half - start) / half)
  const halves = Array.from({ length: count }, (_, index) => {
    const x = start + index * half
    const y = index % 2 === 0 ? peak : -peak
    return curveTo(x + control, y, x + half - control, y, x + half, 0)
  })
  return [moveTo(start, 0), ...halves].join(' ')
}

function corner(x: number, y: number): string {
  const [cx, cy] = [x + CORNER / 2, y + CORNER / 2]
  return [
    stroked(rosette(cx, cy, { outer: 8.2, depth: 3.2, petals: 12 }), 0.3, NAVY),
    stroked(rosette(cx, cy, { outer: 6, depth: 4.6, petals: 8 }), 0.3, GOLD),
    stroked(circle(cx, cy, 10.6), 0.3, NAVY),
    stroked(rectangle(x, y, CORNER, CORNER), 0.5, NAVY),
  ].join('\n')
}

function rosette(cx: number, cy: number, shape: { outer: number; depth: number; petals: number }): string {
  const { outer, depth, petals } = shape
  const points = Array.from({ length: 121 }, (_, index): [number, number] => {
    const angle = (index / 60) * Math.PI
    const radius = outer - depth / 2 + (depth / 2) * Math.cos(petals * angle)
    const leaning = angle + 0.22 * Math.sin(petals * angle)
    return [cx + radius * Math.cos(leaning), cy + radius * Math.sin(leaning)]
  })
  return polyline(points)
}

function innerLines(): string {
  return [
    segment(LEFT + CORNER, TOP + BAND, RIGHT - CORNER, TOP + BAND),
    segment(LEFT + CORNER, BOTTOM - BAND, RIGHT - CORNER, BOTTOM - BAND),
    segment(LEFT + BAND, TOP + CORNER, LEFT + BAND, BOTTOM - CORNER),
    segment(RIGHT - BAND, TOP + CORNER, RIGHT - BAND, BOTTOM - CORNER),
  ].join(' ')
}
