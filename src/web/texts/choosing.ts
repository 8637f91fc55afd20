/** Words of the controls in which several options, or one of many, are chosen. */
import type { Text } from '../../service/definition.ts'

export const CHOOSING_TEXTS = {
  or: { th: 'หรือ', en: 'or' },
  upTo: { th: 'เลือกได้ไม่เกิน {max} ข้อ', en: 'up to {max}' },
  severalAllowed: { th: 'เลือกได้หลายข้อ', en: 'choose all that apply' },
  lookupHint: { th: 'พิมพ์บางส่วน แล้วเลือกจากรายการ', en: 'Type a part of it, then choose from the list' },
  lookupNone: { th: 'ไม่พบ ลองพิมพ์คำอื่น', en: 'None found. Try another word' },
} as const satisfies Record<string, Text>
