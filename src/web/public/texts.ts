/** Every word of the public pages. */
import type { Text } from '../../service/definition.ts'

export const PUBLIC_TEXTS = {
  skip: { th: 'ข้ามไปเนื้อหา', en: 'Skip to content' },
  menu: { th: 'เมนูหลัก', en: 'Main menu' },
  home: { th: 'หน้าแรก', en: 'Home' },
  service: { th: 'คู่มือประชาชน', en: 'Guide for citizens' },
  verify: { th: 'ตรวจใบอนุญาต', en: 'Verify a licence' },
  privacy: { th: 'ความเป็นส่วนตัว', en: 'Privacy' },
  onlineService: { th: 'บริการออนไลน์', en: 'Online service' },
  languageShort: { th: 'EN', en: 'ไทย' },
  languageName: { th: 'EN English', en: 'ไทย ภาษาไทย' },
  phone: { th: 'โทร {phone}', en: 'Tel. {phone}' },
  applyInLine: { th: 'ยื่นคำขอใน LINE', en: 'Apply in LINE' },
  trackInLine: { th: 'ติดตามคำขอ', en: 'Track an application' },
  scanToOpen: { th: 'สแกนเพื่อเปิดใน LINE', en: 'Scan to open in LINE' },
  scanHint: { th: 'ใช้กล้องของโทรศัพท์', en: 'With your phone’s camera' },
  qrLabel: { th: 'คิวอาร์โค้ดเปิดบริการใน LINE', en: 'QR code that opens the service in LINE' },

  // Home
  homeLead: {
    th: 'ถามข้อมูล ยื่นคำขอ ชำระเงิน และรับใบอนุญาตได้ในแชต LINE ตลอด 24 ชั่วโมง',
    en: 'Ask, apply, pay and receive the licence in LINE, at any hour',
  },
  howItWorks: { th: 'สามขั้นตอน', en: 'Three steps' },
  step1: { th: 'ยื่นคำขอในแชต', en: 'Apply in the chat' },
  step1Body: {
    th: 'กรอกแบบฟอร์มและถ่ายรูปเอกสาร หยุดพักแล้วกลับมากรอกต่อได้',
    en: 'Fill in the form and photograph the documents; stop and go on whenever you like',
  },
  step2: { th: 'เจ้าหน้าที่พิจารณา', en: 'Officers review it' },
  step2Body: {
    th: 'แจ้งทุกความคืบหน้าในแชต หากต้องแก้ไขจะแจ้งทุกรายการในครั้งเดียว',
    en: 'Every step is told in the chat; what must be mended is told once, all of it',
  },
  step3: { th: 'ชำระเงินและรับใบอนุญาต', en: 'Pay and receive the licence' },
  step3Body: {
    th: 'สแกนคิวอาร์พร้อมเพย์ แล้วรับใบเสร็จและใบอนุญาตที่ลงลายมือชื่อดิจิทัล',
    en: 'Scan the PromptPay QR and receive the receipt and the digitally signed licence',
  },
  step3Free: {
    th: 'รับใบอนุญาตที่ลงลายมือชื่อดิจิทัลในแชตทันทีที่ได้รับอนุญาต',
    en: 'The digitally signed licence arrives in the chat once it is granted',
  },
  readGuide: { th: 'อ่านคู่มือประชาชน', en: 'Read the guide' },
  readGuideHint: { th: 'ใครต้องขอ เอกสาร ค่าธรรมเนียม ระยะเวลา', en: 'Who, documents, fee and time' },

  // Verify
  verifyTitle: { th: 'ตรวจสอบเอกสาร', en: 'Verify a document' },
  verifyLead: {
    th: 'พิมพ์รหัสที่อยู่ใต้คิวอาร์โค้ดบนใบอนุญาตหรือใบเสร็จ',
    en: 'Type the code under the QR code of the licence or receipt',
  },
  code: { th: 'รหัสตรวจสอบ', en: 'Verification code' },
  codeHint: { th: 'ตัวอักษรและตัวเลข 12 ตัว มีขีดหรือไม่มีก็ได้', en: '12 letters and digits, with or without dashes' },
  check: { th: 'ตรวจสอบ', en: 'Verify' },
  checkAgain: { th: 'ตรวจใหม่', en: 'Verify again' },
  tryAgain: { th: 'ลองตรวจอีกครั้ง', en: 'Try again' },
  wherePlace: { th: 'รหัสอยู่ตรงไหน', en: 'Where is the code?' },
  wherePlaceBody: {
    th: 'อยู่ใต้คิวอาร์โค้ดที่มุมล่างของเอกสาร สแกนคิวอาร์โค้ดด้วยกล้องโทรศัพท์ก็เปิดหน้านี้ได้โดยไม่ต้องพิมพ์',
    en: 'Under the QR code at the foot of the document. Scanning that QR code opens this page without typing',
  },

  // Result
  valid: { th: 'ใช้ได้', en: 'Valid' },
  receiptValid: { th: 'ใบเสร็จถูกต้อง', en: 'Genuine receipt' },
  acknowledgementValid: { th: 'ใบรับถูกต้อง', en: 'Genuine acknowledgement' },
  expired: { th: 'หมดอายุแล้ว', en: 'Expired' },
  suspended: { th: 'ถูกพักใช้', en: 'Suspended' },
  revoked: { th: 'ถูกเพิกถอน', en: 'Revoked' },
  renewing: { th: 'มีผลต่อเนื่อง อยู่ระหว่างต่ออายุ', en: 'In force while its renewal is decided' },
  replaced: { th: 'มีฉบับใหม่แทนแล้ว', en: 'Replaced by a newer one' },
  cancelled: { th: 'เลิกประกอบกิจการแล้ว', en: 'Given up by its holder' },
  not_found: { th: 'ไม่พบเอกสารนี้', en: 'Not found' },
  validFor: { th: 'เหลือ {days} วัน', en: '{days} days left' },
  validForOne: { th: 'เหลือ 1 วัน', en: '1 day left' },
  validLastDay: { th: 'ใช้ได้ถึงวันนี้เป็นวันสุดท้าย', en: 'Today is the last day' },
  expiredOn: { th: 'สิ้นอายุเมื่อ {date}', en: 'Expired on {date}' },
  suspendedNote: { th: 'ห้ามประกอบกิจการในช่วงที่พักใช้', en: 'The business may not be run meanwhile' },
  renewingNote: {
    th: 'ยื่นต่ออายุก่อนวันสิ้นอายุ จึงประกอบกิจการต่อได้จนกว่าจะมีคำสั่ง',
    en: 'The renewal was filed before expiry: the business may go on until it is decided',
  },
  replacedNote: { th: 'โปรดขอดูใบอนุญาตฉบับล่าสุด', en: 'Ask to see the newest licence' },
  cancelledNote: { th: 'ใช้เป็นหลักฐานไม่ได้อีก', en: 'It is no longer good for anything' },
  revokedNote: { th: 'ใช้เป็นหลักฐานไม่ได้อีก', en: 'It is no longer good for anything' },
  receiptNote: { th: 'ออกเมื่อ {date}', en: 'Issued on {date}' },
  notFoundNote: {
    th: 'อย่าเชื่อถือเอกสารนี้จนกว่าจะตรวจกับหน่วยงาน',
    en: 'Do not rely on the document until the agency has confirmed it',
  },
  causes: { th: 'เกิดได้จาก', en: 'It may be that' },
  causesBody: {
    th: 'พิมพ์รหัสผิด ภาพคิวอาร์โค้ดไม่ชัด หรือมีผู้แก้ไขเอกสาร',
    en: 'the code was mistyped, the QR code is not clear, or somebody altered the document',
  },
  owner: { th: 'เป็นเจ้าของใบอนุญาตนี้หรือ', en: 'Is this your licence?' },
  ownerBody: { th: 'ต้องได้รับใบอนุญาตใหม่ก่อนประกอบกิจการอีกครั้ง', en: 'A new licence is needed before you go on' },
  number: { th: 'เลขที่', en: 'Number' },
  holder: { th: 'ผู้รับอนุญาต', en: 'Holder' },
  payer: { th: 'ผู้ชำระเงิน', en: 'Payer' },
  issuedOn: { th: 'วันออก', en: 'Issued' },
  expiresOn: { th: 'ใช้ได้ถึง', en: 'Valid until' },
  endedOn: { th: 'สิ้นอายุ', en: 'Expired' },
  checks: { th: 'สิ่งที่ตรวจแล้ว', en: 'What was checked' },
  inRegister: { th: 'อยู่ในทะเบียนของ{agency}', en: 'In the register of {agency}' },
  receiptKnown: { th: 'ออกโดย{agency}จริง', en: 'Issued by {agency}' },
  notInRegister: { th: 'ไม่พบรหัส {code} ในทะเบียน', en: 'The code {code} is not in the register' },
  statusUnknown: {
    th: 'ไม่ได้ตรวจสถานะ เพราะไม่พบเอกสาร',
    en: 'The status was not checked: no document was found',
  },
  notExpired: { th: 'ยังไม่หมดอายุ', en: 'Not expired' },
  isExpired: { th: 'สิ้นอายุแล้ว {days} วัน', en: 'Days since it expired: {days}' },
  notWithdrawn: { th: 'ไม่ถูกพักใช้หรือเพิกถอน', en: 'Neither suspended nor revoked' },
  isSuspended: { th: 'มีคำสั่งพักใช้ใบอนุญาต', en: 'It is suspended by order' },
  isReplaced: { th: 'มีใบอนุญาตฉบับใหม่แทนฉบับนี้', en: 'A newer licence stands for it' },
  isCancelled: { th: 'ผู้รับใบอนุญาตแจ้งเลิกกิจการ', en: 'Its holder has given it up' },
  isRevoked: { th: 'มีคำสั่งเพิกถอนใบอนุญาต', en: 'It is revoked by order' },
  checkedAt: { th: 'ตรวจเมื่อ {date} เวลา {time} น.', en: 'Checked on {date} at {time}' },
  file: { th: 'ตรวจไฟล์ PDF ที่ได้รับ', en: 'Check the PDF you were given' },
  fileBody: {
    th: 'เปิดไฟล์ด้วยโปรแกรมอ่าน PDF แล้วดูลายมือชื่อดิจิทัล ต้องลงโดยผู้ลงนามนี้ และค่าแฮชของไฟล์ต้องตรงกัน',
    en: 'Open it in a PDF reader and look at the digital signature: it must be by this signer, and the hash of the file must agree',
  },
  signer: { th: 'ผู้ลงนาม', en: 'Signed by' },
  issuer: { th: 'ออกใบรับรองโดย', en: 'Certificate by' },
  serial: { th: 'เลขใบรับรอง', en: 'Certificate no.' },
  hash: { th: 'SHA-256 ของไฟล์', en: 'SHA-256 of the file' },
  testSigner: {
    th: 'ลงนามด้วยใบรับรองทดสอบ เอกสารนี้ใช้เพื่อทดลองระบบ ไม่มีผลตามกฎหมาย',
    en: 'Signed with a test certificate: the document is for trial and has no legal effect',
  },
  suspicious: { th: 'แจ้งว่าเอกสารนี้น่าสงสัย', en: 'Report this document as suspicious' },
  suspiciousSubject: { th: 'แจ้งเอกสารน่าสงสัย {code}', en: 'Suspicious document {code}' },

  // Too many questions
  busyTitle: { th: 'ตรวจบ่อยเกินไป', en: 'Too many checks' },
  busyBody: {
    th: 'เพื่อป้องกันการสุ่มเดารหัส โปรดรอ {seconds} วินาทีแล้วลองใหม่',
    en: 'So that codes cannot be guessed, please wait {seconds} seconds and try again',
  },

  // Privacy
  privacyTitle: { th: 'ประกาศความเป็นส่วนตัว', en: 'Privacy notice' },
  privacyVersion: { th: 'ฉบับวันที่ {date}', en: 'Version of {date}' },
  shownInPublic: { th: 'สิ่งที่เปิดเผยต่อสาธารณะ', en: 'What the public can see' },
  shownInPublicBody: {
    th: 'ผู้ที่มีรหัสตรวจสอบเห็นเฉพาะรายการที่พิมพ์อยู่ในใบอนุญาต ได้แก่ เลขที่ ชื่อผู้รับอนุญาต วันออก วันสิ้นอายุ และ',
    en: 'Whoever has the verification code sees only what the licence itself shows: number, holder, dates of issue and expiry, and',
  },
  notShown: {
    th: 'เลขประจำตัวประชาชน โทรศัพท์ อีเมล และเอกสารแนบไม่เปิดเผย เว้นแต่ปรากฏในรายการข้างต้น',
    en: 'ID number, telephone, e-mail and attachments are not shown, unless named above',
  },
  cookies: { th: 'คุกกี้', en: 'Cookies' },
  cookiesBody: {
    th: 'เว็บไซต์นี้ใช้คุกกี้ที่จำเป็นเท่านั้น คือคุกกี้เข้าสู่ระบบและภาษาที่เลือก ไม่ติดตามการใช้งานและไม่ส่งข้อมูลให้ผู้โฆษณา',
    en: 'Only necessary cookies are used: sign-in and language. Nobody is tracked and nothing goes to advertisers',
  },
  rights: { th: 'สิทธิของท่าน', en: 'Your rights' },
  rightsBody: {
    th: 'ท่านขอดู ขอสำเนา ขอแก้ไข ขอลบ คัดค้าน หรือถอนความยินยอมได้ตาม พ.ร.บ. คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562',
    en: 'You may ask to see, copy, correct or delete your data, object, or withdraw consent under the Personal Data Protection Act B.E. 2562',
  },
  contact: { th: 'ติดต่อ', en: 'Contact' },
} as const satisfies Record<string, Text>
