import { z } from 'zod'
import { Id, IsoDate, Text } from './text.ts'

const GuideTopic = z.strictObject({
  id: Id.describe('รหัสหัวข้อ — Id of the topic'),
  title: Text.describe('ชื่อหัวข้อ — Title of the topic'),
  /** A name from flex-templates/icons. */
  icon: z
    .enum(['users', 'files', 'banknote', 'clock', 'scale', 'map-pin'])
    .describe('รูปบนการ์ดในแชต — Icon of the chat card'),
  words: z
    .array(z.string().min(2))
    .min(1)
    .describe('คำที่ประชาชนใช้ถาม รวมคำที่มักสะกดผิด — Words by which people ask, also usual misspellings'),
  answer: Text.describe('คำตอบบรรทัดเดียวบนการ์ด — The one-line answer on the card'),
  more: z
    .strictObject({
      th: z.array(z.string()).describe('รายละเอียดภาษาไทย ทีละบรรทัด — Details in Thai, line by line'),
      en: z.array(z.string()).describe('รายละเอียดภาษาอังกฤษ ทีละบรรทัด — Details in English, line by line'),
    })
    .optional()
    .describe('รายละเอียดต่อจากคำตอบ — Details that continue the answer'),
})
export type GuideTopic = z.infer<typeof GuideTopic>

export const FrequentQuestion = z.strictObject({
  id: Id.describe('รหัสคำถาม — Id of the question'),
  topic: Id.optional().describe('หัวข้อที่คำถามนี้อยู่ — The topic it stands under'),
  question: Text.describe('คำถาม — The question'),
  wordings: z
    .array(z.string().min(2))
    .default([])
    .describe('คำถามเดียวกันในถ้อยคำอื่น ทั้งสองภาษา — Other wordings of it, in both languages'),
  answer: Text.describe('คำตอบ — The answer'),
})
export type FrequentQuestion = z.infer<typeof FrequentQuestion>

export const Guide = z.strictObject({
  topics: z.array(GuideTopic).min(1).describe('หัวข้อคู่มือ — Topics of the guide'),
  questions: z.array(FrequentQuestion).default([]).describe('คำถามที่พบบ่อย — Frequent questions'),
  conditions: z
    .array(Text)
    .default([])
    .describe('เงื่อนไขที่ต้องครบจึงจะอนุญาต — What must hold for the licence to be granted'),
  steps: z
    .array(
      z.strictObject({
        title: Text.describe('ชื่อขั้นตอน — Name of the step'),
        by: Text.describe('ผู้ดำเนินการ — Who does it'),
        days: z.number().min(0).optional().describe('จำนวนวัน — How many days it takes'),
      }),
    )
    .default([])
    .describe('ขั้นตอน ผู้ดำเนินการ และจำนวนวัน — How it goes, who does it, in how many days'),
  /** Their answers are carried into the form. */
  eligibility: z
    .array(Id)
    .default([])
    .describe(
      'ช่องที่ถามก่อนเริ่มยื่น ในแชตหรือหน้าคู่มือ — Fields asked before starting, in the chat or on the guide page',
    ),
  disclaimer: Text.describe('ข้อสงวนท้ายคำตอบ — Words that limit every answer'),
  updatedOn: IsoDate.describe('วันที่ตรวจคู่มือล่าสุด ปี ค.ศ. — Day on which the guide was last checked'),
  reuse: z
    .strictObject({
      name: z.string().min(1).describe('ชื่อสัญญาอนุญาต — Name of the terms'),
      url: z.url().describe('ที่อยู่เว็บของสัญญาอนุญาต — Address of the terms'),
    })
    .default({ name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' })
    .describe(
      'เงื่อนไขให้ผู้อื่นนำคู่มือไปใช้ บอกไว้กับข้อมูลเปิด — Terms on which others may use the guide, told with its open data',
    ),
})
