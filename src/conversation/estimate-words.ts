/** The sentences of "for my case". */
import type { Text } from '../service/definition.ts'

export const ESTIMATE_WORDS = {
  begin: { th: 'คำนวณค่าธรรมเนียมและวันครบกำหนดของฉัน', en: 'My fee and due date' },
  again: { th: 'คำนวณใหม่', en: 'Once more' },
  nothingToAsk: {
    th: 'บริการนี้คำนวณล่วงหน้าในแชตไม่ได้ ดูค่าธรรมเนียมได้ในคู่มือ',
    en: 'This cannot be worked out in the chat. Please see the fees in the guide.',
  },
  choose: { th: 'แตะเลือก หรือพิมพ์คำตอบ', en: 'Tap one, or type it.' },
  typeNumber: { th: 'พิมพ์เป็นตัวเลข เช่น 2', en: 'Type a number, such as 2.' },
  howMany: { th: '{label} กี่รายการ', en: '{label}: how many?' },
  notUnderstood: { th: 'ยังไม่เข้าใจคำตอบ', en: 'I did not understand that.' },
  noFee: { th: 'ไม่มีค่าธรรมเนียม', en: 'No fee' },
  baht: { th: '{amount} บาท', en: '{amount} baht' },
  received: {
    th: 'หากยื่นครบถ้วนตอนนี้ ถือว่าได้รับคำขอวันที่ {date}',
    en: 'Filed complete now, it counts as received on {date}',
  },
  start: { th: 'เริ่มยื่นคำขอด้วยคำตอบนี้', en: 'Apply with these answers' },
  goOn: { th: 'กรอกคำขอที่ค้างไว้ต่อ', en: 'Go on with my draft' },
} as const satisfies Record<string, Text>
