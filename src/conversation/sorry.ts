/** What a person is told when something they asked for cannot be done, and what to do instead. */
import { Conflict, Forbidden, Invalid, NotFound, Unauthenticated } from '../errors.ts'
import type { Text } from '../service/definition.ts'

const SENTENCES: [new (...args: never[]) => Error, Text][] = [
  [
    NotFound,
    {
      th: 'ไม่พบรายการนี้ พิมพ์ “สถานะ” เพื่อดูคำขอของท่าน',
      en: 'This was not found. Type “status” to see your applications.',
    },
  ],
  [
    Conflict,
    {
      th: 'ทำรายการนี้ไม่ได้แล้ว เพราะสถานะเปลี่ยนไป พิมพ์ “สถานะ” เพื่อดูล่าสุด',
      en: 'This is no longer possible: things have moved on. Type “status” to see where it stands.',
    },
  ],
  [
    Invalid,
    {
      th: 'ข้อมูลไม่ถูกต้อง โปรดลองอีกครั้งจากปุ่มล่าสุด',
      en: 'That was not valid. Please try again from the latest message.',
    },
  ],
  [
    Forbidden,
    {
      th: 'ท่านไม่มีสิทธิทำรายการนี้ พิมพ์ “ติดต่อเจ้าหน้าที่” หากต้องการความช่วยเหลือ',
      en: 'You are not allowed to do this. Type “contact” if you need help.',
    },
  ],
  [
    Unauthenticated,
    {
      th: 'โปรดเปิดจากเมนูในแชตนี้เพื่อเข้าสู่ระบบอีกครั้ง',
      en: 'Please open it from the menu of this chat to sign in again.',
    },
  ],
]

/** Undefined for a fault of ours: that is not told but repeated by the queue. */
export const sorryFor = (error: unknown): Text | undefined =>
  SENTENCES.find(([kind]) => error instanceof kind)?.[1]
