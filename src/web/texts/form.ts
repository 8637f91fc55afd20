/** Words of the form pages: the browser downloads these, so nothing else is in here. */
import type { Text } from '../../service/definition.ts'

export const FORM_TEXTS = {
  otherLanguage: { th: 'English', en: 'ภาษาไทย' },
  step: { th: 'ขั้นที่', en: 'Step' },
  stepOf: { th: 'จาก {of}', en: 'of {of}' },
  progress: { th: 'ความคืบหน้า', en: 'Progress' },
  saved: { th: 'บันทึกร่างแล้ว {time}', en: 'Draft saved {time}' },
  saving: { th: 'กำลังบันทึก…', en: 'Saving…' },
  notSaved: { th: 'ยังไม่ได้บันทึก จะลองอีกครั้งเมื่อมีสัญญาณ', en: 'Not saved yet. It will be tried again' },
  optional: { th: '(ถ้ามี)', en: '(optional)' },
  back: { th: 'ย้อนกลับ', en: 'Back' },
  next: { th: 'ถัดไป', en: 'Next' },
  saveAndReturn: { th: 'บันทึกและกลับไปตรวจทาน', en: 'Save and return to check' },
  problems: { th: 'โปรดแก้ไข {count} รายการ', en: 'Please mend {count} items' },
  moreFields: { th: 'โปรดกรอกช่องที่เพิ่มขึ้นมา', en: 'Please fill in the fields that have appeared' },

  day: { th: 'วันที่', en: 'Day' },
  month: { th: 'เดือน', en: 'Month' },
  year: { th: 'ปี พ.ศ.', en: 'Year B.E.' },
  choose: { th: 'เลือก', en: 'Choose' },

  foundCount: { th: 'พบ {count} รายการ', en: '{count} found' },
  yes: { th: 'ใช่', en: 'Yes' },
  no: { th: 'ไม่ใช่', en: 'No' },
  warning: { th: 'โปรดระวัง', en: 'Warning' },
  bahtUnit: { th: 'บาท', en: 'baht' },
  bahtAmount: { th: '{amount}\u00a0บาท', en: '{amount} baht' },
  timeUnit: { th: 'น.', en: '24-hour clock' },
  timeHint: { th: 'เช่น 08:30', en: 'Such as 08:30' },
  timeBetween: { th: 'ระหว่าง {from}–{to}\u00a0น.', en: 'Between {from} and {to}' },

  waitForUploads: { th: 'รอให้ส่งไฟล์เสร็จก่อน', en: 'Wait until the files are sent' },

  officerSays: { th: 'เจ้าหน้าที่แจ้งว่า', en: 'The officer says' },
  send: { th: 'ส่งกลับให้เจ้าหน้าที่', en: 'Send back to the officer' },
  charactersLeft: { th: 'เหลือ {count} ตัวอักษร', en: '{count} characters left' },
} as const satisfies Record<string, Text>
