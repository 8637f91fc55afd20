/** What each entry of a case's history is called. An event without a name is shown by its own word. */
import type { Language, Text } from '../../service/definition.ts'

const EVENTS: Record<string, Text> = {
  submitted: { th: 'ยื่นคำขอ', en: 'Application filed' },
  claimed: { th: 'รับเรื่อง', en: 'Case claimed' },
  returned: { th: 'ส่งกลับให้แก้ไข หยุดนับเวลา', en: 'Returned for correction; clock stopped' },
  corrected: { th: 'ผู้ขอแก้ไขแล้ว นับเวลาต่อ', en: 'Corrected; clock goes on' },
  endorsed: { th: 'เห็นควรอนุญาต', en: 'Endorsed' },
  objected: { th: 'เห็นควรไม่อนุญาต', en: 'Refusal advised' },
  approved: { th: 'มีคำสั่งอนุญาต', en: 'Approved' },
  refused: { th: 'มีคำสั่งไม่อนุญาต', en: 'Refused' },
  paid: { th: 'ชำระค่าธรรมเนียมแล้ว', en: 'Fee paid' },
  issued: { th: 'ออกใบอนุญาต', en: 'Licence issued' },
  invoiced: { th: 'ออกใบแจ้งชำระเงิน', en: 'Invoice raised' },
  extended: { th: 'ขยายเวลาพิจารณา', en: 'Time prolonged' },
  delayed: { th: 'แจ้งความล่าช้า', en: 'Notice of delay sent' },
  lapsed: { th: 'ไม่ชำระภายในกำหนด คำขอสิ้นสุด', en: 'Lapsed, not paid in time' },
  payment_held: { th: 'ได้รับเงินที่ต้องตรวจสอบ', en: 'A payment needs to be checked' },
  carried_over: { th: 'ปรับร่างคำขอเป็นแบบฟอร์มล่าสุด', en: 'Draft moved to the present form' },
  told_by_telephone: { th: 'แจ้งผู้ขอทางโทรศัพท์แล้ว', en: 'Applicant told by telephone' },
  withdrawn: { th: 'ผู้ขอถอนคำขอ', en: 'Withdrawn by the applicant' },
}

/** Who acted, when it was no officer. */
const ACTORS: Record<string, Text> = {
  applicant: { th: 'ผู้ขอ', en: 'Applicant' },
  system: { th: 'ระบบ', en: 'System' },
  bank: { th: 'ธนาคาร', en: 'Bank' },
}

export function actorText(actor: string, language: Language): string {
  return ACTORS[actor]?.[language] ?? actor
}

export function eventText(event: string, language: Language): string {
  return EVENTS[event]?.[language] ?? event
}
