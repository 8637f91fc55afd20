/** Words of the page for those who need not go on. */
import type { Text } from '../../service/definition.ts'

export const EXIT_TEXTS = {
  exitChange: { th: 'แก้คำตอบของฉัน', en: 'Change my answer' },
  exitKept: {
    th: 'หากตอบผิด แก้คำตอบแล้วทำต่อได้ ร่างคำขอยังเก็บไว้',
    en: 'If the answer was wrong, change it and carry on. Your draft is kept',
  },
  exitNext: { th: 'ทำอย่างไรต่อ', en: 'What you can do' },
  exitAsk: { th: 'มีข้อสงสัย สอบถาม{unit} โทร', en: 'For questions, ask the {unit}, tel.' },
  toChat: { th: 'กลับไปแชต', en: 'Back to the chat' },
  toCases: { th: 'กลับไปคำขอของฉัน', en: 'Back to my applications' },
} as const satisfies Record<string, Text>
