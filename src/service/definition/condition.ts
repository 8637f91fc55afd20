import { z } from 'zod'
import { Id } from './text.ts'

/** When something applies: one comparison, or several joined by all / any / not. */
export type Condition =
  | { field: string; eq?: string; ne?: string; in?: string[]; gt?: number; lt?: number; filled?: boolean }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({
      field: Id.describe('id ของช่องที่ดูคำตอบ — Id of the field whose answer decides'),
      eq: z.string().optional().describe('ตอบเท่ากับ — The answer is'),
      ne: z.string().optional().describe('ไม่ได้ตอบว่า — The answer is not'),
      in: z.array(z.string()).optional().describe('ตอบข้อใดข้อหนึ่งใน — The answer is one of'),
      gt: z.number().optional().describe('มากกว่า หรือจำนวนแถวมากกว่า — More than; of a group, its rows'),
      lt: z.number().optional().describe('น้อยกว่า หรือจำนวนแถวน้อยกว่า — Less than; of a group, its rows'),
      filled: z.boolean().optional().describe('true ตอบแล้ว false ยังว่าง — Answered, or left empty'),
    }),
    z.strictObject({ all: z.array(Condition).describe('จริงทุกข้อ — All of these hold') }),
    z.strictObject({ any: z.array(Condition).describe('จริงอย่างน้อยหนึ่งข้อ — Any of these holds') }),
    // Described through a wrapper: a described copy of Condition would describe itself without end.
    z.strictObject({ not: z.lazy(() => Condition).describe('ไม่จริง — This does not hold') }),
  ]),
)
