/** Words of the pages on which an officer returns or decides a case. */
import type { Text } from '../../service/definition.ts'

export const FORM_TEXTS = {
  backToCase: { th: 'กลับไปที่คำขอ', en: 'Back to the case' },
  change: { th: 'แก้ไข', en: 'Change' },
  problems: { th: 'โปรดแก้ไขก่อนดำเนินการต่อ', en: 'Mend this before you go on' },

  // Somebody else moved the case
  changedTitle: { th: 'คำขอนี้เปลี่ยนไประหว่างที่ท่านดู', en: 'The case changed while you were reading' },
  changedBody: {
    th: 'สิ่งที่ท่านกรอกยังอยู่ครบ โปรดดูสิ่งที่เปลี่ยนแล้วยืนยันอีกครั้ง',
    en: 'Nothing you typed is lost. See what changed and confirm again',
  },
  changedClosed: {
    th: 'ขณะนี้ทำรายการนี้ไม่ได้แล้ว สิ่งที่ท่านกรอกแสดงไว้ด้านล่างเพื่อคัดลอกไปใช้',
    en: 'This can no longer be done. What you typed is shown below so that you can copy it',
  },
  changedNothing: { th: 'มีการบันทึกคำขอครั้งใหม่', en: 'The case was saved again' },
  typedBefore: { th: 'สิ่งที่ท่านกรอกไว้', en: 'What you typed' },

  // Return for correction
  returnTitle: { th: 'ส่งกลับให้แก้ไข', en: 'Return for correction' },
  returnOnce: {
    th: 'ส่งกลับได้ครั้งเดียว โปรดเลือกให้ครบ',
    en: 'A case is returned once only: choose everything now',
  },
  returnLaw: {
    th: 'กฎหมายให้แจ้งข้อบกพร่องทั้งหมดในครั้งเดียว ภายหลังจะเรียกเอกสารเพิ่มอีกไม่ได้ เวลาพิจารณาหยุดนับจนกว่าผู้ขอส่งกลับ',
    en: 'The law wants all defects told at once; nothing more may be asked later. The clock stops until the applicant sends it back',
  },
  chooseItems: { th: 'รายการที่ต้องแก้ไข', en: 'What must be corrected' },
  readyReason: { th: 'เหตุผลที่ใช้บ่อย', en: 'A ready reason' },
  noReadyReason: { th: 'ไม่ใช้ข้อความสำเร็จรูป', en: 'None of these' },
  ownReason: { th: 'ข้อความของท่าน', en: 'In your own words' },
  ownReasonHint: { th: 'บอกให้ชัดว่าต้องทำอะไร', en: 'Say clearly what to do' },
  preview: { th: 'ดูตัวอย่างก่อนส่ง', en: 'Preview' },
  previewTitle: { th: 'ตรวจก่อนส่งกลับ', en: 'Check before you return it' },
  previewCard: { th: 'ผู้ขอจะได้รับข้อความนี้ใน LINE', en: 'The applicant will read this in LINE' },
  cardTitle: { th: 'ต้องแก้ไข {count} รายการ', en: 'To correct: {count}' },
  cardDue: { th: 'ส่งกลับภายใน {days} วัน', en: 'Send back within {days} days' },
  cardClock: { th: 'ระหว่างนี้หยุดนับเวลาพิจารณา', en: 'The review clock is stopped meanwhile' },
  sendBack: { th: 'ยืนยันส่งกลับ', en: 'Return it' },
  wrong_items: { th: 'เลือกอย่างน้อยหนึ่งรายการ', en: 'Choose at least one item' },
  wrong_reason: { th: 'บอกเหตุผลของ “{label}”', en: 'Give a reason for “{label}”' },

  // Endorse, approve, refuse
  endorseTitle: { th: 'เสนอความเห็น', en: 'Give your finding' },
  approveTitle: { th: 'พิจารณาคำสั่งอนุญาต', en: 'Order to approve' },
  refuseTitle: { th: 'พิจารณาคำสั่งไม่อนุญาต', en: 'Order to refuse' },
  checklist: { th: 'รายการตรวจ', en: 'Checklist' },
  checklistHint: { th: 'ต้องผ่านครบทุกข้อจึงเสนอได้', en: 'Every item must pass' },
  wrong_checklist: { th: 'ตรวจให้ครบทุกข้อก่อน', en: 'Tick every item of the checklist first' },
  conditions: { th: 'เงื่อนไขเฉพาะราย', en: 'Conditions for this licence' },
  conditionsHint: { th: 'หนึ่งบรรทัดต่อหนึ่งข้อ เว้นว่างได้', en: 'One condition a line; may be left blank' },
  moreConditions: { th: 'เพิ่มเงื่อนไข', en: 'Further conditions' },
  proposedBy: { th: 'เสนอโดย {officer}', en: 'Proposed by {officer}' },
  opinion: { th: 'ความเห็น', en: 'Remarks' },
  opinionHint: { th: 'เว้นว่างได้', en: 'May be left blank' },
  sendEndorse: { th: 'เห็นควรอนุญาต ส่งต่อ', en: 'Endorse and pass on' },
  draft: { th: 'ร่างใบอนุญาต', en: 'Draft of the licence' },
  draftNumber: { th: 'เลขที่', en: 'Number' },
  draftNumberNext: { th: 'เลขถัดไปในเล่มที่ {book}', en: 'Next number of book {book}' },
  draftHolder: { th: 'ผู้รับใบอนุญาต', en: 'Holder' },
  draftPlace: { th: 'สถานที่', en: 'Place' },
  draftSummary: { th: 'รายการ', en: 'Particulars' },
  draftValid: { th: 'อายุ', en: 'Valid for' },
  draftExpires: {
    th: 'ถึงประมาณ {date} หากออกวันนี้',
    en: 'until {date} if issued today',
  },
  months: { th: '{count} เดือน', en: '{count} months,' },
  year: { th: '1 ปี', en: 'One year,' },
  years: { th: '{count} ปี', en: '{count} years,' },
  draftSigner: { th: 'ลงนามในใบอนุญาต', en: 'Signs the licence' },
  standardConditions: { th: 'เงื่อนไขท้ายใบอนุญาต', en: 'Standard conditions' },
  toConfirm: { th: 'ไปขั้นยืนยัน', en: 'Go on to confirm' },
  confirmApprove: { th: 'ยืนยันคำสั่งอนุญาต', en: 'Confirm the order to approve' },
  confirmRefuse: { th: 'ยืนยันคำสั่งไม่อนุญาต', en: 'Confirm the order to refuse' },
  signingAs: { th: 'ลงชื่อในฐานะ', en: 'You sign as' },
  noConditions: { th: 'ไม่มีเงื่อนไขเฉพาะราย', en: 'No condition of its own' },
  withConditions: { th: 'มีเงื่อนไขเฉพาะราย {count} ข้อ', en: 'Conditions of its own: {count}' },
  thenPay: {
    th: 'ระบบจะออกใบแจ้งชำระเงินให้ผู้ขอ และออกใบอนุญาตเมื่อชำระแล้ว',
    en: 'The applicant receives an invoice; the licence follows the payment',
  },
  thenIssue: { th: 'ระบบจะออกใบอนุญาตทันที', en: 'The licence is issued at once' },
  sendApprove: { th: 'ลงนามคำสั่งอนุญาต', en: 'Sign the order to approve' },
  refusalReason: { th: 'เหตุผลที่ไม่อนุญาต', en: 'Reason for refusing' },
  refusalReasonHint: {
    th: 'บอกข้อเท็จจริง ข้อกฎหมาย และข้อพิจารณา ผู้ขอจะได้รับข้อความนี้',
    en: 'Facts, law and considerations. The applicant receives this text',
  },
  wrong_refusal: { th: 'บอกเหตุผลที่ไม่อนุญาต', en: 'Say why it is refused' },
  legalGround: { th: 'กฎหมายที่ใช้', en: 'The law applied' },
  appealTitle: { th: 'สิทธิอุทธรณ์ที่ระบบแจ้งผู้ขอ', en: 'Right to appeal, as the applicant is told' },
  sendRefuse: { th: 'ลงนามคำสั่งไม่อนุญาต', en: 'Sign the order to refuse' },
  recorded: {
    th: 'ระบบบันทึกผู้ลงชื่อ วันและเวลา ไว้ในแฟ้มคำขอ',
    en: 'Your name, the day and the time are kept in the case file',
  },

  // Becoming an officer
  joinTitle: { th: 'ผูกบัญชี LINE กับสิทธิเจ้าหน้าที่', en: 'Bind this LINE account to your officer role' },
  joinBody: {
    th: 'รหัสเชิญใช้ได้ครั้งเดียว เมื่อผูกแล้ว ท่านจะเปิดกล่องงานและรับการแจ้งเตือนในแชตนี้ได้',
    en: 'The invitation works once. You can then open the worklist and be notified in this chat',
  },
  joinCode: { th: 'รหัสเชิญ', en: 'Invitation code' },
  joinAction: { th: 'ผูกบัญชี', en: 'Bind' },
  joinWrong: {
    th: 'รหัสนี้ใช้ไม่ได้หรือใช้ไปแล้ว โปรดขอรหัสใหม่จากผู้ดูแลระบบของหน่วยงาน',
    en: 'This code is wrong or used. Ask your agency’s administrator for a new one',
  },
  joinedTitle: { th: 'ผูกบัญชีแล้ว', en: 'Bound' },
  joinedBody: { th: 'ยินดีต้อนรับ {name}', en: 'Welcome, {name}' },
  openWorklist: { th: 'เปิดกล่องงาน', en: 'Open the worklist' },
} as const satisfies Record<string, Text>
