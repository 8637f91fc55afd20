/** What each entry of a case's history is called. An event without a name is shown by its own word. */
import type { Language, Text } from '../../service/definition.ts'
import { withLicenceName } from '../../service/licence-name.ts'

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
  given_back: { th: 'ไม่แก้ไขภายในกำหนด คืนคำขอ', en: 'Given back, not corrected in time' },
  refund_due: { th: 'ค่าธรรมเนียมลดลง ต้องคืนเงิน', en: 'Fee became lower; a refund is due' },
  refund_paid: { th: 'คืนเงินให้ผู้ขอแล้ว', en: 'Refund paid back' },
  taken_over: { th: 'ผู้รับโอนรับใบอนุญาตไว้ในบัญชีแล้ว', en: 'Licence taken over by the new holder' },
  payment_held: { th: 'ได้รับเงินที่ต้องตรวจสอบ', en: 'A payment needs to be checked' },
  carried_over: { th: 'ปรับร่างคำขอเป็นแบบฟอร์มล่าสุด', en: 'Draft moved to the present form' },
  told_by_telephone: { th: 'แจ้งผู้ขอทางโทรศัพท์แล้ว', en: 'Applicant told by telephone' },
  masked: { th: 'ปิดทับข้อมูลในภาพเอกสาร ลบภาพเดิมแล้ว', en: 'Part of a document covered; original erased' },
  proof_requested: { th: 'ผู้ขอส่งหลักฐานยืนยันตัวตน', en: 'Proof of identity sent' },
  proof_cancelled: { th: 'ผู้ขอยกเลิกการยืนยันตัวตน', en: 'Proof of identity given up' },
  proof_accepted: { th: 'เจ้าหน้าที่ยืนยันตัวตนผู้ขอแล้ว', en: 'Proof of identity accepted' },
  proof_refused: { th: 'หลักฐานยืนยันตัวตนไม่ผ่าน', en: 'Proof of identity not accepted' },
  appointment_moved: { th: 'ผู้ขอเลื่อนนัดวิดีโอคอล', en: 'Video call moved' },
  appointment_missed: { th: 'ผู้ขอไม่มาตามนัดวิดีโอคอล', en: 'Applicant did not come to the video call' },
  mandate_asked: { th: 'ขอให้ผู้มอบอำนาจยืนยัน', en: 'Principal asked to confirm' },
  mandate_confirmed: { th: 'ผู้มอบอำนาจยืนยันแล้ว', en: 'Principal confirmed' },
  mandate_declined: { th: 'ผู้มอบอำนาจปฏิเสธ', en: 'Principal declined' },
  mandate_on_paper: { th: 'รับตามหนังสือมอบอำนาจ', en: 'Mandate accepted on paper' },
  mandate_authority_checked: { th: 'ตรวจอำนาจนิติบุคคลกับ DBD แล้ว', en: 'Company register looked up' },
  relinked: { th: 'ย้ายไปบัญชีไลน์ใหม่', en: 'Moved to another LINE account' },
  relink_undone: { th: 'คืนบัญชีไลน์เดิม', en: 'Given back to the earlier LINE account' },
  identity_proven: { th: 'ผู้ขอยืนยันตัวตนแล้ว', en: 'Applicant proved who they are' },
  kept: { th: 'ให้เก็บไว้แม้ครบอายุการเก็บ', en: 'To be kept though its time is over' },
  let_go: { th: 'เลิกเก็บ นับอายุตามปกติ', en: 'No longer kept back' },
  withdrawn: { th: 'ผู้ขอถอนคำขอ', en: 'Withdrawn by the applicant' },
}

/** Who acted, when it was no officer. */
const ACTORS: Record<string, Text> = {
  applicant: { th: 'ผู้ขอ', en: 'Applicant' },
  system: { th: 'ระบบ', en: 'System' },
  bank: { th: 'ธนาคาร', en: 'Bank' },
  principal: { th: 'ผู้มอบอำนาจ', en: 'Principal' },
}

export function actorText(actor: string, language: Language): string {
  return ACTORS[actor]?.[language] ?? actor
}

/** `licence`: what the service calls its document. */
export function eventText(event: string, language: Language, licence: Text): string {
  return withLicenceName(EVENTS[event]?.[language] ?? event, licence, language)
}
