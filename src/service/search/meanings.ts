/**
 * Words of one meaning in the talk between citizens and offices, formal and colloquial, Thai and English. A text with
 * one of them resembles a text with another. What only one kind of service speaks of stands in its guide.
 */
import { normalise } from './normalise.ts'

/** One meaning a line; words apart by |. A word that is longer wins over one within it, so the last line lists traps. */
const MEANINGS = {
  money:
    'เท่าไร|กี่บาท|กี่ตังค์|กี่ร้อย|กี่พัน|ราคา|แพง|เสียเงิน|เสียตังค์|ค่าใช้จ่าย|ค่าธรรมเนียม|ค่าใบอนุญาต|อัตรา|how much|cost|price|fee|charge|expensive',
  free: 'ฟรี|ไม่เสียเงิน|ไม่เก็บเงิน|ไม่คิดเงิน|free|no charge',
  pay: 'จ่าย|จ่ายเงิน|ชำระ|ชำระเงิน|โอนเงิน|โอนจ่าย|เงินสด|พร้อมเพย์|สแกนจ่าย|แอปธนาคาร|บัตรเครดิต|ธนาคาร|pay|payment|cash|promptpay|credit card|bank',
  refund:
    'คืนเงิน|เงินคืน|ขอคืน|คืนค่าธรรมเนียม|คืนตังค์|จ่ายซ้ำ|จ่ายเกิน|โอนซ้ำ|โอนเกิน|จ่ายผิด|ได้เงินคืน|refund|money back|paid twice|overpaid',
  receipt: 'ใบเสร็จ|ใบเสร็จรับเงิน|สลิป|บิล|ใบกำกับ|หลักฐานการจ่าย|receipt|invoice',
  late: 'ช้า|ล่าช้า|เลยกำหนด|เกินกำหนด|ขาดต่อ|ลืมต่อ|ขาดอายุ|เงินเพิ่ม|เสียเพิ่ม|ต่อช้า|จ่ายช้า|ค้างจ่าย|ค้างชำระ|late|overdue|surcharge',
  fine: 'ปรับ|โดนปรับ|ค่าปรับ|เสียค่าปรับ|โทษ|บทลงโทษ|ติดคุก|จำคุก|โดนจับ|ผิดกฎหมาย|มีความผิด|ผิดไหม|เถื่อน|ลักลอบ|fine|penalty|jail|prison|illegal|punish|punishment',
  documents:
    'เอกสาร|หลักฐาน|เตรียมอะไร|เตรียมไร|ใช้อะไรบ้าง|ใช้ไรบ้าง|ใช้อะไรมั่ง|ใช้ไรมั่ง|เอาอะไรไปบ้าง|เอาไรไปบ้าง|แนบ|แนบอะไร|documents|document|papers|paperwork|evidence|bring',
  copy: 'สำเนา|ถ่ายเอกสาร|ซีร็อกซ์|รับรองสำเนา|สำเนาถูกต้อง|copy|copies|photocopy|certified',
  company: 'บริษัท|นิติบุคคล|หจก|ห้างหุ้นส่วน|ห้าง|company|corporation|partnership|juristic',
  consent:
    'ยินยอม|ใบยินยอม|หนังสือยินยอม|สัญญาเช่า|เช่าที่|ที่เช่า|เจ้าของที่|เจ้าของที่ดิน|ที่ดินคนอื่น|ที่คนอื่น|บ้านคนอื่น|บ้านเช่า|consent|landlord|lease|rent|landowner',
  long: 'กี่วัน|นานไหม|นานแค่ไหน|นานเท่าไร|ใช้เวลา|ระยะเวลา|รอนาน|เร็วสุด|กี่อาทิตย์|กี่สัปดาห์|how long|how many days|how soon|quickly',
  valid: 'กี่ปี|ใช้ได้กี่ปี|ใช้ได้นาน|อายุใบอนุญาต|มีอายุ|หมดอายุเมื่อไร|หมดอายุวันไหน|valid|validity|expire|expiry',
  renew:
    'ต่ออายุ|ต่อใบ|ต่อใบอนุญาต|ใกล้หมด|ใกล้หมดอายุ|จะหมด|จะหมดอายุ|ใบหมด|ครบปี|ต่อทุกปี|renew|renewal|extend|extension',
  expired: 'หมดอายุแล้ว|หมดอายุไปแล้ว|ขาดอายุแล้ว|ปล่อยหมดอายุ|expired',
  status:
    'สถานะ|ถึงไหน|ถึงไหนแล้ว|ไปถึงไหน|คืบหน้า|ความคืบหน้า|ถึงขั้นไหน|ขั้นตอนไหนแล้ว|ผ่านหรือยัง|ผ่านยัง|อนุมัติหรือยัง|อนุมัติยัง|เสร็จหรือยัง|เสร็จยัง|ได้หรือยัง|ได้ยัง|ได้รับเรื่อง|ยังไม่ได้เลย|เงียบ|เงียบหาย|ไม่มีความคืบหน้า|status|progress|track|approved yet',
  lost: 'หาย|สูญหาย|ทำหาย|ชำรุด|เปียก|ขาดหมด|ฉีก|ไหม้|ไฟไหม้|ใบแทน|หาไม่เจอ|อ่านไม่ออก|lost|lose|missing|damaged|torn|replacement|duplicate',
  stop: 'เลิก|เลิกกิจการ|เลิกทำ|เลิกขาย|ปิดกิจการ|ปิดถาวร|หยุดกิจการ|หยุดขาย|ไม่ทำแล้ว|ไม่ทำต่อ|ไม่ขายแล้ว|เจ๊ง|แจ้งเลิก|close down|closing|quit|stop',
  withdraw:
    'ถอนคำขอ|ยกเลิกคำขอ|ถอนเรื่อง|ยกเลิกเรื่อง|ไม่ขอแล้ว|เปลี่ยนใจ|withdraw|cancel my application|changed my mind',
  cancel: 'ยกเลิก|cancel',
  owner:
    'โอน|โอนให้|โอนใบ|โอนกิจการ|เปลี่ยนเจ้าของ|เจ้าของใหม่|เจ้าของเดิม|เปลี่ยนชื่อ|เปลี่ยนเป็นชื่อ|เป็นชื่อ|เซ้ง|เซ้งต่อ|ซื้อต่อ|ขายต่อ|ขายให้|รับช่วง|รับต่อ|มรดก|ทายาท|เสียชีวิต|ตายแล้ว|พ่อเสีย|แม่เสีย|เจ้าของเสีย|เจ้าของตาย|ยกให้|สืบทอด|transfer|take over|new owner|inherit|heir|died|passed away|sold|buyer',
  move: 'ย้าย|ย้ายไป|ย้ายที่|เปลี่ยนที่|เปลี่ยนที่ตั้ง|เปลี่ยนจุด|เปลี่ยนสถานที่|ย้ายจุด|ขยับ|move|moving|relocate|relocation',
  add: 'เพิ่ม|เพิ่มจำนวน|ตั้งเพิ่ม|ซื้อเพิ่ม|ขยาย|เพิ่มอีก|another|additional|expand|enlarge',
  swap: 'เครื่องใหม่|เปลี่ยนเครื่อง|เปลี่ยนแทน|แทนเครื่องเก่า|แทนของเก่า|swap',
  proxy:
    'แทน|ยื่นแทน|ทำแทน|ไปแทน|ทำให้|ยื่นให้|ฝาก|ฝากยื่น|มอบอำนาจ|มอบฉันทะ|ตัวแทน|on behalf|represent|representative|power of attorney|proxy|someone else|somebody else',
  inspect:
    'มาตรวจ|มาดู|ลงตรวจ|ออกตรวจ|ลงพื้นที่|ตรวจสถานที่|นัดตรวจ|วันนัด|นัด|เลื่อนนัด|ตรวจไม่ผ่าน|inspection|inspect|inspector|visit|appointment',
  refuse:
    'ปฏิเสธ|ไม่อนุญาต|ไม่อนุมัติ|ไม่ให้ใบ|ไม่ผ่าน|คำขอตก|อุทธรณ์|ไม่เห็นด้วย|ไม่พอใจคำสั่ง|ไม่เป็นธรรม|appeal|refuse|refused|refusal|reject|rejected|denied',
  mistake:
    'แก้|แก้ไข|กรอกผิด|พิมพ์ผิด|ส่งผิด|ใส่ผิด|เขียนผิด|รูปผิด|ชื่อผิด|ผิดรูป|ส่งใหม่|ส่งกลับ|ตีกลับ|ไม่ครบ|เอกสารไม่ครบ|ไม่ชัด|ให้แก้|mistake|wrong|correct|correction|fix|edit',
  complain:
    'ร้องเรียน|ร้องทุกข์|แจ้งเบาะแส|แจ้งเหตุ|สกปรก|มีกลิ่น|กลิ่นเหม็น|เหม็น|ท้องเสีย|ไม่สะอาด|เดือดร้อน|รำคาญ|เสียงดัง|complain|complaint|report a|dirty|smell|stink|unclean',
  foreign:
    'ต่างชาติ|ต่างด้าว|ชาวต่างชาติ|คนต่างชาติ|ฝรั่ง|คนลาว|คนพม่า|คนเขมร|คนจีน|คนญี่ปุ่น|สัญชาติ|พาสปอร์ต|foreigner|foreign|expat|passport|nationality',
  age: 'อายุเท่าไร|อายุไม่ถึง|อายุขั้นต่ำ|อายุครบ|เด็ก|เยาวชน|ผู้เยาว์|นักเรียน|นักศึกษา|minimum age|how old|minor|underage|teenager|student',
  secret: 'ข้อมูลส่วนตัว|ข้อมูลส่วนบุคคล|ข้อมูลหลุด|ความลับ|ความเป็นส่วนตัว|ข้อมูลรั่ว|privacy|personal data|pdpa',
  online:
    'ออนไลน์|ผ่านไลน์|ในไลน์|ทางไลน์|ผ่านเน็ต|ในเน็ต|อินเทอร์เน็ต|เว็บ|เว็บไซต์|ผ่านมือถือ|ในมือถือ|ทางมือถือ|ผ่านแอป|online|internet|website|by phone|mobile',
  where: 'ที่ไหน|ตรงไหน|อยู่ไหน|ที่ใด|ไปทางไหน|พิกัด|แผนที่ไป|สำนักงาน|ออฟฟิศ|where|address|location|office',
  hours:
    'กี่โมง|เวลาทำการ|เปิดกี่โมง|ปิดกี่โมง|วันเสาร์|วันอาทิตย์|เสาร์อาทิตย์|วันหยุด|วันไหน|หยุดไหม|พักเที่ยง|พักกลางวัน|เวลาราชการ|นอกเวลา|opening hours|what time|open on|weekend|saturday|sunday|holiday|lunch',
  call: 'เบอร์|เบอร์โทร|เบอร์ติดต่อ|โทรศัพท์|โทร|โทรไป|phone|telephone|call',
  human:
    'คุยกับเจ้าหน้าที่|คุยเจ้าหน้าที่|คุยกับคน|คุยกับแอดมิน|แอดมิน|เจ้าหน้าที่ตัวจริง|คนจริง|คนตอบ|คนจริงๆ|คุยสด|ไม่เอาบอท|บอท|สายเจ้าหน้าที่|human|agent|real person|live chat|operator|talk to|speak to|bot',
  steps:
    'ขั้นตอน|กระบวนการ|ทำอะไรก่อน|เริ่มยังไง|เริ่มต้นยังไง|เริ่มตรงไหน|เริ่มจากไหน|ต้องทำไงบ้าง|ทำอะไรต่อ|ทำไงต่อ|ทำยังไงต่อ|ทำไรต่อ|ยังไงต่อ|steps|procedure|process|what next|start',
  apply: 'สมัคร|ยื่น|ยื่นคำขอ|ยื่นเรื่อง|ยื่นขอ|ขอใบอนุญาต|ทำเรื่อง|ลงทะเบียน|apply|application|register',
  file: 'ไฟล์|ดาวน์โหลด|โหลด|อิเล็กทรอนิกส์|กระดาษ|ตัวจริง|ฉบับจริง|รูปแบบ|pdf|download|electronic|printed',
  show: 'ติดป้าย|ป้าย|แขวน|แสดง|แปะ|ติดไว้|โชว์|display|hang|post it|put up|notice',
  clean: 'ทำความสะอาด|ล้าง|ไส้กรอง|ฟิลเตอร์|ดูแล|ดูแลรักษา|บำรุง|บำรุงรักษา|clean|filter|maintain|maintenance|wash',
  genuine: 'ของจริง|ของปลอม|ปลอม|จริงปลอม|จริงไหม|ของแท้|fake|genuine|forged|verify',
  must: 'ต้องขอไหม|ต้องแจ้งไหม|จำเป็นไหม|ต้องมีไหม|ต้องขอด้วย|ต้องแจ้งด้วย|ต้องมีใบ|จำเป็นต้อง|ต้องขออนุญาต|do i need|need a licence|required|necessary|mandatory',
  allowed: 'มีสิทธิ|คุณสมบัติ|ใครขอได้|ขอได้ไหม|ทำได้ไหม|eligible|qualify|who can|allowed',
  law: 'กฎหมาย|เทศบัญญัติ|ข้อบัญญัติ|พรบ|ระเบียบ|มาตรา|law|ordinance|regulation|legal',
} as const

