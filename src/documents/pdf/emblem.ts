import { GOLD, NAVY } from './colours.ts'
import type { Ornament } from './ornament.ts'
import { apart, circle, curveTo, lineTo, moveTo, polyline, ROUND_ENDS, segment, stroked } from './path.ts'

/** Stands where the agency's own emblem will: a ring and a plain pavilion, and never the Garuda. 48 units wide. */
export const EMBLEM: Ornament = { name: 'Emblem', width: 48, height: 48, operators: drawEmblem }

const CENTRE = 24
const GROUND = 33.2

function drawEmblem(): string {
  return apart(
    stroked(circle(CENTRE, CENTRE, 23.2), 1.1, NAVY),
    stroked(circle(CENTRE, CENTRE, 21.9), 0.35, GOLD),
    stroked(braid(), 0.22, NAVY),
    stroked(circle(CENTRE, CENTRE, 18.6), 0.5, NAVY),
    ROUND_ENDS,
    stroked(pavilion(), 1.5, NAVY),
    stroked(segment(14.4, 36.2, 33.6, 36.2), 1.3, GOLD),
  )
}

/** Short strokes to both sides between two rings. */
function braid(): string {
  const strokes = Array.from({ length: 60 }, (_, index) => {
    const angle = (index / 60) * Math.PI * 2
    return [-0.18, 0.18]
      .map((lean) => segment(...onRing(19.2, angle), ...onRing(21.6, angle + lean)))
      .join(' ')
  })
  return strokes.join(' ')
}

const onRing = (radius: number, angle: number): [number, number] => [
  CENTRE + Math.cos(angle) * radius,
  CENTRE + Math.sin(angle) * radius,
]

function pavilion(): string {
  const finial = segment(CENTRE, 15.2, CENTRE, 10.4)
  const roof = `${polyline([
    [CENTRE, 15.2],
    [34.6, 23.4],
    [13.4, 23.4],
  ])} h`
  const pillars = `${segment(16.6, 23.4, 16.6, 33)} ${segment(31.4, 23.4, 31.4, 33)}`
  const door = [
    moveTo(21.6, 33),
    lineTo(21.6, 27.8),
    curveTo(21.6, 26.47, 22.67, 25.4, CENTRE, 25.4),
    curveTo(25.33, 25.4, 26.4, 26.47, 26.4, 27.8),
    lineTo(26.4, 33),
  ].join(' ')
  return [finial, roof, pillars, door, segment(14, GROUND, 34, GROUND)].join(' ')
}
