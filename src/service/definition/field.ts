import { z } from 'zod'
import { Condition } from './condition.ts'
import { PROVEN } from './identity.ts'
import { ClockTime, Id, Text } from './text.ts'

const shown = {
  id: Id.describe(
    'รหัสช่อง ใช้อ้างถึงในเงื่อนไขและเอกสาร — Id of the field, by which conditions and documents name it',
  ),
  label: Text.describe('ข้อความที่ผู้ยื่นเห็น — What the applicant reads'),
  when: Condition.optional().describe('แสดงเมื่อเงื่อนไขเป็นจริง — Shows while this holds'),
}
const fieldBase = {
  ...shown,
  hint: Text.optional().describe('คำแนะนำใต้ช่อง — Advice beside it'),
  optional: z.boolean().default(false).describe('true ไม่ตอบก็ได้ — May be left empty'),
  requireWhen: Condition.optional().describe(
    'ช่องที่ไม่บังคับ ต้องตอบเมื่อเงื่อนไขนี้เป็นจริง — Makes an optional field needed while this holds',
  ),
  /** Identity numbers, telephones, mails and birth dates are so by type. */
  private: z
    .boolean()
    .default(false)
    .describe('true ข้อมูลส่วนบุคคล ห้ามเผยแพร่ — Personal data that must not be published'),
  reuse: z
    .boolean()
    .default(true)
    .describe("เติมจากคำขอก่อนหน้าได้ — May be filled in from the person's earlier application"),
  proven: z
    .enum(PROVEN)
    .optional()
    .describe(
      'เติมจากผลยืนยันตัวตน แก้ไขไม่ได้ — Filled in from the proof of who the applicant is, and not changed by hand',
    ),
}
export const Option = z.strictObject({
  value: Id.describe('รหัสตัวเลือก ใช้ในเงื่อนไข — Value, by which conditions name it'),
  label: Text.describe('ข้อความที่ผู้ยื่นเห็น — What the applicant reads'),
  when: Condition.optional().describe('ให้เลือกเมื่อเงื่อนไขเป็นจริง — Offered while this holds'),
})
export type Option = z.infer<typeof Option>
const options = z.array(Option).min(2).describe('ตัวเลือก — Options')
const least = z.number().optional().describe('ค่าต่ำสุด — Least')
const most = z.number().optional().describe('ค่าสูงสุด — Most')

const TEXT_FIELDS = [
  z.strictObject({
    ...fieldBase,
    type: z.literal('text').describe('ข้อความบรรทัดเดียว — One line of text'),
    max: z.number().int().default(120).describe('ตัวอักษรไม่เกิน — Letters at most'),
    autocomplete: z
      .string()
      .optional()
      .describe('ให้เบราว์เซอร์เติมให้ เช่น given-name — What browsers fill in, such as given-name'),
  }),
  z.strictObject({
    ...fieldBase,
    type: z.literal('textarea').describe('ข้อความหลายบรรทัด — Several lines of text'),
    max: z.number().int().default(1000).describe('ตัวอักษรไม่เกิน — Letters at most'),
  }),
  /** Title, first and last name in one question. */
  z.strictObject({
    ...fieldBase,
    type: z.literal('person_name').describe('คำนำหน้า ชื่อ และนามสกุล — Title, first and last name'),
  }),
  /** The full name, typed as a signature. */
  z.strictObject({
    ...fieldBase,
    type: z.literal('signature').describe('พิมพ์ชื่อเต็มแทนลายมือชื่อ — The full name, typed as a signature'),
  }),
  z.strictObject({ ...fieldBase, type: z.literal('email').describe('อีเมล — E-mail address') }),
  z.strictObject({
    ...fieldBase,
    type: z.literal('address').describe('ที่อยู่ในประเทศไทย — Address in Thailand'),
  }),
] as const

const NUMBER_FIELDS = [
  z.strictObject({
    ...fieldBase,
    type: z.literal('number').describe('ตัวเลข — Number'),
    min: least,
    max: most,
    decimals: z.number().int().min(0).max(4).default(0).describe('ทศนิยมกี่ตำแหน่ง — Decimals'),
    unit: Text.optional().describe('หน่วย เช่น ตารางเมตร — Unit, such as square metres'),
  }),
  /** Baht with two decimals. `min` and `max` are baht. */
  z.strictObject({
    ...fieldBase,
    type: z.literal('money').describe('จำนวนเงินบาท — Amount in baht'),
    min: least,
    max: most,
  }),
  z.strictObject({ ...fieldBase, type: z.literal('thai_id').describe('เลขประจำตัวประชาชน — Thai ID number') }),
  z.strictObject({
    ...fieldBase,
    type: z.literal('juristic_id').describe('เลขทะเบียนนิติบุคคล — Company registration number'),
  }),
  z.strictObject({ ...fieldBase, type: z.literal('passport').describe('เลขหนังสือเดินทาง — Passport number') }),
  z.strictObject({ ...fieldBase, type: z.literal('phone').describe('โทรศัพท์ — Telephone') }),
  /** A point on the map: from the phone's own position, or typed. */
  z.strictObject({ ...fieldBase, type: z.literal('location').describe('พิกัดบนแผนที่ — A point on the map') }),
] as const

