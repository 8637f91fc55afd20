/**
 * Words of every question, whatever it is about: manners, pronouns, auxiliaries. They are known, so that they are not
 * taken for something else, and weigh little.
 */
import { normalise } from './normalise.ts'

const THAI =
  'ครับ คับ คร้าบ ครับผม ค่ะ คะ ค่า ฮะ จ้า จ้ะ จ๊ะ จ๋า นะ น่ะ น้า หน่อย ด้วย ดิ สิ ซิ อ่ะ อะ เนี่ย เลย เอง แหละ ละ ล่ะ หรอ เหรอ ' +
  'ผม ดิฉัน ฉัน หนู เรา ข้าพเจ้า เขา คุณ ท่าน พี่ น้อง ตัวเอง คน ' +
  'ไหม มั้ย มะ หรือเปล่า หรือป่าว รึเปล่า รึป่าว เปล่า ป่าว ปะ ป่ะ หรือไม่ หรือยัง หรือ ใช่ไหม ใช่ ไม่ ' +
  'สวัสดี รบกวน ขอโทษ สอบถาม อยากถาม ขอถาม ถาม อยากรู้ อยากทราบ ไม่ทราบ ขอทราบ ทราบ รู้ อยาก ต้องการ ช่วย บอก ขอบคุณ ' +
  'ว่า คือ ก็ แล้ว และ กับ แต่ ที่ ซึ่ง อัน ของ ใน จาก ให้ ได้ จะ ต้อง ควร เป็น มี อยู่ ไป มา เอา กว่า ถึง ถ้า พอดี ตอนนี้ ' +
  'บ้าง มั่ง ทั้งหมด แบบ เรื่อง การ ความ สัก อีก นี้ นั้น ไว้ แค่ ทำ ใช้ อะไร ไร'
/** Whom, when and where a story is about. They say nothing of the question, but are nothing strange in one. */
const EVERYDAY_THAI =
  'พ่อ แม่ ลูก เมีย ผัว สามี ภรรยา แฟน เพื่อน ญาติ ปู่ ย่า ตา ยาย ลุง ป้า น้า อา หลาน ลูกน้อง พนักงาน ลูกค้า เจ้าของ ชาวบ้าน ' +
  'บ้าน ร้าน ร้านค้า ขายของ ของชำ ตลาด ซอย ถนน หมู่บ้าน โรงงาน หอพัก คอนโด ตึก หน้าบ้าน หน้าร้าน ที่นี่ ที่นั่น แถว แถวนี้ แถวไหน ข้าง ใกล้ ตรง ' +
  'หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ ร้อย พัน ครึ่ง นึง เดียว หลาย กี่ ' +
  'วัน เดือน ปี วันนี้ พรุ่งนี้ เมื่อวาน เดือนหน้า เดือนที่แล้ว ปีนี้ ปีหน้า ปีที่แล้ว ตอน ช่วง ก่อน หลัง ทีหลัง ระหว่าง ต่อ ใหม่ เก่า เดิม เพิ่ง กำลัง เคย ' +
  'คิด รู้สึก เข้าใจ สงสัย กลัว ลืม หา เจอ เห็น ดู ฟัง พูด คุย เขียน อ่าน ส่ง รับ ไปเอา กลับ เข้า ออก ขึ้น ลง วาง ตั้ง เปิด ปิด เริ่ม จบ เสร็จ รอ โดน ถูก ผิด ' +
  'มาก น้อย เยอะ นิด นิดหน่อย จริง จริง ๆ ง่าย ยาก ดี ไม่ดี ครบ พอ เกิน ถูกต้อง เหมือน ต่าง อื่น คนอื่น ที่อื่น เท่านั้น ด้วยกัน เพราะ เลยว่า งั้น เหมือนกัน ไหน นี่'
const LATIN =
  'a an the i my me we our you your it its is are am be was do does did can could may might must should would will ' +
  'shall need want have has get to of for in on at by with from and or but if this that there please hello hi what so as'

const EVERYDAY_LATIN =
  'one two three four five friend wife husband son daughter father mother company shop house home street before after ' +
  'until during now today tomorrow month year week day new old other another much many some any all only also just ' +
  'go give take put make see tell know think use someone something anything'
const words = (list: string) => list.split(' ').flatMap((word) => normalise(word).map(({ text }) => text))

/** As they sound. */
export const COMMON: ReadonlySet<string> = new Set([...words(THAI), ...words(LATIN)])

/** Known, but with a weight of their own: the guide may ask for them. */
export const EVERYDAY: ReadonlySet<string> = new Set([...words(EVERYDAY_THAI), ...words(EVERYDAY_LATIN)])

/** Everyday forms and the standard one; what is special to a service stands in its guide. */
const COLLOQUIAL: Record<string, string> = {
  ยังไง: 'อย่างไร',
  ไง: 'อย่างไร',
  ยังงัย: 'อย่างไร',
  งัย: 'อย่างไร',
  ตอนไหน: 'เมื่อไร',
  ตัง: 'เงิน',
  ตังค์: 'เงิน',
  เช็ค: 'ตรวจสอบ',
  เช็ก: 'ตรวจสอบ',
  ปริ้น: 'พิมพ์',
  ปริ้นท์: 'พิมพ์',
  โชว์: 'แสดง',
  เซฟ: 'บันทึก',
  แปะ: 'ติด',
  ตรงไหน: 'ที่ไหน',
}

const sound = (word: string) =>
  normalise(word)
    .map(({ text }) => text)
    .join('')

export const STANDARD: ReadonlyMap<string, string> = new Map(
  Object.entries(COLLOQUIAL).map(([from, to]) => [sound(from), sound(to)]),
)
