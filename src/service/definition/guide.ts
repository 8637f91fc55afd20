import { z } from 'zod'
import { Id, IsoDate, Text } from './text.ts'

const GuideTopic = z.strictObject({
  id: Id,
  title: Text,
  /** Icon of the chat card: a name from flex-templates/icons. */
  icon: z.enum(['users', 'files', 'banknote', 'clock', 'scale', 'map-pin']),
  /** Words and spellings by which people ask for it, in both languages. */
  words: z.array(z.string().min(2)).min(1),
  /** The one-line answer on the card; `more` continues it. */
  answer: Text,
  more: z.strictObject({ th: z.array(z.string()), en: z.array(z.string()) }).optional(),
})
export type GuideTopic = z.infer<typeof GuideTopic>

/** A question people ask, its other wordings (both languages), and the answer. */
export const FrequentQuestion = z.strictObject({
  id: Id,
  question: Text,
  wordings: z.array(z.string().min(2)).default([]),
  answer: Text,
})
export type FrequentQuestion = z.infer<typeof FrequentQuestion>

export const Guide = z.strictObject({
  topics: z.array(GuideTopic).min(1),
  questions: z.array(FrequentQuestion).default([]),
  /** What must hold for the licence to be granted. */
  conditions: z.array(Text).default([]),
  /** How it goes, who does it, and in how many days. */
  steps: z
    .array(z.strictObject({ title: Text, by: Text, days: z.number().min(0).optional() }))
    .default([]),
  /** Form fields asked in the chat or on the guide page before starting; their answers are carried into the form. */
  eligibility: z.array(Id).default([]),
  disclaimer: Text,
  updatedOn: IsoDate,
})
