import * as thaiBahtText from 'thai-baht-text'
import { longDate, shortDate } from '../service/dates.ts'
import { formatBaht, formatMoney } from '../service/thai.ts'

/** How a value is written: `{{issued|date}}`. Dates are ISO days, times the Bangkok wall clock, money satang. */
export const FILTERS = {
  /** 22 พฤศจิกายน พ.ศ. 2569 */
  date: (value) => longDate(day(value)).replace(/ (?=\d+$)/, ' พ.ศ. '),
  /** 22 พฤศจิกายน 2569 */
  shortdate: (value) => longDate(day(value)),
  /** 22 พ.ย. 2569 */
  abbr: (value) => shortDate(day(value)),
  /** 09.38 น. */
  time: (value) => `${clock(value).slice(0, 5).replace(':', '.')} น.`,
  /** 22 พฤศจิกายน 2569 เวลา 09.38.52 น. */
  stamp: (value) => `${longDate(day(value))} เวลา ${clock(value).replaceAll(':', '.')} น.`,
  /** 1,234.00 */
  money: (value) => formatMoney(satang(value)),
  /** 1,234 or 1,234.50 */
  baht: (value) => formatBaht(satang(value)),
  /** หนึ่งพันสองร้อยสามสิบสี่บาทถ้วน */
  words: (value) => inWords(satang(value)),
  /** 1,234 */
  num: (value) => number(value).toLocaleString('en-US'),
} as const satisfies Record<string, (value: unknown) => string>

export type FilterName = keyof typeof FILTERS
export const isFilterName = (name: string): name is FilterName => Object.hasOwn(FILTERS, name)

function day(value: unknown): string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(value)) throw new Error('is not an ISO date')
  return value.slice(0, 10)
}

function clock(value: unknown): string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.test(value))
    throw new Error('is not a date with a time')
  return value.slice(11, 19)
}

function number(value: unknown): number {
  const found = typeof value === 'number' ? value : Number(value === '' ? Number.NaN : value)
  if (!Number.isFinite(found)) throw new Error('is not a number')
  return found
}

function satang(value: unknown): number {
  const found = number(value)
  if (!Number.isInteger(found) || found < 0) throw new Error('is not an amount in satang')
  return found
}

/** NOTE: the library's types name exports it does not have: only its default is a function. */
const bahtInWords = thaiBahtText.default as unknown as (baht: string) => string

/** NOTE: the library writes nothing at all for 0. */
const inWords = (amount: number): string =>
  amount === 0 ? 'ศูนย์บาทถ้วน' : bahtInWords((amount / 100).toFixed(2))
