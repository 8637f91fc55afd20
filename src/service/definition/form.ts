import { z } from 'zod'
import { Condition } from './condition.ts'
import { DocumentField, type Field, FormField } from './field.ts'
import { Id, Text } from './text.ts'

const FormPage = z.strictObject({
  id: Id,
  title: Text,
  intro: Text.optional(),
  when: Condition.optional(),
  fields: z.array(FormField).min(1),
})
export type FormPage = Omit<z.infer<typeof FormPage>, 'fields'> & { fields: Field[] }

/** An answer that may stand but not be handed in: the message is shown at the field. */
const Block = z.strictObject({ field: Id, when: Condition, message: Text })

/** Who meets this need not go on: told at once, before more effort is spent. The draft is kept. */
const Exit = z.strictObject({ id: Id, when: Condition, title: Text, text: Text })
export type Exit = z.infer<typeof Exit>

export const Form = z.strictObject({
  /** The paper form it stands for, such as แบบ กอ.1. */
  code: z.string().optional(),
  pages: z.array(FormPage).min(1),
  documents: z.array(DocumentField).default([]),
  blocks: z.array(Block).default([]),
  exits: z.array(Exit).default([]),
  declaration: Text,
})

/** A value made from answers: the first case whose condition holds. `{field}` inserts an answer as it is shown. */
export const Computed = z.strictObject({
  id: Id,
  cases: z.array(z.strictObject({ when: Condition.optional(), text: z.string() })).min(1),
})
