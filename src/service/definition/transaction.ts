import { z } from 'zod'
import { ClockProfile } from './review.ts'
import { Id, Text } from './text.ts'

/** What can be asked for. Everything but `new` is about a licence that was issued. */
export const TRANSACTION_TYPES = ['renew', 'amend', 'transfer', 'replace', 'cancel'] as const
export const TRANSACTIONS = ['new', ...TRANSACTION_TYPES] as const
export type TransactionType = (typeof TRANSACTIONS)[number]

/**
 * A kind of application besides the first one. Its form is the service's own: pages, fields, documents, fee items and
 * computed values say by a condition on the field `transaction` (`{ field: transaction, eq: renew }`) where they differ.
 */
export const Transaction = z.strictObject({
  type: z
    .enum(TRANSACTION_TYPES)
    .describe('ชนิด: ต่ออายุ แก้ไข โอน ใบแทน เลิก — Kind: renew, amend, transfer, replace, cancel'),
  title: Text.describe('ชื่อคำขอ — Name of this application'),
  short: Text.describe('ชื่อสั้นสำหรับปุ่ม — Words for a button'),
  steps: z
    .array(Id)
    .default([])
    .describe('ขั้นพิจารณาที่ใช้ ไม่ระบุคือทุกขั้น — Review steps that are gone through; all when none is named'),
  clock: ClockProfile.optional().describe('กำหนดเวลาเฉพาะคำขอนี้ — Its own time limit, where it differs'),
  /** When the fee is due, where it differs: a renewal is paid at filing (Public Health Act B.E. 2535 s.54). */
  feeDue: z
    .enum(['after_approval', 'at_filing'])
    .optional()
    .describe('ชำระหลังอนุมัติ หรือตอนยื่น — Paid after approval, or at filing'),
  /** A notification's yearly fee is paid for one and the same certificate; a licence is renewed under a new number. */
  keepsNumber: z.boolean().default(false).describe('ต่ออายุโดยใช้เลขที่เดิม — Renewal: under the number it has'),
  /** A new holder does not begin with the answers of the one before. */
  asksAnew: z
    .array(Id)
    .default([])
    .describe('หน้าที่เริ่มว่าง ไม่นำคำตอบเดิมมา เช่น ผู้รับโอน — Pages that begin empty, such as the new holder'),
  code: z.string().optional().describe('รหัสแบบฟอร์มกระดาษของคำขอนี้ — The paper form it stands for'),
  declaration: Text.optional().describe('คำรับรองเฉพาะคำขอนี้ — What is declared, where it differs'),
  openDaysBefore: z
    .number()
    .int()
    .min(1)
    .default(90)
    .describe('ต่ออายุได้ล่วงหน้ากี่วันก่อนหมดอายุ — Renewal: from so many days before expiry'),
})
export type Transaction = z.infer<typeof Transaction>
