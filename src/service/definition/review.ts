import { z } from 'zod'
import { Id, Text } from './text.ts'

/** `supervisor` gives an opinion between the two: the clerk of a municipality, the deputy of a director. */
export const ROLES = ['reviewer', 'supervisor', 'approver'] as const
export type Role = (typeof ROLES)[number]

const CheckPoint = z.strictObject({
  id: Id.describe('รหัสข้อ — Id of the point'),
  text: Text.describe('ข้อความ — Its words'),
})

export const ReviewStep = z.strictObject({
  id: Id.describe('รหัสขั้นพิจารณา — Id of the step'),
  title: Text.describe('ชื่อขั้นพิจารณา — Name of the step'),
  role: z.enum(ROLES).describe('ใครทำ: ผู้ตรวจ ผู้กลั่นกรอง ผู้สั่ง — Who does it: reviewer, supervisor or approver'),
  checklist: z
    .array(CheckPoint)
    .default([])
    .describe('รายการที่ต้องตรวจก่อนส่งต่อ — What the officer ticks before passing the case on'),
  opinions: z
    .array(Text)
    .default([])
    .describe('ความเห็นสำเร็จรูป แก้ได้ — Ready opinions the officer may take over and change'),
  inspection: z
    .strictObject({
      points: z.array(CheckPoint).min(1).describe('ข้อที่ต้องตรวจ — Points to inspect'),
    })
    .optional()
    .describe('ตรวจสถานที่ ผ่านหรือไม่ผ่านทีละข้อ — A visit to the place: each point passed or not, with a note'),
})
export type ReviewStep = z.infer<typeof ReviewStep>

/** The legal clock. */
export const ClockProfile = z.strictObject({
  days: z.number().int().min(1).describe('จำนวนวันพิจารณา — Days for the decision'),
  unit: z.enum(['calendar', 'working']).describe('วันปฏิทินหรือวันทำการ — Calendar or working days'),
  law: Text.describe('กฎหมายที่กำหนดเวลา — The law that sets the limit'),
  correctWithinDays: z.number().int().min(1).describe('วันที่ให้แก้ไขคำขอ — Days for correcting'),
  correctWithinUnit: z
    .enum(['calendar', 'working'])
    .default('calendar')
    .describe('หน่วยวันของการแก้ไข — Calendar or working days for correcting'),
  extensions: z
    .strictObject({
      times: z.number().int().min(1).describe('ขยายได้กี่ครั้ง — How often'),
      days: z.number().int().min(1).describe('ครั้งละไม่เกินกี่วัน — Days at most each time'),
    })
    .optional()
    .describe('ขยายเวลาได้โดยแจ้งเหตุผล — How it may be prolonged, with a notice'),
})
