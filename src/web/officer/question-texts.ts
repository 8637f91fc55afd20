/** Every word of the pages on which officers answer citizens: questions and chats. */
import type { Text } from '../../service/definition.ts'

export const QUESTION_TEXTS = {
  questions: { th: 'คำถามประชาชน', en: 'Questions' },
  updates: { th: 'หน้านี้อัปเดตเอง', en: 'This page updates itself' },

  // Chats that wait
  chats: { th: 'รอคุยในแชต', en: 'Waiting in the chat' },
  chatOf: { th: 'แชตกับ {name}', en: 'Chat with {name}' },
  take: { th: 'รับแชต', en: 'Take the chat' },
  takeOf: { th: 'รับแชต {name}', en: 'Take the chat of {name}' },
  openChat: { th: 'เปิดแชต', en: 'Open the chat' },
  openChatOf: { th: 'เปิดแชต {name}', en: 'Open the chat of {name}' },
  heldBy: { th: '{officer} กำลังคุย', en: 'With {officer}' },
  heldByMe: { th: 'ท่านกำลังคุย', en: 'With you' },

  // The list
  tabs: { th: 'กลุ่มคำถาม', en: 'Groups of questions' },
  tab_waiting: { th: 'รอตอบ', en: 'Waiting' },
  tab_answered: { th: 'ตอบแล้ว', en: 'Answered' },
  tab_published: { th: 'เผยแพร่', en: 'Published' },
  columnQuestion: { th: 'คำถาม', en: 'Question' },
  columnAskedBy: { th: 'ผู้ถาม', en: 'Asked by' },
  columnWaiting: { th: 'เวลาที่รอ', en: 'Waiting' },
  columnExpected: { th: 'แจ้งว่าจะตอบภายใน', en: 'Promised by' },
  columnAnswered: { th: 'ตอบเมื่อ', en: 'Answered' },
  columnOfficer: { th: 'ผู้ตอบ', en: 'Officer' },
  empty_waiting: { th: 'ไม่มีคำถามที่รอตอบ', en: 'No question waits for an answer' },
  empty_answered: { th: 'ยังไม่มีคำถามที่ตอบแล้ว', en: 'No question has been answered yet' },
  empty_published: { th: 'ยังไม่ได้เผยแพร่คำถาม', en: 'No question has been published' },
  emptyHint: {
    th: 'เมื่อคู่มือไม่มีคำตอบ ประชาชนกดส่งคำถามมาที่นี่ได้ ระบบจะแจ้งท่านใน LINE',
    en: 'Where the guide has no answer, citizens can send their question here. You will be told in LINE',
  },
  emptyPublishedHint: {
    th: 'ตอบคำถามแล้วกดเผยแพร่ ระบบจะตอบผู้ถามรายต่อไปแทนท่าน',
    en: 'Publish a question you have answered, and the bot answers the next person for you',
  },
  minutes: { th: '{minutes} นาที', en: '{minutes} min' },
  hours: { th: '{hours} ชม. {minutes} นาที', en: '{hours} h {minutes} min' },
  days: { th: '{days} วัน', en: '{days} days' },
  waited: { th: 'รอ {time}', en: 'Waiting {time}' },
  late: { th: 'เลยเวลาที่แจ้ง', en: 'Later than promised' },
  by: { th: 'ภายใน {date}', en: 'by {date}' },
  erased: { th: 'ข้อความถูกลบแล้วตามกำหนด', en: 'The words were erased when their time was over' },
  published: { th: 'เผยแพร่อยู่', en: 'Published' },
  publishedBy: { th: 'เผยแพร่โดย {officer} · {date}', en: 'Published by {officer} · {date}' },

  // One question
  questionOf: { th: 'คำถามจาก {name}', en: 'Question from {name}' },
  noName: { th: 'ประชาชน', en: 'a citizen' },
  state_waiting: { th: 'รอตอบ', en: 'Waiting' },
  state_answered: { th: 'ตอบแล้ว', en: 'Answered' },
  facts: { th: 'ข้อมูลคำถาม', en: 'About this question' },
  askedBy: { th: 'ชื่อใน LINE', en: 'Name in LINE' },
  askedAt: { th: 'ถามเมื่อ', en: 'Asked' },
  expected: { th: 'แจ้งว่าจะตอบ', en: 'Promised' },
  language: { th: 'ภาษา', en: 'Language' },
  language_th: { th: 'ไทย', en: 'Thai' },
  language_en: { th: 'อังกฤษ', en: 'English' },
  cases: { th: 'คำขอ', en: 'Applications' },
  noCases: { th: 'ยังไม่เคยยื่น', en: 'None' },
  kept: {
    th: 'ระบบลบคำถามและคำตอบหลังตอบแล้ว {days} วัน',
    en: 'The question and its answer are erased {days} days after the answer',
  },
  notFollowing: {
    th: 'ผู้ถามบล็อกบัญชีนี้อยู่ คำตอบจะส่งเมื่อกลับมาเพิ่มเพื่อน',
    en: 'This person has blocked the account. The answer is sent when they come back',
  },
  answer: { th: 'คำตอบ', en: 'Your answer' },
  answerHint: {
    th: 'ส่งถึงผู้ถามในแชต LINE พร้อมคำถามเดิม',
    en: 'Sent to the person in LINE, together with their question',
  },
  ready: { th: 'แทรกข้อความจากคู่มือ', en: 'Put in words of the guide' },
  send: { th: 'ส่งคำตอบ', en: 'Send the answer' },
  answered: { th: 'ตอบโดย {officer} · {date}', en: 'Answered by {officer} · {date}' },
  sent: { th: 'ส่งถึงแชตแล้ว {time}', en: 'Sent {time}' },
  notSent: { th: 'ยังไม่ถึงแชต', en: 'Not sent yet' },
  done_answered: { th: 'บันทึกคำตอบแล้ว ระบบกำลังส่งถึงผู้ถาม', en: 'Your answer is on its way' },
  done_published: {
    th: 'เผยแพร่แล้ว ระบบจะตอบคำถามนี้ในแชตและแสดงในคู่มือ',
    en: 'Published. The bot now answers this, and the guide shows it',
  },
  done_withdrawn: { th: 'เลิกเผยแพร่แล้ว', en: 'No longer published' },
  answeredAlready: { th: 'เพื่อนร่วมงานตอบคำถามนี้ไปแล้ว', en: 'A colleague has answered this meanwhile' },
  unsentDraft: {
    th: 'ข้อความของท่านไม่ได้ถูกส่ง: “{text}”',
    en: 'What you wrote was not sent: “{text}”',
  },

  // Publishing
  publish: { th: 'เผยแพร่เป็นคำถามที่พบบ่อย', en: 'Publish as a frequent question' },
  publishAgain: { th: 'บันทึกการแก้ไข', en: 'Save the changes' },
  publishHint: {
    th: 'ครั้งต่อไประบบจะตอบแทนท่านในแชต และแสดงในคู่มือสำหรับประชาชน',
    en: 'Next time the bot answers it in the chat, and the citizens’ guide shows it',
  },
  personal: {
    th: 'ทุกคนอ่านได้ ลบชื่อ เบอร์โทร ที่อยู่ เลขที่คำขอ และข้อมูลอื่นของผู้ถามออกก่อน',
    en: 'Everybody can read this. Take out names, telephone numbers, addresses, references and whatever else is the person’s own',
  },
  question_th: { th: 'คำถาม (ไทย)', en: 'Question (Thai)' },
  question_en: { th: 'คำถาม (อังกฤษ)', en: 'Question (English)' },
  answer_th: { th: 'คำตอบ (ไทย)', en: 'Answer (Thai)' },
  answer_en: { th: 'คำตอบ (อังกฤษ)', en: 'Answer (English)' },
  wordings: { th: 'คำถามแบบอื่น', en: 'Other ways to ask it' },
  wordingsHint: { th: 'บรรทัดละหนึ่งแบบ', en: 'One a line' },
  optional: { th: '(ไม่บังคับ)', en: '(optional)' },
  otherLanguage: { th: 'เว้นว่างได้ ระบบจะแสดงอีกภาษาแทน', en: 'If left empty, the other language is shown' },
  withdraw: { th: 'เลิกเผยแพร่', en: 'Stop publishing' },
  withdrawOf: { th: 'เลิกเผยแพร่ “{question}”', en: 'Stop publishing “{question}”' },

  // What was wrong
  wrong_required: { th: 'กรอก{field}', en: 'Enter the {field}' },
  wrong_too_long: {
    th: '{field}ยาวเกิน {max} ตัวอักษร โปรดย่อ',
    en: 'The {field} is longer than {max} characters: please shorten it',
  },
  wrong_id_number: {
    th: '{field}มีเลขประจำตัวประชาชน โปรดลบออก',
    en: 'The {field} holds a national ID number: please take it out',
  },
  field_answer: { th: 'คำตอบ', en: 'answer' },
  field_question: { th: 'คำถาม', en: 'question' },
  field_wordings: { th: 'คำถามแบบอื่น', en: 'other wording' },
  field_text: { th: 'ข้อความ', en: 'message' },

  // One chat
  chatWaiting: { th: 'รอเจ้าหน้าที่', en: 'Waiting' },
  chatMine: { th: 'ท่านกำลังคุย', en: 'With you' },
  chatTaken: { th: '{officer} กำลังคุย', en: 'With {officer}' },
  chatEnded: { th: 'จบแล้ว', en: 'Ended' },
  chatFacts: { th: 'ผู้คุย', en: 'Who it is' },
  since: { th: 'ขอคุยเมื่อ', en: 'Asked' },
  transcript: { th: 'บทสนทนา', en: 'Conversation' },
  noWords: { th: 'ยังไม่มีข้อความตั้งแต่ขอคุยกับเจ้าหน้าที่', en: 'Nothing was written since they asked for an officer' },
  silentBot: {
    th: 'ระบบอัตโนมัติหยุดตอบในแชตนี้จนกว่าท่านจะคืนแชต หรือไม่มีข้อความ {minutes} นาที',
    en: 'The bot is silent here until you give the chat back, or nobody writes for {minutes} minutes',
  },
  takeFirst: {
    th: 'กดรับแชตก่อนจึงตอบได้ ผู้ถามจะเห็นชื่อของท่าน',
    en: 'Take the chat to answer. They will see your name',
  },
  heldByOther: {
    th: '{officer} กำลังคุยอยู่ ท่านอ่านได้อย่างเดียว',
    en: '{officer} holds this chat; you can only read',
  },
  message: { th: 'ข้อความถึงผู้ถาม', en: 'Your message' },
  say: { th: 'ส่ง', en: 'Send' },
  giveBack: { th: 'คืนแชตให้ระบบ', en: 'Give it back to the bot' },
  ended_officer: { th: 'คืนแชตให้ระบบอัตโนมัติแล้ว {time}', en: 'Given back to the bot {time}' },
  ended_applicant: { th: 'ผู้ถามกลับไปใช้ระบบอัตโนมัติ {time}', en: 'They went back to the bot {time}' },
  ended_silence: {
    th: 'ไม่มีข้อความนานเกินกำหนด ระบบรับช่วงต่อแล้ว {time}',
    en: 'Nobody wrote, so the bot took over {time}',
  },
  chatKept: {
    th: 'ระบบลบบทสนทนาและไฟล์หลังจบ {days} วัน',
    en: 'The conversation and its files are erased {days} days after its end',
  },
  chatNotFollowing: {
    th: 'ผู้ถามบล็อกบัญชีนี้อยู่ ข้อความจะไม่ถึง',
    en: 'This person has blocked the account: messages do not arrive',
  },
  takenByOther: { th: 'เพื่อนร่วมงานรับแชตนี้ไปแล้ว', en: 'A colleague has taken this chat' },
  notYours: {
    th: 'ส่งไม่ได้ เพราะแชตนี้จบแล้วหรือผู้อื่นคุยอยู่',
    en: 'Not sent: the chat has ended or somebody else holds it',
  },
  me: { th: 'ท่าน', en: 'You' },
  officer: { th: 'เจ้าหน้าที่', en: 'Officer' },
  sending: { th: 'กำลังส่ง', en: 'sending' },
  kind_file: {
    th: 'ส่งไฟล์ที่ระบบไม่เก็บ เช่น วิดีโอหรือเสียง',
    en: 'sent a file that is not kept, such as a video',
  },
  sentPhoto: { th: 'รูปที่ผู้ถามส่งมา', en: 'A picture they sent' },
  file_fetching: { th: 'กำลังรับไฟล์จาก LINE', en: 'Fetching a file from LINE' },
  file_lost: {
    th: 'รับไฟล์จาก LINE ไม่ได้ ขอให้ส่งใหม่',
    en: 'The file did not come from LINE: ask them to send it again',
  },
  file_erased: { th: 'ไฟล์ถูกลบแล้ว', en: 'The file was erased' },
  file_gone: {
    th: 'ไฟล์ไม่อยู่ใน LINE แล้ว ขอให้ส่งใหม่',
    en: 'LINE no longer has the file: ask them to send it again',
  },
  file_too_large: { th: 'ไฟล์ใหญ่เกิน 10 MB จึงไม่ได้เก็บ', en: 'A file larger than 10 MB was not kept' },
  file_empty: { th: 'ไฟล์ว่างเปล่า ขอให้ส่งใหม่', en: 'The file is empty: ask them to send it again' },
  file_wrong_type: { th: 'ไม่ใช่รูปหรือ PDF จึงไม่ได้เก็บ', en: 'Neither a picture nor a PDF: not kept' },
  file_broken: { th: 'เปิดไฟล์ไม่ได้ ขอให้ส่งใหม่', en: 'The file cannot be opened: ask them to send it again' },
  file_infected: { th: 'พบไวรัสในไฟล์ จึงไม่ได้เก็บ', en: 'A virus was found in the file: not kept' },
  kind_sticker: { th: 'ส่งสติกเกอร์', en: 'sent a sticker' },
  kind_location: { th: 'ส่งตำแหน่ง (ไม่ได้เก็บไว้)', en: 'sent a location (not kept)' },
  kind_taken: { th: 'เจ้าหน้าที่รับแชต', en: 'An officer took the chat' },
  kind_given_back: { th: 'คืนแชตให้ระบบอัตโนมัติ', en: 'Given back to the bot' },
  kind_silence: { th: 'ไม่มีข้อความ ระบบรับช่วงต่อ', en: 'Silence: the bot took over' },
  kind_left: { th: 'ผู้ถามกลับไปใช้ระบบอัตโนมัติ', en: 'They went back to the bot' },
} as const satisfies Record<string, Text>

/** How long since: minutes, hours and minutes, or days. */
export function timeSince(
  from: Date,
  now: Date,
): { key: 'minutes' | 'hours' | 'days'; values: Record<string, number> } {
  const minutes = Math.max(0, Math.floor((now.getTime() - from.getTime()) / 60_000))
  if (minutes < 60) return { key: 'minutes', values: { minutes } }
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return { key: 'hours', values: { hours, minutes: minutes % 60 } }
  return { key: 'days', values: { days: Math.floor(hours / 24) } }
}
