import type { TextStyle } from '../lines/typesetter.ts'
import { INK, NAVY, SECOND_INK, STAMP_RED } from '../pdf/colours.ts'

/** The vertical grid: leadings and gaps are multiples of it, or of its half. */
export const GRID = 3.5
/** How far a baseline lies below the top of its line, as a share of the leading. */
export const BASELINE = 0.7

const regular = (size: number, leading: number, colour = INK): TextStyle => ({
  weight: 'regular',
  size,
  leading,
  colour,
})
const semibold = (size: number, leading: number, colour = INK): TextStyle => ({
  weight: 'semibold',
  size,
  leading,
  colour,
})

/** Sarabun of 11.5 looks as large as the 16 of TH Sarabun, the size of official letters. */
export const STYLES = {
  display: semibold(21, 31.5, NAVY),
  title: semibold(18, 28, NAVY),
  head: semibold(13, 21, NAVY),
  agency: semibold(14.5, 28, NAVY),
  letterhead: semibold(14, 17.5, NAVY),
  subtitle: regular(9.5, 14, SECOND_INK),
  aside: regular(8.5, 14, SECOND_INK),
  body: regular(11.5, 17.5),
  strong: semibold(11.5, 17.5),
  fieldLabel: regular(11, 17.5, SECOND_INK),
  corner: regular(12, 17.5),
  stamp: semibold(20, 28, STAMP_RED),
  stampDate: semibold(10, 14, STAMP_RED),
  small: regular(10, 14),
  smallStrong: semibold(10, 14),
  smallHead: semibold(10, 14, NAVY),
  address: regular(9, 14, SECOND_INK),
  table: regular(11, 17.5),
  tableHead: semibold(11, 17.5, NAVY),
  totalLabel: semibold(12.5, 17.5),
  totalWords: regular(12, 17.5),
  totalValue: semibold(14, 17.5),
  signatureMark: regular(10, 17.5, SECOND_INK),
  signatureName: regular(12.5, 17.5),
  signatureOffice: regular(12, 17.5),
  dateNumber: semibold(11, 17.5),
  dateLabel: regular(10.5, 17.5, SECOND_INK),
  date: semibold(12, 17.5),
  boxHead: semibold(12, 17.5, NAVY),
  boxSmall: regular(10.5, 15.75),
} as const satisfies Record<string, TextStyle>
