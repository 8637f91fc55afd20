import { z } from 'zod'
import { Condition } from './condition.ts'
import { ClockTime, Id, Text } from './text.ts'

const shown = { id: Id, label: Text, when: Condition.optional() }
const fieldBase = {
  ...shown,
  hint: Text.optional(),
  optional: z.boolean().default(false),
  /** Makes an optional field needed while this holds. */
  requireWhen: Condition.optional(),
  /** Personal data that must not be published; identity numbers, telephones, mails and birth dates are so by type. */
  private: z.boolean().default(false),
  /** May be filled in from the person's earlier application. */
  reuse: z.boolean().default(true),
}
/** An option shows while `when` holds. */
export const Option = z.strictObject({ value: Id, label: Text, when: Condition.optional() })
export type Option = z.infer<typeof Option>
const options = z.array(Option).min(2)

const TEXT_FIELDS = [
  z.strictObject({
    ...fieldBase,
    type: z.literal('text'),
    max: z.number().int().default(120),
    autocomplete: z.string().optional(),
  }),
  z.strictObject({ ...fieldBase, type: z.literal('textarea'), max: z.number().int().default(1000) }),
  /** Title, first and last name in one question. */
  z.strictObject({ ...fieldBase, type: z.literal('person_name') }),
  /** The full name, typed as a signature. */
  z.strictObject({ ...fieldBase, type: z.literal('signature') }),
  z.strictObject({ ...fieldBase, type: z.literal('email') }),
  z.strictObject({ ...fieldBase, type: z.literal('address') }),
] as const

const NUMBER_FIELDS = [
  z.strictObject({
    ...fieldBase,
    type: z.literal('number'),
    min: z.number().optional(),
    max: z.number().optional(),
    decimals: z.number().int().min(0).max(4).default(0),
    unit: Text.optional(),
  }),
  /** Baht with two decimals. `min` and `max` are baht. */
  z.strictObject({
    ...fieldBase,
    type: z.literal('money'),
    min: z.number().optional(),
    max: z.number().optional(),
  }),
  z.strictObject({ ...fieldBase, type: z.literal('thai_id') }),
  z.strictObject({ ...fieldBase, type: z.literal('juristic_id') }),
  z.strictObject({ ...fieldBase, type: z.literal('passport') }),
  z.strictObject({ ...fieldBase, type: z.literal('phone') }),
  /** A point on the map: from the phone's own position, or typed. */
  z.strictObject({ ...fieldBase, type: z.literal('location') }),
] as const

const TIME_FIELDS = [
  z.strictObject({
    ...fieldBase,
    type: z.literal('date'),
    future: z.boolean().default(true),
    past: z.boolean().default(true),
    minAge: z.number().int().optional(),
    /** At least, and at most, so many days after today. */
    minDaysAhead: z.number().int().optional(),
    maxDaysAhead: z.number().int().optional(),
  }),
  /** HH:MM, within `from` and `to` where they are given. */
  z.strictObject({
    ...fieldBase,
    type: z.literal('time'),
    from: ClockTime.optional(),
    to: ClockTime.optional(),
  }),
] as const

const CHOICE_FIELDS = [
  /** The answer is `yes` or `no`. */
  z.strictObject({ ...fieldBase, type: z.literal('yes_no') }),
  z.strictObject({ ...fieldBase, type: z.literal('choice'), options }),
  z.strictObject({ ...fieldBase, type: z.literal('select'), options }),
  /** A long list, found by typing. */
  z.strictObject({ ...fieldBase, type: z.literal('lookup'), options }),
  /** Several options; `exclusive` names the one that stands alone, such as "none". */
  z.strictObject({
    ...fieldBase,
    type: z.literal('multi'),
    options,
    min: z.number().int().min(1).optional(),
    max: z.number().int().min(1).optional(),
    exclusive: Id.optional(),
  }),
  /** A text to agree to; the answer is the version agreed to. */
  z.strictObject({ ...fieldBase, type: z.literal('consent'), text: Text, version: z.string().min(1) }),
] as const

export const PlainField = z.discriminatedUnion('type', [
  ...TEXT_FIELDS,
  ...NUMBER_FIELDS,
  ...TIME_FIELDS,
  ...CHOICE_FIELDS,
])
export type PlainField = z.infer<typeof PlainField>

/** What stands between the questions and has no answer. */
const Passage = z.discriminatedUnion('type', [
  z.strictObject({ ...shown, type: z.literal('heading') }),
  z.strictObject({ ...shown, type: z.literal('note'), tone: z.enum(['info', 'warning']).default('info') }),
  /** Shows the fee so far (`fee`), or a computed value. */
  z.strictObject({ ...shown, type: z.literal('computed'), value: Id }),
])
export type Passage = z.infer<typeof Passage>

/** A group that may be filled several times, such as one row a machine. */
const RepeatField = z.strictObject({
  ...fieldBase,
  type: z.literal('repeat'),
  item: Text,
  min: z.number().int().min(0).default(1),
  max: z.number().int().min(1).max(200).default(50),
  /** The row's field that no two rows may answer alike. */
  unique: Id.optional(),
  fields: z.array(PlainField).min(1),
})
export type RepeatField = z.infer<typeof RepeatField>

export const FILE_TYPES = ['image/jpeg', 'image/png', 'application/pdf'] as const
export type FileType = (typeof FILE_TYPES)[number]
/** A photo or PDF. Written under `documents`; the program shows them as the form's last page. */
export const DocumentField = z.strictObject({
  ...fieldBase,
  formats: z.array(z.enum(FILE_TYPES)).default([...FILE_TYPES]),
  maxMegabytes: z.number().positive().max(20).default(10),
  maxFiles: z.number().int().min(1).max(10).default(3),
  /** Issued by a Thai state body: looked at, never demanded as a certified copy (EPA s.12). */
  stateIssued: z.boolean().default(false),
  /** Opens the camera at once on a phone. */
  photo: z.boolean().default(false),
})
export type FileField = z.infer<typeof DocumentField> & { type: 'file' }

export const FormField = z.discriminatedUnion('type', [
  ...PlainField.options,
  ...Passage.options,
  RepeatField,
])
export type Field = PlainField | Passage | RepeatField | FileField
/** A field that asks for an answer. */
export type Question = Exclude<Field, Passage>
