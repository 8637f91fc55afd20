/** Words of the applicant's pages, other than the form itself. */
import type { Text } from '../../service/definition.ts'

export const CITIZEN_TEXTS = {
  // Every page
  contactTitle: { th: 'สอบถามเจ้าหน้าที่', en: 'Ask the officers' },
  telephone: { th: 'โทร {phone}', en: 'Tel. {phone}' },
  hours: { th: '{days} {from}–{to} น.', en: '{days} {from}–{to}' },
  toChat: { th: 'กลับไปแชต', en: 'Back to the chat' },
  reference: { th: 'คำขอเลขที่ {reference}', en: 'Application {reference}' },
  draft: { th: 'ร่างคำขอ', en: 'Draft' },

  // Home
  homeTitle: { th: 'คำขอและใบอนุญาตของฉัน', en: 'My applications and licences' },
  todo: { th: 'รอท่านดำเนินการ', en: 'Waiting for you' },
  startTitle: { th: 'ขอใบอนุญาตใหม่', en: 'Apply for a licence' },
  myCases: { th: 'คำขอของฉัน', en: 'My applications' },
  myLicences: { th: 'ใบอนุญาตของฉัน', en: 'My licences' },
  noCases: { th: 'ยังไม่มีคำขอ', en: 'No applications yet' },
  noCasesBody: { th: 'เมื่อยื่นคำขอแล้ว ติดตามได้ที่นี่', en: 'Once you have applied, follow it here' },
  continueDraft: { th: 'กรอกต่อ', en: 'Continue' },
  correctNow: { th: 'แก้ไขและส่งกลับ', en: 'Correct and send back' },
  payNow: { th: 'ชำระค่าธรรมเนียม', en: 'Pay the fee' },
  seeLicence: { th: 'ดูใบอนุญาต', en: 'See the licence' },
  seeStatus: { th: 'ดูสถานะ', en: 'See status' },
  updated: { th: 'ปรับปรุง {when}', en: 'Updated {when}' },

  // Status, in the words of the person who waits
  status_draft: { th: 'ยังไม่ได้ส่ง', en: 'Not sent yet' },
  status_submitted: { th: 'รอเจ้าหน้าที่รับเรื่อง', en: 'Waiting for an officer' },
  status_in_review: { th: 'กำลังพิจารณา', en: 'Under review' },
  status_returned: { th: 'รอท่านแก้ไข', en: 'Correction needed' },
  status_awaiting_fee: { th: 'รอชำระเพื่อเริ่มพิจารณา', en: 'Fee due first' },
  status_awaiting_payment: { th: 'รอชำระเงิน', en: 'Payment due' },
  status_issuing: { th: 'กำลังออกใบอนุญาต', en: 'Being issued' },
  status_issued: { th: 'ออกใบอนุญาตแล้ว', en: 'Licence issued' },
  status_refused: { th: 'ไม่อนุญาต', en: 'Refused' },
  status_lapsed: { th: 'สิ้นสุด ไม่ได้ชำระเงิน', en: 'Ended, not paid' },
  status_withdrawn: { th: 'ถอนคำขอแล้ว', en: 'Withdrawn' },

  // Before starting
  applyTitle: { th: 'ยื่นคำขอ', en: 'Apply' },
  applyNeed: { th: 'เตรียมไว้ก่อน', en: 'Have these ready' },
  applyNeedHint: { th: 'ถ่ายรูปจากของจริง ไม่ต้องถ่ายสำเนา', en: 'Photograph the originals; no copies needed' },
  applySomeCases: { th: '(เฉพาะบางกรณี)', en: '(in some cases)' },
  applyFee: { th: 'ค่าธรรมเนียม', en: 'Fee' },
  applyFeeWhen_after_approval: { th: 'ชำระเมื่อได้รับอนุญาตแล้ว', en: 'Paid after approval' },
  applyFeeWhen_at_filing: { th: 'ชำระเมื่อยื่นคำขอ', en: 'Paid when you apply' },
  applyTime: { th: 'ระยะเวลา', en: 'Time' },
  applyDays_calendar: {
    th: 'ไม่เกิน {days} วัน เมื่อคำขอครบถ้วน',
    en: 'Within {days} days of a complete application',
  },
  applyDays_working: {
    th: 'ไม่เกิน {days} วันทำการ เมื่อคำขอครบถ้วน',
    en: 'Within {days} working days of a complete application',
  },
  privacyTitle: { th: 'การใช้ข้อมูลส่วนบุคคล', en: 'How your information is used' },
  start: { th: 'เริ่มกรอกคำขอ', en: 'Start' },
  startHint: { th: 'หยุดพักได้ทุกเมื่อ ระบบบันทึกให้ตลอด', en: 'Stop whenever you like; everything is saved' },

  // Task list
  tasksTitle: { th: 'กรอกคำขอ', en: 'Your application' },
  tasksAgain: { th: 'ทำต่อจากเดิม', en: 'Carry on' },
  restoredTitle: { th: 'ร่างของท่านยังอยู่ครบ', en: 'Your draft is safe' },
  restoredBody: { th: 'บันทึกเมื่อ {when} ยังไม่ได้ส่งคำขอ', en: 'Saved {when}; not sent yet' },
  task_done: { th: 'เสร็จแล้ว', en: 'Done' },
  task_doing: { th: 'กำลังทำ', en: 'Started' },
  task_todo: { th: 'ยังไม่เริ่ม', en: 'To do' },
  task_later: { th: 'ทำเป็นขั้นสุดท้าย', en: 'Last step' },
  checkTask: { th: 'ตรวจทานและส่ง', en: 'Check and send' },
  discard: { th: 'ลบร่างนี้', en: 'Discard this draft' },
  discardBody: { th: 'สิ่งที่กรอกและไฟล์ที่แนบจะถูกลบ', en: 'What you typed and attached will be deleted' },
  discardYes: { th: 'ยืนยันลบร่าง', en: 'Discard it' },
  filesAttached: { th: 'แนบแล้ว {count} ไฟล์', en: '{count} files attached' },

  // Check answers
  checkTitle: { th: 'ตรวจทานก่อนส่ง', en: 'Check before sending' },
  change: { th: 'แก้ไข', en: 'Change' },
  notGiven: { th: 'ไม่ได้ระบุ', en: 'Not given' },
  missing: { th: 'ยังไม่ได้กรอก', en: 'Missing' },
  feePreview: { th: 'ค่าธรรมเนียมที่จะต้องชำระ', en: 'Fee to be paid' },
  feeQuantity: { th: '{quantity} {unit} × {each} บาท', en: '{quantity} × {each} baht' },
  baht: { th: '{amount} บาท', en: '{amount} baht' },
  total: { th: 'รวม', en: 'Total' },
  feeWhen_after_approval: {
    th: 'ยังไม่ต้องชำระตอนนี้ จะแจ้งเมื่อได้รับอนุญาต',
    en: 'Nothing to pay now: you will be told after approval',
  },
  feeWhen_at_filing: {
    th: 'ชำระหลังส่งคำขอ เจ้าหน้าที่เริ่มพิจารณาเมื่อชำระแล้ว',
    en: 'Pay after sending: the review begins once it is paid',
  },
  noFee: { th: 'ไม่มีค่าธรรมเนียม', en: 'No fee' },
  declarationTitle: { th: 'คำรับรอง', en: 'Declaration' },
  declare: { th: 'ข้าพเจ้ารับรองข้อความข้างต้น', en: 'I declare the above' },
  declareFirst: { th: 'กาเครื่องหมายรับรองก่อนส่งคำขอ', en: 'Tick the declaration before sending' },
  submit: { th: 'ส่งคำขอ', en: 'Send the application' },
  problemsTitle: { th: 'ยังส่งไม่ได้ โปรดแก้ไข {count} รายการ', en: 'Not ready yet: {count} items to mend' },

  // Confirmation
  doneTitle: { th: 'รับคำขอแล้ว', en: 'Application received' },
  doneReference: { th: 'เลขที่คำขอ', en: 'Reference' },
  enteredAt: { th: 'ยื่นเมื่อ', en: 'Sent' },
  receivedAt: { th: 'ถือว่าได้รับเมื่อ', en: 'Counts as received' },
  receivedLater: {
    th: 'ยื่นนอกเวลาทำการ กฎหมายให้ถือว่าได้รับในวันและเวลาทำการถัดไป',
    en: 'Sent outside office hours, so by law it counts as received at the next working time',
  },
  dueOn: { th: 'แจ้งผลภายใน', en: 'Answer by' },
  whatNext: { th: 'ขั้นต่อไป', en: 'What happens next' },
  next1: { th: 'เจ้าหน้าที่ตรวจคำขอและเอกสาร', en: 'Officers check the application and documents' },
  next2: {
    th: 'หากต้องแก้ไข จะแจ้งครั้งเดียวให้ครบทุกรายการทางแชต',
    en: 'If something must be corrected, you are told everything at once in the chat',
  },
  next3: {
    th: 'เมื่ออนุญาต จะได้รับใบแจ้งชำระเงินและใบอนุญาตทางแชต',
    en: 'After approval, the invoice and then the licence arrive in the chat',
  },
  nextPay: {
    th: 'ชำระค่าธรรมเนียมก่อน การพิจารณาจึงเริ่มนับเวลา',
    en: 'Pay the fee first; the time for the review counts from then',
  },
  next3Settled: { th: 'เมื่ออนุญาต จะได้รับใบอนุญาตทางแชต', en: 'After approval, the licence arrives in the chat' },
  seeCase: { th: 'ติดตามคำขอ', en: 'Follow the application' },

  // One case
  casesTitle: { th: 'ติดตามคำขอ', en: 'Your applications' },
  submittedOn: { th: 'ยื่นเมื่อ {when}', en: 'Sent {when}' },
  toCorrect: { th: 'รอท่านแก้ไข {count} รายการ', en: '{count} items to correct' },
  within: { th: 'ภายใน {when}', en: 'By {when}' },
  daysLeft: { th: 'เหลือ {days} วัน', en: '{days} days left' },
  lastDay: { th: 'วันนี้วันสุดท้าย', en: 'Today is the last day' },
  overdue: { th: 'เลยกำหนดแล้ว {days} วัน', en: '{days} days late' },
  toPay: { th: 'อนุญาตแล้ว โปรดชำระค่าธรรมเนียม', en: 'Approved: please pay the fee' },
  toPayFirst: { th: 'โปรดชำระค่าธรรมเนียมเพื่อเริ่มพิจารณา', en: 'Please pay the fee to start the review' },
  lapsedTitle: { th: 'คำขอสิ้นสุดแล้ว', en: 'This application has ended' },
  lapsedBody: {
    th: 'ไม่ได้ชำระค่าธรรมเนียมภายใน {when} จึงถือว่าสละสิทธิ อย่าใช้คิวอาร์เดิม หากยังต้องการ ยื่นคำขอใหม่ได้',
    en: 'The fee was not paid by {when}, so the right is deemed waived. Do not use the old QR code. You may apply again',
  },
  lapsedAtFiling: {
    th: 'ไม่ได้ชำระค่าธรรมเนียมภายใน {when} จึงไม่ได้เริ่มพิจารณา อย่าใช้คิวอาร์เดิม หากยังต้องการ ยื่นคำขอใหม่ได้',
    en: 'The fee was not paid by {when}, so the review did not begin. Do not use the old QR code. You may apply again',
  },
  refusedTitle: { th: 'ไม่อนุญาต', en: 'Refused' },
  refusedAppeal: {
    th: 'ท่านอุทธรณ์คำสั่งได้ตามกฎหมาย สอบถามวิธีและกำหนดเวลาได้ที่{unit}',
    en: 'You may appeal against this order. Ask {unit} how, and by when',
  },
  issuedTitle: { th: 'ออกใบอนุญาตแล้ว', en: 'Your licence is here' },
  licenceNumber: { th: 'เลขที่ใบอนุญาต', en: 'Licence number' },
  issuingTitle: { th: 'กำลังออกใบอนุญาต', en: 'The licence is being made' },
  issuingBody: {
    th: 'ใช้เวลาไม่นาน จะส่งให้ทางแชตทันทีที่เสร็จ',
    en: 'It will be sent to the chat as soon as it is ready',
  },
  progress: { th: 'ความคืบหน้า', en: 'Progress' },
  step_submitted: { th: 'ยื่นคำขอ', en: 'Application sent' },
  step_in_review: { th: 'ตรวจคำขอและเอกสาร', en: 'Application and documents checked' },
  step_decided: { th: 'ผลการพิจารณา', en: 'Decision' },
  step_paid: { th: 'ชำระค่าธรรมเนียม', en: 'Fee paid' },
  step_issued: { th: 'ออกใบอนุญาต', en: 'Licence issued' },
  returnedOn: { th: 'ส่งกลับให้แก้ไข {when}', en: 'Returned for correction {when}' },
  correctedOn: { th: 'ท่านแก้ไขและส่งกลับ {when}', en: 'You sent it back {when}' },
  clockPaused: {
    th: 'เวลาพิจารณาหยุดนับจนกว่าท่านจะส่งกลับ',
    en: 'The review clock is stopped until you send it back',
  },
  expectedBy: { th: 'ไม่เกิน {when}', en: 'By {when}' },
  extendedBecause: { th: 'ขยายเวลา: {reason}', en: 'Time prolonged: {reason}' },
  documents: { th: 'เอกสารจากหน่วยงาน', en: 'Documents from the agency' },
  document_receipt: { th: 'ใบเสร็จรับเงิน', en: 'Receipt' },
  document_acknowledgement: { th: 'ใบรับ', en: 'Acknowledgement' },
  openDocument: { th: 'เปิดเอกสาร', en: 'Open document' },
  openDocumentBody: {
    th: 'ไฟล์ PDF ลงลายมือชื่อดิจิทัลแล้ว จะเปิดในเบราว์เซอร์ของโทรศัพท์',
    en: 'A digitally signed PDF. It opens in the browser of your phone',
  },
  openPdf: { th: 'เปิด PDF', en: 'Open PDF' },
  answersTitle: { th: 'ข้อมูลในคำขอ', en: 'What you sent' },
  withdraw: { th: 'ถอนคำขอ', en: 'Withdraw the application' },
  withdrawBody: { th: 'เมื่อถอนแล้วต้องยื่นใหม่ทั้งหมด', en: 'Once withdrawn, you would have to apply anew' },
  withdrawYes: { th: 'ยืนยันถอนคำขอ', en: 'Withdraw it' },

  // Correction
  correctTitle: { th: 'แก้ไขคำขอ', en: 'Correct your application' },
  correctBody: {
    th: 'แก้เฉพาะรายการด้านล่าง ส่วนอื่นไม่ต้องทำอะไร',
    en: 'Only the items below; leave the rest as it is',
  },
  correctDue: { th: 'ส่งกลับภายใน {when}', en: 'Send back by {when}' },

  // Payment
  payTitle: { th: 'ชำระค่าธรรมเนียม', en: 'Pay the fee' },
  promptpay: { th: 'พร้อมเพย์', en: 'PromptPay' },
  scanWithAny: { th: 'สแกนด้วยแอปธนาคารใดก็ได้', en: 'Scan with any banking app' },
  qrAlt: { th: 'คิวอาร์พร้อมเพย์ {amount} บาท', en: 'PromptPay QR for {amount} baht' },
  payee: { th: 'รับเงินโดย', en: 'Paid to' },
  payFor: { th: 'ชำระสำหรับ', en: 'For' },
  ref1: { th: 'เลขอ้างอิง 1', en: 'Reference 1' },
  ref2: { th: 'เลขอ้างอิง 2', en: 'Reference 2' },
  payBy: { th: 'ชำระภายใน', en: 'Pay by' },
  copy: { th: 'คัดลอก{label}', en: 'Copy {label}' },
  copied: { th: 'คัดลอกแล้ว', en: 'Copied' },
  openQr: { th: 'เปิดรูป QR', en: 'Open the QR picture' },
  saveQr: {
    th: 'จ่ายด้วยเครื่องนี้: แตะรูป QR ค้างไว้เพื่อบันทึก แล้วเปิดจากรูปภาพในแอปธนาคาร',
    en: 'Paying on this phone: press and hold the QR to save it, then open it in your banking app',
  },
  waitingTitle: { th: 'กำลังรอการชำระเงิน', en: 'Waiting for the payment' },
  waitingBody: {
    th: 'หน้านี้เปลี่ยนเองเมื่อธนาคารยืนยัน ปิดหน้านี้ได้ จะแจ้งผลและส่งใบเสร็จทางแชต',
    en: 'This page changes by itself once the bank confirms. You may close it: the receipt comes to the chat',
  },
  payOnce: { th: 'อย่าโอนซ้ำ', en: 'Pay once only' },
  paidTitle: { th: 'ชำระเงินแล้ว', en: 'Paid' },
  paidBody: { th: 'ธนาคารยืนยันแล้ว กำลังออกใบอนุญาต', en: 'The bank has confirmed. The licence is being made' },
  paidFirst: {
    th: 'ธนาคารยืนยันแล้ว เจ้าหน้าที่เริ่มพิจารณาคำขอ',
    en: 'The bank has confirmed. The review begins',
  },
  paidIssued: {
    th: 'ธนาคารยืนยันแล้ว ออกใบอนุญาตเรียบร้อย',
    en: 'The bank has confirmed, and the licence is issued',
  },
  amount: { th: 'จำนวนเงิน', en: 'Amount' },
  paidAt: { th: 'ชำระเมื่อ', en: 'Paid at' },
  receiptNumber: { th: 'เลขที่ใบเสร็จ', en: 'Receipt number' },
  nothingToPay: { th: 'ไม่มียอดที่ต้องชำระ', en: 'Nothing to pay' },
  nothingToPayBody: {
    th: 'เมื่อมียอดต้องชำระ ใบแจ้งชำระเงินจะปรากฏที่นี่',
    en: 'When there is something to pay, the invoice appears here',
  },

  // Wallet
  walletTitle: { th: 'ใบอนุญาตของฉัน', en: 'My licences' },
  walletEmpty: { th: 'ยังไม่มีใบอนุญาต', en: 'No licences yet' },
  walletEmptyBody: {
    th: 'เมื่อออกใบอนุญาตให้แล้ว จะเก็บไว้ที่นี่พร้อม QR ให้ผู้อื่นตรวจสอบ',
    en: 'Once issued, a licence is kept here with a QR that anyone can verify',
  },
  valid: { th: 'ใช้ได้', en: 'Valid' },
  expiresSoon: { th: 'ใกล้หมดอายุ', en: 'Expires soon' },
  expired: { th: 'หมดอายุ', en: 'Expired' },
  holder: { th: 'ผู้รับอนุญาต', en: 'Holder' },
  number: { th: 'เลขที่', en: 'Number' },
  licenceFor: { th: 'สำหรับ', en: 'For' },
  issuedOn: { th: 'วันออก', en: 'Issued' },
  expiresOn: { th: 'ใช้ได้ถึง', en: 'Valid to' },
  signed: { th: 'ลงลายมือชื่อ\nอิเล็กทรอนิกส์แล้ว', en: 'Electronically\nsigned' },
  verifyQr: { th: 'QR ตรวจสอบใบอนุญาต', en: 'QR to verify the licence' },
  verifyHint: {
    th: 'ให้ผู้อื่นสแกน QR เพื่อตรวจว่าใบอนุญาตยังใช้ได้',
    en: 'Anyone may scan the QR to see that the licence is valid',
  },
  verify: { th: 'หน้าตรวจสอบ', en: 'Verification page' },
  waitingCases: { th: 'มีคำขอที่รอผล {count} เรื่อง', en: '{count} applications under way' },
} as const satisfies Record<string, Text>
export type CitizenTextKey = keyof typeof CITIZEN_TEXTS

/** 1 = Monday. */
export const WEEKDAYS: Record<'th' | 'en', readonly string[]> = {
  th: ['จันทร์', 'อังคาร', 'พุธ', 'พฤหัสบดี', 'ศุกร์', 'เสาร์', 'อาทิตย์'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}
