import { z } from 'zod'
import { Condition } from './condition.ts'
import { Id, IsoDate, Satang, Text } from './text.ts'

/** `from` and `until` (both days included) are days of filing: rates change and old applications keep theirs. */
const item = {
  id: Id.describe('รหัสรายการ — Id of the item'),
  label: Text.describe('ชื่อที่พิมพ์ในใบเสร็จ — Name, as printed on the receipt'),
  when: Condition.optional().describe('คิดเมื่อเงื่อนไขเป็นจริง — Due while this holds'),
  from: IsoDate.optional().describe('ใช้กับคำขอที่ยื่นตั้งแต่วันนี้ ปี ค.ศ. — For applications filed from this day'),
  until: IsoDate.optional().describe('ใช้ถึงวันนี้ รวมวันนี้ด้วย — Until this day, which is included'),
  unit: Text.optional().describe('หน่วยนับ เช่น ตู้ — What is counted, such as machine'),
  /** The treasury's codes, where the money is paid into the CGD portal. */
  catalogCode: z.string().optional().describe('รหัสรายได้ของกรมบัญชีกลาง — Treasury code of the revenue'),
  costCenter: z.string().optional().describe('รหัสศูนย์ต้นทุน — Treasury code of the cost centre'),
}

export const FeeItem = z.discriminatedUnion('rule', [
  z.strictObject({
    ...item,
    rule: z.literal('fixed').describe('อัตราเดียว — One amount'),
    satang: Satang.describe('สตางค์ 100 บาท = 10000 — Satang: 100 baht = 10000'),
  }),
  /** So much for every row of a repeat group. */
  z.strictObject({
    ...item,
    rule: z.literal('per_row').describe('ต่อแถวของกลุ่ม — So much for every row of a group'),
    rows: Id.describe('id ของกลุ่มที่กรอกได้หลายแถว — Id of the repeat group'),
    satang: Satang.describe('สตางค์ 100 บาท = 10000 — Satang: 100 baht = 10000'),
  }),
  /** So much for each of what a number field counts, beyond the first `free`. */
  z.strictObject({
    ...item,
    rule: z.literal('per_unit').describe('ต่อหน่วยของตัวเลข — So much for each of what a number counts'),
    of: Id.describe('id ของช่องตัวเลข — Id of the number field'),
    satang: Satang.describe('สตางค์ 100 บาท = 10000 — Satang: 100 baht = 10000'),
    free: z.number().min(0).default(0).describe('จำนวนแรกที่ไม่คิดเงิน — So many are free'),
  }),
  /** By the first tier whose `upTo` the number does not exceed; the last one has none. */
  z.strictObject({
    ...item,
    rule: z.literal('tiers').describe('ตามช่วงของตัวเลข — By the tier a number falls in'),
    of: Id.describe('id ของช่องตัวเลข — Id of the number field'),
    tiers: z
      .array(
        z.strictObject({
          upTo: z
            .number()
            .optional()
            .describe('ไม่เกินจำนวนนี้ ช่วงสุดท้ายเว้นไว้ — Up to this number; the last tier has none'),
          satang: Satang.describe('สตางค์ 100 บาท = 10000 — Satang: 100 baht = 10000'),
        }),
      )
      .min(1)
      .describe('ช่วงจากน้อยไปมาก — Tiers, from low to high'),
  }),
  /** `base + (number − above) × per`, not below `min` and not above `max`. */
  z.strictObject({
    ...item,
    rule: z.literal('formula').describe('ฐาน + ส่วนเกิน × อัตรา — base + (number − above) × per'),
    of: Id.describe('id ของช่องตัวเลข — Id of the number field'),
    baseSatang: Satang.describe('ฐาน เป็นสตางค์ — The base, in satang'),
    above: z.number().default(0).describe('คิดเฉพาะส่วนที่เกินจำนวนนี้ — Charged for what exceeds this'),
    perSatang: Satang.describe('ต่อหน่วยที่เกิน เป็นสตางค์ — For each beyond, in satang'),
    minSatang: Satang.optional().describe('ไม่ต่ำกว่า เป็นสตางค์ — Not below, in satang'),
    maxSatang: Satang.optional().describe('ไม่เกิน เป็นสตางค์ — Not above, in satang'),
  }),
  /** By the option chosen. */
  z.strictObject({
    ...item,
    rule: z.literal('table').describe('ตามตัวเลือก — By the option chosen'),
    of: Id.describe('id ของช่องตัวเลือก — Id of the field with options'),
    satang: z.record(Id, Satang).describe('อัตราของแต่ละตัวเลือก เป็นสตางค์ — Rate of each option, in satang'),
  }),
  /** By the option chosen in every row of a repeat group; with `others: half`, the highest in full and the rest half. */
  z.strictObject({
    ...item,
    rule: z.literal('table_rows').describe('ตามตัวเลือกในทุกแถว — By the option chosen in every row'),
    rows: Id.describe('id ของกลุ่มที่กรอกได้หลายแถว — Id of the repeat group'),
    of: Id.describe('id ของช่องตัวเลือกในกลุ่ม — Id of the field with options, in the group'),
    satang: z.record(Id, Satang).describe('อัตราของแต่ละตัวเลือก เป็นสตางค์ — Rate of each option, in satang'),
    others: z
      .enum(['full', 'half'])
      .default('full')
      .describe('รายการอื่นคิดเต็มหรือกึ่งหนึ่ง — The others in full or half, beside the highest'),
  }),
  /** A share of what the other items come to, rounded down to the satang. */
  z.strictObject({
    ...item,
    rule: z.literal('surcharge').describe('ร้อยละของรายการอื่น — A share of the other items'),
    percent: z.number().positive().max(1000).describe('ร้อยละ — Per cent'),
  }),
])
export type FeeItem = z.infer<typeof FeeItem>

/** Takes a share off the named items (all of them when none is named). */
const Exemption = z.strictObject({
  id: item.id,
  label: Text.describe('ชื่อการยกเว้นหรือลดหย่อน — Name of the exemption'),
  when: Condition.optional().describe('ได้รับเมื่อเงื่อนไขเป็นจริง — Granted while this holds'),
  from: item.from,
  until: item.until,
  items: z
    .array(Id)
    .default([])
    .describe('ลดรายการใด ไม่ระบุคือทุกรายการ — Items it is taken off; all when none is named'),
  percent: z.number().positive().max(100).default(100).describe('ลดร้อยละเท่าใด — Per cent that are taken off'),
  law: Text.describe('กฎหมายหรือประกาศที่ให้ลด — The law that grants it'),
})

export const Fees = z.strictObject({
  items: z.array(FeeItem).describe('รายการค่าธรรมเนียม — Fee items'),
  exemptions: z.array(Exemption).default([]).describe('การยกเว้นและลดหย่อน — Exemptions and reductions'),
  /** When it is due. What is not paid after approval within the days lapses. */
  due: z
    .enum(['after_approval', 'at_filing'])
    .default('after_approval')
    .describe('ชำระหลังอนุมัติ หรือตอนยื่น — Due after approval, or at filing'),
  payWithinDays: z.number().int().min(1).describe('ต้องชำระภายในกี่วัน — Days within which it is paid'),
  payWithinUnit: z
    .enum(['calendar', 'working'])
    .default('calendar')
    .describe('วันปฏิทินหรือวันทำการ — Calendar or working days'),
})
