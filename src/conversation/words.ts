/** The chat's own sentences. What a service says is in its service file; these hold for every service. */
import type { Text } from '../service/definition.ts'

type LinkWords = { title: Text; text: Text; label: Text }

export const WORDS = {
  hello: {
    th: 'สวัสดีค่ะ ถามเรื่องใบอนุญาตได้เลย เช่น “ค่าธรรมเนียมเท่าไร” หรือเลือกจากปุ่มด้านล่าง',
    en: 'Hello. Ask anything about the licence, such as “How much is the fee?”, or choose below.',
  },
  welcome: { th: 'ยินดีค่ะ', en: 'You are welcome.' },
  notUnderstood: {
    th: 'ขออภัยค่ะ คู่มือยังไม่มีคำตอบของคำถามนี้ ลองพิมพ์สั้น ๆ เลือกหัวข้อ ฝากคำถามถึงเจ้าหน้าที่ (พิมพ์ “ถามเจ้าหน้าที่”) หรือโทร {phone}',
    en: 'Sorry, the guide has no answer to this. Try fewer words, choose a topic, leave a question for an officer (type “ask an officer”), or call {phone}.',
  },
  didYouMean: {
    th: 'ท่านหมายถึงข้อไหน\n{titles}\nแตะเลือก หรือพิมพ์ชื่อข้อ',
    en: 'Which one do you mean?\n{titles}\nTap one, or type its name.',
  },
  severalCases: {
    th: 'ท่านมีคำขอที่กำลังดำเนินการ {count} เรื่อง พิมพ์เลขที่คำขอเพื่อดูแต่ละเรื่อง',
    en: 'You have {count} open applications. Type a reference to see one.',
  },
  noLicenceYet: {
    th: 'ยังไม่มีใบอนุญาต คำขอของท่านกำลังดำเนินการ พิมพ์ “สถานะ” เพื่อดูว่าถึงขั้นตอนใด',
    en: 'There is no licence yet: your application is in progress. Type “status” to see where it stands.',
  },
  noLicence: {
    th: 'ขณะนี้ท่านไม่มีใบอนุญาตที่ใช้อยู่ หากจะประกอบกิจการ ยื่นคำขอใหม่ได้',
    en: 'You hold no licence at the moment. You can apply for a new one.',
  },
  nothingToPay: {
    th: 'ขณะนี้ท่านไม่มีรายการที่ต้องชำระ',
    en: 'You have nothing to pay at the moment.',
  },
  noIdNumbers: {
    th: 'เพื่อความปลอดภัยของท่าน โปรดอย่าส่งเลขประจำตัวประชาชนในแชต กรอกในแบบคำขอเท่านั้น และลบข้อความเมื่อครู่ได้โดยกดค้างที่ข้อความ',
    en: 'For your safety, never send your ID number in the chat: enter it in the form only. You can delete the message by pressing and holding it.',
  },
  thanksForScore: {
    th: 'ขอบคุณสำหรับคะแนนค่ะ เราจะนำไปปรับปรุงบริการ',
    en: 'Thank you. Your score helps us to improve.',
  },
  languageChosen: {
    th: 'เปลี่ยนเป็นภาษาไทยแล้ว พิมพ์ “English” เพื่อเปลี่ยนกลับ',
    en: 'The chat now speaks English. Type “ภาษาไทย” to change back.',
  },
  oldButton: {
    th: 'ปุ่มนี้ใช้ไม่ได้แล้ว เลือกใหม่จากปุ่มด้านล่าง หรือพิมพ์ “เมนู”',
    en: 'This button no longer works. Choose below, or type “menu”.',
  },
  sticker: {
    th: 'มีอะไรให้ช่วยไหมคะ พิมพ์คำถาม หรือเลือกจากปุ่มด้านล่าง',
    en: 'How can I help? Type a question, or choose below.',
  },
  location: {
    th: 'ได้รับตำแหน่งแล้ว แต่ที่ตั้งต้องระบุในแบบคำขอ ตำแหน่งในแชตนี้จะไม่ถูกเก็บ',
    en: 'Please give the location in the application form. What is sent in the chat is not kept.',
  },
  choices: {
    apply: { th: 'ยื่นคำขอ', en: 'Apply' },
    guide: { th: 'ดูคู่มือ', en: 'Guide' },
    status: { th: 'สถานะคำขอ', en: 'Status' },
    contact: { th: 'ติดต่อเจ้าหน้าที่', en: 'Talk to an officer' },
    phone: { th: 'โทรหาเจ้าหน้าที่', en: 'Call an officer' },
  },
  apply: {
    title: { th: 'ยื่นคำขอ', en: 'Apply' },
    text: {
      th: 'กรอกแบบคำขอและแนบรูปถ่ายเอกสารในแชตนี้ ระบบบันทึกให้อัตโนมัติ ปิดแล้วกลับมากรอกต่อได้',
      en: 'Fill in the form and attach photos of the documents here. It is saved as you go, so you can stop and come back.',
    },
    label: { th: 'เริ่มยื่นคำขอ', en: 'Start an application' },
  },
  goOn: {
    title: { th: 'คำขอที่กรอกค้างไว้', en: 'Your unfinished application' },
    text: {
      th: 'สิ่งที่กรอกไว้ยังอยู่ครบ กรอกต่อจากเดิมแล้วกดยื่นได้เลย',
      en: 'Everything you entered is still there. Go on where you left off, then submit.',
    },
    label: { th: 'กรอกต่อ', en: 'Go on' },
  },
  nothingYet: {
    title: { th: 'ยังไม่มีคำขอ', en: 'No application yet' },
    text: {
      th: 'ท่านยังไม่ได้ยื่นคำขอ เริ่มได้เลยในแชตนี้',
      en: 'You have not applied yet. You can start here.',
    },
    label: { th: 'เริ่มยื่นคำขอ', en: 'Start an application' },
  },
  pay: {
    title: { th: 'ชำระค่าธรรมเนียม', en: 'Pay the fee' },
    text: {
      th: 'คำขอได้รับอนุญาตแล้ว ชำระด้วยคิวอาร์พร้อมเพย์ แล้วจะได้รับใบเสร็จและใบอนุญาตในแชตนี้',
      en: 'Your application is approved. Pay by PromptPay QR; the receipt and the licence then come in this chat.',
    },
    label: { th: 'ชำระเงิน', en: 'Pay' },
  },
  payFirst: {
    title: { th: 'ชำระค่าธรรมเนียม', en: 'Pay the fee' },
    text: {
      th: 'รับคำขอแล้ว ชำระด้วยคิวอาร์พร้อมเพย์ เจ้าหน้าที่เริ่มพิจารณาเมื่อชำระแล้ว',
      en: 'Your application is in. Pay by PromptPay QR: the review begins once it is paid.',
    },
    label: { th: 'ชำระเงิน', en: 'Pay' },
  },
  fileToApply: {
    title: { th: 'เริ่มคำขอก่อน', en: 'Start an application first' },
    text: {
      th: 'ยังไม่มีคำขอที่กรอกค้างไว้ ไฟล์นี้จึงไม่ถูกเก็บ เริ่มคำขอแล้วส่งรูปเอกสารมาในแชตนี้ได้เลย',
      en: 'There is no unfinished application, so this file was not kept. Start one, then send the photos here.',
    },
    label: { th: 'เริ่มยื่นคำขอ', en: 'Start an application' },
  },
  fileToCorrect: {
    title: { th: 'รายการที่ต้องแก้ไข', en: 'What to correct' },
    text: {
      th: 'เจ้าหน้าที่ไม่ได้ขอให้แก้เอกสารแนบ ไฟล์นี้จึงไม่ถูกเก็บ เปิดดูรายการที่ต้องแก้ แล้วกดส่ง',
      en: 'The officer did not ask for another document, so this file was not kept. See what is to be corrected.',
    },
    label: { th: 'เปิดหน้าแก้ไข', en: 'Open the corrections' },
  },
  sendCorrection: {
    title: { th: 'ส่งกลับให้เจ้าหน้าที่', en: 'Send it back to the officer' },
    text: {
      th: 'ตรวจรายการที่แก้ แล้วกดส่งกลับ คำขอจะเดินต่อเมื่อกดส่งแล้วเท่านั้น',
      en: 'Check what you corrected, then send it back. The application goes on only once you have sent it.',
    },
    label: { th: 'ตรวจและส่งกลับ', en: 'Check and send back' },
  },
  relink: {
    title: { th: 'เปลี่ยนบัญชีไลน์', en: 'Change LINE account' },
    text: {
      th: 'บัญชีไลน์เดิมหายหรือเปลี่ยนใหม่ ยืนยันตัวตนแล้วย้ายคำขอและใบอนุญาตมาบัญชีนี้ได้',
      en: 'Lost your earlier account? Prove who you are and go on here with your applications and licences.',
    },
    label: { th: 'เริ่มเปลี่ยนบัญชี', en: 'Begin' },
  },
  worklist: {
    title: { th: 'งานของเจ้าหน้าที่', en: 'Your work' },
    text: { th: 'เปิดรายการคำขอที่รอพิจารณา', en: 'Open the applications that wait for review.' },
    label: { th: 'เปิดรายการงาน', en: 'Open the worklist' },
  },
} satisfies Record<string, Text | LinkWords | Record<string, Text>>
