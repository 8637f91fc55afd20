/** What is said of a form that changed while it was being filled in. */
import type { Text } from '../../service/definition.ts'

export const CHANGES_TEXTS = {
  title: { th: 'แบบฟอร์มมีการปรับปรุง', en: 'The form has changed' },
  body: {
    th: 'ข้อมูลที่กรอกไว้ยังอยู่ครบ ตรวจหัวข้อต่อไปนี้ก่อนยื่น',
    en: 'What you filled in is still here. Look at these before sending.',
  },
  bodyRemoved: {
    th: 'ข้อมูลที่กรอกไว้ยังอยู่ครบ',
    en: 'What you filled in is still here.',
  },
  added: { th: 'เพิ่มใหม่', en: 'New' },
  changed: { th: 'เปลี่ยนแปลง', en: 'Changed' },
  removed: { th: 'ไม่ต้องกรอกแล้ว', en: 'No longer asked' },
} as const satisfies Record<string, Text>
