/** Nothing is said by colour alone: every document must do in black and white. */
export const INK = '#101826'
export const SECOND_INK = '#2d3748'
export const NAVY = '#0d2446'
export const BRAND = '#173f7a'
/** Hair lines only. */
export const GOLD = '#a87a1f'
export const LINE = '#8b96a6'
export const HAIR = '#b4bdc9'
export const TINT = '#f0f4fa'
export const WHITE = '#ffffff'
