/** Words of a repeat group: with its control alone. */
import type { Text } from '../../service/definition.ts'

export const ROW_TEXTS = {
  add: { th: 'เพิ่ม{label}', en: 'Add {label}' },
  remove: { th: 'ลบ', en: 'Remove' },
  rowAdded: { th: 'เพิ่ม{label}แล้ว', en: '{label} added' },
  rowCount: { th: '{count} รายการ จากไม่เกิน {max}', en: '{count} of up to {max}' },
  rowDone: { th: 'เสร็จแล้ว', en: 'Done' },
  rowEmpty: { th: 'ยังไม่ได้กรอก', en: 'Not filled in yet' },
  changeRow: { th: 'แก้ไข', en: 'Change' },
  rowRemoved: { th: 'ลบ{label}แล้ว', en: '{label} removed' },
} as const satisfies Record<string, Text>
