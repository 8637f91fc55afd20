/**
 * What each fee rule comes to. Every amount is integer satang; what is not a whole satang (half of an odd amount, a
 * share, a fraction of a unit) is dropped, in the payer's favour. Pure, and free of libraries: citizens download it.
 */
import type { FeeItem } from '../definition.ts'
import { type Answer, type Answers, type Row, rowsOf } from '../form.ts'

/** So many at such a price. `half`: charged at half the rate, beside a dearer one. */
export type Charge = { quantity: number; unitSatang: number; satang: number; half?: boolean }
export type PlainItem = Exclude<FeeItem, { rule: 'surcharge' }>

type Charges = {
  [R in PlainItem['rule']]: (item: Extract<PlainItem, { rule: R }>, answers: Answers) => Charge[]
}

const CHARGES: Charges = {
  fixed: ({ satang }) => [once(satang)],
  per_row: ({ rows, satang }, answers) => [times(rowsOf(answers[rows]).length, satang)],
  per_unit: ({ of, satang, free }, answers) => [
    times(Math.max(0, (numberOf(answers[of]) ?? 0) - free), satang),
  ],
  tiers({ of, tiers }, answers) {
    const number = numberOf(answers[of])
    if (number === undefined) return []
    const tier = tiers.find(({ upTo }) => upTo === undefined || number <= upTo)
    return [once(tier?.satang ?? 0)]
  },
  formula({ of, baseSatang, above, perSatang, minSatang = 0, maxSatang }, answers) {
    const number = numberOf(answers[of])
    if (number === undefined) return []
    const amount = wholeSatang(baseSatang + (number - above) * perSatang)
    return [once(Math.min(Math.max(amount, minSatang), maxSatang ?? amount))]
  },
  table: ({ of, satang }, answers) => byRate(chosenIn(answers[of]).map((option) => satang[option] ?? 0)),
  table_rows({ rows, of, satang, others }, answers) {
    const rates = rowsOf(answers[rows]).flatMap((row) =>
      chosenIn(row[of]).map((option) => satang[option] ?? 0),
    )
    return others === 'half' ? highestFirst(rates) : byRate(rates)
  },
}

/** What an item charges for these answers; charges of nothing are left out. */
export function chargesOf(item: PlainItem, answers: Answers): Charge[] {
  const charge = CHARGES[item.rule] as (item: PlainItem, answers: Answers) => Charge[]
  return charge(item, answers).filter(({ satang }) => satang > 0)
}

/** Drops what is less than a satang, but not because a binary fraction fell a hair short. */
export const wholeSatang = (amount: number): number => Math.floor(Number(amount.toFixed(6)))

const once = (satang: number): Charge => ({ quantity: 1, unitSatang: satang, satang })
const times = (quantity: number, unitSatang: number): Charge => ({
  quantity,
  unitSatang,
  satang: wholeSatang(quantity * unitSatang),
})

/** One charge for each rate, the highest first, so that quantity times rate is the amount on a receipt. */
function byRate(rates: number[]): Charge[] {
  const distinct = [...new Set(rates)].toSorted((a, b) => b - a)
  return distinct.map((rate) => times(rates.filter((each) => each === rate).length, rate))
}

/** Several kinds at one place: the highest in full, every other one half (as in ห้วยแก้ว 2562, ข้อ 13). */
function highestFirst(rates: number[]): Charge[] {
  const [highest, ...others] = rates.toSorted((a, b) => b - a)
  if (highest === undefined) return []
  const halves = byRate(others.map((rate) => wholeSatang(rate / 2)))
  return [once(highest), ...halves.map((charge) => ({ ...charge, half: true }))]
}

function chosenIn(answer: Answer | Row[string]): string[] {
  if (typeof answer === 'string') return answer === '' ? [] : [answer]
  return Array.isArray(answer) ? (answer as unknown[]).filter((each) => typeof each === 'string') : []
}

/** A number as typed or stored, or how many were given; undefined while there is none. */
function numberOf(answer: Answer | undefined): number | undefined {
  if (Array.isArray(answer)) return answer.length
  if (typeof answer !== 'string' || answer.trim() === '') return undefined
  const arabic = answer.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
  const number = Number(arabic.replace(/[,\s]/g, ''))
  return Number.isFinite(number) && number >= 0 ? number : undefined
}
