import { z } from 'zod'
import { Id, Text } from './text.ts'

export const ROLES = ['reviewer', 'approver'] as const
export type Role = (typeof ROLES)[number]

export const ReviewStep = z.strictObject({
  id: Id,
  title: Text,
  role: z.enum(ROLES),
  /** What the officer ticks before passing the case on. */
  checklist: z.array(z.strictObject({ id: Id, text: Text })).default([]),
  /** Ready opinions the officer may take over and change. */
  opinions: z.array(Text).default([]),
  /** A visit to the place: each point passed or not, with a note. */
  inspection: z
    .strictObject({ points: z.array(z.strictObject({ id: Id, text: Text })).min(1) })
    .optional(),
})
export type ReviewStep = z.infer<typeof ReviewStep>

/** The legal clock. `extensions`: how often, and for how many days, it may be prolonged with a notice. */
export const ClockProfile = z.strictObject({
  days: z.number().int().min(1),
  unit: z.enum(['calendar', 'working']),
  law: Text,
  correctWithinDays: z.number().int().min(1),
  correctWithinUnit: z.enum(['calendar', 'working']).default('calendar'),
  extensions: z.strictObject({ times: z.number().int().min(1), days: z.number().int().min(1) }).optional(),
})
