import type { Definition } from './definition.ts'

/** Compounds that browsers and phones break in the middle (ใบ|อนุญาต). */
const COMPOUNDS = [
  'ใบอนุญาต',
  'หนังสืออนุญาต',
  'หนังสือรับรอง',
  'ใบรับรอง',
  'ใบเสร็จรับเงิน',
  'ใบแจ้งชำระเงิน',
  'ผู้รับใบอนุญาต',
  'ผู้ขอรับใบอนุญาต',
  'สถานที่',
  'สถานประกอบกิจการ',
  'ประกอบกิจการ',
  'ค่าธรรมเนียม',
  'เจ้าหน้าที่',
  'เอกสาร',
  'ผลตรวจ',
  'บุคคลธรรมดา',
  'นิติบุคคล',
  'ประจำตัวประชาชน',
  'ลายมือชื่อ',
  'อิเล็กทรอนิกส์',
  'พร้อมเพย์',
  'เลขอ้างอิง',
  'เลขที่คำขอ',
  'คำขอ',
  'ร่างคำขอ',
  'ตรวจสอบ',
  'เวลาทำการ',
  'เทศบัญญัติ',
  'พระราชบัญญัติ',
  'สาธารณสุข',
  'สิ่งแวดล้อม',
  'หน่วยงาน',
  'รายการ',
  'ข้อมูล',
  'อินเทอร์เน็ต',
  'จัดตั้ง',
  'ทะเบียนบ้าน',
  'อนุมัติ',
  'ดำเนินการ',
  'ส่วนตัว',
].sort((a, b) => b.length - a.length)
/** A number and what it counts stay on one line, too: 2 ตู้; and a date. */
const COUNTED = String.raw`\d[\d,.]* (?:[ก-๎]{3,10} \d{4}|[ก-๎]{1,9})(?=$|[ )])`
const COMPOUND = new RegExp(`(${COUNTED}|${COMPOUNDS.join('|')})`)

/** The text in parts; every second one is to stay on one line. `names`: what the service calls things, unbroken too. */
export function unbrokenParts(text: string, names: string[] = []): string[] {
  const [name] = names.filter((each) => text.includes(each))
  if (!name) return text.split(COMPOUND)
  const [before = '', ...after] = text.split(name)
  return [...before.split(COMPOUND), name, ...unbrokenParts(after.join(name), names)]
}

/** More would not fit on one line of a phone. */
const LONGEST = 22

/** The service's short name as one word of its longer title, where a line has room for it. */
export const titleWords = ({ short }: Pick<Definition, 'short'>): string[] =>
  short.th.length <= LONGEST && !short.th.includes(' ') ? [short.th] : []

const WORD_JOINER = '\u2060'
const words = new Intl.Segmenter('th', { granularity: 'word' })

/** The text for where nothing but characters can hold words together, as in a chat. */
export function joined(text: string, names: string[] = []): string {
  return unbrokenParts(text, names)
    .map((part, index) => (index % 2 === 1 ? joinedPart(part) : part))
    .join('')
}

const joinedPart = (part: string): string =>
  [...words.segment(part)]
    .map(({ segment }) => segment.replace(/ /g, '\u00a0'))
    .join(WORD_JOINER)
    .replaceAll(`${WORD_JOINER}\u00a0${WORD_JOINER}`, '\u00a0')
