/** Words around proving who one is by ThaID. */
import type { Text } from '../../service/definition.ts'

export const THAID_TEXTS = {
  title: { th: 'ยืนยันตัวตนด้วย ThaID', en: 'Prove your identity with ThaID' },
  lead: {
    th: 'ThaID (ไทยดี) เป็นแอปของกรมการปกครอง ใช้แทนการแสดงบัตรประจำตัวประชาชน',
    en: 'ThaID is the app of the Department of Provincial Administration. Using it is like showing your ID card.',
  },
  readsTitle: { th: 'จะอ่านอะไร เพื่ออะไร', en: 'What is read, and why' },
  reads_id_number: { th: 'เลขประจำตัวประชาชน', en: 'ID number' },
  reads_name: { th: 'คำนำหน้า ชื่อ และนามสกุล', en: 'Title, first name and last name' },
  reads_birth_date: { th: 'วันเดือนปีเกิด', en: 'Date of birth' },
  reads_address: { th: 'ที่อยู่ตามทะเบียนบ้าน', en: 'Registered address' },
  reads_ial: { th: 'ระดับการพิสูจน์ตัวตน (IAL)', en: 'Identity assurance level (IAL)' },
  why_id_number: { th: 'ให้แน่ใจว่าคำขอเป็นของท่านจริง', en: 'to be sure that the application is yours' },
  why_name: { th: 'ใช้เป็นชื่อผู้ยื่นคำขอ', en: 'as the applicant’s name' },
  why_birth_date: { th: 'แบบคำขอนี้ต้องใช้', en: 'this form asks for it' },
  why_address: { th: 'แบบคำขอนี้ต้องใช้', en: 'this form asks for it' },
  why_ial: { th: 'บันทึกว่ายืนยันได้แน่ชัดเพียงใด', en: 'to record how sure the proof is' },
  readsOnly: {
    th: 'อ่านเท่านี้ เก็บแบบเข้ารหัส ผู้ที่เห็นมีเพียงท่านกับเจ้าหน้าที่ที่ดูแลคำขอ',
    en: 'Nothing else is read. It is stored encrypted and seen only by you and the officers who handle your application.',
  },
  stepsTitle: { th: 'ทำอย่างไร', en: 'How it goes' },
  step1: { th: 'กด “ไปที่ ThaID” แล้วเปิดแอปในโทรศัพท์', en: 'Press “Go to ThaID” and open the app on your phone' },
  step2: { th: 'ตรวจชื่อหน่วยงาน แล้วกดยินยอม', en: 'Check the agency’s name, then allow' },
  step3: {
    th: 'กลับมาที่นี่ หากเปิดในเบราว์เซอร์อื่น ให้เข้าสู่ระบบด้วย LINE บัญชีเดิม',
    en: 'Come back here. If another browser opens, sign in with the same LINE account',
  },
  safetyTitle: { th: 'ยินยอมเฉพาะเมื่อท่านเริ่มเอง', en: 'Allow only what you began yourself' },
  safetyBody: {
    th: 'อย่าเปิดลิงก์หรือสแกน QR ของ ThaID ที่ผู้อื่นส่งมา เจ้าหน้าที่ไม่ส่งลิงก์แบบนั้น',
    en: 'Do not open a ThaID link or scan a ThaID QR code that somebody sent you. Officers never send one.',
  },
  begin: { th: 'ไปที่ ThaID', en: 'Go to ThaID' },
  otherWays: { th: 'ยืนยันตัวตนด้วยวิธีอื่น', en: 'Prove it another way' },
  otherWaysBody: {
    th: 'ไม่ต้องใช้ ThaID ก็ได้ ติดต่อเจ้าหน้าที่เพื่อยืนยันตัวตนด้วยวิธีอื่น',
    en: 'You need not use ThaID: ask the officers about the other ways.',
  },
  again: { th: 'ลองอีกครั้ง', en: 'Try again' },
  relink: { th: 'เปลี่ยนมาใช้บัญชีไลน์นี้', en: 'Go on in this LINE account' },
  keptSafe: { th: 'สิ่งที่กรอกไว้ยังอยู่ครบ', en: 'Nothing you typed is lost' },
  toApplication: { th: 'กลับไปที่คำขอ', en: 'Back to the application' },
  toCases: { th: 'ไปที่คำขอของฉัน', en: 'To my applications' },
  look: { th: 'ดูผลอีกครั้ง', en: 'Look again' },

  factName: { th: 'ชื่อ', en: 'Name' },
  factNumber: { th: 'เลขประจำตัวประชาชน', en: 'ID number' },
  factBirthDate: { th: 'วันเกิด', en: 'Date of birth' },
  factAddress: { th: 'ที่อยู่ตามทะเบียนบ้าน', en: 'Registered address' },
  missingTitle: { th: 'มีข้อมูลที่ ThaID ไม่ได้ส่งมา', en: 'ThaID did not give everything' },
  missing_birth_date: { th: 'โปรดกรอกวันเกิดในแบบคำขอเอง', en: 'Please fill in your date of birth yourself.' },
  missing_address: { th: 'โปรดกรอกที่อยู่ในแบบคำขอเอง', en: 'Please fill in your address yourself.' },

  provenTitle: { th: 'ยืนยันตัวตนแล้ว', en: 'Your identity is proven' },
  provenBody: { th: 'ThaID ยืนยันว่าท่านคือบุคคลนี้', en: 'ThaID confirms that you are this person.' },
  refusedTitle: { th: 'ท่านไม่ได้ให้ความยินยอม', en: 'You did not allow it' },
  refusedBody: {
    th: 'ไม่มีการอ่านข้อมูลใด ๆ จาก ThaID ลองอีกครั้งหรือใช้วิธีอื่นได้',
    en: 'Nothing was read from ThaID. You can try again or choose another way.',
  },
  lateTitle: { th: 'หมดเวลาแล้ว', en: 'The time has run out' },
  lateBody: {
    th: 'ต้องยืนยันและกลับมาภายใน 10 นาที โปรดเริ่มใหม่อีกครั้ง',
    en: 'It has to be done within 10 minutes. Please begin again.',
  },
  unavailableTitle: { th: 'ติดต่อ ThaID ไม่ได้', en: 'ThaID cannot be reached' },
  unavailableBody: {
    th: 'ระบบ ThaID ไม่ตอบในขณะนี้ โปรดลองอีกครั้งในอีกสักครู่ หรือใช้วิธีอื่น',
    en: 'ThaID is not answering right now. Try again in a moment, or choose another way.',
  },
  untrustedTitle: { th: 'คำตอบจาก ThaID ใช้ไม่ได้', en: 'ThaID’s answer cannot be used' },
  untrustedBody: {
    th: 'คำตอบที่ได้ตรวจสอบแล้วไม่ผ่าน จึงไม่ได้บันทึกไว้ โปรดเริ่มใหม่จากหน้านี้ หากยังไม่ได้ โปรดใช้วิธีอื่น',
    en: 'It did not pass our checks, so nothing was recorded. Begin again from here; if it goes on, choose another way.',
  },
  incompleteTitle: { th: 'ได้ข้อมูลไม่ครบ', en: 'Something is missing' },
  incompleteBody: {
    th: 'ThaID ไม่ได้ส่งเลขประจำตัวประชาชนหรือชื่อมา โปรดลองอีกครั้ง และยินยอมทุกรายการ',
    en: 'ThaID gave no ID number or no name. Please try again and allow all that is listed.',
  },
  not_a_citizenTitle: { th: 'เลขนี้ไม่ใช่เลขประจำตัวประชาชนไทย', en: 'This is not a Thai ID number' },
  not_a_citizenBody: {
    th: 'เลขที่ได้จาก ThaID ใช้กับคำขอนี้ไม่ได้ โปรดยืนยันตัวตนด้วยวิธีอื่น',
    en: 'The number that ThaID gave cannot be used here. Please prove your identity another way.',
  },
  other_numberTitle: { th: 'เลขในคำขอไม่ตรงกับ ThaID', en: 'The application has another number' },
  other_numberBody: {
    th: 'โปรดแก้เลขประจำตัวประชาชนในคำขอ แล้วยืนยันอีกครั้ง หากยื่นแทนผู้อื่น โปรดติดต่อเจ้าหน้าที่',
    en: 'Correct the ID number in the application, then prove it again. If you apply for somebody else, ask the officers.',
  },
  linked_elsewhereTitle: { th: 'ท่านยืนยันไว้กับ LINE บัญชีอื่นแล้ว', en: 'You are known by another LINE account' },
  linked_elsewhereBody: {
    th: 'โปรดใช้ LINE บัญชีนั้น หากเข้าบัญชีเดิมไม่ได้ ขอเปลี่ยนมาใช้บัญชีนี้ได้',
    en: 'Please use that account. If you have lost it, ask to go on in this one.',
  },
  other_accountTitle: { th: 'รายการนี้เริ่มจาก LINE บัญชีอื่น', en: 'Another LINE account began this' },
  other_accountBody: {
    th: 'เพื่อความปลอดภัย จึงไม่ได้บันทึกอะไร หากมีผู้ส่งลิงก์นี้ให้ท่าน อย่ายินยอมอีก หากเป็นของท่านเอง โปรดเริ่มใหม่ด้วย LINE บัญชีนี้',
    en: 'For safety nothing was recorded. If somebody sent you this link, do not allow it again. If you began it yourself, begin anew with this account.',
  },
  other_browserTitle: { th: 'ผลอยู่ในเบราว์เซอร์อื่น', en: 'The answer is in another browser' },
  other_browserBody: {
    th: 'โปรดกลับไปที่เบราว์เซอร์ที่ ThaID พากลับมา แล้วเข้าสู่ระบบด้วย LINE บัญชีเดิม หรือเริ่มใหม่ที่นี่',
    en: 'Go to the browser that ThaID opened and sign in with the same LINE account, or begin again here.',
  },
  waitingTitle: { th: 'ยังไม่ได้รับคำตอบจาก ThaID', en: 'ThaID has not answered yet' },
  waitingBody: {
    th: 'ทำในแอป ThaID ให้เสร็จก่อน หรือเริ่มใหม่',
    en: 'Finish it in the ThaID app first, or begin again.',
  },
  workingTitle: { th: 'กำลังตรวจสอบกับ ThaID', en: 'Checking with ThaID' },
  workingBody: { th: 'รอสักครู่ หน้านี้จะแสดงผลให้เอง', en: 'One moment: this page will show the result.' },
  unknownTitle: { th: 'ไม่พบรายการนี้', en: 'This was not begun here' },
  unknownBody: {
    th: 'ลิงก์อาจเก่าหรือไม่ครบ จึงไม่ได้บันทึกอะไร โปรดเริ่มใหม่จากหน้านี้',
    en: 'The link may be old or cut short; nothing was recorded. Please begin again from here.',
  },
  not_offeredTitle: { th: 'ที่นี่ไม่ได้ใช้ ThaID', en: 'ThaID is not used here' },
  not_offeredBody: {
    th: 'เรื่องนี้ยืนยันตัวตนด้วย ThaID ไม่ได้ โปรดใช้วิธีอื่น',
    en: 'It is not a way to prove your identity for this matter. Please use another way.',
  },
} as const satisfies Record<string, Text>
