/**
 * What people type to an office besides questions for the guide: wishes the chat fulfils itself, in their many
 * wordings, and matters of other offices, which must not be taken for the guide's. They compete with its entries.
 */
import type { Entry } from '../service/search/build-index.ts'
import type { Command } from './commands.ts'

const WISHES: Partial<Record<Command, string>> = {
  status:
    'เรื่องถึงไหนแล้ว|คำขอถึงไหนแล้ว|เช็คสถานะ|ขอเช็คสถานะ|ดูสถานะคำขอ|ติดตามเรื่องที่ยื่น|ยื่นไปแล้วยังไม่ได้|ยื่นไปนานแล้วยังไม่ได้|ส่งไปตั้งนานแล้วเงียบ|ส่งเรื่องไปหลายวันแล้ว|ยังไม่มีใครติดต่อมา|ได้หรือยัง|เสร็จหรือยัง|อนุมัติหรือยัง|ผ่านหรือยัง|ใบอนุญาตออกหรือยัง|ทำไมยังไม่ได้ใบ|ทำไมช้า|ผลเป็นยังไงบ้าง|รับเรื่องหรือยัง|อยู่ขั้นตอนไหน|where is my application|is it approved yet|any progress|check my status|I applied but heard nothing|has my licence been approved',
  apply:
    'อยากขอใบอนุญาต|ขอใบอนุญาตทำยังไง|ขอใบอนุญาตยังไง|จะขอใบอนุญาตต้องทำอย่างไร|วิธีขอใบอนุญาต|วิธีสมัคร|สมัครยังไง|ยื่นขอยังไง|อยากเปิดกิจการต้องเริ่มยังไง|เริ่มยังไงดี|อยากเปิดใหม่ต้องทำยังไง|เริ่มต้นขออนุญาต|จะยื่นคำขอ|จะเปิดร้านต้องทำยังไง|how do I apply|I want to apply|how to get a licence|where do I start|start an application|apply for a new licence',
  talk: 'ขอคุยกับเจ้าหน้าที่|อยากคุยกับคน|มีคนตอบไหม|มีใครอยู่ไหม|มีเจ้าหน้าที่ตอบไหม|ไม่เอาบอท|เบื่อบอท|ขอสายเจ้าหน้าที่|ให้เจ้าหน้าที่ติดต่อกลับ|ช่วยตอบหน่อย|คุยกับแอดมิน|ติดต่อแอดมิน|แอดมินอยู่ไหม|ขอคนจริงตอบ|talk to a person|is anybody there|I want a human|speak to staff|let me talk to somebody',
  contact:
    'ขอเบอร์โทร|เบอร์ติดต่อ|โทรหาเบอร์อะไร|เบอร์กองสาธารณสุข|เบอร์เทศบาล|ติดต่อได้ทางไหน|โทรถามได้ที่ไหน|telephone number|how can I call you|contact number',
}

