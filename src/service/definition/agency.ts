import { z } from 'zod'
import { ClockTime, IsoDate, Text } from './text.ts'

export const Agency = z.strictObject({
  name: Text,
  unit: Text,
  address: Text,
  phone: z.string(),
  email: z.email(),
  website: z.string().optional(),
  /** Announced hours: what comes later is deemed received at the next working time (EPA s.10). 1 = Monday. */
  hours: z.strictObject({
    days: z.array(z.number().int().min(1).max(7)).min(1),
    from: ClockTime,
    to: ClockTime,
  }),
  holidays: z.array(z.strictObject({ on: IsoDate, name: Text })).default([]),
})
