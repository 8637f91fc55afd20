/** Nothing is said by colour alone: every document must do in black and white. */
export const INK = '#101826'
export const SECOND_INK = '#2d3748'
export const NAVY = '#0d2446'
export const BRAND = '#173f7a'
/** Of stamps that the law wants red; the word says the same in black and white. */
export const STAMP_RED = '#c2181f'
/** Hair lines only. */
export const GOLD = '#a87a1f'
export const LINE = '#8b96a6'
export const HAIR = '#b4bdc9'
export const TINT = '#f0f4fa'
export const WHITE = '#ffffff'
