import { z } from 'zod'
import { Agency } from './definition/agency.ts'
import { Fees } from './definition/fee.ts'
import { Computed, Form } from './definition/form.ts'
import { Guide } from './definition/guide.ts'
import { Licence, Numbers } from './definition/licence.ts'
import { ClockProfile, ReviewStep } from './definition/review.ts'
import { Id, Text } from './definition/text.ts'

/**
 * What a service folder may say: the public contract between an agency and the program. `service.yaml` is parsed
 * by these schemas, `service.schema.json` is generated from them, and every other file imports only their types.
 */
export type { Condition } from './definition/condition.ts'
export type { FeeItem } from './definition/fee.ts'
export {
  type Field,
  FILE_TYPES,
  type FileField,
  type FileType,
  type Option,
  type Passage,
  type PlainField,
  type Question,
  type RepeatField,
} from './definition/field.ts'
export type { Exit, FormPage } from './definition/form.ts'
export type { FrequentQuestion, GuideTopic } from './definition/guide.ts'
export { type ReviewStep, ROLES, type Role } from './definition/review.ts'
export type { Language, Text } from './definition/text.ts'

export const Definition = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.number().int().min(1),
  title: Text,
  /** Words for the licence that fit a button or a list row. */
  short: Text,
  agency: Agency,
  /** Which local law grants the licence; shown with every answer. */
  law: Text,
  guide: Guide,
  privacyNotice: z.strictObject({ version: z.string(), text: Text }),
  form: Form,
  computed: z.array(Computed).default([]),
  /** Which answer or computed value names the applicant, the place, the mail address and the telephone. */
  roles: z.strictObject({ holder: Id, place: Id, summary: Id, email: Id.optional(), phone: Id.optional() }),
  fees: Fees,
  clock: ClockProfile,
  review: z.strictObject({
    steps: z.array(ReviewStep).min(1),
    reasons: z.array(Text).default([]),
    /** Where, and until when, a refusal may be appealed against; told with every refusal. */
    appeal: Text,
  }),
  numbers: Numbers,
  licence: Licence,
  receipt: z.strictObject({
    collector: z.strictObject({ name: z.string(), position: z.string() }),
    moneyType: z.string(),
  }),
  survey: z.strictObject({ question: Text }),
})
export type Definition = z.infer<typeof Definition>