/** Words that hold one of the above, and mean something else. */
const OTHERWISE = 'ปรับปรุง|ปรับเปลี่ยน|โทษที|ขอโทษ|หายดี|โอนย้าย|ช้างเผือก|แก้ว|ทำให้แน่ใจ|ล้างรถ|ร้านล้างรถ'

const soundsOf = (word: string) => normalise(word).map(({ text }) => text)
const soundOfWord = (word: string) => soundsOf(word).join('')
const isThai = (word: string) => /[ก-๎]/.test(word)
const entries = Object.entries(MEANINGS).flatMap(([meaning, words]) =>
  words.split('|').map((word) => ({ meaning, word })),
)

/** By the word as it sounds. */
const THAI: ReadonlyMap<string, string> = new Map(
  entries.filter(({ word }) => isThai(word)).map(({ meaning, word }) => [soundOfWord(word), meaning]),
)
/** By the first word of it: what may follow, and what it means then. */
const LATIN = new Map<string, { rest: string[]; meaning: string }[]>()
for (const { meaning, word } of entries.filter(({ word }) => !isThai(word))) {
  const [first = '', ...rest] = soundsOf(word)
  LATIN.set(first, [...(LATIN.get(first) ?? []), { rest, meaning }])
}

/** All these words, as they sound, for the dictionary. */
export const MEANT_WORDS: readonly string[] = [
  ...THAI.keys(),
  ...OTHERWISE.split('|').map(soundOfWord),
  ...entries.filter(({ word }) => !isThai(word)).flatMap(({ word }) => soundsOf(word)),
].filter((word) => word.length > 1)

/** What a Thai word means, where the list has it. */
export const meaningOf = (sound: string): string | undefined => THAI.get(sound)

/** What the Latin words of a text mean, one by one or in a row. */
export function latinMeanings(words: readonly string[]): string[] {
  return words.flatMap((word, at) =>
    (LATIN.get(word) ?? [])
      .filter(({ rest }) => rest.every((next, index) => words[at + 1 + index] === next))
      .map(({ meaning }) => meaning),
  )
}
