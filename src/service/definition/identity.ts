import { z } from 'zod'
import { ClockTime, Text } from './text.ts'
import { TRANSACTIONS } from './transaction.ts'

/** The ways a service may offer to prove who one is. */
const OFFERED_METHODS = ['thaid', 'e_document', 'video_call', 'telephone', 'line'] as const
/** How somebody was proven; `in_person`: an officer saw the card at the counter, in every service. */
export const PROOF_METHODS = [...OFFERED_METHODS, 'in_person'] as const
export type ProofMethod = (typeof PROOF_METHODS)[number]

/** How surely a way tells who somebody is, unless the service says otherwise. */
export const LEVELS: Record<ProofMethod, number> = {
  line: 0,
  telephone: 1,
  e_document: 2,
  video_call: 2,
  thaid: 2,
  in_person: 2,
}

/** What may be proven; `proven` of a field names one of them. */
export const PROVEN = ['id_number', 'name', 'birth_date', 'address'] as const
export type Proven = (typeof PROVEN)[number]

const Way = z.strictObject({
  method: z
    .enum(OFFERED_METHODS)
    .describe(
      'วิธี: ThaID รูปถ่ายบัตรกับใบหน้า วิดีโอคอล โทรศัพท์ บัญชีไลน์ — Way: ThaID, photos of card and face, video call, telephone, LINE account',
    ),
  level: z
    .number()
    .int()
    .min(0)
    .max(3)
    .optional()
    .describe(
      'ระดับความเชื่อมั่นที่วิธีนี้ให้ ไม่ระบุคือ line 0 telephone 1 นอกนั้น 2 — Level it gives; by itself line 0, telephone 1, the others 2',
    ),
  validDays: z
    .number()
    .int()
    .min(1)
    .max(3650)
    .default(365)
    .describe('ผลใช้ได้กี่วัน คำขอถัดไปไม่ต้องยืนยันอีก — Days it holds; a later application needs no new one'),
})
export type Way = z.infer<typeof Way>

export const levelOf = ({ method, level }: Pick<Way, 'method' | 'level'>): number => level ?? LEVELS[method]

const minimum = z
  .number()
  .int()
  .min(0)
  .max(3)
  .describe('ระดับต่ำสุดก่อนอนุมัติ 0 คือไม่ต้องยืนยัน — Level needed before approval; 0: none')
const methods = z.array(Way).min(1).describe('วิธีที่ให้เลือก ตามลำดับที่แสดง — Ways offered, in the order shown')
const questions = z
  .array(Text)
  .default([])
  .describe('คำถามหรือข้อที่เจ้าหน้าที่ต้องตรวจ — What the officer asks or checks')

/** Which proof of who the applicant is a service asks for. An approval waits for it, handing in does not. */
export const Identity = z
  .strictObject({
    minimum: minimum.default(0),
    methods: methods.default([{ method: 'line', validDays: 365 }]),
    transactions: z
      .array(
        z.strictObject({
          types: z.array(z.enum(TRANSACTIONS)).min(1).describe('คำขอชนิดใด — Which kinds of application'),
          minimum,
          methods: methods.optional(),
        }),
      )
      .default([])
      .describe('ระดับและวิธีของคำขอบางชนิด — Level and ways where a kind of application differs'),
    telephone: z
      .strictObject({ checklist: questions })
      .prefault({})
      .describe('การโทรกลับของเจ้าหน้าที่ — The officer calls back'),
    videoCall: z
      .strictObject({
        minutes: z.number().int().min(5).max(120).default(15).describe('นัดละกี่นาที — Minutes of a call'),
        daysAhead: z.number().int().min(1).max(60).default(14).describe('จองล่วงหน้าได้กี่วัน — Days ahead'),
        officersAtOnce: z
          .number()
          .int()
          .min(1)
          .max(20)
          .default(1)
          .describe('รับได้พร้อมกันกี่สาย — Calls that can be held at once'),
        pause: z
          .strictObject({
            from: ClockTime.describe('ตั้งแต่เวลา — From'),
            to: ClockTime.describe('ถึงเวลา — To'),
          })
          .optional()
          .describe('พักกลางวัน ไม่เปิดให้จอง — Break, in which none is offered'),
        link: z
          .url()
          .optional()
          .describe(
            'ลิงก์ห้องวิดีโอคอล ไม่ระบุคือเจ้าหน้าที่ส่งให้ทีละราย — Address of the call; else the officer gives one',
          ),
        checklist: questions,
      })
      .prefault({})
      .describe('วิดีโอคอลตามนัด ในเวลาทำการ — Video calls by appointment, in office hours'),
    documents: z
      .boolean()
      .default(false)
      .describe(
        'true เปิดเอกสารที่มีข้อมูลส่วนบุคคลได้เมื่อยืนยันตัวตนแล้ว — Papers with personal data open only after the proof',
      ),
  })
  .prefault({})
export type Identity = z.infer<typeof Identity>
