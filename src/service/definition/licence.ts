import { z } from 'zod'
import { Id, Text } from './text.ts'

/** `{n}` running number, `{yyyy}` Buddhist year of the series, `{yy}` its last two digits; `pad` digits of {n}. */
const NumberFormat = {
  format: z.string().includes('{n}'),
  year: z.enum(['calendar', 'fiscal']).default('calendar'),
  numerals: z.enum(['arabic', 'thai']).default('arabic'),
}
export const Numbers = z.strictObject({
  reference: z.strictObject({ ...NumberFormat, pad: z.number().int().default(6) }),
  licence: z.strictObject({ ...NumberFormat, pad: z.number().int().default(1), book: z.string() }),
  receipt: z.strictObject({
    ...NumberFormat,
    year: z.enum(['calendar', 'fiscal']).default('fiscal'),
    pad: z.number().int().default(6),
    book: z.string(),
  }),
})

export const Licence = z.strictObject({
  validMonths: z.number().int().min(1),
  conditions: z.array(z.string()).default([]),
  signer: z.strictObject({ name: z.string(), position: z.string(), capacity: z.string() }),
  /** Must be shown where the business is carried on. */
  displayRequired: z.boolean().default(true),
  /** What the public may see: at least what the licence prints (EPA s.13(2)). */
  register: z.array(z.strictObject({ label: Text, value: Id })).min(1),
  /** Days before expiry on which the holder is reminded. */
  reminders: z.array(z.number().int().min(1)).default([60, 30, 7]),
})
