/** What a person can ask the chat to do, and the words for it in both languages. */
import type { Definition } from '../service/definition.ts'
import { type Folded, fold } from './fold.ts'

type Words = { words: string; within?: string }

/**
 * `words`: understood when they are most of the text. `within`: also in the middle of a longer one; the others occur
 * in too many questions ("ใบอนุญาตใช้ได้กี่ปี" asks about time).
 */
const WORDS = {
  status: {
    words:
      'สถานะ|สถานะคำขอ|เช็คสถานะ|ตรวจสอบสถานะ|ติดตาม|ติดตามคำขอ|ติดตามเรื่อง|คำขอของฉัน|เรื่องถึงไหน|status|track|track my application|my application|application status',
    within: 'สถานะ|ตามเรื่อง|ติดตามคำขอ|ถึงไหน|my application|status of',
  },
  apply: {
    words:
      'ยื่นคำขอ|เริ่มยื่นคำขอ|ยื่นเรื่อง|ขอใบอนุญาต|ขออนุญาต|สมัคร|สมัครยังไง|สมัครอย่างไร|วิธียื่น|ยื่นยังไง|ยื่นอย่างไร|apply|start an application|apply for a licence|apply for a license',
    within: 'เริ่มยื่น|ยื่นคำขอ|apply for',
  },
  licence: {
    words: 'ใบอนุญาต|ใบอนุญาตของฉัน|ดูใบอนุญาต|กระเป๋า|licence|license|my licence|my license|wallet',
    within: 'ใบอนุญาตของฉัน|ใบอนุญาตของผม|my licence|my license',
  },
  pay: { words: 'ชำระเงิน|จ่ายเงิน|ชำระค่าธรรมเนียม|จ่ายค่าธรรมเนียม|คิวอาร์|pay|payment|qr' },
  contact: {
    words: 'ติดต่อเจ้าหน้าที่|ติดต่อ|เจ้าหน้าที่|โทรศัพท์|เบอร์โทร|เบอร์ติดต่อ|contact|officer|phone number|call',
    within: 'ติดต่อเจ้าหน้าที่|เบอร์โทร|phone number',
  },
  talk: {
    words:
      'คุยกับเจ้าหน้าที่|ขอคุยกับเจ้าหน้าที่|ขอสายเจ้าหน้าที่|แชตกับเจ้าหน้าที่|พูดกับเจ้าหน้าที่|คุยกับคน|คุยกับคนจริง|talk to an officer|talk to a person|human|agent|live agent|live chat',
    within:
      'คุยกับเจ้าหน้าที่|สายเจ้าหน้าที่|แชตกับเจ้าหน้าที่|พูดกับเจ้าหน้าที่|คุยกับคน|an officer|a human|an agent|a real person',
  },
  guide: {
    words: 'คู่มือ|ดูคู่มือ|ค้นหาข้อมูล|ข้อมูล|เมนู|ช่วยเหลือ|หัวข้ออื่น|ทำอะไรได้บ้าง|guide|help|menu|other topics',
  },
  estimate: {
    words:
      'คำนวณ|คำนวณค่าธรรมเนียม|คำนวณค่าธรรมเนียมของฉัน|คำนวณวันครบกำหนด|calculate|calculate my fee|estimate|my fee',
    within: 'คำนวณ|calculate',
  },
  relink: {
    words:
      'เปลี่ยนบัญชีไลน์|ย้ายบัญชีไลน์|เปลี่ยนไลน์|ไลน์หาย|บัญชีไลน์หาย|เปลี่ยนเครื่องไลน์หาย|change line account|new line account|lost line account|move my account',
    within: 'เปลี่ยนบัญชีไลน์|ย้ายบัญชีไลน์|change my line account|lost my line account',
  },
  worklist: { words: 'งาน|งานของฉัน|รายการรอพิจารณา|รายการงาน|worklist|my work' },
  withdrawConsent: {
    words: 'ถอนความยินยอม|ขอถอนความยินยอม|ยกเลิกความยินยอม|ไม่ยินยอมแล้ว|withdraw consent|withdraw my consent',
    within: 'ถอนความยินยอม|withdraw my consent|withdraw consent',
  },
  myData: {
    words:
      'ข้อมูลของฉัน|ดูข้อมูลของฉัน|ข้อมูลส่วนตัวของฉัน|ขอดูข้อมูลของฉัน|ขอลบข้อมูล|ลบข้อมูลของฉัน|ขอสำเนาข้อมูล|ใครดูข้อมูลของฉัน|my data|my personal data|delete my data|erase my data',
    within: 'ข้อมูลของฉัน|ข้อมูลส่วนตัวของฉัน|ข้อมูลส่วนบุคคลของฉัน|my data|my personal data',
  },
  english: { words: 'english|ภาษาอังกฤษ|อังกฤษ' },
  thai: { words: 'ภาษาไทย|thai' },
  hello: { words: 'สวัสดี|หวัดดี|ดีจ้า|ทักทาย|hello|hi|good morning|good afternoon' },
  thanks: { words: 'ขอบคุณ|ขอบคุณมาก|ขอบใจ|thank you|thanks|โอเค|ok' },
} satisfies Record<string, Words>
export type Command = keyof typeof WORDS

/**
 * The text with "licence" for what the service calls its document, so that "my certificate" is the command "my licence".
 * Only where the name ends there: "certificate of the company" is another paper.
 */
export function asLicence(
  text: string,
  { name, short = name }: Pick<Definition['licence'], 'name' | 'short'>,
): string {
  const thai = named([name.th, short.th], '(?=$|\\s|ของ|ได้|แล้ว)')
  const english = named([name.en, short.en], '\\b(?! of| for)')
  return text.replace(thai, 'ใบอนุญาต').replace(english, 'licence')
}

const named = (names: string[], end: string) =>
  new RegExp(`(?:${names.map((name) => name.replace(/[^\w\sก-๎]/g, '\\$&')).join('|')})${end}`, 'gi')

type FoldedCommand = { command: Command; words: Folded[]; within: Folded[] }

const folded = (words = '') => words.split('|').filter(Boolean).map(fold)

export const COMMANDS: FoldedCommand[] = (Object.entries(WORDS) as [Command, Words][]).map(
  ([command, { words, within }]) => ({ command, words: folded(words), within: folded(within) }),
)
