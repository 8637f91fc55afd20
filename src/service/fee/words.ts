/** A fee in words, for people who want to know before they apply. Pure. */
import type { FeeItem, Language, Text } from '../definition.ts'
import { formatBaht } from '../thai.ts'

type Words = { [R in FeeItem['rule']]: (item: Extract<FeeItem, { rule: R }>, language: Language) => string }

const baht = (satang: number, language: Language): string =>
  `${formatBaht(satang)} ${language === 'th' ? 'บาท' : 'baht'}`
const count = (number: number): string => number.toLocaleString('en-US')
const named = (number: number, unit: Text | undefined, language: Language): string =>
  unit ? `${count(number)} ${unit[language]}` : count(number)
const pick = (language: Language, th: string, en: string): string => (language === 'th' ? th : en)

/** "300 บาทต่อตู้"; a thing whose name the service file leaves out goes unnamed. */
const each = (satang: number, unit: Text | undefined, language: Language): string =>
  baht(satang, language) + (unit ? pick(language, `ต่อ${unit.th}`, ` a ${unit.en}`) : '')

const WORDS: Words = {
  fixed: ({ satang, unit }, language) => each(satang, unit, language),
  per_row: ({ satang, unit }, language) => each(satang, unit, language),
  per_unit({ satang, unit, free }, language) {
    const beyond = named(free, unit, language)
    const only = pick(language, ` เฉพาะส่วนที่เกิน ${beyond}`, `, beyond the first ${beyond}`)
    return each(satang, unit, language) + (free > 0 ? only : '')
  },
  tiers: ({ tiers, unit }, language) =>
    tiers.map((_, index) => tierWords(tiers, index, unit, language)).join(' · '),
  formula({ baseSatang, above, perSatang, minSatang, maxSatang, unit }, language) {
    const more = each(perSatang, unit, language)
    const beyond = named(above, unit, language)
    const from = above > 0 ? pick(language, ` ส่วนที่เกิน ${beyond}`, ` beyond ${beyond}`) : ''
    const start =
      baseSatang > 0
        ? pick(language, `${baht(baseSatang, language)} บวก `, `${baht(baseSatang, language)} plus `)
        : ''
    return `${start}${more}${from}${limits(minSatang, maxSatang, language)}`
  },
  table: ({ satang, unit }, language) => range(Object.values(satang), unit, language),
  table_rows({ satang, others, unit }, language) {
    const half = pick(language, ' อัตราสูงสุดคิดเต็ม อัตราอื่นคิดกึ่งหนึ่ง', ', the highest in full and the others half')
    return range(Object.values(satang), unit, language) + (others === 'half' ? half : '')
  },
  surcharge: ({ percent }, language) =>
    pick(language, `ร้อยละ ${count(percent)} ของค่าธรรมเนียม`, `${count(percent)}% of the fee`),
}

/** What an item costs, in words: "300 บาทต่อตู้", "200–10,000 บาท". */
export function feeWords(item: FeeItem, language: Language): string {
  const words = WORDS[item.rule] as (item: FeeItem, language: Language) => string
  return words(item, language)
}

/** The least an item can cost, and the most; undefined where it depends on the answers alone. */
export function feeRange(item: FeeItem): { least: number; most?: number } | undefined {
  switch (item.rule) {
    case 'fixed':
      return { least: item.satang, most: item.satang }
    case 'per_row':
      return { least: item.satang }
    case 'per_unit':
      return { least: item.free > 0 ? 0 : item.satang }
    case 'tiers':
      return spread(item.tiers.map(({ satang }) => satang))
    case 'formula':
      return { least: item.minSatang ?? item.baseSatang, most: item.maxSatang }
    case 'table':
      return spread(Object.values(item.satang))
    case 'table_rows':
      return { least: spread(Object.values(item.satang)).least }
    case 'surcharge':
      return undefined
  }
}

const spread = (amounts: number[]) => ({ least: Math.min(...amounts), most: Math.max(...amounts) })

function range(amounts: number[], unit: Text | undefined, language: Language): string {
  const { least, most } = spread(amounts)
  return least === most ? each(least, unit, language) : `${formatBaht(least)}–${each(most, unit, language)}`
}

type Tiers = Extract<FeeItem, { rule: 'tiers' }>['tiers']

function tierWords(tiers: Tiers, index: number, unit: Text | undefined, language: Language): string {
  const { upTo, satang } = tiers[index] ?? { satang: 0 }
  const before = tiers[index - 1]?.upTo
  const size =
    upTo !== undefined
      ? pick(language, `ไม่เกิน ${named(upTo, unit, language)}`, `up to ${named(upTo, unit, language)}`)
      : before !== undefined
        ? pick(language, `เกิน ${named(before, unit, language)}`, `over ${named(before, unit, language)}`)
        : ''
  return [size, baht(satang, language)].filter(Boolean).join(language === 'th' ? ' ' : ': ')
}

function limits(least: number | undefined, most: number | undefined, language: Language): string {
  const atLeast = least
    ? pick(language, ` ไม่ต่ำกว่า ${baht(least, language)}`, `, at least ${baht(least, language)}`)
    : ''
  const atMost = most
    ? pick(language, ` ไม่เกิน ${baht(most, language)}`, `, at most ${baht(most, language)}`)
    : ''
  return atLeast + atMost
}
