import { z } from 'zod'
import { Condition } from './condition.ts'
import { Id, IsoDate, Satang, Text } from './text.ts'

/** `from` and `until` (both days included) are days of filing: rates change and old applications keep theirs. */
const item = {
  id: Id,
  label: Text,
  when: Condition.optional(),
  from: IsoDate.optional(),
  until: IsoDate.optional(),
  unit: Text.optional(),
  /** The treasury's codes, where the money is paid into the CGD portal. */
  catalogCode: z.string().optional(),
  costCenter: z.string().optional(),
}

export const FeeItem = z.discriminatedUnion('rule', [
  z.strictObject({ ...item, rule: z.literal('fixed'), satang: Satang }),
  /** So much for every row of a repeat group. */
  z.strictObject({ ...item, rule: z.literal('per_row'), rows: Id, satang: Satang }),
  /** So much for each of what a number field counts, beyond the first `free`. */
  z.strictObject({
    ...item,
    rule: z.literal('per_unit'),
    of: Id,
    satang: Satang,
    free: z.number().min(0).default(0),
  }),
  /** By the first tier whose `upTo` the number does not exceed; the last one has none. */
  z.strictObject({
    ...item,
    rule: z.literal('tiers'),
    of: Id,
    tiers: z.array(z.strictObject({ upTo: z.number().optional(), satang: Satang })).min(1),
  }),
  /** `base + (number − above) × per`, not below `min` and not above `max`. */
  z.strictObject({
    ...item,
    rule: z.literal('formula'),
    of: Id,
    baseSatang: Satang,
    above: z.number().default(0),
    perSatang: Satang,
    minSatang: Satang.optional(),
    maxSatang: Satang.optional(),
  }),
  /** By the option chosen. */
  z.strictObject({ ...item, rule: z.literal('table'), of: Id, satang: z.record(Id, Satang) }),
  /** By the option chosen in every row of a repeat group; with `others: half`, the highest in full and the rest half. */
  z.strictObject({
    ...item,
    rule: z.literal('table_rows'),
    rows: Id,
    of: Id,
    satang: z.record(Id, Satang),
    others: z.enum(['full', 'half']).default('full'),
  }),
  /** A share of what the other items come to, rounded down to the satang. */
  z.strictObject({ ...item, rule: z.literal('surcharge'), percent: z.number().positive().max(1000) }),
])
export type FeeItem = z.infer<typeof FeeItem>

/** Takes a share off the named items (all of them when none is named). */
const Exemption = z.strictObject({
  id: Id,
  label: Text,
  when: Condition.optional(),
  from: IsoDate.optional(),
  until: IsoDate.optional(),
  items: z.array(Id).default([]),
  percent: z.number().positive().max(100).default(100),
  law: Text,
})

export const Fees = z.strictObject({
  items: z.array(FeeItem),
  exemptions: z.array(Exemption).default([]),
  /** When it is due. What is not paid after approval within the days lapses. */
  due: z.enum(['after_approval', 'at_filing']).default('after_approval'),
  payWithinDays: z.number().int().min(1),
  payWithinUnit: z.enum(['calendar', 'working']).default('calendar'),
})
