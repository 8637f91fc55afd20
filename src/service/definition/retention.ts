import { z } from 'zod'
import { Id, Text } from './text.ts'

/** How a case may end, as far as its keeping depends on it. */
export const CASE_ENDS = ['licensed', 'refused', 'withdrawn', 'lapsed', 'given_back'] as const
export type CaseEnd = (typeof CASE_ENDS)[number]

/** What is disposed of one by one, by the list that is approved. */
export const DISPOSABLE = ['case', 'fields', 'document', 'pictures'] as const
export type Disposable = (typeof DISPOSABLE)[number]

/** Records are normally kept for at least ten years (ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526, on keeping records). */
export const RECORD_YEARS = 10
const RECORDS_RULE = {
  th: 'ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526: เก็บไม่น้อยกว่า 10 ปี',
  en: 'Regulation of the Office of the Prime Minister on Records B.E. 2526: at least 10 years',
}
const NOT_LONGER = {
  th: 'พ.ร.บ. คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562 ม.37(3): ลบเมื่อพ้นกำหนด',
  en: 'Personal Data Protection Act B.E. 2562 s.37(3): erased when its time is over',
}

const law = Text.describe('กฎหมายหรือระเบียบที่กำหนด ลงในบันทึกการทำลาย — The rule behind it, kept in the record')
const years = z.number().int().min(1).max(100).describe('เก็บกี่ปี — Years it is kept')
const days = (least: number, most: number, words: string) =>
  z.number().int().min(least).max(most).describe(words)

const ends = (words: string) =>
  z
    .strictObject({
      years: years.default(RECORD_YEARS),
      afterwards: z
        .enum(['erase', 'anonymise'])
        .default('erase')
        .describe(
          'ครบแล้ว erase ลบคำตอบทั้งหมด anonymise เหลือเฉพาะตัวเลือกและตัวเลขที่ไม่บอกตัวบุคคล — Then: erase all answers, or keep choices and numbers that name nobody',
        ),
      law: law.default(RECORDS_RULE),
    })
    .prefault({})
    .describe(words)

const paper = (words: string) =>
  z
    .strictObject({ years: years.default(RECORD_YEARS), law: law.default(RECORDS_RULE) })
    .prefault({})
    .describe(words)

/** How long what is kept, and what becomes of it. Of a case its number, days and outcome always stay. */
export const Retention = z
  .strictObject({
    countFrom: z
      .enum(['day', 'calendar_year', 'fiscal_year'])
      .default('calendar_year')
      .describe(
        'นับปีจากวันนั้น หรือจากสิ้นปีปฏิทินหรือปีงบประมาณของวันนั้น — Years are counted from the day, or the end of its calendar or fiscal year',
      ),
    cases: z
      .strictObject({
        licensed: ends('ได้รับใบอนุญาต นับหลังใบอนุญาตสิ้นสุด — Licensed; counted after the licence has ended'),
        refused: ends('ไม่อนุมัติ — Refused'),
        withdrawn: ends('ผู้ยื่นถอนคำขอ — Withdrawn'),
        lapsed: ends('ไม่ชำระในกำหนด — Not paid in time'),
        given_back: ends('คืนคำขอเพราะไม่แก้ไขในกำหนด — Given back, not corrected in time'),
      })
      .prefault({})
      .describe('คำขอที่สิ้นสุด ตามวิธีที่สิ้นสุด — Ended cases, by how they ended'),
    fields: z
      .array(
        z.strictObject({
          fields: z.array(Id).min(1).describe('id ของช่อง รวมช่องแนบไฟล์ — Ids of fields, uploads too'),
          days: days(1, 36_500, 'กี่วันหลังคำขอสิ้นสุด — Days after the case has ended'),
          law: law.default(NOT_LONGER),
        }),
      )
      .default([])
      .describe(
        'ช่องที่ลบก่อนคำขอ เช่น ใบรับรองแพทย์ — Fields erased before their case, such as a health certificate',
      ),
    documents: z
      .strictObject({
        licence: paper('ใบอนุญาต นับหลังสิ้นสุด — Licences; counted after they have ended'),
        receipt: paper('ใบเสร็จ นับจากสิ้นปีงบประมาณ — Receipts; counted from the end of their fiscal year'),
        acknowledgement: paper('ใบรับคำขอ — Acknowledgements of receipt'),
      })
      .prefault({})
      .describe('ไฟล์เอกสารที่ออก ทะเบียนยังตรวจสอบได้ — Files of issued documents; the register still answers'),
    pictures: z
      .strictObject({
        days: days(1, 3650, 'กี่วันหลังตัดสิน — Days after the decision').default(90),
        law: law.default(NOT_LONGER),
      })
      .prefault({})
      .describe('รูปบัตรและรูปใบหน้าที่ใช้ยืนยันตัวตน ผลยืนยันยังอยู่ — Photos of card and face; the outcome stays'),
    draftDays: days(7, 365, 'ร่างที่ไม่ได้แก้ไข กี่วัน — Days for untouched drafts').default(30),
    chatDays: days(
      1,
      3650,
      'คำถามที่ตอบแล้วและแชตที่จบแล้ว กี่วัน — Days for answered questions and ended chats',
    ).default(90),
    unansweredDays: days(
      1,
      365,
      'ข้อความที่แชตตอบไม่ได้ กี่วัน — Days for texts that the chat could not answer',
    ).default(1),
    receivedDays: days(
      1,
      30,
      'ไฟล์ในแชตที่ไม่ได้แนบ กี่วัน — Days for files from the chat that were not attached',
    ).default(1),
    lineEventDays: days(7, 3650, 'รหัสเหตุการณ์จากไลน์ กี่วัน — Days for ids of events of LINE').default(90),
    accessLogDays: days(90, 3650, 'บันทึกการเข้าถึงข้อมูล กี่วัน — Days for the log of who read what').default(730),
    approval: z
      .array(z.enum(DISPOSABLE))
      .default(['case', 'fields', 'document'])
      .describe('ต้องมีผู้อนุมัติก่อนทำลาย นอกนั้นลบเอง — Disposed of only when approved; the rest goes by itself'),
  })
  .prefault({})
export type Retention = z.infer<typeof Retention>
