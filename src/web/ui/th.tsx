import type { ComponentChildren } from 'preact'

/**
 * Compounds that browsers break in the middle (ใบ|อนุญาต). A nowrap span holds them together, so that the text itself
 * stays clean: what a person copies, searches for or hears is never changed.
 */
const COMPOUNDS = [
  'ใบอนุญาต',
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
].sort((a, b) => b.length - a.length)
/** A number and what it counts stay on one line, too: 2 ตู้. */
const COUNTED = String.raw`\d[\d,.]* [ก-๎]{1,9}(?=$|[ )])`
const COMPOUND = new RegExp(`(${COUNTED}|${COMPOUNDS.join('|')})`)

/** Thai text for display, its compounds unbroken. */
export function th(text: string): ComponentChildren {
  return text.split(COMPOUND).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} class="nb">
        {part}
      </span>
    ) : (
      part
    ),
  )
}
