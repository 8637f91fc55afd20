import { z } from 'zod'
import { Condition } from './condition.ts'
import { Id } from './text.ts'

/** Filing for somebody else. The principal is asked, or an officer decides on the mandate, before an approval. */
export const Behalf = z.strictObject({
  when: Condition.describe('ยื่นแทนผู้อื่นเมื่อเงื่อนไขเป็นจริง — It is filed for somebody else while this holds'),
  kind: z
    .enum(['attorney', 'company'])
    .optional()
    .describe(
      'attorney แทนบุคคล company แทนนิติบุคคล ไม่ระบุคือดูจากเลขที่กรอก — For a person or a company; else the number tells',
    ),
  principal: z
    .strictObject({
      name: Id.describe('ช่องหรือข้อความคำนวณที่เป็นชื่อผู้มอบอำนาจ — Field or computed value: the name'),
      number: z
        .union([Id, z.array(Id).min(1)])
        .describe(
          'ช่อง thai_id หรือ juristic_id ของผู้มอบอำนาจ ช่องแรกที่กรอก — Field of the number; of several, the first answered',
        ),
    })
    .describe('ผู้มอบอำนาจ — The one acted for'),
  representative: Id.optional().describe('ช่องชื่อผู้รับมอบอำนาจ พิมพ์ในเอกสาร — Field: name of the representative'),
  document: Id.describe('ช่องแนบหนังสือมอบอำนาจ — File field of the mandate'),
})
export type Behalf = z.infer<typeof Behalf>
