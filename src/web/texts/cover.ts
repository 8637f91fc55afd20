/** Words of covering a part of a picture; downloaded with its control alone. */
import type { Text } from '../../service/definition.ts'

export const COVER_TEXTS = {
  title: { th: 'ปิดทับก่อนส่ง', en: 'Cover before sending' },
  deskTitle: { th: 'วาดกล่องปิดทับ', en: 'Draw boxes over it' },
  cardHint: {
    th: 'เลื่อนกล่องดำให้ทับศาสนาและหมู่โลหิต ลากมุมขวาล่างเพื่อปรับขนาด ภาพเดิมไม่ถูกส่งออกจากเครื่อง',
    en: 'Move the black boxes over religion and blood group. Drag the lower right corner to change the size. The original never leaves this device.',
  },
  pictureHint: {
    th: 'ลากบนภาพเพื่อวาดกล่องดำทับส่วนที่ไม่ใช้ เลื่อนหรือลากมุมขวาล่างเพื่อปรับได้',
    en: 'Draw a black box over what is not needed. Move it, or drag its lower right corner.',
  },
  keys: {
    th: 'แป้นพิมพ์: ลูกศรเลื่อนกล่อง กด Shift พร้อมลูกศรปรับขนาด กด Delete ลบ',
    en: 'Keys: arrows move a box, Shift and arrows change its size, Delete removes it.',
  },
  picture: { th: 'ภาพที่เลือก', en: 'The chosen picture' },
  box: { th: 'กล่องดำ {number}', en: 'Black box {number}' },
  place: {
    th: 'ซ้าย {x}% บน {y}% กว้าง {width}% สูง {height}%',
    en: 'left {x}%, top {y}%, width {width}%, height {height}%',
  },
  add: { th: 'เพิ่มกล่อง', en: 'Add a box' },
  remove: { th: 'ลบกล่อง', en: 'Remove box' },
  use: { th: 'ใช้ภาพนี้', en: 'Use this picture' },
  cancel: { th: 'ยกเลิก', en: 'Cancel' },
  notDrawn: {
    th: 'เปิดภาพนี้เพื่อปิดทับไม่ได้ โปรดถ่ายใหม่หรือเลือกไฟล์ JPG หรือ PNG',
    en: 'This picture cannot be opened here. Take it again, or choose a JPG or PNG file.',
  },
} as const satisfies Record<string, Text>
