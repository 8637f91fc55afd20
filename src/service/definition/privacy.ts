import { z } from 'zod'
import { Id, Text } from './text.ts'

/**
 * On what ground personal data is used (PDPA B.E. 2562 s.24). An agency handles an application as its public task
 * (s.24(4)) or legal duty (s.24(6)); consent (s.19) is only for what goes beyond that.
 */
export const BASES = ['public_task', 'legal_duty', 'consent'] as const
export type Basis = (typeof BASES)[number]

/** What the program itself does only with consent, where a purpose says so. */
export const OPTIONAL_USES = ['survey', 'draft_reminder'] as const
export type OptionalUse = (typeof OPTIONAL_USES)[number]

/** What is recorded of a consent or a notice, and where it was chosen. */
export const CONSENT_EVENTS = ['shown', 'given', 'withdrawn'] as const
export type ConsentEvent = (typeof CONSENT_EVENTS)[number]
export const CONSENT_CHANNELS = ['web', 'chat', 'counter'] as const
export type ConsentChannel = (typeof CONSENT_CHANNELS)[number]

const Purpose = z.strictObject({
  id: Id.describe('รหัสวัตถุประสงค์ — Id of the purpose'),
  title: Text.describe('ใช้ข้อมูลเพื่ออะไร — What the data is used for'),
  basis: z
    .enum(BASES)
    .default('public_task')
    .describe(
      'ฐานทางกฎหมาย (PDPA ม.24): ภารกิจของรัฐ หน้าที่ตามกฎหมาย ความยินยอม — Legal basis: public task, legal duty, consent',
    ),
  law: Text.optional().describe('กฎหมายที่ให้อำนาจ — The law that gives the power or the duty'),
  text: Text.describe('คำอธิบายหรือคำขอความยินยอม — The explanation, or what is consented to'),
  version: z.string().describe('ฉบับ เปลี่ยนเมื่อแก้ข้อความ — Version, changed together with the text'),
  required: z
    .boolean()
    .optional()
    .describe('จำเป็นต่อคำขอ ความยินยอมจำเป็นไม่ได้ — Needed for the application; consent never is'),
  covers: z
    .array(z.enum(OPTIONAL_USES))
    .default([])
    .describe('สิ่งที่ระบบทำต่อเมื่อยินยอม — What the program does only with this consent'),
  data: z.array(Text).default([]).describe('ข้อมูลที่ใช้ — Which data, for the record of processing'),
  recipients: z.array(Text).default([]).describe('เปิดเผยแก่ใคร — To whom it is disclosed'),
})
export type Purpose = z.infer<typeof Purpose>

/** What is done with personal data, on which ground, and who answers for it. The notice itself is `privacyNotice`. */
export const Privacy = z
  .strictObject({
    officer: z
      .strictObject({
        name: Text.describe('ชื่อหรือตำแหน่ง — Name or office'),
        email: z.email().describe('อีเมล — Mail'),
        phone: z.string().min(3).describe('โทรศัพท์ — Telephone'),
      })
      .optional()
      .describe(
        'เจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคล (PDPA ม.41) — Data protection officer; otherwise the agency is shown',
      ),
    purposes: z
      .array(Purpose)
      .default([])
      .describe(
        'วัตถุประสงค์ที่ใช้ข้อมูล ไม่ระบุคือพิจารณาคำขอตามประกาศ — Purposes; by itself: to handle the application',
      ),
    showOfficerNames: z
      .boolean()
      .default(false)
      .describe(
        'true แสดงชื่อเจ้าหน้าที่ที่เปิดดูข้อมูล ไม่ระบุคือแสดงตำแหน่ง — People see the names of officers who looked, not only their office',
      ),
  })
  .prefault({})
export type Privacy = z.infer<typeof Privacy>
