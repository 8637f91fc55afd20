/** Words around paying back what was paid too much. */
import type { Text } from '../../service/definition.ts'

export const REFUND_TEXTS = {
  title: { th: 'บันทึกการคืนเงิน', en: 'Record the refund' },
  body: {
    th: 'คืนเงิน {amount} บาทตามระเบียบของหน่วยงานแล้ว จึงบันทึกที่นี่ ผู้ขอจะได้รับแจ้งวันที่และเลขอ้างอิง',
    en: 'Record it here once {amount} baht were paid back by the rules of the agency. The applicant is told day and reference.',
  },
  reference: { th: 'เลขอ้างอิง', en: 'Reference' },
  referenceHint: { th: 'เลขที่โอนเงินหรือเลขที่ใบสำคัญจ่าย', en: 'Of the transfer or the voucher' },
  on: { th: 'วันที่คืนเงิน', en: 'Paid back on' },
  onHint: { th: 'ปีพุทธศักราช เช่น 2569', en: 'Buddhist year, such as 2569' },
  day: { th: 'วัน', en: 'Day' },
  month: { th: 'เดือน', en: 'Month' },
  year: { th: 'ปี', en: 'Year' },
  wrong_reference: { th: 'กรอกเลขอ้างอิง ไม่เกิน 60 ตัวอักษร', en: 'Give the reference, at most 60 characters' },
  wrong_on: {
    th: 'วันที่ต้องไม่ก่อนวันที่เกิดรายการ และไม่หลังวันนี้',
    en: 'The day may not lie before the refund was due, nor in the future',
  },
  send: { th: 'บันทึกว่าคืนเงินแล้ว', en: 'Record as paid back' },
  paidBack: { th: 'คืนเงินแล้ว {amount} บาท', en: 'Paid back: {amount} baht' },
  paidBackNote: { th: 'เมื่อ {date} อ้างอิง {reference}', en: 'On {date}, reference {reference}' },
} as const satisfies Record<string, Text>