const TIME_FIELDS = [
  z.strictObject({
    ...fieldBase,
    type: z.literal('date').describe('วันที่ พ.ศ. — Date, Buddhist era'),
    future: z.boolean().default(true).describe('false ห้ามวันในอนาคต — False: no day to come'),
    past: z.boolean().default(true).describe('false ห้ามวันที่ผ่านมา — False: no day gone by'),
    minAge: z.number().int().optional().describe('อายุอย่างน้อย (วันเกิด) — Least age, of a date of birth'),
    minDaysAhead: z
      .number()
      .int()
      .optional()
      .describe('ล่วงหน้าอย่างน้อยกี่วัน — At least so many days after today'),
    maxDaysAhead: z.number().int().optional().describe('ล่วงหน้าไม่เกินกี่วัน — At most so many days after today'),
  }),
  /** HH:MM, within `from` and `to` where they are given. */
  z.strictObject({
    ...fieldBase,
    type: z.literal('time').describe('เวลา — Time of day'),
    from: ClockTime.optional().describe('ตั้งแต่เวลา — From'),
    to: ClockTime.optional().describe('ถึงเวลา — To'),
  }),
] as const

const CHOICE_FIELDS = [
  /** The answer is `yes` or `no`. */
  z.strictObject({
    ...fieldBase,
    type: z.literal('yes_no').describe('ใช่หรือไม่ใช่ คำตอบคือ yes หรือ no — Yes or no'),
  }),
  z.strictObject({
    ...fieldBase,
    type: z.literal('choice').describe('เลือกหนึ่งข้อ แสดงครบ — One of a few options'),
    options,
  }),
  z.strictObject({
    ...fieldBase,
    type: z.literal('select').describe('เลือกหนึ่งข้อจากรายการ — One option from a list'),
    options,
  }),
  /** A long list, found by typing. */
  z.strictObject({
    ...fieldBase,
    type: z.literal('lookup').describe('รายการยาว ค้นด้วยการพิมพ์ — A long list, found by typing'),
    options,
  }),
  /** Several options; `exclusive` names the one that stands alone, such as "none". */
  z.strictObject({
    ...fieldBase,
    type: z.literal('multi').describe('เลือกได้หลายข้อ — Several options'),
    options,
    min: z.number().int().min(1).optional().describe('เลือกอย่างน้อย — At least so many'),
    max: z.number().int().min(1).optional().describe('เลือกไม่เกิน — At most so many'),
    exclusive: Id.optional().describe(
      'ตัวเลือกที่เลือกพร้อมข้ออื่นไม่ได้ เช่น ไม่มี — The option that stands alone, such as none',
    ),
  }),
  /** A text to agree to; the answer is the version agreed to. */
  z.strictObject({
    ...fieldBase,
    type: z.literal('consent').describe('ข้อความให้ยินยอม — A text to agree to'),
    text: Text.describe('ข้อความที่ให้ยินยอม — The text'),
    version: z.string().min(1).describe('ฉบับ เปลี่ยนเมื่อแก้ข้อความ — Its version, changed together with the text'),
  }),
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
  z.strictObject({ ...shown, type: z.literal('heading').describe('หัวข้อคั่น — A heading') }),
  z.strictObject({
    ...shown,
    type: z.literal('note').describe('หมายเหตุ — A note'),
    tone: z.enum(['info', 'warning']).default('info').describe('ข้อมูลหรือคำเตือน — Information or warning'),
  }),
  /** Shows the fee so far (`fee`), or a computed value. */
  z.strictObject({
    ...shown,
    type: z.literal('computed').describe('แสดงค่าธรรมเนียมหรือข้อความคำนวณ — Shows the fee or a computed value'),
    value: Id.describe('fee หรือ id ของข้อความคำนวณ — fee, or the id of a computed value'),
  }),
])
export type Passage = z.infer<typeof Passage>

/** A group that may be filled several times, such as one row a machine. */
const RepeatField = z.strictObject({
  ...fieldBase,
  type: z.literal('repeat').describe('กลุ่มที่กรอกได้หลายแถว — A group filled several times'),
  item: Text.describe('ชื่อเรียกหนึ่งแถว เช่น ตู้ที่ — What one row is called'),
  min: z.number().int().min(0).default(1).describe('แถวอย่างน้อย — Rows at least'),
  max: z.number().int().min(1).max(200).default(50).describe('แถวไม่เกิน — Rows at most'),
  unique: Id.optional().describe("ช่องที่แต่ละแถวห้ามซ้ำกัน — The row's field that no two rows may answer alike"),
  fields: z.array(PlainField).min(1).describe('ช่องในแต่ละแถว — Fields of a row'),
})
export type RepeatField = z.infer<typeof RepeatField>

export const FILE_TYPES = ['image/jpeg', 'image/png', 'application/pdf'] as const
export type FileType = (typeof FILE_TYPES)[number]
/** A photo or PDF. Written under `documents`; the program shows them as the form's last page. */
export const DocumentField = z.strictObject({
  ...fieldBase,
  formats: z
    .array(z.enum(FILE_TYPES))
    .default([...FILE_TYPES])
    .describe('ชนิดไฟล์ที่รับ — Kinds of file that are taken'),
  maxMegabytes: z.number().positive().max(20).default(10).describe('ขนาดไฟล์ไม่เกิน (MB) — Megabytes at most'),
  maxFiles: z.number().int().min(1).max(10).default(3).describe('จำนวนไฟล์ไม่เกิน — Files at most'),
  /** Looked at, never demanded as a certified copy (EPA s.12). */
  stateIssued: z
    .boolean()
    .default(false)
    .describe('true หน่วยงานรัฐออกให้ ห้ามขอสำเนารับรอง — Issued by a state body: no certified copy'),
  /** Religion and blood group are covered before the picture is sent (PDPA s.26). */
  idCard: z
    .boolean()
    .default(false)
    .describe(
      'true บัตรประชาชน ให้ปิดทับศาสนาและหมู่โลหิตก่อนส่ง — An ID card: religion and blood group are covered before it is sent',
    ),
  photo: z.boolean().default(false).describe('true เปิดกล้องโทรศัพท์ทันที — Opens the camera at once on a phone'),
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
