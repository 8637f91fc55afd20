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
  noticeTitle: { th: 'ประกาศความเป็นส่วนตัวฉบับใหม่', en: 'A new privacy notice' },
  noticeAhead: {
    th: 'อ่านและกดรับทราบในหน้าตรวจทานก่อนส่งคำขอ',
    en: 'You will be asked to read it before you send.',
  },
  noticeRead: { th: 'ข้าพเจ้าอ่านและรับทราบแล้ว', en: 'I have read it' },
  noticeFirst: {
    th: 'ประกาศความเป็นส่วนตัวเปลี่ยนไป อ่านแล้วกาเครื่องหมายก่อนส่งคำขอ',
    en: 'The privacy notice has changed. Read it and tick the box before sending',
  },
  removed: { th: 'ไม่ต้องกรอกแล้ว', en: 'No longer asked' },
} as const satisfies Record<string, Text>
