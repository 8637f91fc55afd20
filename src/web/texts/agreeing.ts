/** Words of consent and signature. */
import type { Text } from '../../service/definition.ts'

export const AGREEING_TEXTS = {
  agree: { th: 'ข้าพเจ้าได้อ่านและยอมรับ', en: 'I have read this and agree' },
  signatureHint: { th: 'พิมพ์ชื่อและนามสกุลเต็มแทนการลงลายมือชื่อ', en: 'Type your full name as your signature' },
  signHere: { th: 'ลงชื่อที่นี่', en: 'Sign here' },
} as const satisfies Record<string, Text>
