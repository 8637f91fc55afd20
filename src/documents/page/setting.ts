import type { Typesetter } from '../lines/typesetter.ts'

/** What a block needs to know to measure itself. Points. */
export type Setting = {
  left: number
  width: number
  typeset: Typesetter
  /** Digits of numbers that the layout makes itself. */
  numerals(text: string): string
  agency: Agency
  /** Rows of fields: close where the page must hold much. */
  rows: 'close' | 'open'
  /** Items of clauses that have an annex stand there. */
  isAnnexed: boolean
}
export type Agency = { name: string; unit: string; address: string[] }

export const inset = (setting: Setting, left: number, right = 0): Setting => ({
  ...setting,
  left: setting.left + left,
  width: setting.width - left - right,
})
