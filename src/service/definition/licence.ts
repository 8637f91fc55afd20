import { z } from 'zod'
import { Id, Text } from './text.ts'

const NumberFormat = {
  format: z
    .string()
    .includes('{n}')
    .describe(
      'รูปแบบเลขที่ {n} ลำดับ {yyyy} ปี พ.ศ. {yy} สองหลักท้าย — Form of the number: {n} running, {yyyy} Buddhist year, {yy} its last two digits',
    ),
  year: z
    .enum(['calendar', 'fiscal'])
    .default('calendar')
    .describe('เริ่มลำดับใหม่ตามปีปฏิทินหรือปีงบประมาณ — The series begins again by calendar or fiscal year'),
  numerals: z
    .enum(['arabic', 'thai'])
    .default('arabic')
    .describe('เลขอารบิกหรือเลขไทย — Arabic or Thai numerals'),
}
export const Numbers = z.strictObject({
  reference: z
    .strictObject({
      ...NumberFormat,
      pad: z.number().int().default(6).describe('จำนวนหลักของ {n} — Digits of {n}'),
    })
    .describe('เลขที่คำขอ — Number of the application'),
  licence: z
    .strictObject({
      ...NumberFormat,
      pad: z.number().int().default(1).describe('จำนวนหลักของ {n} — Digits of {n}'),
      book: z.string().describe('เล่มที่ — Number of the book'),
    })
    .describe('เลขที่ใบอนุญาต — Number of the licence'),
  receipt: z
    .strictObject({
      ...NumberFormat,
      year: NumberFormat.year.default('fiscal').describe('ปีงบประมาณหรือปีปฏิทิน — Fiscal or calendar year'),
      pad: z.number().int().default(6).describe('จำนวนหลักของ {n} — Digits of {n}'),
      book: z.string().describe('เล่มที่ — Number of the book'),
    })
    .describe('เลขที่ใบเสร็จรับเงิน — Number of the receipt'),
})

export const Licence = z.strictObject({
  name: Text.default({ th: 'ใบอนุญาต', en: 'Licence' }).describe(
    'ชื่อเรียกเอกสาร เช่น หนังสือรับรอง — What the document is called, such as a certificate',
  ),
  short: Text.optional().describe(
    'ชื่อสั้นสำหรับปุ่มเมนูที่รับได้ 20 ตัวอักษร เมื่อชื่อเต็มยาวเกิน — A short name for menu buttons of 20 letters, where the full one is too long',
  ),
  validMonths: z.number().int().min(1).default(12).describe('อายุใบอนุญาตเป็นเดือน — Months of validity'),
  validUntil: z
    .strictObject({
      rows: Id.describe('id ของกลุ่มที่กรอกได้หลายแถว — Id of the repeat group'),
      date: Id.describe('ช่องวันที่ในกลุ่ม — Its field with the date'),
    })
    .optional()
    .describe('ใช้ได้ถึงวันท้ายสุดในกลุ่ม แทนจำนวนเดือน — Instead of months: until the latest date of a repeat group'),
  conditions: z
    .array(z.string())
    .default([])
    .describe('เงื่อนไขที่พิมพ์ในใบอนุญาตทุกฉบับ — Conditions printed on every licence'),
  signer: z
    .strictObject({
      name: z.string().describe('ชื่อผู้ลงนาม — Name of who signs'),
      position: z.string().describe('ตำแหน่ง — Office'),
      capacity: z.string().describe('ลงนามในฐานะ เช่น เจ้าพนักงานท้องถิ่น — Capacity in which they sign'),
    })
    .describe('ผู้ลงนามในใบอนุญาต — Who signs the licence'),
  displayRequired: z
    .boolean()
    .default(true)
    .describe('ต้องแสดงไว้ ณ สถานประกอบการ — Must be shown where the business is carried on'),
  /** False only where nothing need be displayed. */
  holderPublic: z
    .boolean()
    .default(true)
    .describe('ผู้ตรวจสอบเอกสารเห็นชื่อผู้รับใบอนุญาต — Whoever verifies the document is shown whose it is'),
  /** At least what the licence prints (EPA s.13(2)). */
  register: z
    .array(
      z.strictObject({
        label: Text.describe('ชื่อรายการ — Name of the item'),
        value: Id.describe('id ของช่องหรือข้อความคำนวณ — Id of a field or computed value'),
      }),
    )
    .min(1)
    .describe('รายการที่ประชาชนตรวจสอบได้ — What the public may see'),
  reminders: z
    .array(z.number().int().min(1))
    .default([60, 30, 7])
    .describe('เตือนล่วงหน้ากี่วันก่อนหมดอายุ — Days before expiry on which the holder is reminded'),
})
