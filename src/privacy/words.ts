/** Words about requests, looks and choices, for pages, messages and the copy of one's data alike. */
import type { ConsentChannel, ConsentEvent } from '../service/definition/privacy.ts'
import type { ProofMethod, Text } from '../service/definition.ts'
import type { AccessReason, AccessWhat, RequestKind, RequestStatus } from './rules.ts'

export const KIND_WORDS = {
  access: { th: 'ขอดูข้อมูล', en: 'See my data' },
  copy: { th: 'ขอสำเนาข้อมูล', en: 'Get a copy of my data' },
  correct: { th: 'ขอแก้ไขข้อมูล', en: 'Correct my data' },
  erase: { th: 'ขอลบข้อมูล', en: 'Erase my data' },
  restrict: { th: 'ขอระงับการใช้ข้อมูล', en: 'Restrict the use of my data' },
  object: { th: 'คัดค้านการใช้ข้อมูล', en: 'Object to the use of my data' },
  withdraw: { th: 'ถอนความยินยอม', en: 'Withdraw a consent' },
} as const satisfies Record<RequestKind, Text>

export const STATUS_WORDS = {
  received: { th: 'ได้รับเรื่องแล้ว', en: 'Received' },
  in_progress: { th: 'กำลังดำเนินการ', en: 'In progress' },
  done: { th: 'ดำเนินการแล้ว', en: 'Done' },
  refused: { th: 'ปฏิเสธ', en: 'Refused' },
} as const satisfies Record<RequestStatus, Text>

export const REASON_WORDS = {
  review: { th: 'พิจารณาคำขอ', en: 'Review' },
  inspection: { th: 'ตรวจสถานที่', en: 'Inspection' },
  payment: { th: 'การเงิน', en: 'Payment' },
  appeal: { th: 'พิจารณาอุทธรณ์', en: 'Appeal' },
  request: { th: 'ตอบคำขอใช้สิทธิ', en: 'Request of the person' },
  audit: { th: 'ตรวจสอบภายใน', en: 'Audit' },
  answer: { th: 'ตอบคำถาม', en: 'Answering a question' },
} as const satisfies Record<AccessReason, Text>

export const WHAT_WORDS = {
  case: { th: 'คำขอ', en: 'Application' },
  document: { th: 'เอกสารที่ออกให้', en: 'Issued document' },
  file: { th: 'เอกสารแนบ', en: 'Uploaded file' },
  chat: { th: 'แชต', en: 'Chat' },
  question: { th: 'คำถาม', en: 'Question' },
  search: { th: 'ผลค้นหาจากเลขประจำตัว', en: 'Search by ID number' },
  request: { th: 'คำขอใช้สิทธิ', en: 'Data request' },
} as const satisfies Record<AccessWhat, Text>

export const EVENT_WORDS = {
  shown: { th: 'แจ้งประกาศความเป็นส่วนตัว', en: 'Privacy notice shown' },
  given: { th: 'ยินยอม', en: 'Consent given' },
  withdrawn: { th: 'ถอนความยินยอม', en: 'Consent withdrawn' },
} as const satisfies Record<ConsentEvent, Text>

export const CHANNEL_WORDS = {
  web: { th: 'ทางเว็บ', en: 'on the web' },
  chat: { th: 'ในแชต', en: 'in the chat' },
  counter: { th: 'ที่เคาน์เตอร์', en: 'at the counter' },
} as const satisfies Record<ConsentChannel, Text>

export const METHOD_WORDS = {
  thaid: { th: 'ThaID', en: 'ThaID' },
  e_document: { th: 'รูปถ่ายบัตรและใบหน้า', en: 'Photos of card and face' },
  video_call: { th: 'วิดีโอคอล', en: 'Video call' },
  telephone: { th: 'โทรศัพท์', en: 'Telephone' },
  line: { th: 'บัญชี LINE', en: 'LINE account' },
  in_person: { th: 'แสดงบัตรที่เคาน์เตอร์', en: 'Card shown at the counter' },
} as const satisfies Record<ProofMethod, Text>
