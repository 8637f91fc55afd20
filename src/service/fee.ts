/** What is due. Integer satang; one line for each fee item that applies to the answers. Pure. */
import type { Definition, Text } from './definition.ts'
import { type Answers, holds } from './form.ts'

export type FeeLine = {
  id: string
  label: Text
  quantity: number
  unit?: Text
  unitSatang: number
  satang: number
}

/** The fee of these answers, item by item; items that do not apply, or come to nothing, are left out. */
export function feeLines(fees: Definition['fees'], answers: Answers): FeeLine[] {
  return fees.items
    .filter((item) => holds(item.when, answers))
    .map((item) => {
      const rows = item.perRowOf ? answers[item.perRowOf] : undefined
      const quantity = item.perRowOf ? (Array.isArray(rows) ? rows.length : 0) : 1
      return {
        id: item.id,
        label: item.label,
        quantity,
        unit: item.unit,
        unitSatang: item.satang,
        satang: item.satang * quantity,
      }
    })
    .filter((line) => line.satang > 0)
}

export const feeTotal = (lines: FeeLine[]): number => lines.reduce((sum, line) => sum + line.satang, 0)
