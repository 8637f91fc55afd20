/** Words about answers that were taken over from an earlier application. */
import type { Text } from '../../service/definition.ts'

export const PREFILL_TEXTS = {
  title: { th: 'เติมข้อมูลจากคำขอครั้งก่อนให้แล้ว', en: 'Filled in from your last application' },
  body: {
    th: 'ข้อมูลมาจากคำขอเลขที่ {reference} ตรวจทุกหน้าและแก้ส่วนที่เปลี่ยนไป เอกสารต้องแนบใหม่',
    en: 'The answers are those of application {reference}. Check every page and change what is different. Attach the documents again.',
  },
  clear: { th: 'ไม่ใช้ข้อมูลเดิม เริ่มกรอกใหม่', en: 'Clear them and start afresh' },
} as const satisfies Record<string, Text>
