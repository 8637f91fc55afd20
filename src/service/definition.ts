import { z } from 'zod'

/**
 * What a service folder may say: the public contract between an agency and the program. `service.yaml` is parsed
 * by these schemas, `service.schema.json` is generated from them, and every other file imports only their types.
 */

/** Every text a person reads, in both languages. */
export const Text = z.strictObject({ th: z.string().min(1), en: z.string().min(1) })
export type Text = z.infer<typeof Text>
export type Language = keyof Text

const Id = z.string().regex(/^[a-z][a-z0-9_]*$/, 'lower-case letters, digits and _ only')
const IsoDate = z.iso.date()
const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM')

/** When something applies: one comparison, or several joined by all / any / not. */
export type Condition =
  | { field: string; eq?: string; ne?: string; in?: string[]; gt?: number; lt?: number; filled?: boolean }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({
      field: Id,
      eq: z.string().optional(),
      ne: z.string().optional(),
      in: z.array(z.string()).optional(),
      gt: z.number().optional(),
      lt: z.number().optional(),
      filled: z.boolean().optional(),
    }),
    z.strictObject({ all: z.array(Condition) }),
    z.strictObject({ any: z.array(Condition) }),
    z.strictObject({ not: Condition }),
  ]),
)

const fieldBase = {
  id: Id,
  label: Text,
  hint: Text.optional(),
  when: Condition.optional(),
  optional: z.boolean().default(false),
}
const Option = z.strictObject({ value: Id, label: Text })

const PlainField = z.discriminatedUnion('type', [
  z.strictObject({
    ...fieldBase,
    type: z.literal('text'),
    max: z.number().int().default(120),
    autocomplete: z.string().optional(),
  }),
  z.strictObject({ ...fieldBase, type: z.literal('textarea'), max: z.number().int().default(1000) }),
  z.strictObject({
    ...fieldBase,
    type: z.literal('number'),
    min: z.number().optional(),
    max: z.number().optional(),
    decimals: z.number().int().min(0).max(4).default(0),
    unit: Text.optional(),
  }),
  z.strictObject({ ...fieldBase, type: z.literal('thai_id') }),
  z.strictObject({ ...fieldBase, type: z.literal('juristic_id') }),
  z.strictObject({ ...fieldBase, type: z.literal('phone') }),
  z.strictObject({ ...fieldBase, type: z.literal('email') }),
  z.strictObject({
    ...fieldBase,
    type: z.literal('date'),
    future: z.boolean().default(true),
    past: z.boolean().default(true),
    minAge: z.number().int().optional(),
  }),
  z.strictObject({ ...fieldBase, type: z.literal('choice'), options: z.array(Option).min(2) }),
  z.strictObject({ ...fieldBase, type: z.literal('select'), options: z.array(Option).min(2) }),
  z.strictObject({ ...fieldBase, type: z.literal('address') }),
])
export type PlainField = z.infer<typeof PlainField>

/** A group that may be filled several times, such as one row a machine. */
const RepeatField = z.strictObject({
  ...fieldBase,
  type: z.literal('repeat'),
  item: Text,
  min: z.number().int().min(0).default(1),
  max: z.number().int().min(1).default(50),
  fields: z.array(PlainField).min(1),
})
export type RepeatField = z.infer<typeof RepeatField>

/** A photo or PDF. Written under `documents`; the program shows them as the form's last page. */
export const FILE_TYPES = ['image/jpeg', 'image/png', 'application/pdf'] as const
export type FileType = (typeof FILE_TYPES)[number]
const DocumentField = z.strictObject({
  ...fieldBase,
  formats: z.array(z.enum(FILE_TYPES)).default([...FILE_TYPES]),
  maxMegabytes: z.number().positive().max(20).default(10),
  maxFiles: z.number().int().min(1).max(10).default(3),
  /** Issued by a Thai state body: looked at, never demanded as a certified copy (EPA s.12). */
  stateIssued: z.boolean().default(false),
})
export type FileField = z.infer<typeof DocumentField> & { type: 'file' }