/** By matter; the words are those of a town's everyday business, and of small talk. */
const ELSEWHERE = [
  'ทำบัตรประชาชน|ทำบัตรประชาชนใหม่|บัตรประชาชนหาย|ต่อบัตรประชาชน|ทำพาสปอร์ต|renew my ID card|get a passport',
  'แจ้งเกิด|แจ้งตาย|ย้ายทะเบียนบ้าน|ย้ายเข้าทะเบียนบ้าน|คัดทะเบียนบ้าน|ขอเลขที่บ้าน|เปลี่ยนชื่อสกุล|เปลี่ยนนามสกุล|register a birth',
  'จดทะเบียนสมรส|จดทะเบียนหย่า|แต่งงาน|หย่า|marriage registration|get married',
  'จดทะเบียนพาณิชย์|จดทะเบียนบริษัท|ภาษีที่ดิน|ภาษีป้าย|ภาษีโรงเรือน|ภาษีรถ|จ่ายภาษี|ยื่นภาษี|pay my taxes|land tax|vat',
  'ใบขับขี่|ทำใบขับขี่|ต่อทะเบียนรถ|โอนรถ|driving licence|car registration',
  'ใบอนุญาตก่อสร้าง|สร้างบ้าน|ต่อเติมบ้าน|รื้อถอนอาคาร|รังวัดที่ดิน|โฉนดที่ดิน|building permit|build a house',
  'เบี้ยผู้สูงอายุ|เบี้ยยังชีพ|เบี้ยคนพิการ|เงินอุดหนุนบุตร|บัตรสวัสดิการ|เงินช่วยเหลือ|เยียวยา|pension|welfare card',
  'ซ่อมถนน|ถนนเป็นหลุม|ไฟดับ|ไฟถนนเสีย|น้ำไม่ไหล|ท่อแตก|ท่อตัน|น้ำท่วม|ตัดต้นไม้|สายไฟ|เสาไฟ|power cut|broken road|street light',
  'เก็บขยะ|รถขยะ|ขยะไม่มาเก็บ|ถังขยะเต็ม|ค่าขยะ|หมาจรจัด|แมวจรจัด|งูเข้าบ้าน|ยุงเยอะ|garbage collection|stray dogs',
  'ค่าไฟ|ค่าน้ำประปา|จ่ายค่าไฟ|มิเตอร์|electricity bill',
  'ฉีดวัคซีน|วัคซีน|ฉีดยา|หาหมอ|โรงพยาบาล|บัตรทอง|ประกันสังคม|see a doctor|hospital|vaccine',
  'สมัครงาน|รับสมัครงาน|รับคนไหม|สอบบรรจุ|ตำแหน่งว่าง|job vacancy|looking for a job',
  'สมัครเรียน|ค่าเทอม|เปิดเทอม|ใบเกรด|สอบเข้า|การบ้าน|tuition fee|school admission',
  'กู้เงิน|สินเชื่อ|ยืมเงิน|ผ่อนได้ไหม|ลงทุนเท่าไร|กำไรดีไหม|กำไรเดือนละเท่าไร|รายได้เดือนละเท่าไร|คุ้มไหม|borrow money|loan|how much profit',
  'ยี่ห้อไหนดี|รุ่นไหนดี|แนะนำยี่ห้อ|ซื้อที่ไหนดี|ซื้อมือสอง|ขายมือสอง|ช่างติดตั้ง|ช่างซ่อม|รับติดตั้ง|บริษัทไหนดี|ราคาเครื่องเท่าไร|which brand|where can I buy',
  'ร้านไหนอร่อย|ร้านไหนดี|สั่งอาหาร|กินข้าวหรือยัง|หิวข้าว|หิวจัง|ที่เที่ยว|ที่พัก|จองโรงแรม|book a hotel|good restaurant',
  'ชื่ออะไร|เป็นใคร|เป็นบอทหรือคน|มีแฟนหรือยัง|น่ารักจัง|รักนะ|เหงา|ง่วงนอน|นอนไม่หลับ|ฝันดี|what is your name|who are you|I love you|how are you',
  'ฝนตกไหม|อากาศวันนี้|ร้อนมาก|หวยออกอะไร|เลขเด็ด|ผลบอล|ดูดวง|ข่าววันนี้|weather|lottery|football result|joke',
  'ห่วยแตก|แย่มาก|บริการแย่|ทำงานช้า|ไม่ได้เรื่อง|โกง|รำคาญ|เสียเวลา|bad service|useless|stupid',
  'เลือกตั้ง|นายกเทศมนตรี|ผู้ว่า|สมาชิกสภา|งบประมาณ|ประมูล|จัดซื้อจัดจ้าง|election|who is the mayor',
  'ขายเหล้า|ขายบุหรี่|ใบอนุญาตขายสุรา|ใบอนุญาตพกปืน|ใบประกอบวิชาชีพ|ใบอนุญาตทำงาน|รง 4|โรงงานอุตสาหกรรม|liquor licence|gun licence|factory licence',
  'ใบอนุญาตทำงานต่างด้าว|แรงงานต่างด้าว|วีซ่า|ตรวจคนเข้าเมือง|work permit|visa',
  'ตู้เติมเงิน|เครื่องซักผ้า|ร้านซักรีด|ร้านเสริมสวย|ร้านตัดผม|ร้านนวด|อู่ซ่อมรถ|ร้านล้างรถ|ร้านเกม|ร้านขายยา|คลินิก|washing machine',
  'ร้านอาหาร|ร้านกาแฟ|รถเข็น|แผงลอย|ตลาดนัด|ฟู้ดทรัค|โรงแรม|รีสอร์ต|โฮมสเตย์|หอพัก|ฟาร์มไก่|เลี้ยงหมู|restaurant|food truck|hotel|dormitory',
  'รหัสไวไฟ|ไวไฟ|อินเทอร์เน็ตช้า|ลืมรหัสผ่าน|ไลน์เข้าไม่ได้|มือถือพัง|wifi password|my phone is broken',
  'รถเมล์|รถทัวร์|รถไฟ|เที่ยวบิน|พัสดุถึงไหน|ไปรษณีย์|bus time|train|flight|parcel',
]

const WISH = 'wish:'
const NOT_HERE = 'elsewhere:'

/** Beside what the guide says: of what it names itself, nothing is elsewhere. */
export function besideOf(guide: readonly Entry[]): Entry[] {
  const named = guide
    .flatMap(({ texts, told = [] }) => [...texts, ...told])
    .join('\n')
    .toLowerCase()
  const elsewhere = (text: string) => !named.includes(text.toLowerCase())
  return [
    ...Object.entries(WISHES).map(([command, texts]) => ({ id: WISH + command, texts: texts.split('|') })),
    ...ELSEWHERE.map((texts, at) => ({
      id: NOT_HERE + at,
      texts: texts.split('|').filter(elsewhere),
      isStrange: true,
    })),
  ]
}

/** The command that an entry found stands for. */
export const wishOf = (id: string): Command | undefined =>
  id.startsWith(WISH) ? (id.slice(WISH.length) as Command) : undefined

export const isElsewhere = (id: string): boolean => id.startsWith(NOT_HERE)
