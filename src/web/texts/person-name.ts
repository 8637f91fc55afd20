/** Words of a person's name: with its control alone. */
import type { Text } from '../../service/definition.ts'

export const NAME_TEXTS = {
  nameTitle: { th: 'คำนำหน้า', en: 'Title' },
  otherTitle: { th: 'อื่น ๆ', en: 'Other' },
  otherTitleLabel: { th: 'คำนำหน้าอื่น', en: 'Other title' },
  otherTitleExample: { th: 'เช่น ยศ หรือฐานันดร', en: 'Such as a rank' },
  firstName: { th: 'ชื่อ', en: 'First name' },
  lastName: { th: 'นามสกุล', en: 'Last name' },
} as const satisfies Record<string, Text>
