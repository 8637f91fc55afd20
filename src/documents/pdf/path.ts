/** Drawing in the operators of a PDF page (ISO 32000-1, 8.5). Points; y runs downwards, as everywhere in our layout. */

export const PAGE = { width: 595.28, height: 841.89 } as const

export const decimal = (value: number): string => String(Math.round(value * 1000) / 1000)
const decimals = (...values: number[]): string => values.map(decimal).join(' ')

/** "#0d2446" → "0.051 0.141 0.275" */
function channels(colour: string): string {
  const rgb = Number.parseInt(colour.slice(1), 16)
  return decimals((rgb >> 16) / 255, ((rgb >> 8) & 255) / 255, (rgb & 255) / 255)
}
export const fillColour = (colour: string): string => `${channels(colour)} rg`
export const strokeColour = (colour: string): string => `${channels(colour)} RG`

export const moveTo = (x: number, y: number): string => `${decimals(x, y)} m`
export const lineTo = (x: number, y: number): string => `${decimals(x, y)} l`
export const curveTo = (...points: [number, number, number, number, number, number]): string =>
  `${decimals(...points)} c`
export const rectangle = (x: number, y: number, width: number, height: number): string =>
  `${decimals(x, y, width, height)} re`
export const segment = (x1: number, y1: number, x2: number, y2: number): string =>
  `${moveTo(x1, y1)} ${lineTo(x2, y2)}`
export const polyline = (points: [number, number][]): string =>
  points.map(([x, y], index) => (index === 0 ? moveTo(x, y) : lineTo(x, y))).join(' ')

/** How far a Bézier's control points lie from its ends to draw a quarter of a circle. */
const QUARTER = 0.5523

export function circle(x: number, y: number, radius: number): string {
  return roundedRectangle(x - radius, y - radius, radius * 2, radius * 2, radius)
}

export function roundedRectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
): string {
  const [right, bottom] = [x + width, y + height]
  const k = radius * (1 - QUARTER)
  return [
    moveTo(x + radius, y),
    lineTo(right - radius, y),
    curveTo(right - k, y, right, y + k, right, y + radius),
    lineTo(right, bottom - radius),
    curveTo(right, bottom - k, right - k, bottom, right - radius, bottom),
    lineTo(x + radius, bottom),
    curveTo(x + k, bottom, x, bottom - k, x, bottom - radius),
    lineTo(x, y + radius),
    curveTo(x, y + k, x + k, y, x + radius, y),
    'h',
  ].join(' ')
}

export const stroked = (path: string, width: number, colour: string): string =>
  `${strokeColour(colour)} ${decimal(width)} w ${path} S`
export const filled = (path: string, colour: string): string => `${fillColour(colour)} ${path} f`
/** Colours, widths and the origin set inside do not leak. */
export const apart = (...operators: string[]): string => `q ${operators.join('\n')} Q`
export const placed = (x: number, y: number, scale: number): string =>
  `${decimals(scale, 0, 0, scale, x, y)} cm`
export const ROUND_ENDS = '1 j 1 J'
