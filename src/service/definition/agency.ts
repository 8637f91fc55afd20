import { z } from 'zod'
import { ClockTime, IsoDate, Text } from './text.ts'

export const Agency = z.strictObject({
  name: Text.describe('ชื่อหน่วยงาน — Name of the agency'),
  unit: Text.describe('กองหรือฝ่ายที่รับผิดชอบ — Division that is in charge'),
  address: Text.describe('ที่อยู่หน่วยงาน — Address of the agency'),
  phone: z.string().describe('โทรศัพท์ติดต่อ พร้อมเลขภายใน — Telephone, with extension'),
  email: z.email().describe('อีเมลติดต่อ — E-mail address'),
  website: z.string().optional().describe('เว็บไซต์ — Website'),
  /** Announced hours: what comes later is deemed received at the next working time (EPA s.10). */
  hours: z
    .strictObject({
      days: z
        .array(z.number().int().min(1).max(7))
        .min(1)
        .describe('วันทำการ 1 = จันทร์ 7 = อาทิตย์ — Working days, 1 = Monday, 7 = Sunday'),
      from: ClockTime.describe('เวลาเปิด เช่น "08:30" — Opening time, such as "08:30"'),
      to: ClockTime.describe('เวลาปิด เช่น "16:30" — Closing time, such as "16:30"'),
    })
    .describe(
      'เวลาทำการที่ประกาศ คำขอหลังเวลานี้ถือว่าได้รับในเวลาทำการถัดไป — Announced hours; what comes later counts from the next working time',
    ),
  holidays: z
    .array(
      z.strictObject({
        on: IsoDate.describe('วันที่ ปี ค.ศ. เช่น "2027-04-13" — Day, such as "2027-04-13"'),
        name: Text.describe('ชื่อวันหยุด — Name of the holiday'),
      }),
    )
    .default([])
    .describe('วันหยุดราชการ ใช้นับวันทำการ — Public holidays, for counting working days'),
})
