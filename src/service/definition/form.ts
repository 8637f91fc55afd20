import { z } from 'zod'
import { Calendar } from './calendar.ts'
import { Condition } from './condition.ts'
import { DocumentField, type Field, FormField } from './field.ts'
import { Id, Text } from './text.ts'
import { TRANSACTIONS } from './transaction.ts'

const FormPage = z.strictObject({
  id: Id.describe('รหัสหน้า — Id of the page'),
  title: Text.describe('ชื่อหน้า — Title of the page'),
  intro: Text.optional().describe('คำนำของหน้า — Words at its head'),
  when: Condition.optional().describe('แสดงเมื่อเงื่อนไขเป็นจริง — Shows while this holds'),
  /** In others its answers stay as they were for the licence. */
  askedFor: z
    .array(z.enum(TRANSACTIONS))
    .min(1)
    .optional()
    .describe('แสดงเฉพาะคำขอชนิดเหล่านี้ — Kinds of application that show this page'),
  fields: z.array(FormField).min(1).describe('ช่องในหน้านี้ — Its fields'),
})
export type FormPage = Omit<z.infer<typeof FormPage>, 'fields'> & { fields: Field[] }

/** An answer that may stand but not be handed in: the message is shown at the field. */
const Block = z.strictObject({
  field: Id.describe('id ของช่อง — Id of the field'),
  when: Condition.describe('ยื่นไม่ได้เมื่อเงื่อนไขเป็นจริง — Cannot be handed in while this holds'),
  message: Text.describe('ข้อความบอกวิธีแก้ — What to do about it'),
})

/** Who meets this need not go on: told at once, before more effort is spent. The draft is kept. */
const Exit = z.strictObject({
  id: Id.describe('รหัสทางออก — Id of the exit'),
  when: Condition.describe('ไม่ต้องยื่นเมื่อเงื่อนไขเป็นจริง — Need not apply while this holds'),
  title: Text.describe('หัวเรื่อง — Title'),
  text: Text.describe('คำอธิบายและสิ่งที่ควรทำ — Why, and what to do'),
})
export type Exit = z.infer<typeof Exit>

export const Form = z.strictObject({
  code: z.string().optional().describe('รหัสแบบฟอร์มกระดาษ เช่น แบบ กอ.1 — The paper form it stands for'),
  pages: z.array(FormPage).min(1).describe('หน้าของแบบคำขอ — Pages of the form'),
  documents: z.array(DocumentField).default([]).describe('เอกสารแนบ หน้าสุดท้าย — Attachments, the last page'),
  blocks: z
    .array(Block)
    .default([])
    .describe('คำตอบที่ทำให้ยังยื่นไม่ได้ — Answers with which it cannot be handed in'),
  exits: z.array(Exit).default([]).describe('กรณีที่ไม่ต้องยื่น — Cases in which nobody need apply'),
  calendar: Calendar.optional().describe('ปฏิทินจองสถานที่ — Calendar of places that are booked'),
  declaration: Text.describe('คำรับรองก่อนยื่น — What the applicant declares'),
})

/** A value made from answers: the first case whose condition holds. `{field}` inserts an answer as it is shown. */
export const Computed = z.strictObject({
  id: Id.describe('รหัสข้อความคำนวณ — Id of the value'),
  cases: z
    .array(
      z.strictObject({
        when: Condition.optional().describe('ใช้กรณีนี้เมื่อเงื่อนไขเป็นจริง — This case applies while this holds'),
        text: z.string().describe('ข้อความ {ช่อง} แทนคำตอบ — The text; {field} inserts an answer'),
      }),
    )
    .min(1)
    .describe('ใช้กรณีแรกที่เงื่อนไขเป็นจริง — The first case that holds counts'),
})