export const Field = z.discriminatedUnion('type', [...PlainField.options, RepeatField])
export type Field = z.infer<typeof Field> | FileField

const FormPage = z.strictObject({
  id: Id,
  title: Text,
  intro: Text.optional(),
  when: Condition.optional(),
  fields: z.array(Field).min(1),
})
export type FormPage = Omit<z.infer<typeof FormPage>, 'fields'> & { fields: Field[] }

/** A value made from answers: the first case whose condition holds. `{field}` inserts an answer as it is shown. */
const Computed = z.strictObject({
  id: Id,
  cases: z.array(z.strictObject({ when: Condition.optional(), text: z.string() })).min(1),
})

const FeeItem = z.strictObject({
  id: Id,
  label: Text,
  satang: z.number().int().min(0),
  /** Charged once for every row of this repeat group; once in all when left out. */
  perRowOf: Id.optional(),
  unit: Text.optional(),
  when: Condition.optional(),
})

export const ROLES = ['reviewer', 'approver'] as const
export type Role = (typeof ROLES)[number]
const ReviewStep = z.strictObject({
  id: Id,
  title: Text,
  role: z.enum(ROLES),
  /** What the officer ticks before passing the case on. */
  checklist: z.array(z.strictObject({ id: Id, text: Text })).default([]),
})

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

const Agency = z.strictObject({
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

export const Definition = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.number().int().min(1),
  title: Text,
  /** Words for the licence that fit a button or a list row. */
  short: Text,
  agency: Agency,
  /** Which local law grants the licence; shown with every answer. */
  law: Text,
  guide: z.strictObject({ topics: z.array(GuideTopic).min(1), disclaimer: Text, updatedOn: IsoDate }),
  privacyNotice: z.strictObject({ version: z.string(), text: Text }),
  form: z.strictObject({
    pages: z.array(FormPage).min(1),
    documents: z.array(DocumentField).default([]),
    declaration: Text,
  }),
  computed: z.array(Computed).default([]),
  /** Which answer or computed value names the applicant, the place, the mail address and the telephone. */
  roles: z.strictObject({ holder: Id, place: Id, summary: Id, email: Id.optional(), phone: Id.optional() }),
  fees: z.strictObject({ items: z.array(FeeItem), payWithinDays: z.number().int().min(1) }),
  clock: z.strictObject({
    days: z.number().int().min(1),
    unit: z.enum(['calendar', 'working']),
    law: Text,
    correctWithinDays: z.number().int().min(1),
  }),
  review: z.strictObject({
    steps: z.array(ReviewStep).min(1),
    reasons: z.array(Text).default([]),
    /** Where, and until when, a refusal may be appealed against; told with every refusal. */
    appeal: Text,
  }),
  /** `{n}` running number, `{yyyy}` Buddhist year; `pad` digits of {n}. */
  numbers: z.strictObject({
    reference: z.strictObject({ format: z.string(), pad: z.number().int().default(6) }),
    licence: z.strictObject({ format: z.string(), pad: z.number().int().default(1), book: z.string() }),
    receipt: z.strictObject({ format: z.string(), pad: z.number().int().default(6), book: z.string() }),
  }),
  licence: z.strictObject({
    validMonths: z.number().int().min(1),
    conditions: z.array(z.string()).default([]),
    signer: z.strictObject({ name: z.string(), position: z.string(), capacity: z.string() }),
    /** What the public may see: at least what the licence prints (EPA s.13(2)). */
    register: z.array(z.strictObject({ label: Text, value: Id })).min(1),
  }),
  receipt: z.strictObject({
    collector: z.strictObject({ name: z.string(), position: z.string() }),
    moneyType: z.string(),
  }),
  survey: z.strictObject({ question: Text }),
})
export type Definition = z.infer<typeof Definition>
