import { z } from 'zod'
import { Agency } from './definition/agency.ts'
import { Behalf } from './definition/behalf.ts'
import { Condition } from './definition/condition.ts'
import { Fees } from './definition/fee.ts'
import { Computed, Form } from './definition/form.ts'
import { Guide } from './definition/guide.ts'
import { Identity } from './definition/identity.ts'
import { Licence, Numbers } from './definition/licence.ts'
import { Privacy } from './definition/privacy.ts'
import { Retention } from './definition/retention.ts'
import { ClockProfile, ReviewStep } from './definition/review.ts'
import { Id, Text } from './definition/text.ts'
import { Transaction } from './definition/transaction.ts'

/**
 * What a service folder may say: the public contract between an agency and the program. `service.yaml` is parsed
 * by these schemas, `service.schema.json` is generated from them, and every other file imports only their types.
 */
export type { Condition } from './definition/condition.ts'
export type { FeeItem } from './definition/fee.ts'
export {
  FILE_TYPES,
  type Field,
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
export {
  type Identity,
  LEVELS,
  levelOf,
  PROOF_METHODS,
  PROVEN,
  type ProofMethod,
  type Proven,
  type Way,
} from './definition/identity.ts'
export {
  CASE_ENDS,
  type CaseEnd,
  DISPOSABLE,
  type Disposable,
  type Retention,
} from './definition/retention.ts'
export { type ReviewStep, ROLES, type Role } from './definition/review.ts'
export type { Language, Text } from './definition/text.ts'
export { TRANSACTIONS, type Transaction, type TransactionType } from './definition/transaction.ts'

export const Definition = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .describe('รหัสบริการ ตัวพิมพ์เล็ก ตัวเลข และ - — Id of the service: small letters, digits and -'),
  version: z.number().int().min(1).describe('ฉบับ เพิ่มเมื่อแก้หลังเปิดใช้ — Version, raised with every change'),
  title: Text.describe('ชื่อเต็มของใบอนุญาต — Full name of the licence'),
  short: Text.describe('ชื่อสั้นสำหรับปุ่มและรายการ — A short name, for buttons and lists'),
  agency: Agency.describe('หน่วยงาน เวลาทำการ และวันหยุด — The agency, its hours and holidays'),
  law: Text.describe('กฎหมายที่ให้ออกใบอนุญาต แสดงกับทุกคำตอบ — The law that grants it, shown with every answer'),
  guide: Guide.describe('คู่มือประชาชนที่แชตใช้ตอบ — The guide, from which the chat answers'),
  privacyNotice: z
    .strictObject({
      version: z.string().describe('ฉบับ เปลี่ยนเมื่อแก้ข้อความ — Version, changed together with the text'),
      text: Text.describe('ประกาศความเป็นส่วนตัว — The privacy notice'),
    })
    .describe('ประกาศความเป็นส่วนตัว — Privacy notice'),
  privacy: Privacy.describe('การใช้ข้อมูลส่วนบุคคล — What is done with personal data'),
  form: Form.describe('แบบคำขอ — The form'),
  transactions: z
    .array(Transaction)
    .default([])
    .describe('คำขออื่น เช่น ต่ออายุ ใบแทน — What else can be asked for, such as renewal'),
  computed: z.array(Computed).default([]).describe('ข้อความที่ประกอบจากคำตอบ — Texts made from answers'),
  roles: z
    .strictObject({
      holder: Id.describe('ผู้รับใบอนุญาต — Who will hold the licence'),
      place: Id.describe('สถานที่ — The place'),
      summary: Id.describe('สรุปเรื่อง — What it is about'),
      email: Id.optional().describe('อีเมลสำหรับส่งเอกสาร — Where documents are mailed'),
      phone: Id.optional().describe('โทรศัพท์ผู้ยื่น — Telephone of the applicant'),
    })
    .describe(
      'ช่องหรือข้อความคำนวณใดบอกว่าใคร ที่ไหน เรื่องอะไร — Which field or computed value says who, where and what',
    ),
  /** A later application takes nothing over from it. */
  behalf: Behalf.optional().describe(
    'ยื่นแทนผู้อื่น ใครมอบอำนาจ และแนบอะไร — Filing for somebody else: for whom, with which mandate',
  ),
  /** The short form: nobody is asked, an officer reads the mandate. */
  onBehalf: Condition.optional().describe(
    'ยื่นแทนผู้อื่นเมื่อเงื่อนไขเป็นจริง — Made for somebody else while this holds',
  ),
  identity: Identity.describe('การยืนยันตัวตนของผู้ยื่น — Proof of who the applicant is'),
  retention: Retention.describe('อายุการเก็บข้อมูลและการทำลาย — How long data is kept, and what becomes of it'),
  fees: Fees.describe('ค่าธรรมเนียม — Fees'),
  clock: ClockProfile.describe('กำหนดเวลาตามกฎหมาย — The time limits set by law'),
  review: z
    .strictObject({
      steps: z.array(ReviewStep).min(1).describe('ขั้นพิจารณา ขั้นสุดท้ายคือผู้สั่ง — Steps; the last one orders'),
      reasons: z
        .array(Text)
        .default([])
        .describe('เหตุผลสำเร็จรูปเมื่อส่งกลับแก้ไข — Ready reasons for returning it'),
      appeal: Text.describe('วิธีอุทธรณ์ แจ้งเมื่อไม่อนุมัติ — How to appeal, told with every refusal'),
    })
    .describe('การพิจารณา — Review'),
  numbers: Numbers.describe('รูปแบบเลขที่ — Forms of the numbers'),
  licence: Licence.describe('ใบอนุญาต — The licence'),
  receipt: z
    .strictObject({
      collector: z
        .strictObject({
          name: z.string().describe('ชื่อผู้รับเงิน — Name of who collects'),
          position: z.string().describe('ตำแหน่ง — Office'),
        })
        .describe('ผู้รับเงิน — Who collects the money'),
      moneyType: z.string().describe('ประเภทเงิน เช่น รายได้ท้องถิ่น — Kind of revenue'),
    })
    .describe('ใบเสร็จรับเงิน — The receipt'),
  survey: z
    .strictObject({ question: Text.describe('คำถามเดียวหลังจบ — The one question at the end') })
    .describe('แบบประเมินความพึงพอใจ — Survey'),
})
export type Definition = z.infer<typeof Definition>
