/**
 * What is due. Integer satang; a line for each charge of the items that apply to the answers on the day of filing,
 * then what exemptions take off as negative lines, then the surcharges on what is left. Never below nothing. Pure.
 */
import type { Definition, FeeItem, Text } from './definition.ts'
import { type Charge, chargesOf, type PlainItem, wholeSatang } from './fee/rules.ts'
import { type Answers, holds } from './form.ts'

export type FeeLine = {
  id: string
  label: Text
  quantity: number
  unit?: Text
  unitSatang: number
  satang: number
  /** The ground of an exemption. */
  law?: Text
}
type Fees = Pick<Definition['fees'], 'items' | 'exemptions'>
type Exemption = Fees['exemptions'][number]
type Surcharge = Exclude<FeeItem, PlainItem>
/** A line and the item it comes from. */
type Due = { item: string; line: FeeLine }

/**
 * The fee of these answers, line by line; what comes to nothing is left out. `on` is the Bangkok day of filing (today
 * for a draft): rates change, and an application keeps those of the day on which it was filed.
 */
export function feeLines(fees: Fees, answers: Answers, on: string): FeeLine[] {
  const current = feesOn(fees, on)
  const items = current.items.filter(({ when }) => holds(when, answers))
  const exemptions = current.exemptions.filter(({ when }) => holds(when, answers))
  const plain = items.filter(isPlain).flatMap((item) => chargesOf(item, answers).map(lineOf(item)))
  const off = takenOff(plain, exemptions, ({ items: named }, id) => named.length === 0 || named.includes(id))
  const left = sum(plain.map(({ line }) => line.satang)) - sum(off)
  // Already a share of what is left, a surcharge is itself reduced only by an exemption that names it.
  const surcharges = items.filter(isSurcharge).map((item) => surchargeOn(left, item))
  const waived = takenOff(surcharges, exemptions, ({ items: named }, id) => named.includes(id))
  return [
    ...plain.map(({ line }) => line),
    ...exemptions.map((each, index) => exemptionLine(each, (off[index] ?? 0) + (waived[index] ?? 0))),
    ...surcharges.map(({ line }) => line),
  ].filter(({ satang }) => satang !== 0)
}

export const feeTotal = (lines: FeeLine[]): number => Math.max(0, sum(lines.map(({ satang }) => satang)))

/** The rates in force on a day: what guides tell people before they apply. */
export function feesOn<F extends Fees>(fees: F, on: string): F {
  return {
    ...fees,
    items: fees.items.filter((item) => isInForce(item, on)),
    exemptions: fees.exemptions.filter((exemption) => isInForce(exemption, on)),
  }
}

type Applying = Pick<FeeItem, 'when' | 'from' | 'until'>

/** Both days are included. */
const isInForce = ({ from, until }: Applying, on: string): boolean =>
  (from === undefined || from <= on) && (until === undefined || on <= until)

const isSurcharge = (item: FeeItem): item is Surcharge => item.rule === 'surcharge'
const isPlain = (item: FeeItem): item is PlainItem => item.rule !== 'surcharge'

const HALF: Text = { th: ' (กึ่งหนึ่งของอัตรา)', en: ' (half rate)' }

/** Their unit is that of the number they go by, not of what is charged. */
const MEASURED: FeeItem['rule'][] = ['tiers', 'formula']

const lineOf =
  ({ id, label, unit, rule }: PlainItem) =>
  ({ half, ...charge }: Charge, index: number): Due => ({
    item: id,
    line: {
      id: index === 0 ? id : `${id}_${index + 1}`,
      label: half ? { th: label.th + HALF.th, en: label.en + HALF.en } : label,
      unit: MEASURED.includes(rule) ? undefined : unit,
      ...charge,
    },
  })

function surchargeOn(satang: number, { id, label, percent }: Surcharge): Due {
  const amount = wholeSatang((satang * percent) / 100)
  return { item: id, line: { id, label, quantity: 1, unitSatang: amount, satang: amount } }
}

/** What each exemption takes off these lines; together they take no more of a line than it is. */
function takenOff(
  dues: Due[],
  exemptions: Exemption[],
  covers: (exemption: Exemption, id: string) => boolean,
): number[] {
  const left = new Map(dues.map((due) => [due, due.line.satang]))
  return exemptions.map((exemption) => {
    const covered = dues.filter(({ item }) => covers(exemption, item))
    return sum(
      covered.map((due) => {
        const payable = wholeSatang((due.line.satang * (100 - exemption.percent)) / 100)
        const off = Math.min(left.get(due) ?? 0, due.line.satang - payable)
        left.set(due, (left.get(due) ?? 0) - off)
        return off
      }),
    )
  })
}

const exemptionLine = ({ id, label, law }: Exemption, off: number): FeeLine => ({
  id,
  label,
  quantity: 1,
  unitSatang: -off,
  satang: -off,
  law,
})

const sum = (amounts: number[]): number => amounts.reduce((total, amount) => total + amount, 0)
