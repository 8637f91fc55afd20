/**
 * LINE's size words in pixels, and the gate every value from a message passes before it becomes a style: a colour
 * is a hex colour, a length a word of the table or px/%, an address http(s) or an image's data. LINE does not
 * publish the pixels; these are the values the community measured, so "close", not exact.
 */
type Scale = Readonly<Record<string, number>>

export const TEXT: Scale = {
  xxs: 11,
  xs: 13,
  sm: 14,
  md: 16,
  lg: 19,
  xl: 22,
  xxl: 29,
  '3xl': 35,
  '4xl': 48,
  '5xl': 74,
}
const SPACE: Scale = { none: 0, xs: 2, sm: 4, md: 8, lg: 12, xl: 16, xxl: 20 }
export const IMAGE: Scale = {
  xxs: 40,
  xs: 60,
  sm: 80,
  md: 100,
  lg: 120,
  xl: 140,
  xxl: 160,
  '3xl': 180,
  '4xl': 200,
  '5xl': 220,
}
export const BORDER: Scale = { none: 0, light: 0.5, normal: 1, medium: 2, 'semi-bold': 3, bold: 4 }

/** Width, corner and paddings of a bubble; `body` is the inner padding of header and body, `footer` of the footer. */
export const BUBBLE: Readonly<
  Record<string, { width: number; corner: number; body: number; footer: number }>
> = {
  nano: { width: 120, corner: 10, body: 10, footer: 8 },
  micro: { width: 160, corner: 10, body: 10, footer: 8 },
  deca: { width: 220, corner: 10, body: 13, footer: 8 },
  hecto: { width: 241, corner: 10, body: 13, footer: 8 },
  kilo: { width: 260, corner: 14, body: 13, footer: 10 },
  mega: { width: 300, corner: 17, body: 20, footer: 10 },
  giga: { width: 386, corner: 17, body: 20, footer: 10 },
}

export function length(value: unknown, scale: Scale = SPACE): string | undefined {
  if (typeof value !== 'string') return undefined
  if (Object.hasOwn(scale, value)) return `${scale[value]}px`
  return /^-?\d{1,4}(\.\d+)?(px|%)$/.test(value) ? value : undefined
}

export function colour(value: unknown): string | undefined {
  return typeof value === 'string' && /^#([\da-f]{3}|[\da-f]{6}|[\da-f]{8})$/i.test(value) ? value : undefined
}

/** An image's address. SVG is harmless here: a browser runs no script in an `<img>`. */
export function imageUrl(value: unknown): string | undefined {
  const allowed = /^(https?:\/\/|data:image\/(png|jpeg|gif|webp|svg\+xml)[;,])/i
  return typeof value === 'string' && allowed.test(value) ? value : undefined
}

export function aspectRatio(value: unknown): string {
  const match = typeof value === 'string' ? /^(\d{1,6}(?:\.\d+)?):(\d{1,6}(?:\.\d+)?)$/.exec(value) : null
  return match ? `${match[1]} / ${match[2]}` : '1 / 1'
}

export function oneOf<T>(value: unknown, table: Readonly<Record<string, T>>): T | undefined {
  return typeof value === 'string' && Object.hasOwn(table, value) ? table[value] : undefined
}
