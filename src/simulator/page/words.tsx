import { type ComponentChildren, createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { Language } from '../../service/definition.ts'

/** Every word of the page itself, Thai first. What the bot says is the bot's own. */
const WORDS = {
  title: ['เครื่องจำลอง LINE', 'LINE simulator'],
  subtitle: ['ทดลองบริการได้โดยไม่ต้องมีบัญชี LINE', 'Try the service without a LINE account'],
  otherLanguage: ['English', 'ภาษาไทย'],
  loading: ['กำลังโหลด', 'Loading'],
  connectionLost: ['ขาดการเชื่อมต่อ กำลังต่อใหม่…', 'Connection lost, reconnecting…'],
  failed: ['ทำรายการไม่สำเร็จ', 'That did not work'],
  panels: ['ส่วนของหน้าจอ', 'Panels'],
  tools: ['ควบคุม', 'Controls'],
  chat: ['แชต', 'Chat'],
  behind: ['เบื้องหลัง', 'Behind the scenes'],
  actAs: ['สวมบทเป็น', 'Act as'],
  totp: ['รหัสจากแอปยืนยันตัวตน', 'Authenticator code'],
  unread: ['มีข้อความใหม่', 'New message'],
  clock: ['เวลาในระบบ', 'Clock'],
  addHour: ['+1 ชม.', '+1 hour'],
  addDay: ['+1 วัน', '+1 day'],
  addWeek: ['+7 วัน', '+7 days'],
  events: ['เหตุการณ์', 'Events'],
  follow: ['เพิ่มเพื่อน', 'Add friend'],
  block: ['บล็อก', 'Block'],
  sendImage: ['ส่งภาพ', 'Send photo'],
  sendFile: ['ส่งไฟล์', 'Send file'],
  payments: ['ชำระเงิน', 'Payment'],
  openBank: ['จ่ายด้วยแอปธนาคาร (จำลอง)', 'Pay by bank app (simulated)'],
  mailbox: ['กล่องจดหมาย', 'Mailbox'],
  noMail: ['ยังไม่มีจดหมาย', 'No mail yet'],
  menu: ['เมนู', 'Menu'],
  back: ['กลับไปที่ตัวควบคุม', 'Back to the controls'],
  conversation: ['บทสนทนา', 'Conversation'],
  emptyChat: ['ยังไม่มีข้อความ', 'No messages yet'],
  notFriend: ['ยังไม่ได้เป็นเพื่อนกับบัญชีนี้', 'Not a friend of this account'],
  today: ['วันนี้', 'Today'],
  yesterday: ['เมื่อวาน', 'Yesterday'],
  read: ['อ่านแล้ว', 'Read'],
  typing: ['กำลังพิมพ์', 'Typing'],
  quickReplies: ['ตอบด่วน', 'Quick replies'],
  richMenu: ['เมนูลัด', 'Rich menu'],
  composer: ['พิมพ์ข้อความ', 'Type a message'],
  send: ['ส่ง', 'Send'],
  inspect: ['ดู JSON ของข้อความนี้', 'Show this message as JSON'],
  unsupported: ['ข้อความชนิด', 'Message of type'],
  photo: ['ภาพ', 'Photo'],
  close: ['ปิด', 'Close'],
  newTab: ['เปิดในแท็บใหม่', 'Open in a new tab'],
  newMessageFor: ['ข้อความถึง', 'Message for'],
  log: ['บันทึกการเรียก', 'Call log'],
  emptyLog: ['ยังไม่มีการเรียก ลองกดเพิ่มเพื่อน', 'Nothing called yet. Try adding the friend'],
  entryBody: ['เนื้อหาของรายการที่เลือก', 'Body of the selected entry'],
  flexJson: ['Flex JSON', 'Flex JSON'],
  noMessage: ['ยังไม่มีข้อความจากบัญชี', 'The account has not said anything yet'],
  mails: ['อีเมล', 'Mail'],
  attachments: ['ไฟล์แนบ', 'Attachments'],
  to: ['ถึง', 'To'],
  liff: ['LIFF', 'LIFF'],
  liffClosed: ['ไม่มีหน้าต่าง LIFF เปิดอยู่', 'No LIFF window is open'],
  liffOpen: ['หน้าต่างที่เปิดอยู่', 'Open window'],
  tokens: ['การเข้าสู่ระบบและโทเคน', 'Logins and tokens'],
  findings: ['ข้อที่ผิดจากข้อกำหนดของ LINE', 'Findings against the rules of LINE'],
  bank: ['ธนาคารจำลอง', 'Simulated bank'],
  bankNote: ['เงินในแอปนี้ไม่ใช่เงินจริง', 'No real money moves here'],
  scan: ['สแกนคิวอาร์จากหน้าจอ', 'Scan the QR on the screen'],
  scanFile: ['เลือกรูปคิวอาร์', 'Choose a QR picture'],
  pasteQr: ['หรือวางข้อความคิวอาร์', 'Or paste the QR text'],
  noQrInChat: ['ไม่พบคิวอาร์ในแชตนี้', 'There is no QR in this chat'],
  unreadableQr: [
    'อ่านคิวอาร์จากภาพไม่ได้ ลองเลือกรูปหรือวางข้อความคิวอาร์แทน',
    'The picture could not be read. Choose a picture or paste the text instead',
  ],
  notPromptPay: ['ข้อความนี้ไม่ใช่คิวอาร์พร้อมเพย์', 'This text is no PromptPay QR'],
  biller: ['รหัสผู้รับเงิน', 'Biller'],
  reference1: ['เลขอ้างอิง 1', 'Reference 1'],
  reference2: ['เลขอ้างอิง 2', 'Reference 2'],
  amount: ['จำนวนเงิน (บาท)', 'Amount (baht)'],
  asInvoiced: ['ตามใบแจ้ง', 'As invoiced'],
  under: ['ขาด 100', '100 short'],
  over: ['เกิน 100', '100 over'],
  payTwice: ['จ่ายซ้ำ 2 ครั้ง', 'Pay twice'],
  pay: ['ยืนยันการโอนเงิน', 'Confirm the transfer'],
  paid: ['โอนเงินสำเร็จ', 'Transfer complete'],
  transaction: ['เลขที่รายการ', 'Transaction'],
  done: ['กลับไปที่แชต', 'Back to the chat'],
} satisfies Record<string, readonly [th: string, en: string]>

export type Word = keyof typeof WORDS

const LanguageContext = createContext<{ language: Language; toggle: () => void }>({
  language: 'th',
  toggle: () => {},
})

export function LanguageProvider({ children }: { children: ComponentChildren }) {
  const [language, setLanguage] = useState<Language>(() =>
    localStorage.getItem('language') === 'en' ? 'en' : 'th',
  )
  useEffect(() => {
    localStorage.setItem('language', language)
    document.documentElement.lang = language
  }, [language])
  const toggle = () => setLanguage(language === 'th' ? 'en' : 'th')
  return <LanguageContext.Provider value={{ language, toggle }}>{children}</LanguageContext.Provider>
}

export const useLanguage = () => useContext(LanguageContext)

export function useWords(): (word: Word) => string {
  const { language } = useLanguage()
  return (word) => WORDS[word][language === 'th' ? 0 : 1]
}
