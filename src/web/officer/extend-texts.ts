/** Words of the section in which an officer prolongs the time for the decision. */
import type { Text } from '../../service/definition.ts'

export const EXTEND_TEXTS = {
  title: { th: 'ขยายเวลาพิจารณา', en: 'Prolong the time' },
  rule: {
    th: 'ครั้งที่ {number} จากไม่เกิน {times} ครั้ง เพิ่ม {days} {unit} กำหนดใหม่ {date}',
    en: 'Extension {number} of at most {times}: {days} {unit} more, then due {date}',
  },
  calendar: { th: 'วัน', en: 'days' },
  working: { th: 'วันทำการ', en: 'working days' },
  told: {
    th: 'ระบบแจ้งเหตุผลและกำหนดใหม่แก่ผู้ขอทันที',
    en: 'The applicant is told the reason and the new day at once',
  },
  reason: { th: 'เหตุผลที่ต้องขยายเวลา', en: 'Why more time is needed' },
  reasonHint: { th: 'ผู้ขอจะได้รับข้อความนี้', en: 'The applicant receives this text' },
  send: { th: 'ขยายเวลาและแจ้งผู้ขอ', en: 'Prolong and tell the applicant' },
  wrong_reason: { th: 'บอกเหตุผลที่ต้องขยายเวลา', en: 'Say why more time is needed' },
  wrong_changed: {
    th: 'คำขอนี้เปลี่ยนไประหว่างที่ท่านดู โปรดตรวจแล้วกดอีกครั้ง',
    en: 'The case changed while you were reading. Check it and press again',
  },
} as const satisfies Record<string, Text>
