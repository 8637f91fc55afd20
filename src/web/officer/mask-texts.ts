import type { Text } from '../../service/definition.ts'

export const MASK_TEXTS = {
  mask: { th: 'ปิดทับ', en: 'Cover a part' },
  title: { th: 'ปิดทับข้อมูลในภาพ', en: 'Cover a part of the picture' },
  law: {
    th: 'ศาสนาและหมู่โลหิตเป็นข้อมูลอ่อนไหว (PDPA มาตรา 26) ไม่ใช้ในการพิจารณา ภาพเดิมจะถูกลบถาวร ทุกคนจะเห็นภาพที่ปิดทับแล้วเท่านั้น',
    en: 'Religion and blood group are sensitive data (PDPA s.26) that no review needs. The original is erased for good; everybody sees the covered picture only.',
  },
  opening: { th: 'กำลังเปิดภาพ', en: 'Opening the picture' },
  noScript: { th: 'ต้องเปิดใช้ JavaScript เพื่อปิดทับภาพ', en: 'Covering needs JavaScript.' },
  failed: { th: 'บันทึกไม่สำเร็จ โปรดลองอีกครั้ง', en: 'It was not saved. Try again.' },
  changed: {
    th: 'มีผู้ปิดทับภาพนี้ไปแล้ว กลับไปดูภาพล่าสุดก่อน',
    en: 'Somebody has covered this picture meanwhile. Look at it again first.',
  },
} as const satisfies Record<string, Text>
