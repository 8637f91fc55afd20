import type { Text } from '../../service/definition.ts'

/** Looking up cases from the worklist. */
export const SEARCH_TEXTS = {
  title: { th: 'ค้นหาคำขอ', en: 'Find a case' },
  label: { th: 'เลขที่คำขอ หรือเลขประจำตัว', en: 'Reference or ID number' },
  hint: {
    th: 'เลขที่คำขอ เลขประจำตัวประชาชนหรือเลขทะเบียนนิติบุคคล 13 หลัก หรือเลขหนังสือเดินทาง',
    en: 'A reference, a 13-digit ID or company number, or a passport number',
  },
  find: { th: 'ค้นหา', en: 'Find' },
  back: { th: 'กลับไปกล่องงาน', en: 'Back to the worklist' },
  foundByIdentity: { th: 'พบ {count} คำขอของเลข {shown}', en: 'Cases of {shown}: {count}' },
  foundByReference: { th: 'คำขอเลขที่ {shown}', en: 'Case {shown}' },
  noneByIdentity: { th: 'ไม่พบคำขอของเลข {shown}', en: 'No case of {shown}' },
  noneByIdentityHint: {
    th: 'ค้นได้เฉพาะคำขอที่ยื่นแล้ว',
    en: 'Only cases that were handed in can be found',
  },
  noneByReference: { th: 'ไม่พบคำขอเลขที่ {shown}', en: 'There is no case {shown}' },
  noneByReferenceHint: {
    th: 'ตรวจเลขที่คำขอจากใบรับคำขอ หรือค้นด้วยเลขประจำตัวของผู้ขอ',
    en: 'Check the number on the acknowledgement, or look for the applicant’s ID number',
  },
  wrongNumber: { th: 'เลขประจำตัว 13 หลักไม่ถูกต้อง', en: 'This is not a valid 13-digit number' },
  wrongNumberHint: { th: 'ตรวจเลขทุกหลักแล้วค้นอีกครั้ง', en: 'Check every digit and search again' },
} as const satisfies Record<string, Text>
