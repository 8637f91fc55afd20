/** What the chat says about photos and files. */
import type { Refusal } from '../actions/receive-file.ts'
import type { Text } from '../service/definition.ts'

export const FILE_WORDS = {
  whichDocument: { th: 'รูปนี้คือเอกสารใด', en: 'Which document is this?' },
  whichFile: { th: 'ไฟล์ “{name}” คือเอกสารใด', en: 'Which document is “{name}”?' },
  severalWaiting: {
    th: 'มี {count} ไฟล์ที่ต้องเลือก ถามทีละไฟล์',
    en: 'There are {count} files to choose for. One at a time.',
  },
  howToChoose: { th: 'แตะเลือก หรือพิมพ์หมายเลข', en: 'Tap one, or type its number.' },
  noDocument: { th: 'ไม่ใช่เอกสาร', en: 'Not a document' },
  attached: { th: 'แนบเป็น “{label}” แล้ว', en: 'Attached as “{label}”.' },
  coverCard: {
    th: 'หากในไฟล์นี้เห็นศาสนาหรือหมู่โลหิต โปรดลบแล้วแนบใหม่ในแบบคำขอ ซึ่งปิดทับได้ก่อนส่ง หน่วยงานไม่ใช้ข้อมูลนี้',
    en: 'If it shows religion or blood group, remove it and attach it anew in the form, where you can cover them first. They are not needed.',
  },
  stillMissing: { th: 'ยังขาด', en: 'Still missing' },
  nothingMissing: { th: 'เอกสารครบแล้ว', en: 'All documents are there.' },
  dropped: { th: 'ไม่ได้เก็บไฟล์นี้', en: 'This file was not kept.' },
  erased: {
    th: 'ไฟล์นี้แนบหรือลบไปแล้ว หากต้องการแนบอีก โปรดส่งใหม่',
    en: 'This file was attached or erased already. Send it again to attach it.',
  },
  full: {
    th: '“{label}” มีไฟล์ครบจำนวนแล้ว ลบไฟล์เดิมในแบบคำขอก่อน หรือเลือกเอกสารอื่น',
    en: '“{label}” has all the files it may have. Remove one in the form first, or choose another document.',
  },
  unfit: {
    th: '“{label}” รับไฟล์นี้ไม่ได้ ดูชนิดและขนาดไฟล์ที่รับได้ในแบบคำขอ',
    en: '“{label}” does not take this file. The form says which kinds and sizes it takes.',
  },
  noPlace: {
    th: 'ไม่มีเอกสารใดที่รับไฟล์นี้ได้แล้ว จึงไม่ได้เก็บไว้ หากต้องการเปลี่ยนไฟล์ โปรดเปิดแบบคำขอ',
    en: 'No document takes this file any more, so it was not kept. To replace one, open the form.',
  },
  onlyPhotos: {
    th: 'ส่งเอกสารได้เป็นรูปภาพหรือ PDF เท่านั้น',
    en: 'Documents can be sent as photos or PDF files only.',
  },
} satisfies Record<string, Text>

/** Why a file was not taken, and what to do. */
export const REFUSALS: Record<Refusal, Text> = {
  file_gone: {
    th: 'เปิดไฟล์นี้จาก LINE ไม่ได้แล้ว โปรดส่งใหม่อีกครั้ง',
    en: 'LINE no longer has this file. Please send it again.',
  },
  file_preparing: {
    th: 'LINE ยังเตรียมไฟล์ไม่เสร็จ โปรดรอสักครู่แล้วส่งใหม่อีกครั้ง',
    en: 'LINE has not finished preparing this file. Please wait a moment and send it again.',
  },
  file_too_large: {
    th: 'ไฟล์ใหญ่เกิน {max} MB โปรดย่อหรือถ่ายใหม่ แล้วส่งอีกครั้ง',
    en: 'The file is larger than {max} MB. Make it smaller and send it again.',
  },
  file_empty: { th: 'ไฟล์นี้ว่างเปล่า โปรดส่งไฟล์ใหม่', en: 'This file is empty. Please send another.' },
  file_wrong_type: {
    th: 'ไฟล์นี้ไม่ใช่รูปหรือ PDF โปรดส่งเป็นรูปภาพ (JPG, PNG) หรือ PDF',
    en: 'This is neither a picture nor a PDF. Please send a JPG, PNG or PDF file.',
  },
  file_broken: {
    th: 'เปิดไฟล์นี้ไม่ได้ โปรดถ่ายใหม่หรือส่งไฟล์อื่น',
    en: 'This file cannot be opened. Take the photo again or send another file.',
  },
  file_infected: {
    th: 'พบไวรัสในไฟล์นี้ จึงไม่ได้เก็บไว้ โปรดส่งไฟล์อื่น',
    en: 'A virus was found in this file, so it was not kept. Please send another.',
  },
  scan_unavailable: {
    th: 'ขณะนี้ตรวจความปลอดภัยของไฟล์ไม่ได้ โปรดส่งใหม่อีกครั้งในไม่กี่นาที',
    en: 'Files cannot be checked at the moment. Please send it again in a few minutes.',
  },
}
