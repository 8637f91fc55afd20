/** What the chat says about its officers: a question left for them, a chat passed on to them. */
import type { Text } from '../service/definition.ts'

export const OFFICER_WORDS = {
  writeQuestion: {
    th: 'พิมพ์คำถามถึงเจ้าหน้าที่ได้เลย โปรดไม่ใส่เลขบัตรประชาชน (พิมพ์ “ยกเลิก” หากเปลี่ยนใจ)',
    en: 'Write your question for the officers. Please leave out ID numbers. (Type “cancel” if you change your mind.)',
  },
  cancelled: { th: 'ยกเลิกแล้ว ยังไม่มีคำถามถูกส่ง', en: 'Cancelled. No question was sent.' },
  tooMany: {
    th: 'ท่านมีคำถามที่รอคำตอบอยู่ {count} ข้อแล้ว เจ้าหน้าที่จะทยอยตอบในแชตนี้',
    en: 'You have {count} questions waiting. The officers will answer them here.',
  },
  closed: {
    th: 'ขณะนี้อยู่นอกเวลาทำการ {open}\nเวลาทำการ {hours}\n\nฝากคำถามไว้ได้ตลอดเวลา เจ้าหน้าที่จะตอบในแชตนี้ กดปุ่มด้านล่างหรือพิมพ์ “ถามเจ้าหน้าที่”',
    en: 'The office is closed. {open}.\nOffice hours: {hours}\n\nYou can leave a question at any time and an officer will answer here: press below or type “ask an officer”.',
  },
  withOfficer: {
    th: '{officer} กำลังคุยกับท่านในแชตนี้ พิมพ์ต่อได้เลย',
    en: '{officer} is with you in this chat. Just go on writing.',
  },
  left: {
    th: 'กลับมาใช้ระบบอัตโนมัติแล้ว พิมพ์คำถามหรือเลือกจากปุ่มด้านล่าง',
    en: 'You are back with the bot. Type a question, or choose below.',
  },
  next: { th: 'ท่านเป็นคิวถัดไป', en: 'You are next' },
  place: { th: 'คิวที่ {place}', en: 'Number {place} in the queue' },
  choices: {
    ask: { th: 'ฝากคำถาม', en: 'Leave a question' },
    askShown: { th: 'ถามเจ้าหน้าที่', en: 'Ask an officer' },
    guide: { th: 'ดูคู่มือ', en: 'Guide' },
  },
} satisfies Record<string, Text | Record<string, Text>>
