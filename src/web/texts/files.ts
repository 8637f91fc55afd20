/** Words of photos and documents: with their control alone, and where the server refuses one. */
import type { Text } from '../../service/definition.ts'

export const FILE_TEXTS = {
  chooseFile: { th: 'ถ่ายรูปหรือเลือกไฟล์', en: 'Take a photo or choose a file' },
  anotherFile: { th: 'เพิ่มรูปหรือไฟล์', en: 'Add another' },
  takePhoto: { th: 'ถ่ายภาพ', en: 'Take a photo' },
  anotherPhoto: { th: 'ถ่ายภาพเพิ่ม', en: 'Take another photo' },
  chooseStored: { th: 'เลือกรูปหรือไฟล์ที่มีอยู่', en: 'Choose an existing photo or file' },
  upload: { th: 'แนบไฟล์', en: 'Attach' },
  fileLimits: { th: '{types} ไม่เกิน {max} MB', en: '{types}, up to {max} MB' },
  fileCount: { th: '{count} จาก {max} ไฟล์', en: '{count} of {max} files' },
  uploading: { th: 'กำลังส่ง {percent}%', en: 'Sending {percent}%' },
  shrinking: { th: 'กำลังย่อรูป', en: 'Making the picture smaller' },
  coverCard: {
    th: 'ปิดศาสนาและหมู่โลหิตบนบัตรก่อนส่ง หน่วยงานไม่ใช้ข้อมูลนี้',
    en: 'Cover religion and blood group: they are not needed',
  },
  uploaded: { th: 'แนบแล้ว', en: 'Attached' },
  uploadBroken: { th: 'ส่งไม่สำเร็จ ไฟล์ยังอยู่ในเครื่องนี้', en: 'Sending failed. The file is still on this device' },
  retry: { th: 'ลองอีกครั้ง', en: 'Try again' },
  cancel: { th: 'ยกเลิก', en: 'Cancel' },
  newTab: { th: 'เปิดดู {name}', en: 'View {name}' },
  removeOf: { th: 'ลบ{label}', en: 'Remove {label}' },
  file_empty: { th: 'ไฟล์ว่างเปล่า โปรดเลือกไฟล์ใหม่', en: 'The file is empty. Choose another' },
  file_too_large: { th: 'ไฟล์ใหญ่เกิน {max} MB โปรดย่อหรือถ่ายใหม่', en: 'The file is larger than {max} MB' },
  file_wrong_type: {
    th: 'ไฟล์นี้ไม่ใช่รูปหรือ PDF โปรดแนบไฟล์ JPG, PNG หรือ PDF',
    en: 'Not a picture or PDF. Choose a JPG, PNG or PDF',
  },
  file_broken: {
    th: 'เปิดไฟล์นี้ไม่ได้ โปรดถ่ายใหม่หรือเลือกไฟล์อื่น',
    en: 'This file cannot be opened. Choose another',
  },
  file_infected: {
    th: 'พบไวรัสในไฟล์นี้ โปรดเลือกไฟล์อื่น',
    en: 'A virus was found in this file. Choose another',
  },
  too_many_files: { th: 'แนบได้ไม่เกิน {max} ไฟล์ ลบไฟล์เดิมก่อน', en: 'At most {max} files. Remove one first' },
} as const satisfies Record<string, Text>
export type FileTextKey = keyof typeof FILE_TEXTS
